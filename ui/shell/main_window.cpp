// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/main_window.h"

#include "ui/base/error_text.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/centre/centre_link.h"
#include "ui/centre/centre_screen.h"
#include "ui/centre/centre_words.h"
#include "ui/session/idle_watch.h"
#include "ui/session/lock_signals.h"
#include "ui/session/session_screen.h"
#include "ui/shell/desk.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/message_log.h"
#include "ui/shell/navigation.h"
#include "ui/shell/office_bar.h"

#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace tongban::ui {

MainWindow::MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language,
                       const WindowState &state)
    : m_workspace(workspace), m_theme(theme), m_language(language),
      m_link(state.link ? state.link : std::make_shared<CentreLink>(workspace)),
      m_stack(new QStackedWidget(this)), m_session(new SessionScreen(workspace, theme, m_stack)),
      m_screens(new Navigation(*m_stack, workspace, *m_link, theme, language, this)),
      m_keys(new ShortcutTable(this)), m_log(new MessageLog(this)), m_office(new OfficeBar(theme, this)),
      m_who(new QLabel(this)), m_watch(new IdleWatch(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Tongban"));
    m_stack->addWidget(m_session);
    setHelpPage(m_session, QStringLiteral("sign-in"));
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_office);
    column->addWidget(m_stack, 1);
    setCentralWidget(middle);
    makeMenus();
    makeViewMenu();
    makeHelpMenu();
    makeStatusBar();
    followLink();
    adoptCommands();
    m_keys->setChosen(state.keys);
    readKind();
    connect(m_screens, &Navigation::wanted, this, &MainWindow::showScreen);
    connect(m_screens, &Navigation::made, this, &MainWindow::adopt);
    connect(m_screens, &Navigation::shown, this, &MainWindow::offerCommands);
    connect(m_session, &SessionScreen::signedIn, this, &MainWindow::enter);
    connect(m_session, &SessionScreen::unlocked, this, &MainWindow::unlock);
    connect(m_session, &SessionScreen::signOutWanted, this, &MainWindow::signOut);
    connect(m_session, &SessionScreen::failed, this, &MainWindow::report);
    setLockMinutes(state.lockMinutes);
    connect(m_watch, &IdleWatch::idle, this, &MainWindow::lock);
    connect(new LockSignals(this), &LockSignals::locked, this, &MainWindow::lock);
    if (!state.person) {
        signOut();
        return;
    }
    enter(*state.person);
    m_screens->desk()->resume(state.serial);
    showScreen(state.screen);
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
    connect(screen, &Screen::officeChanged, m_screens, &Navigation::renew);
    connect(screen, &Screen::sealWanted, this, &MainWindow::sealWanted);
    connect(screen, &Screen::failed, this, &MainWindow::report);
    connect(screen, &Screen::said, this, &MainWindow::say);
    connect(screen, &Screen::caseTouched, this, &MainWindow::openCase);
    connect(screen, &Screen::caseWanted, this, [this](const QString &serial) {
        m_screens->desk()->bring(serial);
        showScreen(QLatin1String(kDeskName));
    });
    for (QAction *action : screen->commands())
        m_keys->adopt(action, m_screens->nameOf(screen));
    if (auto *centre = qobject_cast<CentreScreen *>(screen))
        connect(centre, &CentreScreen::redoWanted, this,
                [this](const QString &serial, const permit::ActRequest &request) {
                    m_screens->desk()->redo(serial, request);
                    showScreen(QLatin1String(kDeskName));
                });
    if (auto *desk = qobject_cast<Desk *>(screen)) {
        connect(desk, &Desk::caseShown, this, [this](const QString &serial) {
            m_serial = serial;
            Q_EMIT caseShown(serial);
        });
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

void MainWindow::readKind()
{
    const auto kindOf = [](service::Workspace &workspace) -> Result<OfficeKind> {
        return OfficeKind{workspace.kind(), workspace.key() != nullptr};
    };
    whenDone(this, m_workspace.run(kindOf), [this](const Result<OfficeKind> &kind) {
        if (kind)
            m_office->setKind(*kind); // otherwise the page of the session says why
    });
}

/// Online and offline are told to whoever works, and to his screen reader; nothing stands in his way.
void MainWindow::followLink()
{
    connect(m_link.get(), &CentreLink::turned, this, [this] {
        if (m_link->news())
            say(linkText(m_link->news()));
    });
    connect(this, &MainWindow::caseShown, m_link.get(), &CentreLink::want);
    connect(m_link.get(), &CentreLink::fetched, this, [this] {
        if (m_screens->desk() != nullptr)
            m_screens->desk()->refreshCase();
    });
}

void MainWindow::setLockMinutes(int minutes)
{
    m_lockMinutes = minutes;
    m_watch->setMinutes(minutes);
}

WindowState MainWindow::state() const
{
    return {m_person, m_screens->currentName(), m_serial, m_keys->chosen(), m_lockMinutes, m_link};
}

void MainWindow::notice(const QString &text)
{
    m_session->setNotice(text);
    m_log->add(text);
}

void MainWindow::say(const QString &message)
{
    statusBar()->showMessage(message);
    m_log->add(message);
}

void MainWindow::report(const Error &error)
{
    say(errorLine(error));
}

} // namespace tongban::ui
