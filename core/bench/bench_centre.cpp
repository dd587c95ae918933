// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_centre.h"

#include "core/bench/bare_libpq.h"
#include "core/bench/scratch_copy.h"
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

/// Desktops on connections of their own, which act whenever they are given a turn.
class Clients
{
public:
    using Call = std::function<Result<>()>;

    /// `open` makes the call of one client.
    static Result<Clients> connect(int count, const std::function<Result<Call>(int)> &open)
    {
        Clients clients;
        for (int number = 0; number < count; ++number)
            clients.m_clients.push_back({TRY(open(number)), {}, {}});
        return clients;
    }

    /// All of them at once, each act after the answer to the one before.
    Result<> actFor(double seconds)
    {
        const auto begin = Instant::now();
        std::vector<std::thread> threads;
        for (Client &client : m_clients)
            threads.emplace_back([&client, begin, seconds] {
                while (client.result && secondsSince(begin) < seconds) {
                    const auto asked = Instant::now();
                    client.result = client.call();
                    client.milliseconds.push_back(secondsSince(asked) * 1000);
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        m_seconds += secondsSince(begin);
        for (const Client &client : m_clients)
            TRY(client.result);
        return {};
    }

    /// How long each act took, sorted.
    std::vector<double> waits() const
    {
        std::vector<double> all;
        for (const Client &client : m_clients)
            all.insert(all.end(), client.milliseconds.begin(), client.milliseconds.end());
        std::ranges::sort(all);
        return all;
    }

    double rate() const { return static_cast<double>(waits().size()) / m_seconds; }

private:
    struct Client {
        Call call;
        std::vector<double> milliseconds;
        Result<> result;
    };

    std::vector<Client> m_clients;
    double m_seconds = 0;
};

Result<Clients> ourClients(const CentrePlan &plan, ScratchCentre &centre)
{
    return Clients::connect(plan.clients, [&](int number) -> Result<Clients::Call> {
        auto connection =
            std::make_shared<central::Connection>(TRY(central::Connection::open(centre.text())));
        ScratchDesktop &desktop = centre.desktop(number);
        return Clients::Call([connection, &desktop]() -> Result<> {
            const std::vector<central::Command> commands = desktop.next(1);
            return needApplied(TRY(central::push(*connection, desktop.district, desktop.device, commands)),
                               1);
        });
    });
}

Result<Clients> bareClients(const CentrePlan &plan, ScratchCentre &centre)
{
    return Clients::connect(plan.clients, [&](int number) -> Result<Clients::Call> {
        auto bare = std::make_shared<BareLibpq>(TRY(BareLibpq::open(centre.text())));
        ScratchDesktop &desktop = centre.desktop(number);
        return Clients::Call([bare, &desktop]() -> Result<> {
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
    constexpr int kTurns = 5;
    // The reference is measured between our turns, so that both meet the same tables, and for less time.
    constexpr double kShareOfReference = 0.2;
    ScratchCentre centre = TRY(ScratchCentre::create(plan.folder, plan.resources, plan.clients));
    Clients bare = TRY(bareClients(plan, centre));
    {
        Clients first = TRY(bareClients(plan, centre));
        TRY(first.actFor(1));
    }
    TRY(centre.learnStatistics());
    Clients ours = TRY(ourClients(plan, centre));
    const double turn = static_cast<double>(plan.seconds) / kTurns;
    double memoryBefore = 0;
    for (int i = 0; i < kTurns; ++i) {
        TRY(bare.actFor(std::max(1.0, turn * kShareOfReference)));
        TRY(ours.actFor(turn));
        if (i == 0)
            memoryBefore = TRY(centre.serverMegabytes());
    }
    const double memory = TRY(centre.serverMegabytes());
    const std::vector<double> waits = ours.waits();
    const std::vector<double> reference = bare.waits();
    const std::string what = "the same function called bare by as many clients, in turns";
    // At least 60 % of the bare rate: an act takes at most 1.67 of the bare time.
    return std::vector<Measure>{
        {"centre.act", 1000 / ours.rate(), "ms", what, 1000 / bare.rate(), std::nullopt, 1 / 0.6},
        {"centre.rate", ours.rate(), "1/s", what, bare.rate()},
        {"centre.wait_p50", share(waits, 0.5), "ms", what, share(reference, 0.5)},
        {"centre.wait_p99", share(waits, 0.99), "ms", what, share(reference, 0.99), 1000.0},
        {"centre.memory", memory, "MB", "after the first fifth", memoryBefore, std::nullopt, 1.1},
        {"centre.acts", static_cast<double>(waits.size()), "acts"}};
}

} // namespace tongban::bench
