// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/audit.h"

#include "core/service/audit/office_record.h"
#include "core/service/audit/standing_check.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/backup.h"
#include "core/storage/chain_check.h"

namespace tongban::service {

namespace {

constexpr std::size_t kMostFindings = 1000;

/// The store and its witnesses vouch for each other.
Result<> checkWitnesses(Workspace::Parts &parts, const storage::AnchorLines &witnesses,
                        const std::function<void(ChainFinding)> &tell)
{
    for (const std::int64_t line : witnesses.broken)
        tell({"witness_changed", 0, line,
              "line " + std::to_string(line) + " of the witnesses does not follow the line before it"});
    const auto remembered = TRY(rememberedWitness(*parts.store));
    if (remembered && !witnesses.has(*remembered))
        tell({"witness_missing", 0, 0, "the store remembers a witness that is not in the file of witnesses"});
    return {};
}

} // namespace

Result<AuditReport> auditChains(Workspace &workspace, const Progress &progress)
{
    Workspace::Parts &parts = workspace.parts();
    const storage::AnchorLines witnesses = TRY(parts.anchors().read());
    storage::ChainCheckOptions options;
    const std::int64_t total = TRY(parts.store->events().count());
    options.progress = [&](std::int64_t events) {
        progress.say(events, total);
    };
    options.stopped = [&progress] {
        return progress.stopRequested();
    };
    const storage::ChainReport found =
        TRY(storage::checkChains(parts.store->database(), witnesses.anchors, options));
    AuditReport report;
    report.events = found.events;
    report.cases = found.cases;
    report.finished = !progress.stopRequested();
    report.witnesses = static_cast<std::int64_t>(witnesses.anchors.size());
    for (const storage::EventPosition &end : found.ends)
        report.ends.push_back({end.district, end.n, end.hash.hex()});
    for (const storage::ChainProblem &problem : found.problems)
        report.findings.push_back(
            {std::string(name(problem.fault)), problem.district, problem.n, problem.detail});
    report.findingCount = found.problemCount;
    const auto tell = [&report](ChainFinding finding) {
        ++report.findingCount;
        if (report.findings.size() < kMostFindings)
            report.findings.push_back(std::move(finding));
    };
    if (!report.finished)
        return report;
    TRY(checkWitnesses(parts, witnesses, tell));
    for (OfficeRecordFault &fault : TRY(checkOfficeRecord(workspace)))
        tell({std::move(fault.fault), 0, fault.n,
              "place " + std::to_string(fault.n) + " of the record of the office"});
    if (const std::int64_t kinds = TRY(parts.store->cases().wrongTotals()); kinds > 0)
        tell({"totals_changed", 0, 0, "of " + std::to_string(kinds) + " kinds of case"});
    TRY(checkStandings(workspace, progress, [&tell](StandingFault fault) {
        tell({std::move(fault.fault), fault.district, fault.n, std::move(fault.detail)});
    }));
    report.finished = !progress.stopRequested();
    return report;
}

Result<BackupOutcome> backUpStore(Workspace &workspace, const std::filesystem::path &target,
                                  const Progress &progress)
{
    Workspace::Parts &parts = workspace.parts();
    storage::BackupOptions options;
    options.progress = [&](std::int64_t done, std::int64_t total) {
        progress.say(done, total);
    };
    options.stopped = [&progress] {
        return progress.stopRequested();
    };
    const auto report =
        TRY(storage::backUp(parts.store->database(), target, TRY(parts.anchors().read()).anchors, options));
    if (!report.isSound())
        return fail(
            ErrorCode::Corrupted,
            "the copy does not check out and was left as " + target.string() + ".suspect: "
                + (report.damages.empty() ? report.chains.problems.front().detail : report.damages.front()));
    return BackupOutcome{report.bytes, report.chains.events, report.finished};
}

} // namespace tongban::service
