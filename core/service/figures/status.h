// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/figures/hours_saved.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tongban::service {

/// How the cases of one item, or of all, came out.
struct OutcomeCounts {
    std::int64_t cases = 0;
    std::int64_t automatic = 0; ///< Granted or refused with no human hand.
    std::int64_t granted = 0; ///< By whomever.
    std::int64_t refused = 0;
    std::int64_t automaticRefusals = 0;
    std::int64_t noticed = 0; ///< Wait for what the applicant has to supplement.
    std::int64_t referred = 0; ///< Wait for a person.
    std::int64_t evidence = 0; ///< Wait for a source's answer.
    std::int64_t untouched = 0; ///< Nobody and nothing has looked yet.
    std::int64_t other = 0;

    /// Tenths of a per cent of the cases that were looked at, half rounded up; 0 when there is none.
    int automaticPerMille() const;
    void add(const OutcomeCounts &other);
};

struct ItemStatusLine {
    std::string item;
    std::string nameZh;
    std::string nameEn;
    std::string area; ///< Empty = people decide.
    OutcomeCounts counts;
};

struct ReasonCount {
    std::string reason;
    std::int64_t count = 0;
};

/// What waits for people at one desk of the back office (S8).
struct DeskCount {
    ApprovalQueue desk;
    std::int64_t waiting = 0;
};

/// How often applicants were told twice (B6).
struct NoticeQuality {
    std::int64_t noticed = 0; ///< Cases with a notice.
    std::int64_t noticedAgain = 0; ///< Of those, with a second one.

    /// Tenths of a per cent, half rounded up; 0 when nobody was told anything.
    int secondNoticePerMille() const;
};

/// The workspace in numbers; every one of them counted, none typed.
struct Status {
    OutcomeCounts all;
    OutcomeCounts areas; ///< Of the items decided by rules.
    std::vector<ItemStatusLine> items; ///< Most cases first.
    std::vector<ReasonCount> reasons; ///< Why cases are not automatic, most frequent first.
    std::vector<DeskCount> desks; ///< Most waiting first.
    NoticeQuality notices;
    HoursSaved saved; ///< By automatic decisions (S25).
    permit::CatalogueCounts catalogue; ///< On the day of the clock.
    std::size_t automaticItems = 0; ///< With a published rule set in force (S19).
    std::int64_t events = 0;
    std::int64_t decisions = 0;
};

/// Reads one row a case and the acts of notice.
Result<Status> statusOf(Workspace &workspace);

} // namespace tongban::service
