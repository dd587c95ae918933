// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

namespace tongban::permit {

/// What is wrong with one place of a table that an administrator keeps: catalogue, workflow, limits.
struct TableProblem {
    std::string file; ///< "items.csv"
    int line = 0; ///< From 1, the header is line 1; 0 = the file as a whole.
    std::string column; ///< Empty = the whole line.
    std::string reason; ///< An English sentence.

    bool operator==(const TableProblem &) const = default;
};

/// A load gives up looking for more after so many.
inline constexpr std::size_t kMostTableProblems = 1000;

/// "items.csv:12: statutory_days: the steps add up to 19, not 20".
std::string describe(const TableProblem &problem);

} // namespace tongban::permit
