// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sheet/row_seal.h"

#include "core/base/digest.h"
#include "core/base/text.h"

#include <algorithm>
#include <string_view>

namespace tongban::sheet {

namespace {

constexpr std::size_t kSealLength = 16;
constexpr std::size_t kLongestExact = 15; ///< Digits that a spreadsheet's numbers keep.

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What remains of a code of more than fifteen digits once it has been a number.
bool looksRounded(std::string_view cell)
{
    if (isSpreadsheetNumber(cell))
        return true;
    if (cell.size() <= kLongestExact || !isDigits(cell))
        return false;
    return std::ranges::all_of(cell.substr(kLongestExact), [](char c) { return c == '0'; });
}

RowProblem problemOf(const std::vector<std::string> &row, const std::vector<std::string> &titles)
{
    RowProblem problem;
    problem.key = row.empty() ? std::string() : row.front();
    for (std::size_t column = 0; column + 1 < row.size() && column < titles.size(); ++column)
        if (looksRounded(row[column])) {
            problem.problem = SealProblem::CodeRounded;
            problem.column = titles[column];
            return problem;
        }
    return problem;
}

} // namespace

std::string sealOf(std::span<const std::string> cells)
{
    Digester digester;
    digester.add("tongban row 1\n");
    for (const std::string &cell : cells) {
        digester.add(std::to_string(cell.size()));
        digester.add(":");
        digester.add(cell);
    }
    return digester.finish().hex().substr(0, kSealLength);
}

SealReport checkSeals(const std::vector<std::vector<std::string>> &rows)
{
    SealReport report;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::vector<std::string> row = rows[i];
        if (std::ranges::all_of(row, &std::string::empty))
            continue; // spreadsheets leave empty rows at the end
        ++report.rows;
        const bool isWhole = row.size() == rows.front().size() && row.back().size() == kSealLength;
        if (isWhole && sealOf(std::span(row).first(row.size() - 1)) == row.back())
            continue;
        RowProblem problem = problemOf(row, rows.front());
        problem.row = static_cast<std::int64_t>(i) + 1;
        if (problem.problem != SealProblem::CodeRounded && !isWhole)
            problem.problem = SealProblem::SealMissing;
        report.problems.push_back(std::move(problem));
    }
    return report;
}

} // namespace tongban::sheet
