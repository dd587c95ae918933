// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_bench_centre.h"

#include "app/ctl/measure_text.h"
#include "app/ctl/session.h"
#include "core/bench/bench_centre.h"
#include "core/bench/bench_replica.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <unistd.h>

namespace tongban::ctl {

namespace {

namespace fs = std::filesystem;

using Benchmark = Result<std::vector<bench::Measure>> (*)(const bench::CentrePlan &);

Result<> run(Session &session, bench::CentrePlan plan, Benchmark benchmark)
{
    TRY(session.prepare());
    plan.resources = session.resources;
    plan.folder = fs::temp_directory_path() / ("tongban-centre-" + std::to_string(getpid()));
    const auto measures = benchmark(plan);
    std::error_code ignored;
    fs::remove_all(plan.folder, ignored);
    printMeasures(session, TRY(measures));
    return {};
}

CLI::App &add(CLI::App &bench, Session &session, const std::shared_ptr<bench::CentrePlan> &plan,
              const std::string &name, const std::string &description, Benchmark benchmark)
{
    CLI::App *command = bench.add_subcommand(name, description);
    command->footer("Starts a PostgreSQL server of its own in a scratch folder, "
                    "and removes it.\n"
                    "Example: tongbanctl --json bench "
                    + name);
    command->callback(
        [&session, plan, benchmark] { runCommand(session, [&] { return run(session, *plan, benchmark); }); });
    return *command;
}

} // namespace

void addBenchCentre(CLI::App &bench, Session &session)
{
    const auto plan = std::make_shared<bench::CentrePlan>();
    add(bench, session, plan, "push", "A queue of acts from one desktop to a centre (上报队列)",
        bench::benchPush)
        .add_option("--commands", plan->commands, "Acts in the queue")
        ->check(CLI::Range(4, 10'000'000))
        ->capture_default_str();
    add(bench, session, plan, "pull", "A district copied into an empty workspace (下载)", bench::benchPull)
        .add_option("--acts", plan->pulledActs, "Acts in the district")
        ->check(CLI::Range(100, 10'000'000))
        ->capture_default_str();
    add(bench, session, plan, "bootstrap", "The first copy of a district, ready to be searched (首次下载)",
        bench::benchBootstrap)
        .add_option("--cases", plan->cases, "Cases in the district")
        ->check(CLI::Range(1000, 10'000'000))
        ->capture_default_str();
    add(bench, session, plan, "interference", "A person's act while a backlog is copied (同步时的操作)",
        bench::benchInterference)
        .add_option("--acts", plan->backlog, "Acts in the backlog")
        ->check(CLI::Range(100, 10'000'000))
        ->capture_default_str();
    CLI::App &propagate =
        add(bench, session, plan, "propagate", "An act of one desktop on its way to another (传播时延)",
            bench::benchPropagate);
    propagate.add_option("--clients", plan->clients, "Connected desktops beside the two")
        ->check(CLI::Range(0, 250))
        ->capture_default_str();
    propagate.add_option("--seconds", plan->seconds, "How long it is measured")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    CLI::App &centre =
        add(bench, session, plan, "centre",
            "Many desktops that send one act at a time to one centre (中心并发)", bench::benchCentre);
    centre.add_option("--clients", plan->clients, "Desktops")
        ->check(CLI::Range(1, 250))
        ->capture_default_str();
    centre
        .add_option("--seconds", plan->seconds, "How long it is measured; the reference takes a fifth more")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    centre
        .add_option_function<int>(
            "--minutes", [plan](int minutes) { plan->seconds = 60 * minutes; }, "The same in minutes")
        ->check(CLI::Range(1, 60));
}

} // namespace tongban::ctl
