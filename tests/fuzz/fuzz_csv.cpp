// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes through the CSV and line readers: nothing crashes, pieces of any size read the same, what was
// read adds up to the file, and what was written reads back.

#include "core/base/csv.h"
#include "core/base/line_reader.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_support.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace tongban;
using tongban::fuzz::PieceSource;
using tongban::fuzz::require;

namespace {

std::vector<CsvRecord> readRecords(std::string_view text, std::size_t piece, const CsvLimits &limits)
{
    PieceSource source(text, piece);
    CsvReader reader(source, limits);
    std::vector<CsvRecord> records;
    CsvRecord record;
    for (;;) {
        const auto more = reader.next(record);
        if (!more || !*more)
            return records;
        require(record.fields.empty() == (record.problem != CsvProblem::None));
        require(record.fields.size() <= limits.mostFields);
        require(records.empty() || record.line >= records.back().line + records.back().lines);
        records.push_back(record);
    }
}

bool same(const CsvRecord &a, const CsvRecord &b)
{
    return a.fields == b.fields && a.line == b.line && a.lines == b.lines && a.problem == b.problem
        && a.column == b.column && a.complete == b.complete;
}

void checkRecords(std::string_view text, std::size_t piece)
{
    const CsvLimits limits{.separator = ',', .longestRecord = 64, .mostFields = 6};
    const auto records = readRecords(text, text.size() + 1, limits);
    require(std::ranges::equal(records, readRecords(text, piece, limits), same));

    std::string written;
    std::vector<std::vector<std::string>> good;
    for (const CsvRecord &record : records) {
        if (record.problem != CsvProblem::None)
            continue;
        good.push_back(record.fields);
        const std::vector<std::string_view> fields(record.fields.begin(), record.fields.end());
        appendCsvRecord(written, fields);
    }
    // A first field that begins with a byte-order mark cannot be told from a mark of the file.
    if (detectBom(written) != Bom::None)
        return;
    const auto again = readRecords(written, piece, {.longestRecord = 4096});
    require(std::ranges::equal(good, again, {}, {}, &CsvRecord::fields));
}

void checkLines(std::string_view text, std::size_t piece)
{
    PieceSource source(text, piece);
    LineReader reader(source, 20);
    Line line;
    std::uint64_t number = 0;
    std::uint64_t expected = bomSize(detectBom(text));
    for (;;) {
        const auto more = reader.next(line);
        if (!more)
            return;
        if (!*more)
            break;
        require(line.number == ++number && line.offset == expected);
        require(line.tooLong == (line.size > 20));
        require(line.tooLong || text.substr(line.offset, line.size) == line.text);
        expected = line.offset + line.size;
        if (line.complete)
            expected += text[expected] == '\r' ? 2 : 1;
    }
    require(expected == text.size());
}

void checkText(std::string_view text)
{
    const RepairedText repaired = repairedUtf8(text);
    require(!findInvalidUtf8(repaired.text));
    require((repaired.replacements == 0) == !findInvalidUtf8(text));
    require(repaired.replacements > 0 || repaired.text == text);
    require(trimmed(text).size() <= text.size());
    (void)looksLikeGb18030(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t piece = 1 + data[0] % 16;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    checkRecords(text, piece);
    checkLines(text, piece);
    checkText(text);
    return 0;
}
