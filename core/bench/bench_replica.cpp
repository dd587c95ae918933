// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_replica.h"

#include "core/bench/bare_copy.h"
#include "core/bench/bare_ledger.h"
#include "core/bench/scratch_copy.h"
#include "core/central/pull.h"

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

Result<> tell(ScratchCentre &centre, central::Connection &connection, int count)
{
    ScratchDesktop &desktop = centre.desktop(0);
    const auto answers =
        TRY(central::push(connection, desktop.district, desktop.device, desktop.next(count)));
    if (!std::ranges::all_of(answers, [](const auto &answer) { return answer.outcome == "applied"; }))
        return fail(ErrorCode::Internal, "an act of the benchmark was not carried out");
    return {};
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
    // In turns: a machine that others work on is not the same from one second to the next.
    constexpr int kTurns = 5;
    constexpr int kActsInTransaction = 2000;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, kTurns + 1));
    TRY(makeLedger(plan, centre, std::max(1, plan.pulledActs * 2 / 3)));
    service::SyncOptions options;
    options.eventsPerPage = kActsInTransaction;
    options.aheadOfIndexes = false;
    double seconds = 0;
    double reference = 0;
    std::int64_t acts = 0;
    for (int turn = 1; turn <= kTurns; ++turn) {
        auto copy = TRY(ScratchCopy::join(plan, centre, turn));
        const auto begin = Instant::now();
        const service::SyncReport report = TRY(copy->sync->run(options));
        seconds += secondsSince(begin);
        TRY(finished(report));
        acts += report.pulled;
        const auto store = copy->workspace->folder() / "store.sqlite";
        copy.reset();
        reference += TRY(bareCopy(store, plan.folder / ("bare-" + std::to_string(turn) + ".sqlite"),
                                  {kActsInTransaction, kActsInTransaction, false, true, false, false}))
                         .seconds;
    }
    const auto all = static_cast<double>(acts);
    const std::string what = "the same rows by bare prepared statements of SQLite, in turns";
    return std::vector<Measure>{
        {"pull.total", seconds / kTurns, "s", what, reference / kTurns, std::nullopt, 2.0},
        {"pull.rate", all / seconds, "1/s", what, all / reference},
        {"pull.acts", all / kTurns, "acts"}};
}

Result<std::vector<Measure>> benchPropagate(const CentrePlan &plan)
{
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    central::Connection connection = TRY(central::Connection::open(centre.text()));
    TRY(tell(centre, connection, 200));
    TRY(centre.learnStatistics());
    auto copy = TRY(ScratchCopy::join(plan, centre, 1));
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

} // namespace tongban::bench
