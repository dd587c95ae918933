// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace tongban::bench {

/// One figure of a benchmark. Times of a shared machine say little by themselves: where a figure has a
/// reference, it was taken in the same run, and the ratio is what to compare.
struct Measure {
    std::string name; ///< "year.total"
    double value = 0;
    std::string unit; ///< "s", "1/s", "MB", "ms"
    std::string reference = {}; ///< What the reference did; empty = there is none.
    std::optional<double> referenceValue = {}; ///< In the same unit.
    std::optional<double> budget = {}; ///< The most (for a rate: the least) that is allowed, in the unit.
    std::optional<double> ratioBudget = {}; ///< The most that value / reference may be.

    std::optional<double> ratio() const
    {
        if (!referenceValue || *referenceValue == 0)
            return std::nullopt;
        return value / *referenceValue;
    }
};

} // namespace tongban::bench
