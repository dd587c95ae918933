// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/account_page.h"

#include "core/service/workspace/beside.h"
#include "ui/base/district_name.h"
#include "ui/base/error_text.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

/// Made on the thread beside, where the words of roles and items are.
struct CentreAccountPage::Page {
    service::CentreAccount account;
    std::vector<QString> roles; ///< By right.
    std::vector<QString> items;
};

CentreAccountPage::CentreAccountPage(service::WorkspaceThread &workspace, CentreLink &link,
                                     const Theme &theme, approval::Language language, QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_link(link), m_language(language),
      m_who(new QLabel(this)),
      m_rights(new WrapTable(
          QStringLiteral("accountRights"), tr("Rights at the centre"),
          {{tr("Role"), 3}, {tr("District"), 3}, {tr("Items"), 6}, {tr("Since"), 3}, {tr("Granted by"), 3}},
          theme, this)),
      m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("centreAccountPage"));
    setAccessibleName(tr("Account at the centre"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_passwords = makePasswords();
    m_who->setObjectName(QStringLiteral("accountWho"));
    m_message->setObjectName(QStringLiteral("accountMessage"));
    for (QLabel *label : {m_who, m_message})
        label->setWordWrap(true);
    auto *sheet = new QWidget(this);
    auto *column = new QVBoxLayout(sheet);
    column->addWidget(m_who);
    column->addWidget(m_rights);
    column->addWidget(m_passwords);
    column->addWidget(m_message);
    column->addStretch(1);
    setWidget(sheet);
    m_rights->hide();
    m_passwords->hide();
}

QWidget *CentreAccountPage::makePasswords()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [this, form](const char *name, const QString &title) {
        auto *line = new QLineEdit(this);
        line->setObjectName(QString::fromLatin1(name));
        line->setEchoMode(QLineEdit::Password);
        line->setAccessibleName(spokenTitle(title));
        form->addRow(title, line);
        connect(line, &QLineEdit::returnPressed, this, &CentreAccountPage::changePassword);
        return line;
    };
    m_before = add("accountBefore", tr("Present pass&word"));
    m_after = add("accountAfter", tr("&New password"));
    m_again = add("accountOnceMore", tr("New password &again"));
    m_change = new QPushButton(tr("C&hange the password"), box);
    m_change->setObjectName(QStringLiteral("accountChange"));
    connect(m_change, &QPushButton::clicked, this, &CentreAccountPage::changePassword);
    form->addRow(QString(), m_change);
    return box;
}

void CentreAccountPage::load()
{
    if (m_beside)
        return ask();
    const auto beside = [](service::Workspace &workspace) -> Result<service::WorkspaceThread::Opener> {
        return service::besideOf(workspace);
    };
    whenDone(this, m_workspace.run(beside), [this](const Result<service::WorkspaceThread::Opener> &opener) {
        if (!opener)
            return;
        m_beside = std::make_unique<service::WorkspaceThread>(*opener);
        ask();
    });
}

void CentreAccountPage::ask()
{
    tell(tr("Asking the centre…"));
    const auto read = [password = m_link.password(), isChinese = m_language == approval::Language::Chinese](
                          service::Workspace &workspace) -> Result<Page> {
        Page page{TRY(service::centreAccount(workspace, password)), {}, {}};
        const permit::Workflow &workflow = *workspace.resources().workflow;
        for (const auto &right : page.account.rights) {
            const auto role = permit::parseRole(right.role);
            const permit::Title title = role ? workflow.title(*role) : permit::Title{right.role, right.role};
            page.roles.push_back(qt(isChinese ? title.zh : title.en));
            page.items.push_back(qt(right.items).replace(QLatin1Char(';'), QStringLiteral(", ")));
        }
        return page;
    };
    whenDone(this, m_beside->run(read), [this](const Result<Page> &page) {
        if (page)
            return fill(*page);
        tell(page.error().code == ErrorCode::Unavailable
                 ? tr("The centre cannot be reached; what it knows of this account is asked for when it can.")
                 : errorLine(page.error()));
    });
}

void CentreAccountPage::fill(const Page &page)
{
    const service::CentreAccount &account = page.account;
    m_who->setText(tr("You are %1 in the record of acts of the centre.").arg(qt(account.account)));
    std::vector<std::vector<WrapCell>> rows;
    for (std::size_t i = 0; i < account.rights.size(); ++i) {
        const auto &right = account.rights[i];
        rows.push_back(
            {{page.roles[i], Tone::Plain, true},
             {right.district == 0 ? tr("all districts")
                                  : districtName(right.district, m_language == approval::Language::Chinese)},
             {page.items[i].isEmpty() ? tr("all items") : page.items[i]},
             {minuteText(right.since), Tone::Muted},
             {qt(right.grantedBy), Tone::Muted}});
    }
    if (rows.empty())
        rows.push_back({{account.tellsRights ? tr("No right at present: the centre refuses every act.")
                                             : tr("This centre is older and does not tell the rights.")}});
    m_rights->setVisible(true);
    m_rights->setRows(std::move(rows));
    m_passwords->setVisible(account.usesPassword);
    tell(account.usesPassword
             ? QString()
             : tr("This account signs in without a password (domain, certificate or this machine): "
                  "there is none to change."));
}

void CentreAccountPage::changePassword()
{
    if (!m_beside)
        return;
    if (m_after->text() != m_again->text())
        return tell(tr("The new password was not typed the same twice."));
    if (m_after->text().size() < service::kShortestCentrePassword)
        return tell(tr("The new password needs %n character(s) at least.", nullptr,
                       service::kShortestCentrePassword));
    m_change->setEnabled(false);
    const QString after = m_after->text();
    const auto work = [before = utf8(m_before->text()), after = utf8(after)](service::Workspace &workspace) {
        return service::changeCentrePassword(workspace, before, after);
    };
    whenDone(this, m_beside->run(work), [this, after](const Result<> &done) {
        m_change->setEnabled(true);
        if (!done)
            return tell(done.error().code == ErrorCode::Denied
                            ? tr("The present password is wrong; nothing was changed.")
                            : errorLine(done.error()));
        for (QLineEdit *line : {m_before, m_after, m_again})
            line->clear();
        m_link.usePassword(after, m_link.isKept() ? CentreLink::Keep::Yes : CentreLink::Keep::No);
        tell(tr("The password of the account is changed, on every desktop that uses it."));
        Q_EMIT said(tr("The password at the centre is changed."));
    });
}

void CentreAccountPage::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace tongban::ui
