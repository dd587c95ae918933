// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/shortcut_table.h"
#include "ui/base/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace tongban::ui {

class CentreLink;
class Desk;
class IdleWatch;
class MessageLog;
class Navigation;
class OfficeBar;
class Screen;
class SessionScreen;

/// What a window shows, for one that takes its place in the other language.
struct WindowState {
    std::optional<service::SignedIn> person;
    QString screen; ///< Name of the one in sight.
    QString serial; ///< Of the case on the page.
    ShortcutTable::Chosen keys; ///< What the person chose instead of the usual ones.
    int lockMinutes = 10; ///< 0 = never.
    std::shared_ptr<CentreLink> link = {}; ///< The line to the centre stays as it is; nothing = a new one.
};

/// The window: who works here, then the desk, the state in words below. Knows every screen; screens know only
/// what is shown of them here. Without a person signed in, no case is read. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive the window. `state`: what goes on, when the window is made anew.
    MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language,
               const WindowState &state = {});
    ~MainWindow() override;

    const std::optional<service::SignedIn> &person() const { return m_person; }
    WindowState state() const;

    /// Something to know before anybody works; it is on the sign-in page and among the messages.
    void notice(const QString &text);

    /// Hides everything until the same person gives the password again; nothing typed is lost.
    void lock();
    bool isLocked() const;

    /// Shows the case with this number. Nothing happens while nobody is signed in.
    void openCase(const QString &key);

    /// Shows the screen of this name (ui/shell/screen_list.h); false when that is not for this person.
    bool showScreen(const QString &name);

Q_SIGNALS:
    /// The practice queue is wanted, in a window of its own.
    void practiceWanted();
    /// The other language is wanted; whoever made the window makes it anew.
    void languageWanted(tongban::approval::Language language);
    /// The office is to be sealed: whoever made the window closes it for that.
    void sealWanted();
    /// A case is on the page; what was asked for is there to be seen.
    void caseShown(const QString &serial);

private:
    void enter(const service::SignedIn &person);
    void unlock();
    void signOut();
    void adopt(Screen *screen);
    void offerCommands(Screen *screen);
    void back();
    void closeDialogs();
    void setWorking(bool working);
    void makeMenus();
    void makeViewMenu();
    void makeHelpMenu();
    void readKind();
    void makeStatusBar();
    void followLink();
    QAction *command(QMenu *menu, const char *name, const QString &title, const QList<QKeySequence> &keys,
                     std::function<void()> run);
    QAction *deskCommand(const char *name, const QString &title, const QList<QKeySequence> &keys,
                         std::function<void(Desk &)> run);
    void adoptCommands();
    void openPalette();
    void openSettings();
    void setLockMinutes(int minutes);
    void say(const QString &message);
    void report(const Error &error);

    service::WorkspaceThread &m_workspace;
    Theme &m_theme;
    approval::Language m_language;
    std::shared_ptr<CentreLink> m_link;
    std::optional<service::SignedIn> m_person;
    QStackedWidget *m_stack;
    SessionScreen *m_session;
    Navigation *m_screens;
    QToolBar *m_bar = nullptr;
    QPointer<QWidget> m_focusBefore; ///< What had the focus when the window was locked.
    QMenu *m_go = nullptr;
    QMenu *m_acts = nullptr;
    QList<QAction *> m_singleKeys; ///< Work in the list and on the page, not where text is typed.
    ShortcutTable *m_keys;
    MessageLog *m_log;
    OfficeBar *m_office;
    QLabel *m_who;
    IdleWatch *m_watch;
    int m_lockMinutes = 10;
    QString m_serial; ///< Of the case on the page.
};

} // namespace tongban::ui
