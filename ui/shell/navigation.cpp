// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/navigation.h"

#include "ui/base/line_icon.h"
#include "ui/shell/desk.h"
#include "ui/shell/help_viewer.h"

#include <algorithm>

namespace tongban::ui {

Navigation::Navigation(QStackedWidget &stack, service::WorkspaceThread &workspace, CentreLink &link,
                       const Theme &theme, approval::Language language, QObject *parent)
    : QObject(parent), m_stack(stack), m_workspace(workspace), m_link(link), m_theme(theme),
      m_language(language), m_entries(screenList())
{
    for (const ScreenEntry &entry : m_entries)
        offer(entry);
}

void Navigation::offer(const ScreenEntry &entry)
{
    auto *action = new QAction(entry.title, this);
    action->setObjectName(QStringLiteral("to_") + entry.name);
    action->setShortcut(entry.key);
    action->setIcon(lineIcon(entry.name));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, name = entry.name] { Q_EMIT wanted(name); });
    m_actions.append(action);
}

void Navigation::begin(const service::SignedIn &person)
{
    m_person = person;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        QAction *action = m_actions[static_cast<qsizetype>(i)];
        const bool isForThem = m_entries[i].isFor(person.account);
        action->setEnabled(isForThem);
        action->setToolTip(isForThem ? QString() : tr("Your account has none of the roles this needs."));
    }
    show(QLatin1String(kDeskName));
}

void Navigation::end()
{
    m_person.reset();
    m_current = nullptr;
    m_desk = nullptr;
    qDeleteAll(m_screens);
    m_screens.clear();
}

void Navigation::renew()
{
    m_screens.removeIf([this](const auto &entry) {
        const bool goes = entry.value() != m_current && entry.value() != m_desk;
        if (goes)
            entry.value()->deleteLater();
        return goes;
    });
    m_desk->reload();
}

bool Navigation::show(const QString &name)
{
    const auto entry = std::ranges::find(m_entries, name, &ScreenEntry::name);
    if (!m_person || entry == m_entries.end() || !entry->isFor(m_person->account))
        return false;
    m_current = screenFor(*entry);
    mark();
    m_stack.setCurrentWidget(m_current);
    Q_EMIT shown(m_current);
    return true;
}

void Navigation::mark()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_actions[static_cast<qsizetype>(i)]->setChecked(m_current != nullptr
                                                         && m_screens.value(m_entries[i].name) == m_current);
}

Screen *Navigation::screenFor(const ScreenEntry &entry)
{
    if (Screen *there = m_screens.value(entry.name))
        return there;
    Screen *screen = entry.make({m_workspace, m_theme, m_language, *m_person, m_link}, &m_stack);
    screen->setWindowTitle(entry.title);
    setHelpPage(screen, entry.name);
    m_screens.insert(entry.name, screen);
    m_stack.addWidget(screen);
    if (auto *desk = qobject_cast<Desk *>(screen))
        m_desk = desk;
    Q_EMIT made(screen);
    return screen;
}

} // namespace tongban::ui
