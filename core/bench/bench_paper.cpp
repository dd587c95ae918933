// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/benchmarks.h"
#include "core/bench/stopwatch.h"
#include "core/service/papers/papers.h"

#include <algorithm>

namespace tongban::bench {

namespace {

constexpr std::uint64_t kCases = 300;
constexpr int kPapers = 200;

} // namespace

Result<std::vector<Measure>> benchPaper(const YearPlan &plan, const Clock &clock)
{
    YearPlan small = plan;
    small.applications = std::min(plan.applications, kCases);
    MadeYear year = TRY(makeYear(small, clock));
    TRY(takeInYear(year, small));
    plan.note("setting papers");
    Stopwatch watch;
    const auto press = TRY(service::PaperPress::load(year.workspace->resources().folder));
    const double loading = watch.lap();
    service::CaseQuery query;
    query.limit = kPapers;
    const auto lines = TRY(service::listCases(*year.workspace, query));
    double bytes = 0;
    watch.lap();
    for (const service::CaseLine &line : lines)
        bytes += static_cast<double>(
            TRY(service::previewPaper(*year.workspace, *press, line.serial, {})).pdf.size());
    const double setting = watch.lap();
    plan.note("issuing them");
    watch.lap();
    for (const service::CaseLine &line : lines)
        TRY(service::issuePaper(*year.workspace, *press, line.serial, {},
                                {"bench", permit::Role::Clerk, {}}));
    const double issuing = watch.lap();
    const auto count = static_cast<double>(lines.size());
    return std::vector<Measure>{
        {"paper.load", loading * 1000, "ms"},
        {"paper.count", count, "papers"},
        {"paper.set", setting, "s", {}, {}, 0.02 * count},
        {"paper.issue", issuing, "s"},
        {"paper.size", count == 0 ? 0 : bytes / count / 1024, "kB"},
    };
}

} // namespace tongban::bench
