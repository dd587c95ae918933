// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

namespace tongban::bench {

/// How the bare copy groups its rows.
struct BareCopyOptions {
    int casesPerIntakeCommit = 4000;
    int casesPerWorkCommit = 2000;
    bool withWork = true; ///< Write every standing a second time, as deciding does.
    bool withRestOfEvents = false; ///< Without the work: the events that follow on those of the intake.
    bool indexesAfterwards = false; ///< Make the indexes once the rows are there.
    bool withWords = false; ///< The words of names too, as they stand in the source.
};

struct BareCopyOutcome {
    double seconds = 0; ///< Inserting, updating and committing; reading the source is not counted.
    std::int64_t rows = 0;
};

/// What a finished year costs when nothing is read, checked, decided or hashed: writes the cases, events,
/// standings and decisions of a store once more into an empty file, with the same tables, indexes and
/// settings, by prepared statements of the bare library, in transactions of the same size and in the same
/// order (intake first, then work). Knows nothing of core/storage on purpose: it is what that module is
/// compared with.
///
/// `target` must not exist. The calling thread does it all. Failures as the files give them.
Result<BareCopyOutcome> bareCopy(const std::filesystem::path &store, const std::filesystem::path &target,
                                 const BareCopyOptions &options);

} // namespace tongban::bench
