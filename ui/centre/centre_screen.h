// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"
#include "ui/centre/centre_link.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace tongban::ui {

class CentreAccountPage;
class ConnectPage;
class CopyPage;
class OutboxPage;

/// How this desktop and its centre stand to each other: the line in words, every act made here and what
/// became of it, how far the copy reaches. Where there is no centre it says so. GUI thread.
class CentreScreen : public Screen
{
    Q_OBJECT

public:
    CentreScreen(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
                 approval::Language language, const service::SignedIn &person, QWidget *parent);

    void enter() override;
    void reload() override;
    bool back() override;
    QList<QAction *> commands() const override;

Q_SIGNALS:
    /// The form of the act on the case's page, filled in.
    void redoWanted(const QString &serial, const tongban::permit::ActRequest &request);

private:
    QWidget *makeHead();
    void makeAlone(const service::SignedIn &person);
    void openConnect();
    void showLink();
    void givePassword();

    service::WorkspaceThread &m_workspace;
    CentreLink &m_link;
    const Theme &m_theme;
    QLabel *m_state = nullptr;
    QLabel *m_sentence = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_retry = nullptr;
    QStackedWidget *m_stack;
    QWidget *m_alone;
    QPushButton *m_connect = nullptr;
    ConnectPage *m_connectPage;
    QTabWidget *m_tabs;
    OutboxPage *m_outbox;
    CopyPage *m_copy;
    CentreAccountPage *m_account;
    QAction *m_retryCommand;
};

} // namespace tongban::ui
