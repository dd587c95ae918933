// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/gate_pictures.h"

#include "app/desktop/window_steps.h"
#include "core/base/clock.h"
#include "core/service/workspace/resources.h"
#include "core/service/workspace/workspace.h"
#include "ui/centre/connect_page.h"
#include "ui/unlock/protect_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/welcome/check_list.h"
#include "ui/welcome/welcome_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>

#include <filesystem>

namespace tongban::desktop {

namespace {

namespace fs = std::filesystem;

constexpr QSize kSize{1120, 800};
const QString kPassphrase = QStringLiteral("pictures only");

class GateTour : private WindowSteps
{
public:
    GateTour(QWidget &gate, ui::Theme &theme, const QString &folder) : WindowSteps(gate, theme, folder)
    {
        gate.resize(kSize);
        gate.show();
        settle();
    }

    bool welcome()
    {
        auto *checks = m_root->findChild<ui::CheckList *>();
        m_isComplete = checks != nullptr && until([&] { return checks->isDone(); }) && m_isComplete;
        picture(QStringLiteral("welcome"));
        return m_isComplete;
    }

    bool connect()
    {
        picture(QStringLiteral("connect"));
        return m_isComplete;
    }

    bool protect()
    {
        choose(QStringLiteral("protectPassphraseOnly"));
        picture(QStringLiteral("protect"));
        for (const char *name : {"protectPassphrase", "protectAgain"})
            if (auto *field = find<QLineEdit>(QString::fromLatin1(name)))
                field->setText(kPassphrase);
        choose(QStringLiteral("protectGo"));
        const auto *code = find<QLineEdit>(QStringLiteral("protectCode"));
        m_isComplete = code != nullptr && until([code] { return !code->text().isEmpty(); }) && m_isComplete;
        picture(QStringLiteral("recovery-code"));
        return m_isComplete;
    }

    bool unlock()
    {
        picture(QStringLiteral("unlock"));
        return m_isComplete;
    }

private:
    void choose(const QString &name)
    {
        auto *button = find<QAbstractButton>(name);
        m_isComplete = button != nullptr && m_isComplete;
        if (button != nullptr)
            button->click();
    }
};

/// An office with nobody and nothing in it.
bool makeOffice(const fs::path &folder, const fs::path &resources)
{
    const SystemClock clock;
    return service::Workspace::create(folder, resources, service::WorkspaceKind::Production, clock)
        .has_value();
}

} // namespace

bool takeGatePictures(ui::Theme &theme, const QString &folder)
{
    const QTemporaryDir made;
    const auto resources = service::findResources();
    const fs::path place = fs::path(made.path().toStdString()) / "office";
    if (!made.isValid() || !resources)
        return false;
    ui::WelcomeScreen first(theme,
                            {place, place / "practice", *resources,
                             fs::path(QApplication::applicationDirPath().toStdString()) / "tongbanctl"});
    bool isComplete = GateTour(first, theme, folder).welcome();
    first.hide();
    ui::ConnectPage connect(theme, nullptr);
    isComplete = GateTour(connect, theme, folder).connect() && isComplete;
    connect.hide();
    if (!makeOffice(place, *resources))
        return false;
    ui::ProtectScreen protect(theme, place);
    isComplete = GateTour(protect, theme, folder).protect() && isComplete;
    protect.hide();
    ui::UnlockScreen locked(theme, place);
    return GateTour(locked, theme, folder).unlock() && isComplete;
}

} // namespace tongban::desktop
