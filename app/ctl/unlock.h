// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/secret_key.h"

#include <filesystem>

namespace tongban::ctl {

class Session;

/// The key of a workspace that has a vault, by what this process was given: the key file, else the
/// passphrase file, else what systemd hands over ($CREDENTIALS_DIRECTORY/tongban-key), else the passphrase
/// from a terminal. Null where there is no vault. Denied when nothing was given, or the wrong thing.
Result<vault::DataKey> unlock(const Session &session, const std::filesystem::path &workspace);

/// The first line of a file that holds a passphrase.
Result<std::string> readPassphraseFile(const std::filesystem::path &file);

} // namespace tongban::ctl
