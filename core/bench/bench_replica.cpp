// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_replica.h"

#include "core/bench/bare_copy.h"
#include "core/bench/bare_ledger.h"
#include "core/bench/scratch_centre.h"
#include "core/central/pull.h"
#include "core/service/cases/cases.h"
#include "core/service/centre/centre_sync.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace tongban::bench {

namespace {

using Instant = std::chrono::steady_clock;

double secondsSince(Instant::time_point begin)
{
    return std::chrono::duration<double>(Instant::now() - begin).count();
}

double share(const std::vector<double> &sorted, double part)
{
    if (sorted.empty())
        return 0;
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

/// A workspace of desktop 0's account with a device of its own, in the district of desktop 0.
struct Copy {
    SystemClock clock;
    std::unique_ptr<service::Workspace> workspace;
    std::unique_ptr<service::CentreSync> sync;
};

Result<std::unique_ptr<Copy>> joined(const CentrePlan &plan, ScratchCentre &centre, int device)
{
    auto copy = std::make_unique<Copy>();
    copy->workspace =
        TRY(service::Workspace::create(plan.folder / ("copy-" + std::to_string(device)), plan.resources,
                                       service::WorkspaceKind::Training, copy->clock));
    TRY(service::joinCentre(*copy->workspace,
                            {centre.text(), {centre.desktop(0).district}, centre.desktop(device).device}));
    copy->sync = TRY(service::CentreSync::open(*copy->workspace));
    return copy;
}

Result<> tell(ScratchCentre &centre, central::Connection &connection, int count)
{
    ScratchDesktop &desktop = centre.desktop(0);
    const auto answers =
        TRY(central::push(connection, desktop.district, desktop.device, desktop.next(count)));
    if (!std::ranges::all_of(answers, [](const auto &answer) { return answer.outcome == "applied"; }))
        return fail(ErrorCode::Internal, "an act of the benchmark was not carried out");
    return {};
}

Result<> finished(const service::SyncReport &report)
{
    return report.isFinished() ? Result<>()
                               : fail(ErrorCode::Unavailable, report.unreachable + report.stoppedBy);
}

/// Desktops that only look for news, until they are told to stop.
class Onlookers
{
public:
    Onlookers(const ScratchCentre &centre, int count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, text = centre.text()] { look(text); });
    }
    ~Onlookers()
    {
        m_stop = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }
    Onlookers(const Onlookers &) = delete;
    Onlookers &operator=(const Onlookers &) = delete;

    int lost() const { return m_lost; }

private:
    void look(const std::string &text)
    {
        auto connection = central::Connection::open(text);
        while (connection && !m_stop) {
            if (!central::heads(*connection))
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(250));
        }
        m_lost += m_stop ? 0 : 1;
    }

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_lost = 0;
    std::vector<std::thread> m_threads;
};

} // namespace

Result<std::vector<Measure>> benchPull(const CentrePlan &plan)
{
    constexpr int kActsInTransaction = 2000;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    TRY(makeLedger(plan, centre, std::max(1, plan.commands * 2 / 3)));
    auto copy = TRY(joined(plan, centre, 1));
    service::SyncOptions options;
    options.eventsPerPage = kActsInTransaction;
    options.aheadOfIndexes = false;
    const auto begin = Instant::now();
    const service::SyncReport report = TRY(copy->sync->run(options));
    const double seconds = secondsSince(begin);
    TRY(finished(report));
    const auto store = copy->workspace->folder() / "store.sqlite";
    copy.reset();
    const BareCopyOutcome bare =
        TRY(bareCopy(store, plan.folder / "bare.sqlite",
                     {kActsInTransaction, kActsInTransaction, false, true, false, false}));
    const auto acts = static_cast<double>(report.pulled);
    const std::string what = "the same rows by bare prepared statements of SQLite";
    return std::vector<Measure>{{"pull.total", seconds, "s", what, bare.seconds, std::nullopt, 2.0},
                                {"pull.rate", acts / seconds, "1/s", what, acts / bare.seconds},
                                {"pull.acts", acts, "acts"}};
}

Result<std::vector<Measure>> benchPropagate(const CentrePlan &plan)
{
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    central::Connection connection = TRY(central::Connection::open(centre.text()));
    TRY(tell(centre, connection, 200));
    TRY(centre.learnStatistics());
    auto copy = TRY(joined(plan, centre, 1));
    TRY(finished(TRY(copy->sync->run({}))));
    const Onlookers onlookers(centre, plan.clients);
    std::vector<double> waits;
    const auto end = Instant::now() + std::chrono::seconds(plan.seconds);
    while (Instant::now() < end) {
        std::atomic<bool> isTold = false;
        Result<> told;
        const auto begin = Instant::now();
        std::thread writer([&] {
            told = tell(centre, connection, 1);
            isTold = true;
        });
        // The other desktop looks as often as `sync --loop --every 0.1` does.
        std::int64_t pulled = 0;
        Result<> looked;
        while (looked && pulled == 0 && (!isTold || told)) {
            const auto report = copy->sync->run({});
            looked = report ? finished(*report) : Result<>(Failure(report.error()));
            pulled = report ? report->pulled : 0;
            if (pulled == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        waits.push_back(secondsSince(begin) * 1000);
        writer.join();
        TRY(looked);
        TRY(told);
    }
    if (onlookers.lost() > 0)
        return fail(ErrorCode::Unavailable, "a connected desktop of the benchmark lost its connection");
    std::ranges::sort(waits);
    return std::vector<Measure>{{"propagate.p50", share(waits, 0.5), "ms", {}, {}, 150.0},
                                {"propagate.p99", share(waits, 0.99), "ms", {}, {}, 500.0},
                                {"propagate.acts", static_cast<double>(waits.size()), "acts"}};
}

Result<std::vector<Measure>> benchInterference(const CentrePlan &plan)
{
    constexpr int kCasesAtHand = 200;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    central::Connection connection = TRY(central::Connection::open(centre.text()));
    TRY(tell(centre, connection, kCasesAtHand));
    TRY(centre.learnStatistics());
    auto copy = TRY(joined(plan, centre, 1));
    TRY(finished(TRY(copy->sync->run({}))));
    for (int left = plan.commands; left > 0; left -= 5000)
        TRY(tell(centre, connection, std::min(left, 5000)));
    // The person's own program: another connection to the same store.
    const SystemClock clock;
    const auto office = TRY(
        service::Workspace::open(copy->workspace->folder(), plan.resources, service::OpenMode::Write, clock));
    std::vector<std::string> cases;
    for (const service::CaseLine &line : TRY(service::listCases(*office, {})))
        cases.push_back(line.serial);
    std::atomic<bool> isDone = false;
    Result<service::SyncReport> report = service::SyncReport();
    std::vector<double> waits;
    Result<> acted;
    std::thread syncing([&] {
        service::SyncOptions options;
        options.eventsPerPage = 200;
        report = copy->sync->run(options);
        isDone = true;
    });
    for (std::size_t i = 0; !isDone && acted && !cases.empty(); ++i) {
        permit::ActRequest request;
        request.act = permit::Act::CheckIn;
        request.reason = "measuring";
        const auto begin = Instant::now();
        const auto outcome = service::actOnCase(*office, cases[i % cases.size()],
                                                {"clerk", permit::Role::Clerk, {}, {}, {}}, request, {});
        waits.push_back(secondsSince(begin) * 1000);
        acted = outcome ? Result<>() : Result<>(Failure(outcome.error()));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    syncing.join();
    TRY(acted);
    TRY(finished(TRY(std::move(report))));
    std::ranges::sort(waits);
    return std::vector<Measure>{{"interference.p50", share(waits, 0.5), "ms"},
                                {"interference.p99", share(waits, 0.99), "ms", {}, {}, 100.0},
                                {"interference.worst", waits.empty() ? 0 : waits.back(), "ms"},
                                {"interference.acts", static_cast<double>(waits.size()), "acts"}};
}

} // namespace tongban::bench
