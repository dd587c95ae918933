// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/screen_list.h"

#include "ui/administration/administration_screen.h"
#include "ui/administration/audit_screen.h"
#include "ui/centre/centre_screen.h"
#include "ui/delivery/delivery_screen.h"
#include "ui/rules/rules_screen.h"
#include "ui/shell/counter_screen.h"
#include "ui/shell/desk.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::ui {

using permit::Role;

namespace {

/// A screen whose constructor takes (workspace, theme, language, person, parent).
template <typename Made>
ScreenEntry screen(const char *name, const QString &title, const QKeySequence &key,
                   std::vector<Role> roles = {})
{
    const auto make = [](const ScreenContext &context, QWidget *parent) -> Screen * {
        return new Made(context.workspace, context.theme, context.language, context.person, parent);
    };
    return {QString::fromLatin1(name), title, key, std::move(roles), make};
}

Screen *makeCentre(const ScreenContext &context, QWidget *parent)
{
    return new CentreScreen(context.workspace, context.link, context.theme, context.language, context.person,
                            parent);
}

class ScreenTitle
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ScreenTitle)
};

} // namespace

bool ScreenEntry::isFor(const service::Account &account) const
{
    return roles.empty() || std::ranges::any_of(roles, [&account](Role role) { return account.holds(role); });
}

std::vector<ScreenEntry> screenList()
{
    return {
        screen<Desk>(kDeskName, ScreenTitle::tr("Desk"), Qt::CTRL | Qt::Key_1),
        screen<CounterScreen>("counter", ScreenTitle::tr("Counter"), QKeySequence::New),
        screen<DeliveryScreen>("delivery", ScreenTitle::tr("Delivery and visits"), Qt::CTRL | Qt::Key_D),
        screen<RulesScreen>("rules", ScreenTitle::tr("Items and rules"), Qt::CTRL | Qt::Key_7),
        {QStringLiteral("centre"), ScreenTitle::tr("Centre"), Qt::CTRL | Qt::Key_6, {}, &makeCentre},
        screen<AuditScreen>("audit", ScreenTitle::tr("Record"), Qt::CTRL | Qt::Key_8,
                            {Role::Supervisor, Role::Administrator}),
        screen<AdministrationScreen>("administration", ScreenTitle::tr("Administration"),
                                     Qt::CTRL | Qt::Key_9, {Role::Administrator}),
    };
}

} // namespace tongban::ui
