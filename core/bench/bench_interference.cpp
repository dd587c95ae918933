// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_ledger.h"
#include "core/bench/bench_replica.h"
#include "core/bench/scratch_copy.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace_thread.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace tongban::bench {

namespace {

using Instant = std::chrono::steady_clock;
using std::chrono::milliseconds;

double millisecondsBetween(Instant::time_point begin, Instant::time_point end)
{
    return std::chrono::duration<double, std::milli>(end - begin).count();
}

/// What a window does: acts go through the door that keeps it from waiting, and meanwhile its loop turns.
class Window
{
public:
    Window(const std::filesystem::path &folder, const CentrePlan &plan, const Clock &clock)
        : m_thread([folder, resources = plan.resources, &clock] {
              return service::Workspace::open(folder, resources, service::OpenMode::Write, clock);
          })
    {
    }

    Result<> open()
    {
        for (const service::CaseLine &line :
             TRY(m_thread.run([](service::Workspace &workspace) { return service::listCases(workspace, {}); })
                     .result()))
            m_cases.push_back(line.serial);
        return m_cases.empty() ? fail(ErrorCode::Internal, "there is no case to act on") : Result<>();
    }

    /// One act after the other, each some milliseconds after the one before.
    Result<> workUntil(const std::atomic<bool> &isOver)
    {
        constexpr milliseconds kTurn{1};
        constexpr milliseconds kBetweenActs{10};
        QFuture<Result<Instant::time_point>> act;
        Instant::time_point asked{};
        for (Instant::time_point turn = Instant::now(); !isOver || act.isValid();) {
            if (!act.isValid() && turn >= asked + kBetweenActs) {
                asked = Instant::now();
                act = post();
            }
            if (act.isValid() && act.isFinished()) {
                m_waits.push_back(millisecondsBetween(asked, TRY(act.result())));
                act = {};
            }
            std::this_thread::sleep_for(kTurn);
            const Instant::time_point next = Instant::now();
            m_stall = std::max(m_stall, millisecondsBetween(turn + kTurn, next));
            turn = next;
        }
        std::ranges::sort(m_waits);
        return {};
    }

    const std::vector<double> &waits() const { return m_waits; } ///< In milliseconds, sorted.
    double stall() const { return m_stall; } ///< The longest turn of the loop beyond its millisecond.

private:
    /// Answers when the act was durable.
    QFuture<Result<Instant::time_point>> post()
    {
        const std::string &serial = m_cases[m_next++ % m_cases.size()];
        return m_thread.run([serial](service::Workspace &workspace) -> Result<Instant::time_point> {
            permit::ActRequest request;
            request.act = permit::Act::CheckIn;
            request.reason = "measuring";
            TRY(service::actOnCase(workspace, serial, {"clerk", permit::Role::Clerk, {}, {}, {}}, request,
                                   {}));
            return Instant::now();
        });
    }

    service::WorkspaceThread m_thread;
    std::vector<std::string> m_cases;
    std::size_t m_next = 0;
    std::vector<double> m_waits;
    double m_stall = 0;
};

/// The first pages alone: cases to act on, with everything else still to come.
Result<> copyBeginning(service::CentreSync &sync, service::SyncOptions options)
{
    constexpr std::int64_t kActsAtHand = 400;
    std::atomic<bool> isEnough = false;
    options.progress = {&isEnough, [&](std::int64_t done, std::int64_t) {
                            isEnough = done >= kActsAtHand;
                        }};
    return finished(TRY(sync.run(options)));
}

} // namespace

Result<std::vector<Measure>> benchInterference(const CentrePlan &plan)
{
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    TRY(makeLedger(plan, centre, std::max(1, plan.backlog * 2 / 3)));
    auto copy = TRY(ScratchCopy::join(plan, centre, 1));
    // As a window has it done (service::BackgroundOptions).
    service::SyncOptions options;
    options.eventsPerPage = 200;
    options.aheadOfIndexes = false;
    TRY(copyBeginning(*copy->sync, options));
    Window window(copy->workspace->folder(), plan, copy->clock);
    TRY(window.open());
    std::atomic<bool> isDone = false;
    Result<service::SyncReport> report = service::SyncReport();
    double seconds = 0;
    std::thread syncing([&] {
        const auto begin = Instant::now();
        report = copy->sync->run(options);
        seconds = millisecondsBetween(begin, Instant::now()) / 1000;
        isDone = true;
    });
    const Result<> worked = window.workUntil(isDone);
    syncing.join();
    TRY(worked);
    TRY(finished(TRY(report)));
    const std::vector<double> &waits = window.waits();
    return std::vector<Measure>{
        {"interference.p50", share(waits, 0.5), "ms"},
        {"interference.p99", share(waits, 0.99), "ms", {}, {}, 100.0},
        {"interference.worst", share(waits, 1), "ms"},
        {"interference.stall", window.stall(), "ms", {}, {}, 100.0},
        {"interference.acts", static_cast<double>(waits.size()), "acts"},
        {"interference.copied", static_cast<double>(report->pulled) / seconds, "1/s"}};
}

} // namespace tongban::bench
