// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's menus, the palette and the settings.

#include "ui/base/command_palette.h"
#include "ui/base/line_icon.h"
#include "ui/base/shortcut_table.h"
#include "ui/shell/desk.h"
#include "ui/shell/help_menu.h"
#include "ui/shell/link_state.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_log.h"
#include "ui/shell/navigation.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/view_menu.h"

#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

namespace tongban::ui {

QAction *MainWindow::command(QMenu *menu, const char *name, const QString &title,
                             const QList<QKeySequence> &keys, std::function<void()> run)
{
    QAction *action = menu->addAction(title);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setIcon(lineIcon(action->objectName()));
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

QAction *MainWindow::deskCommand(const char *name, const QString &title, const QList<QKeySequence> &keys,
                                 std::function<void(Desk &)> run)
{
    return command(m_go, name, title, keys, [this, run = std::move(run)] {
        if (m_screens->current() == m_screens->desk() || showScreen(QLatin1String(kDeskName)))
            run(*m_screens->desk());
    });
}

void MainWindow::makeMenus()
{
    m_go = menuBar()->addMenu(tr("&Go"));
    m_go->setToolTipsVisible(true);
    m_go->addActions(m_screens->actions());
    m_go->addSeparator();
    m_bar = addToolBar(tr("Screens"));
    m_bar->setObjectName(QStringLiteral("screenBar"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->toggleViewAction()->setVisible(false); // it cannot be closed by mistake
    QAction *next = deskCommand("next_case", tr("Next case"), {Qt::Key_J}, [](Desk &desk) { desk.step(1); });
    QAction *previous =
        deskCommand("previous_case", tr("Previous case"), {Qt::Key_K}, [](Desk &desk) { desk.step(-1); });
    command(m_go, "back", tr("To the list"), {Qt::Key_Escape}, [this] { back(); });
    QAction *search =
        deskCommand("search", tr("Search"), {Qt::Key_Slash}, [](Desk &desk) { desk.toSearch(); });
    deskCommand("search_anywhere", tr("Search from anywhere"), {QKeySequence::Find},
                [](Desk &desk) { desk.toSearch(); });
    command(m_go, "reload", tr("Load anew"), {Qt::Key_F5}, [this] {
        if (m_screens->current() != nullptr)
            m_screens->current()->reload();
    });
    m_acts = menuBar()->addMenu(tr("&Case"));
    m_acts->setToolTipsVisible(true);
    m_singleKeys = {next, previous, search};
    for (QAction *action : m_singleKeys)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_go->addSeparator();
    command(m_go, "all_commands", tr("All commands"), {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); });
    command(m_go, "settings", tr("Settings"), {Qt::CTRL | Qt::Key_Comma}, [this] { openSettings(); });
    command(m_go, "messages", tr("Messages"), {Qt::Key_F8}, [this] { m_log->show(); });
    m_go->addSeparator();
    command(m_go, "lock", tr("Lock"), {Qt::CTRL | Qt::Key_L}, [this] { lock(); });
    command(m_go, "signOut", tr("Sign out"), {}, [this] { signOut(); });
    command(m_go, "quit", tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
}

void MainWindow::makeViewMenu()
{
    auto *view = new ViewMenu(m_theme, this);
    menuBar()->addMenu(view);
    const bool isChinese = m_language == approval::Language::Chinese;
    view->addSeparator();
    // Always in the language it leads to, so that whoever chose the wrong one finds the way back.
    QAction *other = command(
        view, "other_language", isChinese ? QStringLiteral("English") : QStringLiteral("中文"), {},
        [this, isChinese] {
            Q_EMIT languageWanted(isChinese ? approval::Language::English : approval::Language::Chinese);
        });
    // The window is made anew: that is no way around the lock.
    connect(view, &QMenu::aboutToShow, other, [this, other] { other->setEnabled(!isLocked()); });
}

void MainWindow::makeHelpMenu()
{
    auto *help = new HelpMenu(m_workspace, m_theme, m_language, this);
    menuBar()->addMenu(help);
    connect(help, &HelpMenu::practiceWanted, this, &MainWindow::practiceWanted);
    connect(help, &HelpMenu::failed, this, &MainWindow::report);
}

void MainWindow::makeStatusBar()
{
    m_who->setObjectName(QStringLiteral("whoWorks"));
    statusBar()->addPermanentWidget(m_who);
    statusBar()->addPermanentWidget(new LinkState(*m_link, this));
}

/// Their keys can be changed from now on; those of a screen follow when it is made.
void MainWindow::adoptCommands()
{
    for (const QAction *menu : menuBar()->actions())
        for (QAction *action : menu->menu()->actions())
            m_keys->adopt(action);
    for (QAction *action : m_singleKeys)
        m_keys->adopt(action, QLatin1String(kDeskName));
}

/// Every command there is, with those of screens that are not in sight: they go there first.
void MainWindow::openPalette()
{
    QList<QAction *> actions;
    for (const QString &name : m_keys->names())
        actions.append(m_keys->action(name));
    const auto run = [this](QAction *action) {
        const QString screen = m_keys->screen(action->objectName());
        if (screen.isEmpty() || screen == m_screens->currentName() || showScreen(screen))
            action->trigger();
    };
    auto *palette = new CommandPalette(actions, run, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::openSettings()
{
    auto *settings = new SettingsDialog(m_theme, *m_keys, m_language, m_lockMinutes, this);
    settings->setAttribute(Qt::WA_DeleteOnClose);
    connect(settings, &SettingsDialog::languageWanted, this, &MainWindow::languageWanted);
    connect(settings, &SettingsDialog::lockMinutesChanged, this, &MainWindow::setLockMinutes);
    settings->open();
}

} // namespace tongban::ui
