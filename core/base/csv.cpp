// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace tongban {

/// How far into the current record the reader is.
struct CsvReader::Scan {
    CsvRecord &record;
    std::size_t position = 0; ///< Distance from the beginning of the record.
    std::size_t fields = 0;
    bool finished = false;

    void stop(CsvProblem problem)
    {
        record.problem = problem;
        record.column = fields;
        finished = true;
    }
};

std::string_view name(CsvProblem problem)
{
    switch (problem) {
    case CsvProblem::None: return "none";
    case CsvProblem::UnterminatedQuote: return "unterminated_quote";
    case CsvProblem::TextAfterQuote: return "text_after_quote";
    case CsvProblem::QuoteInsideField: return "quote_inside_field";
    case CsvProblem::TooLong: return "too_long";
    case CsvProblem::TooManyFields: return "too_many_fields";
    }
    return "none";
}

CsvReader::CsvReader(ByteSource &source, const CsvLimits &limits) : m_source(source), m_limits(limits)
{
    m_window.resize(m_limits.longestRecord + 2);
}

/// Whether there is a byte `at` bytes into the record, reading more when needed.
Result<bool> CsvReader::available(std::size_t at)
{
    while (m_window.begin + at >= m_window.end) {
        const bool more = TRY(m_window.fill(m_source));
        if (!more)
            return false;
    }
    return true;
}

Result<> CsvReader::begin()
{
    m_started = true;
    (void)TRY(available(3));
    const Bom bom = detectBom({m_window.bytes.data(), m_window.end});
    if (bom != Bom::None && bom != Bom::Utf8)
        return fail(ErrorCode::InvalidInput, "the file is UTF-16 or UTF-32, not UTF-8");
    m_window.begin = bomSize(bom);
    return {};
}

/// False at the end of the file.
Result<bool> CsvReader::skipEmptyLines()
{
    for (;;) {
        const bool any = TRY(available(0));
        if (!any)
            return false;
        const bool pair = at(0) == '\r' && TRY(available(1)) && at(1) == '\n';
        if (!pair && at(0) != '\n')
            return true;
        m_window.begin += pair ? 2 : 1;
        ++m_line;
    }
}

/// What is held from here on, but nothing beyond the limit: how much the source gave at a time must not
/// decide which problem is found.
std::string_view CsvReader::windowAt(std::size_t position) const
{
    const std::size_t held = std::min(m_window.end - m_window.begin, m_limits.longestRecord + 1);
    return {m_window.bytes.data() + m_window.begin + position, held - position};
}

std::string &CsvReader::nextField(Scan &scan)
{
    if (scan.record.fields.size() == scan.fields)
        scan.record.fields.emplace_back();
    std::string &field = scan.record.fields[scan.fields++];
    field.clear();
    return field;
}

/// From the opening quote to the byte after the closing one.
Result<> CsvReader::scanQuoted(Scan &scan)
{
    std::string &field = nextField(scan);
    ++scan.position;
    for (;;) {
        const bool more = scan.position <= m_limits.longestRecord && TRY(available(scan.position));
        if (!more) {
            scan.stop(CsvProblem::UnterminatedQuote);
            return {};
        }
        const std::string_view window = windowAt(scan.position);
        const std::string_view piece = window.substr(0, window.find('"'));
        field += piece;
        scan.record.lines += static_cast<std::uint64_t>(std::ranges::count(piece, '\n'));
        scan.position += piece.size();
        if (piece.size() == window.size())
            continue;
        ++scan.position;
        const bool doubled = TRY(available(scan.position)) && at(scan.position) == '"';
        if (!doubled)
            return {};
        field.push_back('"');
        ++scan.position;
    }
}

/// A field without quotes, up to the separator or line end, which is left.
Result<> CsvReader::scanPlain(Scan &scan)
{
    std::string &field = nextField(scan);
    const char stops[] = {m_limits.separator, '\n', '"'};
    for (;;) {
        if (scan.position > m_limits.longestRecord) {
            scan.stop(CsvProblem::TooLong);
            return {};
        }
        const bool more = TRY(available(scan.position));
        if (!more)
            return {};
        const std::string_view window = windowAt(scan.position);
        const std::string_view piece =
            window.substr(0, window.find_first_of(std::string_view(stops, std::size(stops))));
        field += piece;
        scan.position += piece.size();
        if (piece.size() == window.size())
            continue;
        if (at(scan.position) == '"')
            scan.stop(CsvProblem::QuoteInsideField);
        return {};
    }
}

Result<> CsvReader::scanRecord(Scan &scan)
{
    while (!scan.finished) {
        if (scan.fields == m_limits.mostFields) {
            scan.stop(CsvProblem::TooManyFields);
            break;
        }
        const bool quoted = TRY(available(scan.position)) && at(scan.position) == '"';
        if (quoted)
            TRY(scanQuoted(scan));
        else
            TRY(scanPlain(scan));
        if (scan.finished)
            break;
        const bool more = TRY(available(scan.position));
        if (quoted && more && at(scan.position) == '\r' && TRY(available(scan.position + 1))
            && at(scan.position + 1) == '\n')
            ++scan.position;
        if (!more || at(scan.position) == '\n') {
            scan.record.complete = more;
            scan.finished = true;
            std::string &last = scan.record.fields[scan.fields - 1];
            if (more && !quoted && last.ends_with('\r'))
                last.pop_back();
        } else if (at(scan.position) != m_limits.separator) {
            scan.stop(CsvProblem::TextAfterQuote);
        }
        if (scan.record.problem == CsvProblem::None && scan.position > m_limits.longestRecord)
            scan.stop(CsvProblem::TooLong);
        scan.position += !scan.finished || scan.record.complete ? 1 : 0;
    }
    return {};
}

/// Leaves a record that has a problem, at the end of the line on which it began.
Result<> CsvReader::skipFirstLine(CsvRecord &record)
{
    record.fields.clear();
    record.lines = 1;
    for (;;) {
        const bool more = TRY(available(0));
        if (!more) {
            record.complete = false;
            return {};
        }
        const char *from = m_window.bytes.data() + m_window.begin;
        const void *found = std::memchr(from, '\n', m_window.end - m_window.begin);
        if (found != nullptr) {
            m_window.begin += static_cast<std::size_t>(static_cast<const char *>(found) - from) + 1;
            record.complete = true;
            return {};
        }
        m_window.begin = m_window.end;
    }
}

Result<bool> CsvReader::next(CsvRecord &record)
{
    if (!m_started)
        TRY(begin());
    const bool any = TRY(skipEmptyLines());
    if (!any)
        return false;
    record.line = m_line;
    record.lines = 1;
    record.problem = CsvProblem::None;
    record.column = 0;
    record.complete = true;
    Scan scan{.record = record};
    TRY(scanRecord(scan));
    if (record.problem != CsvProblem::None) {
        TRY(skipFirstLine(record));
    } else {
        record.fields.resize(scan.fields);
        m_window.begin += scan.position;
    }
    m_line += record.lines;
    return true;
}

void appendCsvRecord(std::string &out, std::span<const std::string_view> fields, char separator)
{
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first)
            out.push_back(separator);
        first = false;
        const bool quote =
            field.find_first_of(std::string{separator, '"', '\r', '\n'}) != std::string_view::npos;
        if (!quote) {
            out += field;
            continue;
        }
        out.push_back('"');
        for (const char c : field) {
            if (c == '"')
                out.push_back('"');
            out.push_back(c);
        }
        out.push_back('"');
    }
    // A lone empty field would read back as an empty line, that is, as no record at all.
    if (fields.size() == 1 && fields.front().empty())
        out += "\"\"";
    out += "\r\n";
}

} // namespace tongban
