// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/main_window.h"

#include "ui/base/command_palette.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/session/idle_watch.h"
#include "ui/session/session_screen.h"
#include "ui/shell/desk.h"
#include "ui/shell/message_log.h"
#include "ui/shell/navigation.h"
#include "ui/shell/view_menu.h"

#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

namespace tongban::ui {

MainWindow::MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language,
                       const std::optional<service::SignedIn> &person)
    : m_workspace(workspace), m_theme(theme), m_language(language), m_stack(new QStackedWidget(this)),
      m_session(new SessionScreen(workspace, theme, m_stack)),
      m_screens(new Navigation(*m_stack, workspace, theme, language, this)), m_log(new MessageLog(this)),
      m_kind(new QLabel(this)), m_who(new QLabel(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Tongban"));
    m_stack->addWidget(m_session);
    setCentralWidget(m_stack);
    makeMenus();
    makeViewMenu();
    makeStatusBar();
    connect(m_screens, &Navigation::wanted, this, &MainWindow::showScreen);
    connect(m_screens, &Navigation::made, this, &MainWindow::adopt);
    connect(m_screens, &Navigation::shown, this, &MainWindow::offerCommands);
    connect(m_session, &SessionScreen::signedIn, this, &MainWindow::enter);
    connect(m_session, &SessionScreen::unlocked, this, &MainWindow::unlock);
    connect(m_session, &SessionScreen::signOutWanted, this, &MainWindow::signOut);
    connect(m_session, &SessionScreen::failed, this, &MainWindow::report);
    auto *watch = new IdleWatch(this);
    connect(watch, &IdleWatch::idle, this, &MainWindow::lock);
    if (person)
        enter(*person);
    else
        signOut();
}

MainWindow::~MainWindow() = default;

void MainWindow::enter(const service::SignedIn &person)
{
    m_person = person;
    m_who->setText(qt(person.account.displayName));
    m_screens->begin(person);
    m_bar->clear();
    for (QAction *action : m_screens->actions())
        if (action->isEnabled())
            m_bar->addAction(action);
    setWorking(true);
}

/// A screen that was made just now.
void MainWindow::adopt(Screen *screen)
{
    connect(screen, &Screen::failed, this, &MainWindow::report);
    connect(screen, &Screen::said, this, &MainWindow::say);
    connect(screen, &Screen::caseTouched, this, &MainWindow::openCase);
    connect(screen, &Screen::caseWanted, this, [this](const QString &serial) {
        showScreen(QLatin1String(kDeskName));
        openCase(serial);
    });
    if (auto *desk = qobject_cast<Desk *>(screen)) {
        connect(desk, &Desk::caseShown, this, &MainWindow::caseShown);
        desk->listenTo(m_singleKeys);
    }
}

/// The commands of the screen that is in sight, in their menu.
void MainWindow::offerCommands(Screen *screen)
{
    m_acts->clear();
    m_acts->addActions(screen->commands());
    m_acts->setTitle(screen->menuTitle());
    m_acts->menuAction()->setVisible(!m_acts->isEmpty());
    screen->enter();
}

void MainWindow::signOut()
{
    closeDialogs();
    m_person.reset();
    m_stack->setCurrentWidget(m_session);
    m_acts->clear();
    m_screens->end(); // what was typed at the counter is kept below the workspace
    m_who->clear();
    setWorking(false);
    m_session->askForSignIn();
}

void MainWindow::lock()
{
    if (!m_person || isLocked())
        return;
    closeDialogs();
    m_focusBefore = focusWidget();
    m_stack->setCurrentWidget(m_session);
    setWorking(false);
    m_session->lock(*m_person);
}

bool MainWindow::isLocked() const
{
    return m_person && m_stack->currentWidget() == m_session;
}

void MainWindow::unlock()
{
    m_stack->setCurrentWidget(m_screens->current());
    setWorking(true);
    if (m_focusBefore)
        m_focusBefore->setFocus();
    else
        m_screens->current()->enter();
}

bool MainWindow::showScreen(const QString &name)
{
    const bool isShown = !isLocked() && m_screens->show(name);
    m_screens->mark(); // a button of the bar marks itself when it is pressed
    return isShown;
}

/// One step back: inside the screen, then to the desk. What is typed stays where it is.
void MainWindow::back()
{
    if (m_person && !isLocked() && !m_screens->current()->back())
        showScreen(QLatin1String(kDeskName));
}

/// Messages and lists of commands name cases; they go with them.
void MainWindow::closeDialogs()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->close();
    statusBar()->clearMessage();
}

void MainWindow::setWorking(bool working)
{
    m_go->menuAction()->setVisible(working);
    m_acts->menuAction()->setVisible(working && !m_acts->isEmpty());
    m_bar->setVisible(working);
}

void MainWindow::openCase(const QString &key)
{
    if (m_screens->desk() != nullptr)
        m_screens->desk()->openCase(key);
}

QAction *MainWindow::command(QMenu *menu, const QString &title, const QList<QKeySequence> &keys,
                             std::function<void()> run)
{
    QAction *action = menu->addAction(title);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

QAction *MainWindow::deskCommand(const QString &title, const QList<QKeySequence> &keys,
                                 std::function<void(Desk &)> run)
{
    return command(m_go, title, keys, [this, run = std::move(run)] {
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
    m_bar->toggleViewAction()->setVisible(false); // it cannot be closed by mistake
    QAction *next = deskCommand(tr("Next case"), {Qt::Key_J}, [](Desk &desk) { desk.step(1); });
    QAction *previous = deskCommand(tr("Previous case"), {Qt::Key_K}, [](Desk &desk) { desk.step(-1); });
    command(m_go, tr("To the list"), {Qt::Key_Escape}, [this] { back(); });
    QAction *search = deskCommand(tr("Search"), {Qt::Key_Slash}, [](Desk &desk) { desk.toSearch(); });
    deskCommand(tr("Search from anywhere"), {QKeySequence::Find}, [](Desk &desk) { desk.toSearch(); });
    command(m_go, tr("Load anew"), {Qt::Key_F5}, [this] {
        if (m_screens->current() != nullptr)
            m_screens->current()->reload();
    });
    m_acts = menuBar()->addMenu(tr("&Case"));
    m_acts->setToolTipsVisible(true);
    m_singleKeys = {next, previous, search};
    for (QAction *action : m_singleKeys)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_go->addSeparator();
    command(m_go, tr("All commands"), {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); });
    command(m_go, tr("Messages"), {Qt::Key_F8}, [this] { m_log->show(); });
    m_go->addSeparator();
    command(m_go, tr("Lock"), {Qt::CTRL | Qt::Key_L}, [this] { lock(); });
    command(m_go, tr("Sign out"), {}, [this] { signOut(); })->setObjectName(QStringLiteral("signOut"));
    command(m_go, tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
}

void MainWindow::makeViewMenu()
{
    auto *view = new ViewMenu(m_theme, this);
    menuBar()->addMenu(view);
    const bool isChinese = m_language == approval::Language::Chinese;
    view->addSeparator();
    // Always in the language it leads to, so that whoever chose the wrong one finds the way back.
    QAction *other =
        command(view, isChinese ? QStringLiteral("English") : QStringLiteral("中文"), {}, [this, isChinese] {
            Q_EMIT languageWanted(isChinese ? approval::Language::English : approval::Language::Chinese);
        });
    // The window is made anew: that is no way around the lock.
    connect(view, &QMenu::aboutToShow, other, [this, other] { other->setEnabled(!isLocked()); });
}

void MainWindow::makeStatusBar()
{
    m_kind->setObjectName(QStringLiteral("workspaceKind"));
    m_who->setObjectName(QStringLiteral("whoWorks"));
    statusBar()->addPermanentWidget(m_who);
    statusBar()->addPermanentWidget(m_kind);
    const auto kindOf = [](service::Workspace &workspace) -> Result<service::WorkspaceKind> {
        return workspace.kind();
    };
    whenDone(this, m_workspace.run(kindOf), [this](const Result<service::WorkspaceKind> &kind) {
        if (!kind)
            return; // The page of the session says it.
        switch (*kind) {
        case service::WorkspaceKind::Demo: m_kind->setText(tr("Demonstration, made-up data")); break;
        case service::WorkspaceKind::Training: m_kind->setText(tr("Training")); break;
        case service::WorkspaceKind::Production: m_kind->setText(tr("In service, this machine only")); break;
        }
    });
}

void MainWindow::openPalette()
{
    QList<QAction *> actions;
    for (QAction *menu : menuBar()->actions())
        if (menu->menu() != nullptr && menu->isVisible())
            actions += menu->menu()->actions();
    auto *palette = new CommandPalette(actions, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::say(const QString &message)
{
    statusBar()->showMessage(message);
    m_log->add(message);
}

void MainWindow::report(const Error &error)
{
    say(tr("%1 [%2]").arg(errorText(error), errorCode(error)));
}

} // namespace tongban::ui
