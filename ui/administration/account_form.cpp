// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/account_form.h"

#include "ui/base/flow_layout.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"

#include <QFormLayout>

namespace tongban::ui {

namespace {

void select(QComboBox *choice, const std::string &code)
{
    choice->setCurrentIndex(std::max(0, choice->findData(qt(code))));
}

std::string chosen(const QComboBox *choice)
{
    return utf8(choice->currentData().toString());
}

} // namespace

AccountForm::AccountForm(const AdministrationContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_roles(new QWidget(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = addLine(form, tr("&Account"), "accountName", false);
    m_displayName = addLine(form, tr("Name of the &person"), "accountPerson", false);
    auto *roles = new FlowLayout(m_roles);
    roles->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Roles"), m_roles);
    m_organisation = addChoice(form, tr("Powers of the &body"), "accountOrganisation");
    m_hall = addChoice(form, tr("&Hall"), "accountHall");
    m_window = addChoice(form, tr("&Window"), "accountWindow");
    m_password = addLine(form, tr("New pass&word"), "accountPassword", true);
    m_again = addLine(form, tr("Password a&gain"), "accountAgain", true);
    m_name->setMaxLength(64);
    connect(m_hall, &QComboBox::currentIndexChanged, this, &AccountForm::offerWindows);
}

QLineEdit *AccountForm::addLine(QFormLayout *form, const QString &title, const char *name, bool isSecret)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(spokenTitle(title));
    if (isSecret)
        line->setEchoMode(QLineEdit::Password);
    form->addRow(title, line);
    return line;
}

QComboBox *AccountForm::addChoice(QFormLayout *form, const QString &title, const char *name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QString::fromLatin1(name));
    choice->setAccessibleName(spokenTitle(title));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(16);
    form->addRow(title, choice);
    return choice;
}

void AccountForm::offer(const service::AccountBook &book)
{
    const service::Account kept = account();
    if (m_roleBoxes.empty())
        for (const auto &[role, title] : book.roles) {
            auto *box = new QCheckBox(m_context.word(title), m_roles);
            box->setObjectName(QStringLiteral("role_") + qt(permit::name(role)));
            m_roles->layout()->addWidget(box);
            m_roleBoxes.emplace_back(role, box);
        }
    const auto fill = [this](QComboBox *choice, const QString &none,
                             const std::vector<service::AccountBook::Place> &places) {
        const QSignalBlocker quiet(choice);
        choice->clear();
        choice->addItem(none, QString());
        for (const auto &place : places)
            choice->addItem(m_context.word({place.nameZh, place.nameEn}), qt(place.code));
    };
    fill(m_organisation, tr("whoever holds the power"), book.organisations);
    fill(m_hall, tr("at no window"), book.halls);
    m_windows = book.windows;
    select(m_organisation, kept.organisation);
    select(m_hall, kept.hall);
    offerWindows();
    select(m_window, kept.window);
}

void AccountForm::offerWindows()
{
    const std::string hall = chosen(m_hall);
    m_window->clear();
    m_window->addItem(tr("any"), QString());
    for (const auto &window : m_windows)
        if (window.hall == hall)
            m_window->addItem(qt(window.code), qt(window.code));
    m_window->setEnabled(!hall.empty());
    m_window->setToolTip(hall.empty() ? tr("Choose a hall first.") : QString());
}

void AccountForm::startNew()
{
    show({});
    m_isNew = true;
    m_name->setReadOnly(false);
    m_name->setFocus();
}

void AccountForm::show(const service::Account &account)
{
    m_isNew = false;
    m_name->setReadOnly(true);
    m_name->setText(qt(account.name));
    m_displayName->setText(qt(account.displayName));
    for (const auto &[role, box] : m_roleBoxes)
        box->setChecked(account.holds(role));
    select(m_organisation, account.organisation);
    select(m_hall, account.hall);
    offerWindows();
    select(m_window, account.window);
    clearPasswords();
}

service::Account AccountForm::account() const
{
    service::Account account;
    account.name = utf8(m_name->text().trimmed());
    account.displayName = utf8(m_displayName->text().trimmed());
    for (const auto &[role, box] : m_roleBoxes)
        if (box->isChecked())
            account.roles.push_back(role);
    account.organisation = chosen(m_organisation);
    account.hall = chosen(m_hall);
    account.window = chosen(m_window);
    return account;
}

void AccountForm::clearPasswords()
{
    m_password->clear();
    m_again->clear();
}

} // namespace tongban::ui
