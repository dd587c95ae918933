// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/storage/register_dictionary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::storage {

/// Why a line, or a whole file, was not taken.
enum class RegisterFault {
    UnknownRegister, ///< The dictionary has no such source and record.
    MissingColumn, ///< The header lacks a field of the dictionary.
    UnknownColumn, ///< The header has a column the dictionary does not know.
    RepeatedColumn, ///< The header names a column twice.
    WrongRegister, ///< The row belongs to another record than the file.
    MissingKey, ///< The key is empty.
    WrongKey, ///< The key is not a valid number of its kind (length or characters).
    MissingValue, ///< An empty value where the dictionary allows none.
    WrongType, ///< Not a number, a date, true or false, a list.
    ValueNotAllowed, ///< None of the values the dictionary lists.
    WrongFieldCount, ///< More or fewer values than the header has columns.
    BadText, ///< Not UTF-8, control characters, or longer than a value may be.
    BrokenLine, ///< The line cannot be read: unterminated quotes, too long, not JSON.
    Truncated, ///< The file ends in the middle of a record.
};

/// "unknown_register", "missing_column", ...: stable, for output and quarantine files.
std::string_view name(RegisterFault fault);

struct RegisterProblem {
    std::int64_t line = 0; ///< 1-based line of the file; in a JSON file the row's ordinal, 1-based.
    std::string field; ///< Empty = the whole line.
    RegisterFault fault = RegisterFault::BrokenLine;
    std::string detail; ///< English; no personal data: neither the key nor the value.
};

/// Where the rows of a register file go.
class RegisterSink
{
public:
    virtual ~RegisterSink() = default;

    /// A sound row: its key in its usual form and the canonical JSON of its fields. A failure ends the
    /// reading.
    virtual Result<> takeRow(std::string_view key, std::string_view body) = 0;

    /// A row that is left out; told once for each fault in it.
    virtual void takeProblem(const RegisterProblem &problem) = 0;

    /// A row was left out (once for each row, after its problems). `key` is whose row it was; empty when the
    /// row does not tell. A failure ends the reading.
    virtual Result<> rejectRow(std::string_view key) = 0;
};

/// What a JSON register file says about itself.
struct RegisterHeading {
    std::string source;
    std::string record;
    std::optional<Date> asOf;
};

/// Reads a CSV register file: a header `record,key,<every field of the record>` in any order, then one row a
/// line. A wrong header is InvalidInput, wrong lines are told to the sink. Constant memory.
Result<> readRegisterCsv(ByteSource &bytes, const RegisterRecord &record, RegisterSink &sink);

/// Reads a JSON register file: one object {"source", "record", "as_of", "rows": [{"key", <field>...}]}. Where
/// "rows" stands before "source" and "record", `expected` says what they are. Constant memory, one row at a
/// time. What is not JSON, is cut off, or has another shape is InvalidInput; the rows read until then are
/// worth nothing.
Result<RegisterHeading> readRegisterJson(ByteSource &bytes, const RegisterDictionary &dictionary,
                                         const RegisterHeading &expected, RegisterSink &sink);

} // namespace tongban::storage
