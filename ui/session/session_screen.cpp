// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session_screen.h"

#include "ui/base/error_text.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

class AccountProblemText
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::AccountProblemText)

public:
    static QString of(service::AccountProblem problem)
    {
        using service::AccountProblem;
        switch (problem) {
        case AccountProblem::NameInvalid:
            return tr("An account name is made of lower-case letters, digits and . _ - @, at most 64.");
        case AccountProblem::NameTaken: return tr("That account exists already.");
        case AccountProblem::DisplayNameMissing: return tr("Enter the name of the person.");
        case AccountProblem::RoleMissing:
        case AccountProblem::RoleNotOfStaff: return tr("Choose a role of the staff.");
        case AccountProblem::OrganisationUnknown: return tr("The catalogue has no such body.");
        case AccountProblem::HallUnknown: return tr("The catalogue has no such hall.");
        case AccountProblem::WindowUnknown: return tr("The hall has no such window.");
        case AccountProblem::PasswordShort:
            return tr("A password has at least %1 characters.").arg(service::kShortestPassword);
        case AccountProblem::LastAdministrator:
            return tr("Nobody else could administer this office; make another administrator first.");
        case AccountProblem::PasswordIsName: return tr("The password may not be the account's name.");
        }
        return {};
    }
};

} // namespace

QString accountProblemText(service::AccountProblem problem)
{
    return AccountProblemText::of(problem);
}

SessionScreen::SessionScreen(service::WorkspaceThread &workspace, const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_theme(theme), m_card(new QWidget(this)),
      m_form(new QFormLayout), m_title(new QLabel(m_card)), m_notice(new QLabel(m_card)),
      m_hint(new QLabel(m_card)), m_account(nullptr), m_name(nullptr), m_password(nullptr), m_again(nullptr),
      m_problem(new QLabel(m_card)), m_go(new QPushButton(m_card)),
      m_other(new QPushButton(tr("Sign in as somebody &else"), m_card)), m_practice(new QWidget(m_card)),
      m_practiceLayout(new QVBoxLayout(m_practice))
{
    setObjectName(QStringLiteral("sessionScreen"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_account = addField(tr("&Account"), QStringLiteral("signInAccount"), false);
    m_name = addField(tr("&Name of the person"), QStringLiteral("signInName"), false);
    m_password = addField(tr("&Password"), QStringLiteral("signInPassword"), true);
    m_again = addField(tr("Password a&gain"), QStringLiteral("signInAgain"), true);
    m_problem->setObjectName(QStringLiteral("signInProblem"));
    m_go->setObjectName(QStringLiteral("signInGo"));
    m_go->setDefault(true);
    m_other->setObjectName(QStringLiteral("signInOther"));
    m_notice->setObjectName(QStringLiteral("signInNotice"));
    m_notice->hide();
    for (QLabel *label : {m_notice, m_hint, m_problem})
        label->setWordWrap(true);
    m_practiceLayout->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout;
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_notice);
    column->addWidget(m_hint);
    column->addLayout(m_form);
    for (QWidget *part : {static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_go),
                          static_cast<QWidget *>(m_other), m_practice})
        column->addWidget(part);
    column->addStretch(2);
    auto *row = new QHBoxLayout(m_card);
    row->addStretch(1);
    row->addLayout(column, 2);
    row->addStretch(1);
    setWidget(m_card);
    connect(m_go, &QPushButton::clicked, this, &SessionScreen::submit);
    connect(m_other, &QPushButton::clicked, this, &SessionScreen::signOutWanted);
    for (QLineEdit *field : {m_account, m_name, m_password, m_again})
        connect(field, &QLineEdit::returnPressed, this, &SessionScreen::submit);
    connect(&theme, &Theme::changed, this, &SessionScreen::colour);
    colour();
    setMode(Mode::Waiting);
}

QLineEdit *SessionScreen::addField(const QString &title, const QString &name, bool isSecret)
{
    auto *field = new QLineEdit(m_card);
    field->setObjectName(name);
    field->setAccessibleName(spokenTitle(title));
    if (isSecret)
        field->setEchoMode(QLineEdit::Password);
    m_form->addRow(title, field);
    return field;
}

void SessionScreen::colour()
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().late);
    m_problem->setPalette(palette);
    m_notice->setPalette(palette);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_title->setFont(large);
}

void SessionScreen::setMode(Mode mode)
{
    m_mode = mode;
    const bool isFirst = mode == Mode::FirstAccount;
    m_form->setRowVisible(m_account, mode != Mode::Waiting);
    m_form->setRowVisible(m_name, isFirst);
    m_form->setRowVisible(m_password, mode != Mode::Waiting);
    m_form->setRowVisible(m_again, isFirst);
    m_account->setReadOnly(mode == Mode::Locked);
    m_account->setFocusPolicy(mode == Mode::Locked ? Qt::NoFocus : Qt::StrongFocus);
    m_go->setVisible(mode != Mode::Waiting);
    m_go->setEnabled(true);
    m_other->setVisible(mode == Mode::Locked);
    m_practice->setVisible(mode == Mode::SignIn);
    m_problem->clear();
    m_password->clear();
    m_again->clear();
    switch (mode) {
    case Mode::Waiting:
        m_title->setText(tr("Tongban"));
        m_hint->setText(tr("Opening the workspace."));
        break;
    case Mode::FirstAccount:
        m_title->setText(tr("The first account"));
        m_hint->setText(tr("Nobody can work in this office yet. The first account is its administrator, who "
                           "adds the others."));
        m_go->setText(tr("Make the account and sign in"));
        break;
    case Mode::SignIn:
        m_title->setText(tr("Sign in"));
        m_go->setText(tr("Sign in"));
        break;
    case Mode::Locked:
        m_title->setText(tr("Locked"));
        m_hint->setText(tr("Everything is where you left it. Enter your password to go on."));
        m_go->setText(tr("Unlock"));
        break;
    }
}

void SessionScreen::askForSignIn()
{
    setMode(Mode::Waiting);
    m_account->clear();
    const auto read = [](service::Workspace &workspace) {
        return service::signInPage(workspace);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<service::SignInPage> &page) {
        if (page)
            return showPage(*page);
        m_hint->setText(errorLine(page.error()));
        Q_EMIT failed(page.error());
    });
}

void SessionScreen::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SessionScreen::lock(const service::SignedIn &person)
{
    setMode(Mode::Locked);
    m_account->setText(qt(person.account.name));
    m_password->setFocus();
}

void SessionScreen::showPage(const service::SignInPage &page)
{
    setMode(page.hasAccounts ? Mode::SignIn : Mode::FirstAccount);
    if (page.hasAccounts)
        m_hint->setText(page.kind == service::WorkspaceKind::Production
                            ? tr("This office is in service: what is done here is binding.")
                            : tr("Nothing here is real; everything may be tried."));
    showPractice(page);
    m_account->setFocus();
}

void SessionScreen::showPractice(const service::SignInPage &page)
{
    while (QLayoutItem *item = m_practiceLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (page.practice.empty())
        return;
    m_practiceLayout->addWidget(new QLabel(tr("Practice accounts of the demonstration:"), m_practice));
    int number = 0;
    for (const service::SignInPage::Practice &one : page.practice) {
        auto *button = new QPushButton(QStringLiteral("&%1  %2    %3 / %4")
                                           .arg(++number)
                                           .arg(qt(one.displayName), qt(one.name), qt(one.password)),
                                       m_practice);
        button->setObjectName(QStringLiteral("practice_") + qt(one.name));
        m_practiceLayout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, one] {
            m_account->setText(qt(one.name));
            m_password->setText(qt(one.password));
            submit();
        });
    }
}

void SessionScreen::submit()
{
    if (!m_go->isEnabled())
        return;
    m_problem->clear();
    if (m_mode == Mode::FirstAccount)
        addFirst();
    else if (m_mode != Mode::Waiting)
        signIn();
}

void SessionScreen::signIn()
{
    if (m_password->text().isEmpty())
        return m_account->text().isEmpty() ? m_account->setFocus() : m_password->setFocus();
    m_go->setEnabled(false);
    const auto check = [given =
                            service::Credentials{utf8(m_account->text().trimmed()),
                                                 utf8(m_password->text())}](service::Workspace &workspace) {
        return service::signIn(workspace, given);
    };
    whenDone(this, m_workspace.run(check),
             [this](const Result<service::SignInAnswer> &given) { answer(given); });
}

void SessionScreen::answer(const Result<service::SignInAnswer> &given)
{
    using Problem = service::SignInAnswer::Problem;
    m_go->setEnabled(true);
    if (!given)
        return refuse(errorLine(given.error()));
    switch (given->problem) {
    case Problem::None: break;
    case Problem::WrongNameOrPassword: return refuse(tr("Account or password is wrong."));
    case Problem::Disabled: return refuse(tr("This account is disabled; the administrator can enable it."));
    case Problem::WaitFirst:
        return refuse(
            tr("Too many wrong passwords; try again in %n second(s).", nullptr, given->waitSeconds));
    }
    m_password->clear();
    setNotice({});
    if (m_mode == Mode::Locked) {
        Q_EMIT unlocked();
        return;
    }
    Q_EMIT signedIn(*given->signedIn);
}

void SessionScreen::addFirst()
{
    if (m_password->text() != m_again->text())
        return refuse(tr("The two passwords differ."));
    service::Account account;
    account.name = utf8(m_account->text().trimmed());
    account.displayName = utf8(m_name->text().trimmed());
    account.roles = {permit::Role::Administrator};
    m_go->setEnabled(false);
    const auto add = [account, password = utf8(m_password->text())](
                         service::Workspace &workspace) -> Result<std::vector<service::AccountProblem>> {
        // Another window may have been first; the administrator is one that this office chose.
        if (TRY(service::signInPage(workspace)).hasAccounts)
            return std::vector{service::AccountProblem::NameTaken};
        return service::addAccount(workspace, account, password, {});
    };
    whenDone(this, m_workspace.run(add),
             [this](const Result<std::vector<service::AccountProblem>> &problems) {
                 m_go->setEnabled(true);
                 if (!problems)
                     return refuse(errorLine(problems.error()));
                 if (problems->empty())
                     return signIn();
                 refuse(accountProblemText(problems->front()));
             });
}

void SessionScreen::refuse(const QString &message)
{
    m_problem->setText(message);
    m_password->selectAll();
    m_password->setFocus();
}

} // namespace tongban::ui
