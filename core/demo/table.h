// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::demo {

/// A small CSV resource read whole: its columns are asked for by name.
class Table
{
public:
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> cells;
    };

    /// NotFound or Unavailable for the file, InvalidInput with the line for its text or for an absent column.
    static Result<Table> read(const std::filesystem::path &path,
                              std::initializer_list<std::string_view> columns);

    const std::vector<Row> &rows() const { return m_rows; }

    /// The cell of `row` in the n-th column asked for.
    const std::string &cell(const Row &row, std::size_t n) const { return row.cells[m_columns[n]]; }

    /// An InvalidInput that names the file and the row's line.
    Failure problem(const Row &row, std::string_view what) const;

private:
    std::string m_fileName;
    std::vector<std::size_t> m_columns;
    std::vector<Row> m_rows;
};

} // namespace tongban::demo
