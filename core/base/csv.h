// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/byte_window.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban {

/// Why a record cannot be read.
enum class CsvProblem {
    None,
    UnterminatedQuote, ///< A quoted field that no quote closes before the file ends or the record is too
                       ///< long.
    TextAfterQuote, ///< `"a"b`: something between the closing quote and the separator.
    QuoteInsideField, ///< `a"b`: a quote in a field that is not quoted.
    TooLong, ///< More bytes than allowed.
    TooManyFields,
};

/// "unterminated_quote", ...: the stable name.
std::string_view name(CsvProblem problem);

/// One record. Its strings are used again by the next call, so that reading a million records allocates
/// little.
struct CsvRecord {
    std::vector<std::string> fields; ///< Without quotes; empty when there is a problem.
    std::uint64_t line = 0; ///< Line on which it begins, from 1.
    std::uint64_t lines = 1; ///< Lines it takes; more than one when a field holds a line end.
    CsvProblem problem = CsvProblem::None;
    std::size_t column = 0; ///< With a problem: the field, from 1, in which it was found.
    bool complete =
        true; ///< Ended by a line end; false only for the last record of a file cut off or unfinished.
};

struct CsvLimits {
    char separator = ',';
    std::size_t longestRecord = std::size_t{1} << 20U; ///< Bytes before its line feed, with quotes.
    std::size_t mostFields = 1024;
};

/// Reads comma-separated values (RFC 4180) record by record in constant memory: fields in double quotes may
/// hold separators, line ends and doubled quotes; records end with LF or CRLF; empty lines are passed over; a
/// byte-order mark of UTF-8 is dropped. Spaces belong to the field. Bytes are passed as they are (see
/// core/base/text.h).
///
/// A record with a problem costs its first line only: reading goes on with the line after it, so that one
/// stray quote does not swallow the rest of the file. Used by one thread.
class CsvReader
{
public:
    /// The source outlives the reader.
    explicit CsvReader(ByteSource &source, const CsvLimits &limits = {});

    /// False at the end. Problems of the data are told in the record; InvalidInput is a file that begins with
    /// the mark of UTF-16 or UTF-32; errors of the source are passed on.
    Result<bool> next(CsvRecord &record);

private:
    struct Scan;

    Result<> begin();
    Result<bool> available(std::size_t at);
    Result<bool> skipEmptyLines();
    Result<> scanRecord(Scan &scan);
    Result<> scanQuoted(Scan &scan);
    Result<> scanPlain(Scan &scan);
    Result<> skipFirstLine(CsvRecord &record);
    std::string &nextField(Scan &scan);
    std::string_view windowAt(std::size_t position) const;
    char at(std::size_t distance) const { return m_window.bytes[m_window.begin + distance]; }

    ByteSource &m_source;
    CsvLimits m_limits;
    ByteWindow m_window; ///< Begins with what is not yet given out.
    std::uint64_t m_line = 1;
    bool m_started = false;
};

/// Appends one record with CRLF, fields quoted where they must be.
void appendCsvRecord(std::string &out, std::span<const std::string_view> fields, char separator = ',');

} // namespace tongban
