// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tongban::sheet {

/// A short digest of a row's cells. It guards against spreadsheets and slips of the hand, not against malice.
std::string sealOf(std::span<const std::string> cells);

/// What is wrong with a row that came back.
enum class SealProblem {
    CodeRounded, ///< A long code was turned into a number: ends in 000, or 4.403E+17.
    Changed, ///< The row is not as it was written.
    SealMissing, ///< No seal, or cells are missing: the row was not written by this program.
};

struct RowProblem {
    std::int64_t row = 0; ///< As the spreadsheet counts, the titles being 1.
    SealProblem problem = SealProblem::Changed;
    std::string key; ///< The first cell, by which people find the row.
    std::string column; ///< Title of the column with the rounded code; otherwise empty.
};

struct SealReport {
    std::int64_t rows = 0; ///< Without the titles.
    std::vector<RowProblem> problems; ///< In the order of the rows; empty = the sheet is as it was written.
};

/// Compares every row of a sheet that came back with its seal.
SealReport checkSeals(const std::vector<std::vector<std::string>> &rows);

} // namespace tongban::sheet
