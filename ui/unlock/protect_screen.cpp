// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/unlock/protect_screen.h"

#include "core/base/text.h"
#include "ui/base/background.h"
#include "ui/base/error_text.h"
#include "ui/base/fixed_font.h"
#include "ui/base/text.h"
#include "ui/keyring/keyring.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace tongban::ui {

namespace {

/// A keyring that did not take its part is not named in the vault.
Result<> forgetKeyring(const std::filesystem::path &workspace)
{
    auto file = TRY(vault::VaultFile::read(workspace));
    file.remove(vault::Slot::Keyring);
    return file.write(workspace);
}

} // namespace

ProtectScreen::ProtectScreen(const Theme &theme, std::filesystem::path workspace, QWidget *parent)
    : GatePage(theme, QStringLiteral("protect"), parent), m_workspace(std::move(workspace)),
      m_withKeyring(new QRadioButton(tr("&1  The keyring of this machine opens it"), m_card)),
      m_withPassphrase(new QRadioButton(tr("&2  The passphrase is asked for at every start"), m_card)),
      m_passphrase(nullptr), m_again(nullptr), m_code(nullptr), m_lastGroup(nullptr),
      m_later(new QPushButton(tr("Leave it plain for &now"), m_card))
{
    m_title->setText(tr("Seal the personal data of this office"));
    m_hint->setText(
        tr("Identity numbers, telephone numbers and answers of the police are sealed in the files of "
           "this office; only its key opens them. The passphrase also opens it where the keyring "
           "does not."));
    m_withKeyring->setObjectName(QStringLiteral("protectKeyring"));
    m_withPassphrase->setObjectName(QStringLiteral("protectPassphraseOnly"));
    m_withKeyring->setChecked(true);
    m_form->addRow(m_withKeyring);
    m_form->addRow(m_withPassphrase);
    m_passphrase = addField(tr("&Passphrase"), QStringLiteral("protectPassphrase"), true);
    m_again = addField(tr("Passphrase a&gain"), QStringLiteral("protectAgain"), true);
    m_code = addField(tr("&Recovery code"), QStringLiteral("protectCode"), false);
    m_lastGroup = addField(tr("Its &last group"), QStringLiteral("protectLastGroup"), false);
    m_code->setReadOnly(true);
    useFixedFont(*m_code);
    m_form->setRowVisible(m_code, false);
    m_form->setRowVisible(m_lastGroup, false);
    m_go->setText(tr("Seal"));
    m_later->setObjectName(QStringLiteral("protectLater"));
    m_later->setToolTip(tr(
        "The status bar says so until it is sealed, from the page of personal data of the administration."));
    addBelow(m_later);
    connect(m_go, &QPushButton::clicked, this, &ProtectScreen::submit);
    connect(m_later, &QPushButton::clicked, this, [this] { Q_EMIT done({}); });
    m_passphrase->setFocus();
}

void ProtectScreen::submit()
{
    if (m_step == Step::WriteDown)
        return checkCode();
    if (codePointCount(utf8(m_passphrase->text())) < vault::kShortestPassphrase) {
        refuse(tr("A passphrase has at least %1 characters.").arg(vault::kShortestPassphrase));
        return m_passphrase->setFocus();
    }
    if (m_passphrase->text() != m_again->text()) {
        refuse(tr("The two passphrases differ."));
        return m_again->setFocus();
    }
    make();
}

void ProtectScreen::make()
{
    setBusy(true);
    m_later->setEnabled(false);
    service::VaultPlan plan;
    plan.passphrase = utf8(m_passphrase->text());
    plan.withKeyring = m_withKeyring->isChecked();
    inBackground(
        this, [workspace = m_workspace, plan] { return service::createVault(workspace, plan); },
        [this](const Result<service::NewVault> &made) {
            m_later->setEnabled(!made);
            if (!made)
                return refuse(errorLine(made.error()));
            if (made->keyringEntry.empty())
                seal(*made);
            else
                handToKeyring(*made);
        });
}

void ProtectScreen::handToKeyring(const service::NewVault &made)
{
    writeToKeyring(
        this, qt(made.keyringEntry), qt(made.keyringSecret), [this, made](const KeyringAnswer &written) {
            if (written.state == KeyringAnswer::State::Done)
                return seal(made);
            const auto forgotten = forgetKeyring(m_workspace);
            if (!forgotten)
                return refuse(errorLine(forgotten.error()));
            m_withPassphrase->setChecked(true);
            seal(made);
            m_problem->setText(tr("The keyring is locked or not there and did not take the key; the "
                                  "passphrase is asked for at every start."));
        });
}

void ProtectScreen::seal(const service::NewVault &made)
{
    inBackground(
        this,
        [workspace = m_workspace, key = made.key] { return service::sealWorkspace(workspace, key, {}); },
        [this, made](const Result<std::int64_t> &rows) {
            if (!rows)
                return refuse(errorLine(rows.error()));
            showCode(made);
        });
}

void ProtectScreen::showCode(const service::NewVault &made)
{
    const QString said = m_problem->text();
    setBusy(false);
    m_step = Step::WriteDown;
    m_key = made.key;
    m_passphrase->clear();
    m_again->clear();
    m_title->setText(tr("Write the recovery code down"));
    m_hint->setText(
        tr("It is shown this once. On paper in a safe it opens this office when the passphrase is "
           "forgotten and the keyring is lost. Type its last group to go on."));
    for (QWidget *row : {static_cast<QWidget *>(m_withKeyring), static_cast<QWidget *>(m_withPassphrase),
                         static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_again)})
        m_form->setRowVisible(row, false);
    m_form->setRowVisible(m_code, true);
    m_form->setRowVisible(m_lastGroup, true);
    m_code->setText(qt(made.recoveryCode));
    m_code->setMinimumWidth(m_code->fontMetrics().horizontalAdvance(m_code->text() + QStringLiteral("WW")));
    m_later->hide();
    m_problem->setText(said);
    m_go->setText(tr("I have written it down"));
    m_lastGroup->setFocus();
}

void ProtectScreen::checkCode()
{
    const QString last = m_code->text().section(u'-', -1);
    if (m_lastGroup->text().trimmed().compare(last, Qt::CaseInsensitive) != 0) {
        refuse(tr("This is not the last group of the code."));
        m_lastGroup->selectAll();
        return m_lastGroup->setFocus();
    }
    m_code->clear();
    Q_EMIT done(m_key);
}

} // namespace tongban::ui
