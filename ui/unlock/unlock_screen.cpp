// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/unlock/unlock_screen.h"

#include "ui/base/background.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tongban::ui {

namespace {

Result<vault::DataKey> shared(Result<vault::SecretKey> key)
{
    if (!key)
        return Failure(std::move(key).error());
    return vault::DataKey(std::make_shared<const vault::SecretKey>(std::move(*key)));
}

Result<vault::DataKey> openBy(const std::filesystem::path &workspace, std::string typed, bool isCode)
{
    const auto file = TRY(vault::VaultFile::read(workspace));
    auto key = shared(isCode ? file.openWithRecovery(typed) : file.openWithPassphrase(typed));
    vault::wipe(typed);
    return key;
}

} // namespace

UnlockScreen::UnlockScreen(const Theme &theme, std::filesystem::path workspace, QWidget *parent)
    : GatePage(theme, QStringLiteral("unlock"), parent), m_workspace(std::move(workspace)),
      m_passphrase(addField(tr("&Passphrase"), QStringLiteral("unlockPassphrase"), true)),
      m_code(addField(tr("Recovery &code"), QStringLiteral("unlockCode"), false)),
      m_keep(new QCheckBox(tr("&Keep it in the keyring of this machine"), m_card)),
      m_other(new QPushButton(m_card))
{
    m_title->setText(tr("The workspace is locked"));
    m_go->setText(tr("Unlock"));
    m_keep->setObjectName(QStringLiteral("unlockKeep"));
    m_other->setObjectName(QStringLiteral("unlockOther"));
    addBelow(m_keep);
    addBelow(m_other);
    connect(m_go, &QPushButton::clicked, this, &UnlockScreen::submit);
    connect(m_other, &QPushButton::clicked, this, [this] { useRecovery(!m_byCode); });
    useRecovery(false);
}

void UnlockScreen::start()
{
    const auto file = vault::VaultFile::read(m_workspace);
    if (!file) {
        ask(errorLine(file.error()));
        return;
    }
    if (!file->has(vault::Slot::Passphrase))
        useRecovery(true);
    if (!file->has(vault::Slot::Keyring))
        return ask(tr("Personal data of this office is sealed. Nothing was read or changed. Enter its "
                      "passphrase to go on."));
    readFromKeyring(this, qt(file->keyringEntry()), [this](const KeyringAnswer &given) { answer(given); });
}

void UnlockScreen::answer(const KeyringAnswer &given)
{
    using State = KeyringAnswer::State;
    if (given.state == State::NoEntry)
        return ask(tr("The keyring of this machine does not know this office (another user, another machine, "
                      "or a new keyring). Nothing was read or changed. Enter the passphrase, or the recovery "
                      "code from the safe."));
    if (given.state == State::NoAnswer)
        return ask(tr("The keyring is locked or not there. Nothing was read or changed. Enter the passphrase "
                      "to go on without it."));
    const auto file = vault::VaultFile::read(m_workspace);
    auto key = file ? shared(file->openWithKeyring(utf8(given.secret)))
                    : Result<vault::DataKey>(Failure(file.error()));
    if (key)
        Q_EMIT opened(*key);
    else
        ask(tr("What the keyring keeps is not the key of this office. Nothing was read or changed. Enter the "
               "passphrase; it is put into the keyring again."));
}

void UnlockScreen::ask(const QString &why)
{
    m_hint->setText(why);
    const auto file = vault::VaultFile::read(m_workspace);
    // What the keyring has lost goes back into it; an office without one is not given one unasked.
    m_keep->setChecked(file && file->has(vault::Slot::Keyring));
    (m_byCode ? m_code : m_passphrase)->setFocus();
    Q_EMIT personWanted();
}

void UnlockScreen::useRecovery(bool wanted)
{
    m_byCode = wanted;
    m_form->setRowVisible(m_passphrase, !wanted);
    m_form->setRowVisible(m_code, wanted);
    m_other->setText(wanted ? tr("Use the pass&phrase") : tr("Use the &recovery code"));
    m_problem->clear();
    (wanted ? m_code : m_passphrase)->setFocus();
}

void UnlockScreen::submit()
{
    QLineEdit *field = m_byCode ? m_code : m_passphrase;
    if (field->text().isEmpty())
        return field->setFocus();
    setBusy(true);
    inBackground(
        this,
        [workspace = m_workspace, typed = utf8(field->text()), isCode = m_byCode] {
            return openBy(workspace, typed, isCode);
        },
        [this](const Result<vault::DataKey> &key) { take(key); });
}

void UnlockScreen::take(const Result<vault::DataKey> &key)
{
    QLineEdit *field = m_byCode ? m_code : m_passphrase;
    if (!key) {
        const bool isWrong =
            key.error().code == ErrorCode::Denied || key.error().code == ErrorCode::InvalidInput;
        refuse(!isWrong ? errorLine(key.error())
                   : m_byCode
                   ? tr("This is not the recovery code of this office, or a group is mistyped. Nothing "
                        "was changed; compare it with the paper.")
                   : tr("The passphrase is wrong. Nothing was changed; try again, or use the "
                        "recovery code."));
        field->selectAll();
        field->setFocus();
        return;
    }
    field->clear();
    if (m_keep->isChecked())
        return keepInKeyring(*key);
    Q_EMIT opened(*key);
}

/// The vault is written only after the keyring has its part: otherwise it would name an entry that is not
/// there. Work goes on either way.
void UnlockScreen::keepInKeyring(const vault::DataKey &key)
{
    auto file = vault::VaultFile::read(m_workspace);
    const auto secret = file ? file->setKeyring(*key) : Result<std::string>(Failure(file.error()));
    if (!secret)
        return Q_EMIT opened(key);
    writeToKeyring(this, qt(file->keyringEntry()), qt(*secret),
                   [this, key, changed = *file](const KeyringAnswer &written) {
                       if (written.state == KeyringAnswer::State::Done)
                           (void)changed.write(m_workspace).has_value();
                       Q_EMIT opened(key);
                   });
}

} // namespace tongban::ui
