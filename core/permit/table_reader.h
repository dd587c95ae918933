// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/csv.h"
#include "core/base/date.h"
#include "core/permit/table_problem.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Reads one small CSV table with a fixed header, row by row. Every complaint about a cell goes into one
/// list, and reading goes on with a harmless value, so that all problems of a file are found in one pass.
/// Columns are named by their place in the header that the caller gave.
class TableReader
{
public:
    /// `file`, `text`, `columns` and `problems` outlive the reader.
    TableReader(std::string_view file, std::string_view text, std::span<const std::string_view> columns,
                std::vector<TableProblem> &problems);

    /// The next row with as many cells as the header; rows with other numbers are complained about and passed
    /// over.
    bool next();
    int line() const { return m_line; }
    /// Nothing was complained about in this row so far.
    bool isSound() const { return m_rowComplaints == 0; }
    /// False when rows are lost: wrong encoding or header, or a row that cannot be taken apart.
    bool isComplete() const { return m_complete; }

    std::string_view cell(std::size_t column) const { return m_cells[column]; }
    /// Not empty.
    std::string text(std::size_t column);
    std::string optionalText(std::size_t column) const { return std::string(m_cells[column]); }
    int number(std::size_t column, int least, int most);
    Date date(std::size_t column);
    std::optional<Date> optionalDate(std::size_t column);
    bool yesNo(std::size_t column);
    /// A division code of six digits.
    int district(std::size_t column);
    /// The parts between ";", each once and none empty; nothing for an empty cell.
    std::vector<std::string_view> list(std::size_t column);

    /// One of the names that `parse` knows.
    template <typename Enum>
    Enum choice(std::size_t column, std::optional<Enum> (*parse)(std::string_view), Enum otherwise)
    {
        const std::optional<Enum> value = parse(m_cells[column]);
        if (!value)
            unknownName(column);
        return value.value_or(otherwise);
    }

    void complain(std::size_t column, std::string reason);
    void complainRow(std::string reason);

private:
    void readHeader();
    void unknownName(std::size_t column);
    void add(int line, std::string_view column, std::string reason);
    bool checkEncoding(std::string_view text);

    std::string_view m_file;
    std::span<const std::string_view> m_columns;
    std::vector<TableProblem> &m_problems;
    TextSource m_source;
    CsvReader m_reader;
    CsvRecord m_record;
    std::vector<std::string_view> m_cells;
    std::size_t m_rowComplaints = 0;
    bool m_complete = true;
    int m_line = 1;
    bool m_readable = true;
};

} // namespace tongban::permit
