// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/table_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace tongban::permit {

TableReader::TableReader(std::string_view file, std::string_view text,
                         std::span<const std::string_view> columns, std::vector<TableProblem> &problems)
    : m_file(file), m_columns(columns), m_problems(problems), m_source(text), m_reader(m_source)
{
    m_readable = checkEncoding(text);
    if (m_readable)
        readHeader();
    m_complete = m_readable;
}

bool TableReader::checkEncoding(std::string_view text)
{
    const std::optional<Utf8Problem> fault = findInvalidUtf8(text);
    if (!fault)
        return true;
    const auto before = text.substr(0, fault->position);
    const int line = 1 + static_cast<int>(std::ranges::count(before, '\n'));
    add(line, {},
        looksLikeGb18030(text) ? "the file is not UTF-8 but looks like GB 18030: save it as UTF-8"
                               : "the file is not UTF-8: save it as UTF-8");
    return false;
}

void TableReader::readHeader()
{
    const Result<bool> read = m_reader.next(m_record);
    if (!read || !*read) {
        add(1, {}, read ? "the file is missing or empty" : read.error().detail);
        m_readable = false;
        return;
    }
    const bool same = m_record.problem == CsvProblem::None
        && std::ranges::equal(m_record.fields, m_columns,
                              [](const std::string &cell, std::string_view column) {
                                  return trimmed(cell) == column;
                              });
    if (same)
        return;
    std::string expected = "the header has to be: ";
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        expected += i == 0 ? "" : ",";
        expected += m_columns[i];
    }
    add(1, {}, std::move(expected));
    m_readable = false;
}

bool TableReader::next()
{
    while (m_readable) {
        const Result<bool> read = m_reader.next(m_record);
        if (!read) {
            complainRow(read.error().detail);
            m_readable = false;
            return false;
        }
        if (!*read)
            return false;
        m_line = static_cast<int>(m_record.line);
        m_rowComplaints = 0;
        if (m_record.problem != CsvProblem::None) {
            complainRow("cannot be read: " + std::string(name(m_record.problem)));
            continue;
        }
        if (m_record.fields.size() != m_columns.size()) {
            complainRow("has " + std::to_string(m_record.fields.size()) + " cells, the header has "
                        + std::to_string(m_columns.size()));
            continue;
        }
        m_cells.clear();
        for (const std::string &cell : m_record.fields) {
            m_cells.push_back(trimmed(cell));
            if (isSpreadsheetNumber(m_cells.back()))
                complain(
                    m_cells.size() - 1,
                    "was turned into a number by a spreadsheet and has lost digits: format the column as "
                    "text and enter the code again");
        }
        return true;
    }
    return false;
}

std::string TableReader::text(std::size_t column)
{
    if (m_cells[column].empty())
        complain(column, "is empty");
    return std::string(m_cells[column]);
}

int TableReader::number(std::size_t column, int least, int most)
{
    const std::string_view cell = m_cells[column];
    int value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size() || value < least || value > most) {
        complain(column,
                 "has to be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    return value;
}

Date TableReader::date(std::size_t column)
{
    if (m_cells[column].empty())
        complain(column, "is empty");
    return optionalDate(column).value_or(Date{});
}

std::optional<Date> TableReader::optionalDate(std::size_t column)
{
    if (m_cells[column].empty())
        return std::nullopt;
    const Result<Date> date = parseIsoDate(m_cells[column]);
    if (!date) {
        complain(column, "has to be an existing day written YYYY-MM-DD");
        return std::nullopt;
    }
    return *date;
}

bool TableReader::yesNo(std::size_t column)
{
    if (m_cells[column] != "yes" && m_cells[column] != "no")
        complain(column, "has to be yes or no");
    return m_cells[column] == "yes";
}

int TableReader::district(std::size_t column)
{
    const std::string_view cell = m_cells[column];
    int value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || cell.size() != 6 || end != cell.data() + cell.size() || value < 110'000) {
        complain(column, "has to be a division code of six digits");
        return 0;
    }
    return value;
}

std::vector<std::string_view> TableReader::list(std::size_t column)
{
    std::vector<std::string_view> parts;
    std::string_view rest = m_cells[column];
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view part = trimmed(rest.substr(0, end));
        if (part.empty() || end + 1 == rest.size())
            complain(column, "has an empty entry between semicolons");
        else if (std::ranges::find(parts, part) != parts.end())
            complain(column, "names " + std::string(part) + " twice");
        if (!part.empty())
            parts.push_back(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

void TableReader::complain(std::size_t column, std::string reason)
{
    add(m_line, m_columns[column], std::move(reason));
}

void TableReader::complainRow(std::string reason)
{
    m_complete = false;
    add(m_line, {}, std::move(reason));
}

void TableReader::unknownName(std::size_t column)
{
    complain(column, m_cells[column].empty() ? "is empty" : "has a value that is not known here");
}

void TableReader::add(int line, std::string_view column, std::string reason)
{
    ++m_rowComplaints;
    if (m_problems.size() < kMostTableProblems)
        m_problems.push_back({std::string(m_file), line, std::string(column), std::move(reason)});
}

std::string describe(const TableProblem &problem)
{
    std::string out = problem.file;
    if (problem.line > 0)
        out += ":" + std::to_string(problem.line);
    out += ": ";
    if (!problem.column.empty())
        out += problem.column + ": ";
    return out + problem.reason;
}

} // namespace tongban::permit
