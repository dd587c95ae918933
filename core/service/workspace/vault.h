// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/vault/vault_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// How a new vault will be opened; at least one of the two. A recovery code is always made.
struct VaultPlan {
    std::string passphrase; ///< Empty = none.
    bool withKeyring = false;
    vault::PassphraseCost cost;
};

/// What a new vault was closed with. Shown or handed on once and kept nowhere.
struct NewVault {
    vault::DataKey key;
    std::string recoveryCode;
    std::string keyringEntry; ///< Empty without a keyring.
    std::string keyringSecret;
};

/// Writes `vault.json` into the folder, which may still be empty. From then on the workspace opens with the
/// key only; what is in it already has to be sealed next. Conflict when there is a vault; InvalidInput when
/// nothing would open it, or the passphrase is too short.
Result<NewVault> createVault(const std::filesystem::path &workspace, const VaultPlan &plan);

/// Seals everything of a workspace that is still plain, file by file, each in one step; drafts too. Nobody
/// else may have it open. Stopped or failed, it is called again and goes on with what is left. Returns the
/// rows that were sealed. Fails as storage::sealFile().
Result<std::int64_t> sealWorkspace(const std::filesystem::path &workspace, const vault::DataKey &key,
                                   const Progress &progress);

/// How a workspace protects its personal fields.
struct VaultStatus {
    bool hasVault = false;
    std::vector<vault::Slot> ways; ///< That open it.
    std::vector<std::string> plainFiles; ///< That wait to be sealed; always empty without a vault.

    bool isSealed() const { return hasVault && plainFiles.empty(); }
};

/// Needs no key.
Result<VaultStatus> vaultStatus(const std::filesystem::path &workspace);

/// Closes the vault with another passphrase; no row is touched, every other way stays.
Result<> changePassphrase(const std::filesystem::path &workspace, const vault::DataKey &key,
                          std::string_view passphrase, const vault::PassphraseCost &cost = {});

/// Makes a new recovery code; the old one opens nothing from then on.
Result<std::string> renewRecoveryCode(const std::filesystem::path &workspace, const vault::DataKey &key);

/// Makes a way for a service: the content of a key file. An older one opens nothing from then on.
Result<std::string> renewKeyFile(const std::filesystem::path &workspace, const vault::DataKey &key);

} // namespace tongban::service
