// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/backup.h"

#include "core/base/file.h"
#include "core/service/audit.h"
#include "core/service/workspace_parts.h"
#include "core/storage/backup.h"

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostSettingsBytes = std::size_t{1} << 20U;
constexpr std::string_view kSettings = "workspace.json";

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

Result<> copyIntake(const fs::path &from, const fs::path &to, WorkspaceBackup &report)
{
    std::error_code failed;
    fs::create_directories(to, failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", to));
    for (const auto &entry : fs::directory_iterator(from, failed))
        if (entry.is_regular_file())
            TRY(copyFile(entry.path(), to / entry.path().filename(), report));
    return {};
}

Result<> copyRegisters(const Workspace::Parts &parts, const fs::path &target)
{
    const auto registers = TRY(parts.openRegisters(storage::RegisterStore::readingOptions()));
    const auto report = TRY(storage::backUp(registers->database(), target, {}));
    if (!report.isSound())
        return fail(ErrorCode::Corrupted,
                    "the copy of the registers does not check out and was left as " + target.string()
                        + ".suspect: " + report.damages.front());
    return {};
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
    // The witnesses go first: whatever they witness is in the store that is copied after them.
    for (const std::string_view name : {"anchors.jsonl", "agencies.json"})
        if (fs::exists(source / name))
            TRY(copyFile(source / name, target / name, report));
    TRY(copyIntake(source / "intake", target / "intake", report));
    TRY(copyRegisters(workspace.parts(), target / "registers.sqlite"));
    const BackupOutcome store = TRY(backUpStore(workspace, target / "store.sqlite", progress));
    report.bytes = store.bytes;
    report.events = store.events;
    // Written last: without it the folder is no workspace.
    TRY(copyFile(source / kSettings, target / kSettings, report));
    return report;
}

} // namespace tongban::service
