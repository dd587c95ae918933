// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/anchor_file.h"
#include "core/storage/database.h"
#include "core/storage/event_log.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// What is wrong with a chain.
/// - Gap: the places from n on are missing up to the next one that exists.
/// - Edited: the event at n is not the one that was written (its content or its hash was changed).
/// - Reordered: the event at n stands after a later one.
/// - Truncated: the chain ends before its head, or before a witness says it did; n is the first missing
/// place.
/// - Forged: an event at n that the head does not cover, or that belongs to no case.
/// - Rewritten: the chain is consistent in itself but is not the one the witness at n saw.
/// - HeadMismatch: the head's hash is not that of the last event.
/// - StandingChanged: the case's state is not the one its last event left; n is that event's place.
enum class ChainFault { Gap, Edited, Reordered, Truncated, Forged, Rewritten, HeadMismatch, StandingChanged };

/// "gap", "edited", ...
std::string_view name(ChainFault fault);

struct ChainProblem {
    ChainFault fault = ChainFault::Gap;
    int district = 0;
    std::int64_t n = 0;
    std::string detail; ///< English, for the log; no personal data.
};

struct ChainReport {
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::vector<EventPosition> ends; ///< The end of every chain as computed.
    std::vector<ChainProblem> problems; ///< At most `maximumProblems`.
    std::int64_t problemCount = 0;
};

struct ChainCheckOptions {
    int maximumProblems = 1000;
    std::function<void(std::int64_t events)> progress; ///< Called every 10,000 events.
    std::function<bool()>
        stopped; ///< Asked as often; when it says so, the report is of what was read so far.
};

/// Reads the whole ledger once and recomputes every hash, then compares with the heads, the witnesses and the
/// cases' standings. Memory does not grow with the ledger. Runs on a read-only connection beside a writer:
/// what it sees is one moment. Fails only when the file cannot be read; what it finds is a report.
Result<ChainReport> checkChains(Database &database, std::span<const Anchor> anchors,
                                const ChainCheckOptions &options = {});

} // namespace tongban::storage
