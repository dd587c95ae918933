// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/centre/centre_account.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/base/wrap_table.h"
#include "ui/centre/centre_link.h"

#include <QScrollArea>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tongban::ui {

/// Who this desktop is at the centre and what it may do there, as the centre says it now; the password where
/// there is one. Asks on a thread of its own, so that nobody waits for the network. GUI thread.
class CentreAccountPage : public QScrollArea
{
    Q_OBJECT

public:
    CentreAccountPage(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
                      approval::Language language, QWidget *parent);

    void load();

Q_SIGNALS:
    void said(const QString &message);

private:
    struct Page;

    QWidget *makePasswords();
    void ask();
    void fill(const Page &page);
    void changePassword();
    void tell(const QString &text);

    service::WorkspaceThread &m_workspace;
    CentreLink &m_link;
    approval::Language m_language;
    std::unique_ptr<service::WorkspaceThread> m_beside;
    QLabel *m_who;
    WrapTable *m_rights;
    QWidget *m_passwords = nullptr;
    QLineEdit *m_before = nullptr;
    QLineEdit *m_after = nullptr;
    QLineEdit *m_again = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_message;
};

} // namespace tongban::ui
