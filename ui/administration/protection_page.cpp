// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/protection_page.h"

#include "core/base/text.h"
#include "ui/administration/long_job.h"
#include "ui/base/error_text.h"
#include "ui/base/fixed_font.h"
#include "ui/base/section.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

class WayWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::WayWords)

public:
    static QString of(vault::Slot way)
    {
        switch (way) {
        case vault::Slot::Keyring: return tr("the keyring of this machine");
        case vault::Slot::Passphrase: return tr("the passphrase");
        case vault::Slot::Recovery: return tr("the recovery code");
        case vault::Slot::KeyFile: return tr("a key file of a service");
        }
        return {};
    }
};

QLineEdit *makeSecret(const char *name, const QString &title, QFormLayout &form)
{
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setEchoMode(QLineEdit::Password);
    form.addRow(title, line);
    return line;
}

} // namespace

ProtectionPage::ProtectionPage(AdministrationContext given, QWidget *parent)
    : AdministrationPage(std::move(given), parent), m_state(new QLabel(this)),
      m_seal(new QPushButton(tr("&Seal this office…"), this)), m_present(nullptr), m_wanted(nullptr),
      m_again(nullptr), m_change(new QPushButton(tr("&Change the passphrase"), this)),
      m_problem(makeProblemLine(QStringLiteral("protectionProblem"))),
      m_renew(new QPushButton(tr("Make a new &recovery code"), this)), m_code(new QLineEdit(this)),
      m_codeNote(new QLabel(this)),
      m_job(new LongJob(context().workspace, tr("Changing the passphrase"), LongJob::Stoppable::No, this)),
      m_passphrase(new Section(this)), m_recovery(new Section(this))
{
    m_state->setObjectName(QStringLiteral("protectionState"));
    m_state->setWordWrap(true);
    m_seal->setObjectName(QStringLiteral("protectionSeal"));
    m_passphrase->setTitle(tr("Passphrase"));
    m_passphrase->setBody(makePassphrase());
    m_recovery->setTitle(tr("Recovery code"));
    m_recovery->setBody(makeRecovery());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    layout->addWidget(m_seal, 0, Qt::AlignLeft);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_recovery);
    layout->addWidget(m_job);
    layout->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(m_seal), static_cast<QWidget *>(m_passphrase),
                          static_cast<QWidget *>(m_recovery)})
        part->hide();
    connect(m_seal, &QPushButton::clicked, this, &AdministrationPage::sealWanted);
    connect(m_change, &QPushButton::clicked, this, &ProtectionPage::changePassphrase);
    connect(m_renew, &QPushButton::clicked, this, &ProtectionPage::renewCode);
    connect(m_job, &LongJob::runningChanged, m_change, &QWidget::setDisabled);
}

QWidget *ProtectionPage::makePassphrase()
{
    auto *body = new QWidget(this);
    auto *form = new QFormLayout(body);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_present = makeSecret("protectionPresent", tr("&Present passphrase"), *form);
    m_wanted = makeSecret("protectionWanted", tr("Ne&w passphrase"), *form);
    m_again = makeSecret("protectionAgain", tr("New passphrase a&gain"), *form);
    m_change->setObjectName(QStringLiteral("protectionChange"));
    form->addRow(m_problem);
    form->addRow(QString(), m_change);
    return body;
}

QWidget *ProtectionPage::makeRecovery()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    m_renew->setObjectName(QStringLiteral("protectionRenew"));
    m_code->setObjectName(QStringLiteral("protectionCode"));
    m_code->setAccessibleName(tr("Recovery code"));
    m_code->setReadOnly(true);
    useFixedFont(*m_code);
    m_codeNote->setObjectName(QStringLiteral("protectionCodeNote"));
    m_codeNote->setWordWrap(true);
    column->addWidget(m_renew, 0, Qt::AlignLeft);
    column->addWidget(m_code);
    column->addWidget(m_codeNote);
    forget();
    return body;
}

void ProtectionPage::load()
{
    const auto read = [](const service::AdministratorDesk &desk) {
        return desk.protection();
    };
    ask(read, [this](const service::Protection &protection) { show(protection); });
}

void ProtectionPage::hideEvent(QHideEvent *event)
{
    forget();
    for (QLineEdit *line : {m_present, m_wanted, m_again})
        line->clear();
    AdministrationPage::hideEvent(event);
}

void ProtectionPage::show(const service::Protection &protection)
{
    const bool isSealed = protection.vault.isSealed();
    const bool isOffice = protection.kind == service::WorkspaceKind::Production;
    QStringList ways;
    bool hasPassphrase = false;
    for (const vault::Slot way : protection.vault.ways) {
        ways.append(WayWords::of(way));
        hasPassphrase = hasPassphrase || way == vault::Slot::Passphrase;
    }
    if (isSealed)
        m_state->setText(tr("Identity numbers, telephone numbers and answers of the police are sealed in "
                            "the files of this office. It opens by: %1.")
                             .arg(ways.join(tr(", "))));
    else if (isOffice)
        m_state->setText(tr("Identity numbers, telephone numbers and answers of the police stand plain in "
                            "the files of this office: whoever gets at the files can read them. For "
                            "sealing, the window closes and asks for a passphrase; nothing is lost, and "
                            "it opens again by itself."));
    else
        m_state->setText(tr("These cases are made up: nothing in them is sealed."));
    m_seal->setVisible(!isSealed && isOffice);
    m_passphrase->setVisible(isSealed);
    m_recovery->setVisible(isSealed);
    m_present->setEnabled(hasPassphrase);
}

void ProtectionPage::changePassphrase()
{
    m_problem->clear();
    if (codePointCount(utf8(m_wanted->text())) < vault::kShortestPassphrase)
        return m_problem->setText(
            tr("A passphrase has at least %1 characters.").arg(vault::kShortestPassphrase));
    if (m_wanted->text() != m_again->text())
        return m_problem->setText(tr("The two passphrases differ."));
    const auto change = [account = context().account, present = utf8(m_present->text()),
                         wanted = utf8(m_wanted->text())](service::Workspace &workspace,
                                                          const service::Progress &) -> Result<> {
        return TRY(service::AdministratorDesk::open(workspace, account)).changePassphrase(present, wanted);
    };
    const auto told = [this](const Result<> &done) {
        if (!done && done.error().code == ErrorCode::Denied) {
            m_problem->setText(tr("This is not the present passphrase; nothing was changed."));
            return m_present->setFocus();
        }
        if (!done)
            return m_problem->setText(errorLine(done.error()));
        for (QLineEdit *line : {m_present, m_wanted, m_again})
            line->clear();
        Q_EMIT said(tr("The passphrase is changed; every other way to open the office stays."));
    };
    m_job->start(change, told, service::OpenMode::Write);
}

void ProtectionPage::renewCode()
{
    const auto renew = [](const service::AdministratorDesk &desk) {
        return desk.renewRecoveryCode();
    };
    ask(renew, [this](const std::string &code) {
        m_code->setText(qt(code));
        m_codeNote->setText(tr("Write it down now and lock it away: it is shown until you leave this page, "
                               "and the old one opens nothing any more."));
        m_code->show();
        m_code->setFocus();
        m_code->selectAll();
        Q_EMIT said(tr("The old recovery code opens nothing any more."));
    });
}

void ProtectionPage::forget()
{
    m_code->clear();
    m_code->hide();
    m_codeNote->setText(
        tr("On paper in a safe, it opens this office when the passphrase is forgotten and the keyring is "
           "lost. A new one makes the old one worthless."));
}

} // namespace tongban::ui
