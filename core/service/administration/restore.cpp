// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/backup.h"
#include "core/service/audit/audit.h"
#include "core/vault/vault_file.h"

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

Result<> checkEmpty(const fs::path &target)
{
    std::error_code failed;
    if (fs::exists(target, failed) && (!fs::is_directory(target, failed) || !fs::is_empty(target, failed)))
        return fail(ErrorCode::Conflict,
                    target.string() + " is not empty; a backup is restored into a folder of its own");
    return {};
}

/// The folder was empty or not there before: nothing in it is anybody's.
RestoreReport stopped(const fs::path &target)
{
    std::error_code ignored;
    fs::remove_all(target, ignored);
    RestoreReport report;
    report.finished = false;
    return report;
}

} // namespace

Result<RestoreReport> restoreWorkspace(const Workspace &atWork, const fs::path &backup,
                                       const fs::path &target, const Progress &progress)
{
    TRY(checkEmpty(target));
    const fs::path &resources = atWork.resources().folder;
    // A backup of before the vault was made is plain, whatever the office at work is.
    const vault::DataKey key = vault::VaultFile::existsIn(backup) ? atWork.key() : nullptr;
    RestoreReport report;
    {
        // The copy of a copy is checked like the first one, and stands under its name only when it is sound.
        const auto source = TRY(Workspace::open(backup, resources, OpenMode::Read, atWork.clock(), key));
        report.kind = source->kind();
        const WorkspaceBackup copy = TRY(backUpWorkspace(*source, target, progress));
        report.bytes = copy.bytes;
        report.finished = copy.finished;
    }
    if (!report.finished)
        return stopped(target);
    AuditReport audit;
    {
        const auto restored = TRY(Workspace::open(target, resources, OpenMode::Read, atWork.clock(), key));
        audit = TRY(auditChains(*restored, progress));
    }
    report.events = audit.events;
    report.cases = audit.cases;
    report.findings = audit.findingCount;
    if (!audit.finished)
        return stopped(target);
    return report;
}

} // namespace tongban::service
