// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit.h"

#include "core/service/standing_check.h"
#include "core/service/workspace_parts.h"
#include "core/storage/backup.h"
#include "core/storage/chain_check.h"

namespace tongban::service {

namespace {

constexpr std::size_t kMostFindings = 1000;

} // namespace

Result<AuditReport> auditChains(Workspace &workspace, const Progress &progress)
{
    Workspace::Parts &parts = workspace.parts();
    const auto anchors = TRY(parts.anchors().read());
    storage::ChainCheckOptions options;
    const std::int64_t total = TRY(parts.store->events().count());
    options.progress = [&](std::int64_t events) {
        progress.say(events, total);
    };
    const storage::ChainReport found = TRY(storage::checkChains(parts.store->database(), anchors, options));
    AuditReport report;
    report.events = found.events;
    report.cases = found.cases;
    report.witnesses = static_cast<std::int64_t>(anchors.size());
    for (const storage::EventPosition &end : found.ends)
        report.ends.push_back({end.district, end.n, end.hash.hex()});
    for (const storage::ChainProblem &problem : found.problems)
        report.findings.push_back(
            {std::string(name(problem.fault)), problem.district, problem.n, problem.detail});
    report.findingCount = found.problemCount;
    TRY(checkStandings(workspace, progress, [&](StandingFault fault) {
        ++report.findingCount;
        if (report.findings.size() < kMostFindings)
            report.findings.push_back(
                {std::move(fault.fault), fault.district, fault.n, std::move(fault.detail)});
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
    const auto report =
        TRY(storage::backUp(parts.store->database(), target, TRY(parts.anchors().read()), options));
    if (!report.isSound())
        return fail(
            ErrorCode::Corrupted,
            "the copy does not check out and was left as " + target.string() + ".suspect: "
                + (report.damages.empty() ? report.chains.problems.front().detail : report.damages.front()));
    return BackupOutcome{report.bytes, report.chains.events};
}

} // namespace tongban::service
