// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_bench_centre.h"
#include "app/ctl/commands.h"
#include "app/ctl/measure_text.h"
#include "app/ctl/session.h"
#include "core/bench/benchmarks.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <unistd.h>

namespace tongban::ctl {

namespace fs = std::filesystem;

namespace {

struct Options {
    std::uint64_t applications = 1'000'000;
    std::uint64_t seed = 20190823;
    unsigned threads = 2;
    bool sealed = false;
    fs::path folder;
};

using Benchmark = Result<std::vector<bench::Measure>> (*)(const bench::YearPlan &, const Clock &);

/// A folder of its own that goes away with it.
class ScratchFolder
{
public:
    explicit ScratchFolder(const fs::path &parent)
        : m_path(parent / ("tongban-bench-" + std::to_string(getpid())))
    {
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

Result<> run(Session &session, const Options &options, Benchmark benchmark)
{
    TRY(session.prepare());
    std::unique_ptr<ScratchFolder> scratch;
    bench::YearPlan plan;
    plan.folder = options.folder;
    if (options.folder.empty()) {
        scratch = std::make_unique<ScratchFolder>(fs::temp_directory_path());
        plan.folder = scratch->path();
    }
    plan.resources = session.resources;
    plan.applications = options.applications;
    plan.seed = options.seed;
    plan.threads = options.threads;
    plan.sealed = options.sealed;
    plan.say = [&session](std::string_view step) {
        session.note(step);
    };
    plan.stop = [&session] {
        return session.stop().load();
    };
    printMeasures(session, TRY(benchmark(plan, session.clock())));
    return {};
}

void addOne(CLI::App &bench, Session &session, const char *name, const char *about, Benchmark benchmark)
{
    CLI::App *command = bench.add_subcommand(name, about);
    const auto options = std::make_shared<Options>();
    command->add_option("--applications", options->applications, "Lines of the made-up year")
        ->check(CLI::Range(1, 20'000'000))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Same seed, same data")->capture_default_str();
    command->add_option("--threads", options->threads, "Threads that decide beside the one that writes")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--folder", options->folder,
                        "Work here and keep what was made (default: a scratch folder that is removed)");
    if (std::string_view(name) == "year")
        command->add_flag("--sealed", options->sealed, "In a workspace whose personal data is sealed");
    command->footer(std::string("Example: tongbanctl --json bench ") + name + " --applications 100000");
    command->callback([&session, options, benchmark] {
        runCommand(session, [&] { return run(session, *options, benchmark); });
    });
}

} // namespace

void addBenchCommand(CLI::App &app, Session &session)
{
    CLI::App *bench = app.add_subcommand(
        "bench", "Measure speed, memory and size against references of the same run (性能测量)");
    bench->require_subcommand(1);
    addOne(*bench, session, "year",
           "A year of applications: taken in and decided, every act durable (全年审批)", bench::benchYear);
    addOne(*bench, session, "replay", "Judge a year of decisions by changed rules (规则重审)",
           bench::benchReplay);
    addOne(*bench, session, "decision", "One decision with its trace, storage reads included (单件决定)",
           bench::benchDecision);
    addOne(*bench, session, "paper", "200 papers as PDF, and issuing them (文书)", bench::benchPaper);
    addOne(*bench, session, "roster",
           "Searching 500,000 objects by code, name and pinyin initials (名录查找)", bench::benchRoster);
    addBenchDecide(*bench, session);
    addBenchCentre(*bench, session);
}

} // namespace tongban::ctl
