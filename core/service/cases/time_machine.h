// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "core/service/cases/cases.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::service {

/// A place in the story of a case: after so many of its acts, or as it stood at a moment. One of the two.
struct PastPoint {
    std::optional<std::int64_t> acts;
    std::optional<Timestamp> at;
};

/// A case as it stood (B11): what was known then and nothing that came later.
struct PastCase {
    Timestamp at{}; ///< The moment asked for, or that of the last act shown.
    std::int64_t acts = 0; ///< So many had been done by then ...
    std::int64_t allActs = 0; ///< ... of so many until today.
    permit::CaseState state;
    CaseView view; ///< Without other cases of the applicant: how those stood then is their own story.
    std::vector<permit::ClockReading> clocks; ///< As they read on that day ...
    std::vector<std::pair<permit::ClockKind, DeadlineAccount>> accounts; ///< ... and the days of each.
    std::vector<StoryEvent> events; ///< Those done by then.
};

/// Follows the acts of the ledger from the first on, by the same rules on every machine; nothing is written.
/// Acts of this desktop that the centre has not confirmed are not part of it. NotFound when there is no such
/// case, or it did not exist at that moment; InvalidInput when it has fewer acts than asked for.
Result<PastCase> caseAsOf(Workspace &workspace, std::string_view key, const PastPoint &point,
                          approval::Language language);

/// The moment a person means: "2026-11-23" is the end of that day, "2026-11-23 10:03" that minute's end, both
/// by the time of China; also an ISO time. InvalidInput when it is none.
Result<Timestamp> parseMoment(std::string_view text);

} // namespace tongban::service
