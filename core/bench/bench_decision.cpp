// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/benchmarks.h"
#include "core/bench/stopwatch.h"
#include "core/service/decision/rehearsal.h"

#include <algorithm>

namespace tongban::bench {

namespace {

constexpr std::uint64_t kMostCases = 20'000;

double percentile(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
    return sorted[rank];
}

} // namespace

Result<std::vector<Measure>> benchDecision(const YearPlan &plan, const Clock &clock)
{
    YearPlan small = plan;
    small.applications = std::min(plan.applications, kMostCases);
    MadeYear year = TRY(makeYear(small, clock));
    TRY(takeInYear(year, small));
    plan.note("deciding case by case");
    const auto rehearsal = TRY(service::Rehearsal::open(*year.workspace));
    std::vector<double> milliseconds;
    for (const std::int64_t no : TRY(rehearsal->waiting(static_cast<int>(small.applications)))) {
        Stopwatch watch;
        TRY(rehearsal->decide(no));
        milliseconds.push_back(watch.lap() * 1000.0);
    }
    std::ranges::sort(milliseconds);
    return std::vector<Measure>{
        {"decision.cases", static_cast<double>(milliseconds.size()), "cases"},
        {"decision.p50", percentile(milliseconds, 0.5), "ms"},
        {"decision.p99", percentile(milliseconds, 0.99), "ms", {}, {}, 5.0},
        {"decision.max", percentile(milliseconds, 1.0), "ms"},
    };
}

} // namespace tongban::bench
