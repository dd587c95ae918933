// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/accounts_page.h"

#include "ui/administration/account_form.h"
#include "ui/base/flow_layout.h"
#include "ui/base/scrolled.h"
#include "ui/base/text.h"
#include "ui/session/session_screen.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace tongban::ui {

AccountsPage::AccountsPage(AdministrationContext given, QWidget *parent)
    : AdministrationPage(std::move(given), parent),
      m_table(new ValueTable(
          tr("Accounts"),
          {tr("Account"), tr("Person"), tr("Roles"), tr("Body"), tr("Hall"), tr("Window"), tr("State")},
          this)),
      m_form(new AccountForm(context(), this)), m_buttons(new QWidget(this)),
      m_problem(makeProblemLine(QStringLiteral("accountProblem")))
{
    m_table->setObjectName(QStringLiteral("accountTable"));
    auto *row = new FlowLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_new = addButton(tr("&New account"), "accountNew", &AccountsPage::startNew);
    m_save = addButton(tr("&Save"), "accountSave", &AccountsPage::save);
    m_setPassword = addButton(tr("Set new &password"), "accountSetPassword", &AccountsPage::changePassword);
    m_disable = addButton(tr("&Disable"), "accountDisable", &AccountsPage::toggleDisabled);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->addWidget(m_form);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    auto *parts = new QSplitter(this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(scrolled(side, parts));
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(parts);
    connect(m_table, &QTableWidget::currentCellChanged, this, &AccountsPage::showCurrent);
}

QPushButton *AccountsPage::addButton(const QString &title, const char *name, void (AccountsPage::*run)())
{
    auto *button = new QPushButton(title, m_buttons);
    button->setObjectName(QString::fromLatin1(name));
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
    return button;
}

void AccountsPage::load()
{
    const auto read = [](const service::AdministratorDesk &desk) {
        return desk.accountBook();
    };
    ask(read, [this](const service::AccountBook &book) { show(book); });
}

void AccountsPage::show(const service::AccountBook &book)
{
    const bool isFirst = m_accounts.empty();
    m_accounts = book.accounts;
    m_form->offer(book);
    const auto nameIn = [this](const std::vector<service::AccountBook::Place> &places,
                               const std::string &code) {
        for (const auto &place : places)
            if (place.code == code)
                return context().word({place.nameZh, place.nameEn});
        return qt(code);
    };
    QList<QStringList> rows;
    int wanted = -1;
    for (const service::Account &account : m_accounts) {
        QStringList roles;
        for (const auto &[role, title] : book.roles)
            if (account.holds(role))
                roles.append(context().word(title));
        if (account.name == m_wanted)
            wanted = static_cast<int>(rows.size());
        rows.append({qt(account.name), qt(account.displayName), roles.join(tr(", ")),
                     nameIn(book.organisations, account.organisation), nameIn(book.halls, account.hall),
                     qt(account.window),
                     account.disabled       ? tr("disabled")
                         : account.practice ? tr("practice")
                                            : tr("enabled")});
    }
    m_table->setRows(rows);
    if (wanted >= 0)
        m_table->setCurrentCell(wanted, 0);
    m_wanted.clear();
    if (isFirst || !m_form->isNew())
        showCurrent();
}

std::optional<service::Account> AccountsPage::current() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_accounts.size()))
        return std::nullopt;
    return m_accounts[static_cast<std::size_t>(row)];
}

void AccountsPage::showCurrent()
{
    const auto account = current();
    if (!account)
        return;
    m_form->show(*account);
    m_problem->clear();
    m_setPassword->setEnabled(true);
    m_disable->setEnabled(true);
    m_disable->setText(account->disabled ? tr("&Enable") : tr("&Disable"));
}

void AccountsPage::startNew()
{
    m_form->startNew();
    m_problem->clear();
    m_setPassword->setEnabled(false);
    m_disable->setEnabled(false);
}

void AccountsPage::save()
{
    const service::Account account = m_form->account();
    if (!m_form->passwordsAgree())
        return m_problem->setText(tr("The two passwords differ."));
    const auto keep = [account, password = utf8(m_form->password()),
                       isNew = m_form->isNew()](const service::AdministratorDesk &desk) {
        return isNew ? desk.addAccount(account, password) : desk.changeAccount(account);
    };
    m_wanted = account.name;
    ask(keep, [this, name = qt(account.name)](const std::vector<service::AccountProblem> &problems) {
        after(problems, tr("Account %1 was saved.").arg(name));
    });
}

void AccountsPage::changePassword()
{
    const service::Account account = m_form->account();
    if (!m_form->passwordsAgree())
        return m_problem->setText(tr("The two passwords differ."));
    const auto set = [name = account.name,
                      password = utf8(m_form->password())](const service::AdministratorDesk &desk) {
        return desk.setPassword(name, password);
    };
    ask(set, [this, name = qt(account.name)](const std::vector<service::AccountProblem> &problems) {
        after(problems, tr("Account %1 has a new password.").arg(name));
    });
}

void AccountsPage::toggleDisabled()
{
    const auto account = current();
    if (!account)
        return;
    const auto set = [name = account->name,
                      disabled = !account->disabled](const service::AdministratorDesk &desk) {
        return desk.setDisabled(name, disabled);
    };
    ask(set, [this, account](const std::vector<service::AccountProblem> &problems) {
        after(problems,
              (account->disabled ? tr("Account %1 is enabled.") : tr("Account %1 is disabled."))
                  .arg(qt(account->name)));
    });
}

void AccountsPage::after(const std::vector<service::AccountProblem> &problems, const QString &message)
{
    QStringList sentences;
    for (const service::AccountProblem problem : problems)
        sentences.append(accountProblemText(problem));
    m_problem->setText(sentences.join(QLatin1Char('\n')));
    if (!problems.empty())
        return;
    if (m_form->isNew())
        m_form->show(m_form->account());
    m_form->clearPasswords();
    Q_EMIT said(message);
    load();
}

} // namespace tongban::ui
