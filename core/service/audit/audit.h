// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tongban::service {

/// Something wrong with a district's chain of acts, or a case that does not follow from it.
struct ChainFinding {
    std::string fault; ///< "gap", "edited", "reordered", "truncated", "forged", ..., "application_changed",
                       ///< "record_changed", "standing_changed", "decision_changed", "witness_changed",
                       ///< "witness_missing", "office_gap", "office_edited", "office_truncated",
                       ///< "totals_changed".
    int district = 0;
    std::int64_t n =
        0; ///< The place in the chain; of a witness, its line. Of the office's record, with district 0.
    std::string detail;
};

/// Where a district's chain ends; printed and kept elsewhere it witnesses that nothing was cut off later.
struct ChainEnd {
    int district = 0;
    std::int64_t n = 0;
    std::string hash;
};

struct AuditReport {
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::int64_t witnesses = 0; ///< Lines of the anchor file that were compared.
    std::vector<ChainEnd> ends;
    std::vector<ChainFinding> findings; ///< The first thousand.
    std::int64_t findingCount = 0;
    bool finished = true; ///< False: stopped before every case was looked at.

    bool isSound() const { return findingCount == 0; }
};

/// Recomputes every hash of the ledger and compares it with the heads, the witnesses and every case: its
/// application, its columns and how it stands. The record of the office and the totals of the lists are
/// checked too.
Result<AuditReport> auditChains(Workspace &workspace, const Progress &progress);

/// Copies the store while others work, checks the copy from end to end and puts it under its name. Corrupted
/// when the copy does not check out.
struct BackupOutcome {
    std::int64_t bytes = 0;
    std::int64_t events = 0;
    bool finished = true; ///< False: stopped; an older copy is kept.
};
Result<BackupOutcome> backUpStore(Workspace &workspace, const std::filesystem::path &target,
                                  const Progress &progress);

} // namespace tongban::service
