// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/cases.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// One rated case.
struct RatedCase {
    std::string serial;
    std::string item;
    permit::Rating rating;
    /// Until when it has to be put right, while that is open.
    std::optional<permit::ClockReading> clock;
};

struct Ratings {
    std::array<std::int64_t, 5> byLevel{}; ///< In the order of RatingLevel.
    std::vector<RatedCase> cases; ///< Newest first.

    std::int64_t open() const; ///< Of the cases listed.
};

enum class RatingsWanted { All, Open };

/// The ratings of all cases, or those that still have to be put right; the totals are of all. Reads the
/// ledger once.
Result<Ratings> ratings(Workspace &workspace, RatingsWanted wanted);

/// Takes in what an applicant said through a channel ("channel:i_shenzhen"), about the window named, if any.
/// An account of the staff is refused whatever role it claims. InvalidInput when the catalogue has no such
/// window.
Result<ActOutcome> rateCase(Workspace &workspace, std::string_view key, std::string_view channel,
                            permit::RatingLevel level, const std::string &hall, const std::string &window,
                            const std::string &remark);

} // namespace tongban::service
