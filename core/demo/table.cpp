// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/table.h"

#include "core/base/csv.h"

#include <algorithm>

namespace tongban::demo {

Result<Table> Table::read(const std::filesystem::path &path, std::initializer_list<std::string_view> columns)
{
    Table table;
    table.m_fileName = path.filename().string();
    FileSource source = TRY(FileSource::open(path));
    CsvReader reader(source);
    CsvRecord record;
    std::size_t width = 0;
    while (TRY(reader.next(record))) {
        Row row{static_cast<std::size_t>(record.line), std::move(record.fields)};
        record.fields = {};
        if (record.problem != CsvProblem::None)
            return table.problem(row, "cannot be read: " + std::string(name(record.problem)));
        if (width == 0) {
            width = row.cells.size();
            for (const std::string_view column : columns) {
                const auto found = std::find(row.cells.begin(), row.cells.end(), column);
                if (found == row.cells.end())
                    return table.problem(row, "there is no column " + std::string(column));
                table.m_columns.push_back(static_cast<std::size_t>(found - row.cells.begin()));
            }
            continue;
        }
        if (row.cells.size() != width)
            return table.problem(row, "has more or fewer cells than the header");
        table.m_rows.push_back(std::move(row));
    }
    return table;
}

Failure Table::problem(const Row &row, std::string_view what) const
{
    return fail(ErrorCode::InvalidInput,
                m_fileName + ", line " + std::to_string(row.line) + ": " + std::string(what));
}

} // namespace tongban::demo
