// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/unlock.h"

#include "app/ctl/password_input.h"
#include "app/ctl/session.h"
#include "core/base/file.h"
#include "core/vault/vault_file.h"

#include <cstdlib>
#include <unistd.h>

namespace tongban::ctl {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 4096;

vault::DataKey shared(vault::SecretKey key)
{
    return std::make_shared<const vault::SecretKey>(std::move(key));
}

/// What systemd hands to a unit with LoadCredential=tongban-key:FILE; empty outside of one.
fs::path credentialFile()
{
    const char *folder = std::getenv("CREDENTIALS_DIRECTORY");
    const fs::path file = folder == nullptr ? fs::path() : fs::path(folder) / "tongban-key";
    std::error_code unknown;
    return !file.empty() && fs::exists(file, unknown) ? file : fs::path();
}

Result<vault::DataKey> byKeyFile(const vault::VaultFile &file, const fs::path &path)
{
    std::string content = TRY(readFile(path, kMostBytes));
    auto key = file.openWithKeyFile(content);
    vault::wipe(content);
    if (!key)
        return fail(ErrorCode::Denied, path.string() + ": " + key.error().detail);
    return shared(std::move(*key));
}

Result<vault::DataKey> byPassphrase(const vault::VaultFile &file, std::string passphrase)
{
    auto key = file.openWithPassphrase(passphrase);
    vault::wipe(passphrase);
    if (!key)
        return Failure(std::move(key).error());
    return shared(std::move(*key));
}

} // namespace

Result<std::string> readPassphraseFile(const fs::path &file)
{
    std::string content = TRY(readFile(file, kMostBytes));
    std::string line = content.substr(0, content.find('\n'));
    vault::wipe(content);
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

Result<vault::DataKey> unlock(const Session &session, const fs::path &workspace)
{
    if (!vault::VaultFile::existsIn(workspace))
        return vault::DataKey();
    const auto file = TRY(vault::VaultFile::read(workspace));
    if (!session.keyFile.empty())
        return byKeyFile(file, session.keyFile);
    if (!session.passphraseFile.empty())
        return byPassphrase(file, TRY(readPassphraseFile(session.passphraseFile)));
    if (const fs::path credential = credentialFile(); !credential.empty())
        return byKeyFile(file, credential);
    if (file.has(vault::Slot::Passphrase) && isatty(STDIN_FILENO) == 1)
        return byPassphrase(
            file, TRY(readPassword(session, session.text("工作区口令:", "Passphrase of the workspace:"))));
    return fail(ErrorCode::Denied,
                "the workspace in " + workspace.string()
                    + " is locked; nothing was read or changed; give --key-file (or TONGBAN_KEY_FILE), "
                      "--passphrase-file, or the credential tongban-key of systemd, or type the passphrase "
                      "at a terminal");
}

} // namespace tongban::ctl
