// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_copy.h"
#include "core/bench/bare_ledger.h"
#include "core/bench/bare_libpq.h"
#include "core/bench/bench_replica.h"
#include "core/service/cases/search.h"
#include "core/service/centre/centre_sync.h"

#include <chrono>

namespace tongban::bench {

namespace {

using Instant = std::chrono::steady_clock;

double secondsSince(Instant::time_point begin)
{
    return std::chrono::duration<double>(Instant::now() - begin).count();
}

/// The rows a copy is made of, asked of the tables themselves.
Result<double> bareCopyOut(const ScratchCentre &centre, int district)
{
    BareLibpq bare = TRY(BareLibpq::open(centre.administrator()));
    const auto begin = Instant::now();
    TRY(bare.copyOut(
        "COPY (SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis, b.body, "
        "l.hash, a.body, "
        "c.no, c.item_version FROM core.ledger l JOIN core.ledger_body b USING (district, n) "
        "LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id AND l.act = "
        "'apply' "
        "LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id WHERE l.district = "
        + std::to_string(district) + " ORDER BY l.n) TO STDOUT (FORMAT binary)"));
    return secondsSince(begin);
}

Result<> findNames(service::Workspace &workspace)
{
    for (service::SearchReach reach; !reach.isWhole() || reach.total == 0;)
        reach = TRY(service::growSearch(workspace, 20'000));
    return {};
}

} // namespace

Result<std::vector<Measure>> benchBootstrap(const CentrePlan &plan)
{
    constexpr int kRowsInTransaction = 5000;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    const std::int64_t acts = TRY(makeLedger(plan, centre, plan.cases));
    const int district = centre.desktop(0).district;
    const double copyOut = TRY(bareCopyOut(centre, district));
    const SystemClock clock;
    auto workspace = TRY(service::Workspace::create(plan.folder / "copy", plan.resources,
                                                    service::WorkspaceKind::Training, clock));
    TRY(service::joinCentre(*workspace, {centre.text(), {district}, centre.desktop(1).device}));
    auto sync = TRY(service::CentreSync::open(*workspace));
    const auto begin = Instant::now();
    const service::SyncReport report = TRY(sync->run({}));
    const double copied = secondsSince(begin);
    if (!report.isFinished() || report.pulled != acts)
        return fail(ErrorCode::Unavailable,
                    "the copy is not whole: " + report.unreachable + report.stoppedBy);
    TRY(findNames(*workspace));
    const double seconds = secondsSince(begin);
    // The copy has compared its last hash with the centre's head; a second round finds nothing to do.
    if (TRY(sync->run({})).pulled != 0)
        return fail(ErrorCode::Internal, "the copy did not end at the ledger's head");
    const auto store = workspace->folder() / "store.sqlite";
    sync.reset();
    workspace.reset();
    const BareCopyOutcome bare =
        TRY(bareCopy(store, plan.folder / "bare.sqlite",
                     {kRowsInTransaction, kRowsInTransaction, false, true, true, true}));
    const std::string what = "COPY out, bare inserts of the same rows, the same indexes and words";
    const auto cases = static_cast<double>(plan.cases);
    return std::vector<Measure>{
        {"bootstrap.total", seconds, "s", what, copyOut + bare.seconds, std::nullopt, 1.5},
        {"bootstrap.rate", cases / seconds, "cases/s", what, cases / (copyOut + bare.seconds)},
        {"bootstrap.copied", copied, "s"},
        {"bootstrap.words", seconds - copied, "s"},
        {"bootstrap.copy_out", copyOut, "s"},
        {"bootstrap.acts", static_cast<double>(acts), "acts"}};
}

} // namespace tongban::bench
