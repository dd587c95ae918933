// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/storage/register_dictionary.h"
#include "core/storage/register_reader.h"
#include "core/storage/register_store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// What to do with a file that is likely to be a part only: no row at all, an earlier day than the register
/// in force, or less than four fifths of its rows. To such a register everybody it lacks has "no record".
enum class DoubtfulFile { Refuse, Accept };

struct RegisterImportOptions {
    std::optional<Date> asOf; ///< Mandatory for CSV; a JSON file brings its own.
    std::string source; ///< Empty = from the file name `<source>.<record>.csv`.
    std::string record;
    Timestamp now{};
    DoubtfulFile doubtful = DoubtfulFile::Refuse;
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
/// force stays. A day in the future is refused, and so is a doubtful file unless the caller accepts it
/// (Conflict). Memory does not depend on the size of a CSV file. Nothing of an interrupted import is kept.
Result<RegisterImportReport> importRegisterFile(RegisterStore &store, const RegisterDictionary &dictionary,
                                                const std::filesystem::path &file,
                                                const RegisterImportOptions &options);

} // namespace tongban::storage
