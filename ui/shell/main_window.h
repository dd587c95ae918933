// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace tongban::ui {

class Desk;
class MessageLog;
class Navigation;
class Screen;
class SessionScreen;

/// The window: who works here, then the desk, the state in words below. Knows every screen; screens know only
/// what is shown of them here. Without a person signed in, no case is read. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive the window. `person`: who goes on working, when the window is made anew.
    MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language,
               const std::optional<service::SignedIn> &person = {});
    ~MainWindow() override;

    const std::optional<service::SignedIn> &person() const { return m_person; }

    /// Hides everything until the same person gives the password again; nothing typed is lost.
    void lock();
    bool isLocked() const;

    /// Shows the case with this number. Nothing happens while nobody is signed in.
    void openCase(const QString &key);

    /// Shows the screen of this name (ui/shell/screen_list.h); false when that is not for this person.
    bool showScreen(const QString &name);

Q_SIGNALS:
    /// The other language is wanted; whoever made the window makes it anew.
    void languageWanted(tongban::approval::Language language);
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
    void makeStatusBar();
    QAction *command(QMenu *menu, const QString &title, const QList<QKeySequence> &keys,
                     std::function<void()> run);
    QAction *deskCommand(const QString &title, const QList<QKeySequence> &keys,
                         std::function<void(Desk &)> run);
    void openPalette();
    void say(const QString &message);
    void report(const Error &error);

    service::WorkspaceThread &m_workspace;
    Theme &m_theme;
    approval::Language m_language;
    std::optional<service::SignedIn> m_person;
    QStackedWidget *m_stack;
    SessionScreen *m_session;
    Navigation *m_screens;
    QToolBar *m_bar = nullptr;
    QPointer<QWidget> m_focusBefore; ///< What had the focus when the window was locked.
    QMenu *m_go = nullptr;
    QMenu *m_acts = nullptr;
    QList<QAction *> m_singleKeys; ///< Work in the list and on the page, not where text is typed.
    MessageLog *m_log;
    QLabel *m_kind;
    QLabel *m_who;
};

} // namespace tongban::ui
