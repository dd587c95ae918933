// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rules_screen.h"

#include "core/service/workspace/item_book.h"
#include "ui/base/when_done.h"
#include "ui/rules/item_list.h"
#include "ui/rules/rule_page.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

namespace tongban::ui {

RulesScreen::RulesScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                         const service::SignedIn & /*person*/, QWidget *parent)
    : Screen(parent), m_workspace(workspace), m_language(language),
      m_page(new RulePage(workspace, theme, language, this))
{
    setObjectName(QStringLiteral("rulesScreen"));
    m_items = new ItemList(theme, this);
    auto *parts = new QSplitter(this);
    parts->addWidget(m_items);
    parts->addWidget(m_page);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
    connect(m_items, &ItemList::dayChanged, this, &RulesScreen::read);
    connect(m_items, &ItemList::currentChanged, this,
            [this](const QString &item) { m_page->show(item, m_items->day()); });
    connect(m_items, &ItemList::entered, m_page, &RulePage::focusPage);
    connect(m_page, &RulePage::said, this, &Screen::said);
    connect(m_page, &RulePage::failed, this, &Screen::failed);
    const auto today = [](service::Workspace &open) -> Result<Date> {
        return officialDate(open.clock().now());
    };
    whenDone(this, m_workspace.run(today), [this](const Result<Date> &day) {
        if (day)
            m_items->setDay(*day);
        else
            Q_EMIT failed(day.error());
    });
}

void RulesScreen::read()
{
    const auto work = [day = m_items->day(), language = m_language](service::Workspace &workspace) {
        return service::itemList(workspace, day, language);
    };
    whenDone(this, m_workspace.run(work),
             [this, day = m_items->day()](const Result<service::ItemList> &list) {
                 if (day != m_items->day())
                     return;
                 if (!list)
                     return Q_EMIT failed(list.error());
                 m_items->show(*list);
                 m_page->show(m_items->currentItem(), day);
             });
}

void RulesScreen::enter()
{
    if (focusWidget() != nullptr)
        focusWidget()->setFocus();
    else
        m_items->focusTable();
}

/// From the page to the list, then to the desk.
bool RulesScreen::back()
{
    const QWidget *focus = focusWidget();
    if (focus == nullptr || !m_page->isAncestorOf(focus))
        return false;
    m_items->focusTable();
    return true;
}

QList<QAction *> RulesScreen::commands() const
{
    return m_page->commands();
}

} // namespace tongban::ui
