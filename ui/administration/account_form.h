// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <vector>

class QFormLayout;

namespace tongban::ui {

/// What stands in one account: the person, roles, places; and a password when one is given. GUI thread.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    AccountForm(const AdministrationContext &context, QWidget *parent);

    /// What can be chosen from; what is on the form stays.
    void offer(const service::AccountBook &book);

    /// An empty form for a new account.
    void startNew();
    void show(const service::Account &account);

    bool isNew() const { return m_isNew; }
    service::Account account() const;
    QString password() const { return m_password->text(); }
    bool passwordsAgree() const { return m_password->text() == m_again->text(); }
    void clearPasswords();

private:
    QLineEdit *addLine(QFormLayout *form, const QString &title, const char *name, bool isSecret);
    QComboBox *addChoice(QFormLayout *form, const QString &title, const char *name);
    void offerWindows();

    const AdministrationContext &m_context;
    bool m_isNew = true;
    QLineEdit *m_name;
    QLineEdit *m_displayName;
    QWidget *m_roles;
    std::vector<std::pair<permit::Role, QCheckBox *>> m_roleBoxes;
    QComboBox *m_organisation;
    QComboBox *m_hall;
    QComboBox *m_window;
    QLineEdit *m_password;
    QLineEdit *m_again;
    std::vector<service::AccountBook::Place> m_windows;
};

} // namespace tongban::ui
