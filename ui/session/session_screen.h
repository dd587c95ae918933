// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tongban::ui {

/// Who works at this window: the first administrator of an empty office, signing in, and coming back to a
/// locked window. Shows nothing of any case. GUI thread; passwords are checked on the workspace's thread.
class SessionScreen : public QScrollArea
{
    Q_OBJECT

public:
    SessionScreen(service::WorkspaceThread &workspace, const Theme &theme, QWidget *parent = nullptr);

    /// Asks for name and password, or for the first account where there is none.
    void askForSignIn();

    /// Something to know before anybody works: how the program ended, say. Goes when somebody has signed in.
    void setNotice(const QString &notice);

    /// Asks for the password of this person alone.
    void lock(const service::SignedIn &person);

Q_SIGNALS:
    void signedIn(const tongban::service::SignedIn &person);
    void unlocked();
    /// Somebody else wants to work at the locked window; what was not saved is given up.
    void signOutWanted();
    void failed(const tongban::Error &error);

private:
    enum class Mode { Waiting, FirstAccount, SignIn, Locked };

    void setMode(Mode mode);
    void showPage(const service::SignInPage &page);
    void showPractice(const service::SignInPage &page);
    void submit();
    void signIn();
    void addFirst();
    void answer(const Result<service::SignInAnswer> &given);
    void refuse(const QString &message);
    void colour();
    QLineEdit *addField(const QString &title, const QString &name, bool isSecret);

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    Mode m_mode = Mode::Waiting;
    QWidget *m_card;
    QFormLayout *m_form;
    QLabel *m_title;
    QLabel *m_notice;
    QLabel *m_hint;
    QLineEdit *m_account;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QLabel *m_problem;
    QPushButton *m_go;
    QPushButton *m_other;
    QWidget *m_practice;
    QVBoxLayout *m_practiceLayout;
};

/// A sentence for people about an account that is not taken.
QString accountProblemText(service::AccountProblem problem);

} // namespace tongban::ui
