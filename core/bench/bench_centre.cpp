// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_centre.h"

#include "core/bench/bare_libpq.h"
#include "core/bench/scratch_centre.h"
#include "core/central/push.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <thread>

namespace tongban::bench {

namespace {

using Instant = std::chrono::steady_clock;

double secondsSince(Instant::time_point begin)
{
    return std::chrono::duration<double>(Instant::now() - begin).count();
}

/// What a call takes as text, made before the clock runs.
std::vector<std::string> bareParameters(const ScratchDesktop &desktop,
                                        std::span<const central::Command> batch)
{
    std::vector<std::string> ids;
    std::vector<std::string> sequences;
    std::vector<std::string> bodies;
    for (const central::Command &command : batch) {
        ids.push_back(command.id.text());
        sequences.push_back(std::to_string(command.sequence));
        bodies.push_back(central::bytesText(command.body));
    }
    return {std::to_string(desktop.district), desktop.device.text(), central::arrayText(ids),
            central::arrayText(sequences), central::arrayText(bodies)};
}

Result<> needApplied(const std::vector<central::Answer> &answers, std::size_t expected)
{
    const auto applied = std::ranges::count(answers, "applied", &central::Answer::outcome);
    if (static_cast<std::size_t>(applied) != expected)
        return fail(ErrorCode::Internal, "an act of the benchmark was not carried out");
    return {};
}

Result<double> timePush(central::Connection &connection, ScratchDesktop &desktop, int count)
{
    const std::vector<central::Command> commands = desktop.next(count);
    const auto begin = Instant::now();
    const auto answers = TRY(central::push(connection, desktop.district, desktop.device, commands));
    const double seconds = secondsSince(begin);
    TRY(needApplied(answers, commands.size()));
    return seconds;
}

Result<double> timeBare(BareLibpq &bare, ScratchDesktop &desktop, int count)
{
    const std::vector<central::Command> commands = desktop.next(count);
    std::vector<std::vector<std::string>> calls;
    for (std::size_t at = 0; at < commands.size(); at += central::kMostInBatch)
        calls.push_back(bareParameters(
            desktop, std::span(commands).subspan(at, std::min(central::kMostInBatch, commands.size() - at))));
    const auto begin = Instant::now();
    int applied = 0;
    for (const auto &parameters : calls)
        applied += TRY(bare.push(parameters));
    const double seconds = secondsSince(begin);
    if (applied != count)
        return fail(ErrorCode::Internal, "an act of the bare loop was not carried out");
    return seconds;
}

/// What one client saw: how long each call took, in milliseconds.
struct Waits {
    std::vector<double> milliseconds;
    Result<> result;
};

/// Runs `call` again and again in as many threads as there are clients, each
/// with what `open` gave it.
template <typename Open>
Result<std::vector<double>> clientsFor(const CentrePlan &plan, Open open)
{
    std::vector<Waits> waits(static_cast<std::size_t>(plan.clients));
    std::vector<std::thread> threads;
    for (int number = 0; number < plan.clients; ++number)
        threads.emplace_back([&, number] {
            Waits &mine = waits[static_cast<std::size_t>(number)];
            auto call = open(number);
            if (!call) {
                mine.result = tl::unexpected(call.error());
                return;
            }
            const auto end = Instant::now() + std::chrono::seconds(plan.seconds);
            while (mine.result && Instant::now() < end) {
                const auto begin = Instant::now();
                mine.result = (*call)();
                mine.milliseconds.push_back(secondsSince(begin) * 1000);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    std::vector<double> all;
    for (const Waits &mine : waits) {
        TRY(mine.result);
        all.insert(all.end(), mine.milliseconds.begin(), mine.milliseconds.end());
    }
    std::ranges::sort(all);
    return all;
}

Result<std::vector<double>> clientsOfOurs(const CentrePlan &plan, ScratchCentre &centre)
{
    return clientsFor(plan, [&](int number) -> Result<std::function<Result<>()>> {
        auto connection =
            std::make_shared<central::Connection>(TRY(central::Connection::open(centre.text())));
        ScratchDesktop &desktop = centre.desktop(number);
        return std::function<Result<>()>([connection, &desktop]() -> Result<> {
            const std::vector<central::Command> commands = desktop.next(1);
            return needApplied(TRY(central::push(*connection, desktop.district, desktop.device, commands)),
                               1);
        });
    });
}

Result<std::vector<double>> clientsBare(const CentrePlan &plan, ScratchCentre &centre)
{
    return clientsFor(plan, [&](int number) -> Result<std::function<Result<>()>> {
        auto bare = std::make_shared<BareLibpq>(TRY(BareLibpq::open(centre.text())));
        ScratchDesktop &desktop = centre.desktop(number);
        return std::function<Result<>()>([bare, &desktop]() -> Result<> {
            const int applied = TRY(bare->push(bareParameters(desktop, desktop.next(1))));
            return applied == 1 ? Result<>() : fail(ErrorCode::Internal, "not carried out");
        });
    });
}

} // namespace

Result<std::vector<Measure>> benchPush(const CentrePlan &plan)
{
    constexpr int kTurns = 4;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, 2));
    central::Connection connection = TRY(central::Connection::open(centre.text()));
    BareLibpq bare = TRY(BareLibpq::open(centre.text()));
    // One desktop a side, both in the same district; the first calls make plans
    // and are not timed.
    centre.desktop(1).district = centre.desktop(0).district;
    TRY(timePush(connection, centre.desktop(0), 100));
    TRY(timeBare(bare, centre.desktop(1), 900));
    TRY(centre.learnStatistics());
    TRY(timePush(connection, centre.desktop(0), 100));
    TRY(timeBare(bare, centre.desktop(1), 100));
    double ours = 0;
    double reference = 0;
    const int part = std::max(1, plan.commands / kTurns);
    for (int turn = 0; turn < kTurns; ++turn) {
        ours += TRY(timePush(connection, centre.desktop(0), part));
        reference += TRY(timeBare(bare, centre.desktop(1), part));
    }
    const double acts = static_cast<double>(part) * kTurns;
    return std::vector<Measure>{
        {"push.total", ours, "s", "the same function in a bare libpq loop", reference, 60.0, 2.0},
        {"push.rate", acts / ours, "1/s", "the same function in a bare libpq loop", acts / reference}};
}

Result<std::vector<Measure>> benchCentre(const CentrePlan &plan)
{
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, plan.clients));
    CentrePlan first = plan;
    first.seconds = 1;
    TRY(clientsBare(first, centre));
    TRY(centre.learnStatistics());
    const std::vector<double> reference = TRY(clientsBare(plan, centre));
    const std::vector<double> ours = TRY(clientsOfOurs(plan, centre));
    const auto rate = [&](const std::vector<double> &waits) {
        return static_cast<double>(waits.size()) / plan.seconds;
    };
    const auto share = [](const std::vector<double> &waits, double part) {
        return waits[static_cast<std::size_t>(part * static_cast<double>(waits.size() - 1))];
    };
    const std::string what = "the same function called bare by as many clients";
    // At least 60 % of the bare rate: an act takes at most 1.67 of the bare time.
    return std::vector<Measure>{
        {"centre.act", 1000 / rate(ours), "ms", what, 1000 / rate(reference), std::nullopt, 1 / 0.6},
        {"centre.rate", rate(ours), "1/s", what, rate(reference)},
        {"centre.wait_p50", share(ours, 0.5), "ms", what, share(reference, 0.5)},
        {"centre.wait_p99", share(ours, 0.99), "ms", what, share(reference, 0.99), 1000.0}};
}

} // namespace tongban::bench
