// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/storage/register_dictionary.h"
#include "core/storage/register_store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

struct RegisterImportOptions {
    std::optional<Date> asOf; ///< Mandatory for CSV; a JSON file brings its own.
    std::string source; ///< Empty = from the file name `<source>.<record>.csv`.
    std::string record;
    Timestamp now{};
    std::int64_t maximumFileBytes = std::int64_t{8} << 30;
    std::function<void(const RegisterProblem &)> onProblem; ///< Called for each rejected line.
    std::function<void(std::int64_t bytes, std::int64_t total)> progress; ///< About every 20,000 rows.
    std::function<bool()> stopRequested; ///< True = stop and keep the old version.
};

struct RegisterImportReport {
    RegisterVersion version;
    std::int64_t read = 0; ///< = version.rows + version.rejected
    bool wasCurrent = false; ///< This very file with this date is in force already; nothing was changed.
};

/// Reads a register file in one pass and puts it in force as a whole: a bad line is reported and left out,
/// the rest is taken; a file whose header or structure is wrong is refused (InvalidInput) and the version in
/// force stays. Memory does not depend on the size of a CSV file. Nothing of an interrupted import is kept.
Result<RegisterImportReport> importRegisterFile(RegisterStore &store, const RegisterDictionary &dictionary,
                                                const std::filesystem::path &file,
                                                const RegisterImportOptions &options);

} // namespace tongban::storage
