// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/value_table.h"

#include <QPushButton>

#include <optional>

namespace tongban::ui {

class AccountForm;

/// Who may work in this office: adding, changing, disabling, a new password. GUI thread.
class AccountsPage : public AdministrationPage
{
    Q_OBJECT

public:
    AccountsPage(AdministrationContext context, QWidget *parent);

    void load() override;

private:
    QPushButton *addButton(const QString &title, const char *name, void (AccountsPage::*run)());
    void show(const service::AccountBook &book);
    void showCurrent();
    void startNew();
    void save();
    void changePassword();
    void toggleDisabled();
    void after(const std::vector<service::AccountProblem> &problems, const QString &message);
    std::optional<service::Account> current() const;

    std::vector<service::Account> m_accounts;
    ValueTable *m_table;
    AccountForm *m_form;
    QWidget *m_buttons;
    QPushButton *m_new;
    QPushButton *m_save;
    QPushButton *m_setPassword;
    QPushButton *m_disable;
    QLabel *m_problem;
    std::string m_wanted; ///< The account to be current when the list is there again.
};

} // namespace tongban::ui
