// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/vault.h"
#include "ui/unlock/gate_page.h"

#include <filesystem>

class QRadioButton;

namespace tongban::ui {

/// For an office that is new and empty: how its personal data is sealed, the recovery code to be written
/// down, or to leave it plain for now. GUI thread.
class ProtectScreen : public GatePage
{
    Q_OBJECT

public:
    ProtectScreen(const Theme &theme, std::filesystem::path workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Null = the office stays plain.
    void done(const tongban::vault::DataKey &key);

private:
    enum class Step { Choose, WriteDown };

    void submit();
    void make();
    void handToKeyring(const service::NewVault &made);
    void seal(const service::NewVault &made);
    void showCode(const service::NewVault &made);
    void checkCode();

    std::filesystem::path m_workspace;
    QRadioButton *m_withKeyring;
    QRadioButton *m_withPassphrase;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLineEdit *m_code;
    QLineEdit *m_lastGroup;
    QPushButton *m_later;
    Step m_step = Step::Choose;
    vault::DataKey m_key;
};

} // namespace tongban::ui
