// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>

namespace tongban::service {

struct WorkspaceBackup {
    std::int64_t bytes = 0; ///< Of the store.
    std::int64_t events = 0; ///< Acts in the copy, each checked.
    std::int64_t files = 0; ///< Copied besides store and registers: witnesses, settings, lines set aside.
    bool finished = true; ///< False: stopped; an older copy is as it was, a new one is no workspace.
};

/// Copies a workspace into a folder of its own while others work. The copy is a workspace itself: restoring
/// is opening it, or putting the folder in the old one's place. Store and registers are checked from end to
/// end before they take the place of an older copy. Conflict when the target holds a workspace other than an
/// earlier copy of this one; Corrupted when a copy does not check out.
Result<WorkspaceBackup> backUpWorkspace(Workspace &workspace, const std::filesystem::path &target,
                                        const Progress &progress);

/// What came back, checked from end to end.
struct RestoreReport {
    WorkspaceKind kind = WorkspaceKind::Production;
    std::int64_t bytes = 0;
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::int64_t findings = 0; ///< Of the audit of the restored record; 0 = it is sound.
    bool finished = true; ///< False: stopped; the new folder is gone again.
};

/// Makes a workspace in a new folder from a backup, then audits it there; the office that is at work stays as
/// it is. Until everything is there the folder is no workspace. NotFound when `backup` is none, Conflict when
/// `target` holds anything.
Result<RestoreReport> restoreWorkspace(const Workspace &atWork, const std::filesystem::path &backup,
                                       const std::filesystem::path &target, const Progress &progress);

} // namespace tongban::service
