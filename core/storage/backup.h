// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/chain_check.h"
#include "core/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tongban::storage {

struct BackupOptions {
    int pagesPerStep = 2048; ///< Writers get in between the steps.
    std::function<void(std::int64_t done, std::int64_t total)> progress; ///< In pages.
    std::function<bool()> stopped; ///< Asked between the steps; when it says so, the older copy is kept.
};

struct BackupReport {
    std::int64_t bytes = 0;
    std::vector<std::string> damages; ///< Of SQLite's structure check of the copy; none = sound.
    ChainReport chains; ///< Of the copy; empty for registers.
    bool finished = true; ///< False: stopped, and nothing was put under the target's name.

    bool isSound() const { return damages.empty() && chains.problemCount == 0; }
};

/// Copies an open database to `target` while others go on working, checks the copy from end to end and only
/// then puts it under its name; an older copy of that name is replaced in one step. A copy that does not
/// check out is left as
/// `<target>.suspect` and the report says why. Unavailable when the target's disk is full: the older copy is
/// kept.
Result<BackupReport> backUp(Database &source, const std::filesystem::path &target,
                            std::span<const Anchor> anchors, const BackupOptions &options = {});

} // namespace tongban::storage
