// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/bench/benchmarks.h"
#include "core/bench/changed_model.h"
#include "core/bench/stopwatch.h"
#include "core/service/decision/replay.h"
#include "core/service/figures/status.h"

namespace tongban::bench {

namespace fs = std::filesystem;

namespace {

/// The workspace of an earlier run, or a new one.
Result<std::unique_ptr<service::Workspace>> decidedYear(const YearPlan &plan, const Clock &clock)
{
    const fs::path folder = plan.folder / "workspace";
    if (!fs::exists(folder / "workspace.json")) {
        MadeYear year = TRY(makeYear(plan, clock));
        TRY(takeInYear(year, plan));
        TRY(decideYear(year, plan));
    }
    return service::Workspace::open(folder, plan.resources, service::OpenMode::Read, clock);
}

/// Every rule set in force with one rule less.
Result<std::vector<service::ChangedRules>> changeEveryRuleSet(const service::Workspace &workspace,
                                                              const fs::path &folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    std::vector<service::ChangedRules> changes;
    for (const approval::RuleSetPtr &rules : workspace.resources().ruleSets->all()) {
        constexpr std::size_t kMostBytes = std::size_t{16} << 20U;
        const fs::path shipped = workspace.resources().folder / "models" / rules->code();
        const std::string text = TRY(readFile(shipped / rules->manifest().modelFile, kMostBytes));
        service::ChangedRules &change = changes.emplace_back();
        change.ruleSet = rules->code();
        change.model = folder / (rules->code() + ".dmn");
        change.manifest = shipped / (std::to_string(rules->version()) + ".json");
        TRY(replaceFile(change.model, TRY(withoutFirstFinding(text))));
    }
    return changes;
}

} // namespace

Result<std::vector<Measure>> benchReplay(const YearPlan &plan, const Clock &clock)
{
    const auto workspace = TRY(decidedYear(plan, clock));
    service::ReplayOptions options;
    options.changes = TRY(changeEveryRuleSet(*workspace, plan.folder / "changed"));
    options.threads = plan.threads;
    plan.note("judging by the changed rules");
    Stopwatch watch;
    const approval::ReplaySummary summary = TRY(service::replayDecisions(*workspace, options));
    const double seconds = watch.lap();
    const auto judged = static_cast<double>(summary.cases);
    return std::vector<Measure>{
        {"replay.total", seconds, "s", {}, {}, 60.0 * judged / 1e6},
        {"replay.decisions", judged, "decisions"},
        {"replay.rate", judged / seconds, "decisions/s"},
        {"replay.flips", static_cast<double>(summary.flipped), "decisions"},
        {"replay.cannot_tell", static_cast<double>(summary.cannotTell), "decisions"},
    };
}

} // namespace tongban::bench
