// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/vault.h"

#include "core/service/workspace/drafts.h"
#include "core/storage/seal_file.h"
#include "core/vault/field_cipher.h"

#include <array>

namespace tongban::service {

namespace {

namespace fs = std::filesystem;
using storage::StoreKind;

struct WorkspaceFile {
    std::string_view name;
    StoreKind kind;
};

constexpr std::array kFiles{WorkspaceFile{"store.sqlite", StoreKind::Cases},
                            WorkspaceFile{"registers.sqlite", StoreKind::Registers},
                            WorkspaceFile{"roster.sqlite", StoreKind::Roster}};

/// The vault, once `key` is seen to be its own: another one would lock the workspace for good.
Result<vault::VaultFile> vaultOf(const fs::path &workspace, const vault::DataKey &key)
{
    auto file = TRY(vault::VaultFile::read(workspace));
    if (!key || file.keyId() != vault::keyIdOf(*key))
        return fail(ErrorCode::Denied, "this is not the key of the vault; nothing was changed");
    return file;
}

} // namespace

Result<NewVault> createVault(const fs::path &workspace, const VaultPlan &plan)
{
    if (vault::VaultFile::existsIn(workspace))
        return fail(ErrorCode::Conflict, workspace.string() + " has a vault already; it was left as it is");
    if (plan.passphrase.empty() && !plan.withKeyring)
        return fail(ErrorCode::InvalidInput, "a vault needs a passphrase or a keyring; nothing was changed");
    NewVault made;
    made.key = std::make_shared<const vault::SecretKey>(vault::SecretKey::random());
    auto file = vault::VaultFile::create(*made.key);
    if (!plan.passphrase.empty())
        TRY(file.setPassphrase(*made.key, plan.passphrase, plan.cost));
    if (plan.withKeyring) {
        made.keyringSecret = TRY(file.setKeyring(*made.key));
        made.keyringEntry = file.keyringEntry();
    }
    made.recoveryCode = TRY(file.setRecovery(*made.key));
    std::error_code failed;
    fs::create_directories(workspace, failed);
    TRY(file.write(workspace));
    return made;
}

Result<std::int64_t> sealWorkspace(const fs::path &workspace, const vault::DataKey &key,
                                   const Progress &progress)
{
    TRY(vaultOf(workspace, key));
    std::int64_t rows = 0;
    for (const WorkspaceFile &file : kFiles) {
        const fs::path path = workspace / file.name;
        if (!fs::exists(path))
            continue;
        const auto report =
            TRY(storage::sealFile(path, file.kind, key, [&](std::int64_t done, std::int64_t total) {
                progress.say(done, total);
                return !progress.stopRequested();
            }));
        rows += report.rows;
    }
    TRY(sealDrafts(workspace, key));
    return rows;
}

Result<VaultStatus> vaultStatus(const fs::path &workspace)
{
    VaultStatus status;
    if (!vault::VaultFile::existsIn(workspace))
        return status;
    const auto file = TRY(vault::VaultFile::read(workspace));
    status.hasVault = true;
    for (const vault::Slot slot :
         {vault::Slot::Keyring, vault::Slot::Passphrase, vault::Slot::Recovery, vault::Slot::KeyFile})
        if (file.has(slot))
            status.ways.push_back(slot);
    for (const WorkspaceFile &one : kFiles)
        if (fs::exists(workspace / one.name) && !TRY(storage::isSealedFile(workspace / one.name)))
            status.plainFiles.emplace_back(one.name);
    return status;
}

Result<> changePassphrase(const fs::path &workspace, const vault::DataKey &key, std::string_view passphrase,
                          const vault::PassphraseCost &cost)
{
    auto file = TRY(vaultOf(workspace, key));
    TRY(file.setPassphrase(*key, passphrase, cost));
    return file.write(workspace);
}

Result<std::string> renewRecoveryCode(const fs::path &workspace, const vault::DataKey &key)
{
    auto file = TRY(vaultOf(workspace, key));
    std::string code = TRY(file.setRecovery(*key));
    TRY(file.write(workspace));
    return code;
}

Result<std::string> renewKeyFile(const fs::path &workspace, const vault::DataKey &key)
{
    auto file = TRY(vaultOf(workspace, key));
    std::string content = TRY(file.setKeyFile(*key));
    TRY(file.write(workspace));
    return content;
}

} // namespace tongban::service
