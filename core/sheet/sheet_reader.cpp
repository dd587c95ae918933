// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sheet/sheet_reader.h"

#include "core/base/byte_source.h"
#include "core/base/csv.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/sheet/xlsx_reader.h"

#include <algorithm>

namespace tongban::sheet {

namespace {

constexpr std::size_t kLargestFile = std::size_t{256} << 20U;

/// The quote that the writer put before what looks like a formula.
void takeOffQuote(std::string &cell)
{
    if (cell.size() > 1 && cell.front() == '\''
        && std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
}

} // namespace

Result<std::vector<std::vector<std::string>>> readSheet(const std::filesystem::path &file)
{
    const std::string bytes = TRY(readFile(file, kLargestFile));
    std::vector<std::vector<std::string>> rows;
    if (bytes.starts_with("PK\x03\x04")) {
        rows = TRY(readXlsx(file));
    } else {
        if (findInvalidUtf8(bytes))
            return fail(ErrorCode::InvalidInput, "the sheet is neither XLSX nor CSV in UTF-8");
        TextSource source(bytes);
        CsvReader reader(source);
        CsvRecord record;
        while (TRY(reader.next(record))) {
            if (record.problem != CsvProblem::None)
                return fail(ErrorCode::InvalidInput,
                            "line " + std::to_string(record.line)
                                + " cannot be read: " + std::string(name(record.problem)));
            rows.push_back(record.fields);
            std::ranges::for_each(rows.back(), takeOffQuote);
        }
    }
    if (rows.empty())
        return fail(ErrorCode::InvalidInput, "the sheet is empty");
    return rows;
}

} // namespace tongban::sheet
