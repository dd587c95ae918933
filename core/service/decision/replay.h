// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/replay.h"
#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tongban::service {

/// Rules as they might become.
struct ChangedRules {
    std::string ruleSet; ///< Whose decisions are judged again.
    std::filesystem::path model; ///< The changed model (.dmn).
    std::filesystem::path manifest; ///< Its manifest; empty = that of the version in force.
};

struct ReplayOptions {
    std::vector<ChangedRules> changes; ///< At most one a rule set.
    unsigned threads = 2;
    Progress progress; ///< In decisions, called on the calling thread.
};

/// Judges every stored decision of the changed rule sets again and lists the cases that would come out
/// differently. Reads only; InvalidInput says what is wrong with the changed rules.
Result<approval::ReplaySummary> replayDecisions(Workspace &workspace, const ReplayOptions &options);

} // namespace tongban::service
