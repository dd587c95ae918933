// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <chrono>

namespace tongban::agency {

/// How long to wait before the next attempt: doubles each time up to a limit, and a random half of it is
/// taken off, so that a hundred clients of a recovered agency do not come back in the same moment.
struct Backoff {
    std::chrono::milliseconds first{100};
    std::chrono::milliseconds most{5000};

    /// Before attempt number `attempt` (2 is the first repetition).
    std::chrono::milliseconds before(int attempt, Random &random) const
    {
        const int doublings = std::clamp(attempt - 2, 0, 20);
        const auto full = std::min(most, first * (1 << doublings));
        std::uint8_t dice = 0;
        random.fill({&dice, 1});
        return full / 2 + full * dice / 510;
    }
};

} // namespace tongban::agency
