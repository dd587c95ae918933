// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/backup.h"

#include "core/base/file.h"
#include "core/service/audit/audit.h"
#include "core/service/workspace/office_calendar.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/backup.h"
#include "core/storage/roster_store.h"
#include "core/vault/vault_file.h"

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostSettingsBytes = std::size_t{1} << 20U;
constexpr std::string_view kSettings = "workspace.json";
constexpr std::string_view kAgencies = "agencies.json";
constexpr std::string_view kWitnesses = "anchors.jsonl";

Result<> checkTarget(const Workspace &workspace, const fs::path &target)
{
    std::error_code ignored;
    if (fs::equivalent(workspace.folder(), target, ignored))
        return fail(ErrorCode::Conflict, "the target is the workspace itself; name another folder");
    if (!fs::exists(target / kSettings))
        return {};
    const std::string mine = TRY(readFile(workspace.folder() / kSettings, kMostSettingsBytes));
    if (TRY(readFile(target / kSettings, kMostSettingsBytes)) != mine)
        return fail(ErrorCode::Conflict, target.string() + " holds another workspace; it was left as it is");
    return {};
}

Result<> copyFile(const fs::path &from, const fs::path &to, WorkspaceBackup &report)
{
    std::error_code failed;
    fs::create_directories(to.parent_path(), failed);
    if (!failed)
        fs::copy_file(from, to, fs::copy_options::overwrite_existing, failed);
    if (failed)
        return Failure(fileError(failed.value(), "write", to));
    ++report.files;
    return {};
}

Result<> copyFolder(const fs::path &from, const fs::path &to, WorkspaceBackup &report)
{
    std::error_code failed;
    if (!fs::exists(from, failed))
        return {};
    fs::create_directories(to, failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", to));
    for (const auto &entry : fs::directory_iterator(from, failed))
        if (entry.is_regular_file())
            TRY(copyFile(entry.path(), to / entry.path().filename(), report));
    return {};
}

storage::BackupOptions optionsOf(const Progress &progress)
{
    storage::BackupOptions options;
    options.stopped = [&progress] {
        return progress.stopRequested();
    };
    return options;
}

Result<> copyRegisters(const Workspace::Parts &parts, const fs::path &target, const Progress &progress)
{
    const auto registers = TRY(parts.openRegisters(storage::RegisterStore::readingOptions()));
    const auto report = TRY(storage::backUp(registers->database(), target, {}, optionsOf(progress)));
    if (!report.isSound())
        return fail(ErrorCode::Corrupted,
                    "the copy of the registers does not check out and was left as " + target.string()
                        + ".suspect: " + report.damages.front());
    return {};
}

/// What was imported into the roster by file cannot be made again from the rest.
Result<> copyRoster(const Workspace::Parts &parts, const fs::path &target, const Progress &progress)
{
    if (!fs::exists(parts.rosterFile()))
        return {};
    auto options = storage::RegisterStore::readingOptions();
    options.key = parts.key;
    const auto roster = TRY(storage::RosterStore::open(parts.rosterFile(), options));
    if (!roster.store)
        return fail(ErrorCode::Conflict, roster.message);
    const auto report = TRY(storage::backUp(roster.store->database(), target, {}, optionsOf(progress)));
    if (!report.isSound())
        return fail(ErrorCode::Corrupted,
                    "the copy of the roster does not check out and was left as " + target.string()
                        + ".suspect: " + report.damages.front());
    return {};
}

/// Through the one that the copied store remembers: whatever they witness is in that store. Later ones may
/// witness acts that were done while it was copied.
Result<> copyWitnesses(const Workspace &workspace, const fs::path &target, WorkspaceBackup &report)
{
    storage::OpenOptions options;
    options.access = storage::Access::ReadOnly;
    options.key = workspace.key();
    const auto copy = TRY(storage::Store::open(target / "store.sqlite", options));
    if (!copy.store)
        return fail(ErrorCode::Corrupted, copy.message);
    const auto remembered = TRY(rememberedWitness(*copy.store));
    if (!remembered)
        return {};
    ++report.files;
    return storage::AnchorFile(workspace.folder() / kWitnesses).copyThrough(remembered, target / kWitnesses);
}

} // namespace

Result<WorkspaceBackup> backUpWorkspace(Workspace &workspace, const fs::path &target,
                                        const Progress &progress)
{
    TRY(checkTarget(workspace, target));
    std::error_code failed;
    fs::create_directories(target, failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", target));
    const fs::path &source = workspace.folder();
    WorkspaceBackup report;
    if (fs::exists(source / kAgencies))
        TRY(copyFile(source / kAgencies, target / kAgencies, report));
    // Without it nobody opens the copy.
    if (vault::VaultFile::existsIn(source))
        TRY(copyFile(vault::VaultFile::pathIn(source), vault::VaultFile::pathIn(target), report));
    TRY(copyFolder(source / "intake", target / "intake", report));
    TRY(copyFolder(officeCalendarFolder(source), officeCalendarFolder(target), report));
    TRY(copyRegisters(workspace.parts(), target / "registers.sqlite", progress));
    TRY(copyRoster(workspace.parts(), target / "roster.sqlite", progress));
    const BackupOutcome store = TRY(backUpStore(workspace, target / "store.sqlite", progress));
    report.bytes = store.bytes;
    report.events = store.events;
    report.finished = store.finished && !progress.stopRequested();
    if (!report.finished)
        return report;
    TRY(copyWitnesses(workspace, target, report));
    // Written last: without it the folder is no workspace.
    TRY(copyFile(source / kSettings, target / kSettings, report));
    return report;
}

} // namespace tongban::service
