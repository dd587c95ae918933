// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace tongban::bench {

/// What the benchmarks of the main job run on.
struct YearPlan {
    std::filesystem::path folder; ///< Scratch; the workspace is made in `<folder>/workspace`.
    std::filesystem::path resources;
    std::uint64_t applications = 1'000'000;
    std::uint64_t seed = 20190823;
    bool sealed = false; ///< With a vault from the first row on.
    unsigned threads = 2; ///< That decide or judge beside the one that reads and writes.
    std::function<void(std::string_view step)> say; ///< Told what is going on; may be empty.
    std::function<bool()> stop; ///< Asked between steps; empty = never.

    void note(std::string_view step) const
    {
        if (say)
            say(step);
    }
};

/// A demo workspace with its registers imported, and the file of applications beside it, not taken in yet.
struct MadeYear {
    std::unique_ptr<service::Workspace> workspace;
    std::filesystem::path applications;
};

/// Makes it anew; Conflict when the folder holds one already. The year ends the day before the clock's, so
/// that no application lies in the future.
Result<MadeYear> makeYear(const YearPlan &plan, const Clock &clock);

/// Takes the applications in.
Result<> takeInYear(MadeYear &year, const YearPlan &plan);

/// Decides everything that waits.
Result<> decideYear(MadeYear &year, const YearPlan &plan);

} // namespace tongban::bench
