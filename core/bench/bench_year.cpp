// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_copy.h"
#include "core/bench/benchmarks.h"
#include "core/bench/process_memory.h"
#include "core/bench/stopwatch.h"
#include "core/service/figures/status.h"

namespace tongban::bench {

namespace {

constexpr double kMebibyte = 1024.0 * 1024.0;
constexpr double kGigabyte = 1e9;

Result<double> fileGigabytes(const std::filesystem::path &file)
{
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    if (failed)
        return fail(ErrorCode::NotFound, "cannot read the size of " + file.string());
    return static_cast<double>(bytes) / kGigabyte;
}

} // namespace

Result<std::vector<Measure>> benchYear(const YearPlan &plan, const Clock &clock)
{
    MadeYear year = TRY(makeYear(plan, clock));
    resetPeakMemory();
    Stopwatch watch;
    TRY(takeInYear(year, plan));
    const double takeIn = watch.lap();
    TRY(decideYear(year, plan));
    const double decide = watch.lap();
    const double memory = static_cast<double>(peakMemory()) / kMebibyte;
    const service::Status status = TRY(service::statusOf(*year.workspace));
    const std::filesystem::path store = year.workspace->folder() / "store.sqlite";
    year.workspace.reset();
    plan.note("writing the same rows bare");
    const std::filesystem::path copy = plan.folder / "bare.sqlite";
    std::filesystem::remove(copy);
    const BareCopyOutcome bare = TRY(bareCopy(store, copy, {}));
    std::filesystem::remove(copy);
    const double total = takeIn + decide;
    const auto cases = static_cast<double>(status.all.cases);
    const std::string reference = "the same rows by bare prepared statements of SQLite";
    // Budgets hold for a million; other sizes scale.
    const double share = static_cast<double>(plan.applications) / 1e6;
    return std::vector<Measure>{
        {"year.total", total, "s", reference, bare.seconds, 300.0 * share, 6.0},
        {"year.take_in", takeIn, "s"},
        {"year.decide", decide, "s"},
        {"year.cases", cases, "cases"},
        {"year.decisions", static_cast<double>(status.decisions), "decisions"},
        {"year.events", static_cast<double>(status.events), "events"},
        {"year.rate", cases / total, "cases/s"},
        {"year.memory", memory, "MiB", {}, {}, 500.0},
        {"year.store", TRY(fileGigabytes(store)), "GB", {}, {}, 3.0 * share},
    };
}

} // namespace tongban::bench
