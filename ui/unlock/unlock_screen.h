// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/vault_file.h"
#include "ui/keyring/keyring.h"
#include "ui/unlock/gate_page.h"

#include <filesystem>

class QCheckBox;

namespace tongban::ui {

/// Opens a workspace that has a vault: the keyring is asked first; when it does not help, a person types the
/// passphrase or the recovery code. Shows nothing of any case. GUI thread; keys are made on threads of their
/// own.
class UnlockScreen : public GatePage
{
    Q_OBJECT

public:
    UnlockScreen(const Theme &theme, std::filesystem::path workspace, QWidget *parent = nullptr);

    /// Begins; ends with opened(), or waits for a person.
    void start();

Q_SIGNALS:
    void opened(const tongban::vault::DataKey &key);
    /// A person has to type something: time to show this.
    void personWanted();

private:
    void answer(const KeyringAnswer &given);
    void ask(const QString &why);
    void submit();
    void take(const Result<vault::DataKey> &key);
    void keepInKeyring(const vault::DataKey &key);
    void useRecovery(bool wanted);

    std::filesystem::path m_workspace;
    QLineEdit *m_passphrase;
    QLineEdit *m_code;
    QCheckBox *m_keep;
    QPushButton *m_other;
    bool m_byCode = false;
};

} // namespace tongban::ui
