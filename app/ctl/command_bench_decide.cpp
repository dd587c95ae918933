// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_decide.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/base/file.h"
#include "core/dmn/line_decider.h"

#include <algorithm>
#include <chrono>
#include <CLI/CLI.hpp>
#include <malloc.h>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>
#include <vector>

namespace tongban::ctl {

namespace {

constexpr std::size_t kMostInputs = std::size_t{2} << 30U;
/// Models loaded one after the other for the time and the memory of one.
constexpr int kLoads = 5;

using Steady = std::chrono::steady_clock;

struct Options {
    DecisionOptions decision;
    std::filesystem::path inputs;
    unsigned threads = 1;
    double seconds = 1;
};

/// The inputs of one case as they stand in an evaluator's slots.
using Case = std::vector<std::pair<std::size_t, feel::Value>>;

double secondsSince(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

/// Loads the model some times over, keeps them all, and says what one takes.
Result<std::pair<double, std::size_t>> measureLoad(const std::string &bytes)
{
    std::vector<std::shared_ptr<const dmn::CompiledModel>> models;
    std::vector<double> times;
    const std::size_t before = mallinfo2().uordblks;
    for (int i = 0; i < kLoads; ++i) {
        const auto start = Steady::now();
        models.push_back(TRY(dmn::CompiledModel::load(bytes)));
        times.push_back(secondsSince(start) * 1000);
    }
    const std::size_t after = mallinfo2().uordblks;
    std::ranges::sort(times);
    return std::pair(times[kLoads / 2], (after - before) / kLoads);
}

Result<std::vector<Case>> readCases(const NamedDecision &decision, const std::string &lines)
{
    std::vector<Case> cases;
    dmn::Evaluator evaluator(decision.model);
    for (std::string_view rest = lines; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        evaluator.reset();
        if (const auto given = evaluator.setInputs(rest.substr(0, end)); !given)
            return fail(given.error().code,
                        "line " + std::to_string(cases.size() + 1) + ": " + given.error().detail);
        Case &one = cases.emplace_back();
        for (const dmn::ElementInfo &input : decision.model->inputs()) {
            if (!evaluator.value(input.slot).isNull())
                one.emplace_back(input.slot, evaluator.value(input.slot));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (cases.empty())
        return fail(ErrorCode::InvalidInput, "the file of inputs is empty");
    return cases;
}

void decideOne(dmn::Evaluator &evaluator, const Case &one, std::size_t slot)
{
    evaluator.reset();
    for (const auto &[input, value] : one)
        evaluator.setInput(input, value);
    // The outcome is taken and dropped as a caller would.
    const dmn::Outcome outcome = evaluator.evaluate(slot);
    static_cast<void>(outcome);
}

/// Cases a second over all of them again and again.
double rateOf(const NamedDecision &decision, const std::vector<Case> &cases, dmn::Tracing tracing,
              double seconds)
{
    dmn::Evaluator evaluator(decision.model, tracing);
    for (std::size_t i = 0; i < std::min<std::size_t>(cases.size(), 1000); ++i)
        decideOne(evaluator, cases[i], decision.slot);
    std::size_t count = 0;
    const auto start = Steady::now();
    double passed = 0;
    do {
        for (const Case &one : cases)
            decideOne(evaluator, one, decision.slot);
        count += cases.size();
        passed = secondsSince(start);
    } while (passed < seconds);
    return static_cast<double>(count) / passed;
}

/// The same by several threads at once: the sum of their rates.
double parallelRate(const NamedDecision &decision, const std::vector<Case> &cases, unsigned threads,
                    double seconds)
{
    std::vector<double> rates(threads);
    std::vector<std::thread> running;
    for (double &rate : rates)
        running.emplace_back(
            [&, result = &rate] { *result = rateOf(decision, cases, dmn::Tracing::Off, seconds); });
    double sum = 0;
    for (unsigned i = 0; i < threads; ++i) {
        running[i].join();
        sum += rates[i];
    }
    return sum;
}

/// Microseconds of one decision that half of them, and 99 of 100, do not exceed.
std::pair<double, double> percentiles(const NamedDecision &decision, const std::vector<Case> &cases)
{
    dmn::Evaluator evaluator(decision.model);
    std::vector<double> times;
    for (int round = 0; round < 3; ++round) {
        for (const Case &one : cases) {
            const auto start = Steady::now();
            decideOne(evaluator, one, decision.slot);
            times.push_back(secondsSince(start) * 1e6);
        }
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

/// Lines a second from JSON text to JSON text.
Result<double> textRate(const NamedDecision &decision, const std::string &lines, unsigned threads,
                        double seconds)
{
    const dmn::LineOptions options{.decision = decision.slot, .threads = threads};
    std::uint64_t count = 0;
    std::size_t bytes = 0;
    const auto start = Steady::now();
    double passed = 0;
    do {
        TextSource source(lines);
        const auto done =
            TRY(dmn::decideLines(decision.model, options, source, [&](std::string_view text) -> Result<> {
                bytes += text.size();
                return {};
            }));
        count += done.lines;
        passed = secondsSince(start);
    } while (passed < seconds);
    return static_cast<double>(count) / passed;
}

Result<> run(Session &session, const Options &options)
{
    const NamedDecision decision =
        TRY(loadDecision(options.decision, session.json ? Language::English : session.language));
    const std::string lines = TRY(readFile(options.inputs, kMostInputs));
    const auto [loadTime, bytes] = TRY(measureLoad(decision.bytes));
    const std::vector<Case> cases = TRY(readCases(decision, lines));
    const double plain = rateOf(decision, cases, dmn::Tracing::Off, options.seconds);
    const double traced = rateOf(decision, cases, dmn::Tracing::On, options.seconds);
    const auto [half, most] = percentiles(decision, cases);
    const double text = TRY(textRate(decision, lines, 1, options.seconds));
    nlohmann::ordered_json figures{{"decision", options.decision.name},
                                   {"cases", cases.size()},
                                   {"per_second", plain},
                                   {"trace_per_second", traced},
                                   {"trace_ratio", plain / traced},
                                   {"p50_us", half},
                                   {"p99_us", most},
                                   {"json_per_second", text},
                                   {"load_ms", loadTime},
                                   {"bytes", bytes}};
    if (options.threads > 1) {
        const double textOfAll = TRY(textRate(decision, lines, options.threads, options.seconds));
        figures["threads"] = options.threads;
        figures["threads_per_second"] = parallelRate(decision, cases, options.threads, options.seconds);
        figures["threads_json_per_second"] = textOfAll;
        figures["threads_json_share"] = textOfAll / options.threads / plain;
    }
    if (session.json) {
        session.printJson(figures);
        return {};
    }
    Table table({{std::string(session.text("指标", "measure"))},
                 {std::string(session.text("数值", "value")), Table::Align::Right}});
    for (const auto &[name, value] : figures.items())
        table.addRow({name,
                      value.is_number_float() ? std::to_string(value.get<double>())
                          : value.is_string() ? value.get<std::string>()
                                              : value.dump()});
    session.print(table.text());
    return {};
}

} // namespace

void addBenchDecide(CLI::App &bench, Session &session)
{
    CLI::App *command = bench.add_subcommand(
        "decide", "Decisions a second of a DMN model, its load time and its memory (决策模型性能)");
    const auto options = std::make_shared<Options>();
    addDecisionOptions(*command, options->decision);
    command->add_option("--inputs", options->inputs, "Cases, one JSON object a line")->required();
    command
        ->add_option("--threads", options->threads,
                     "Measure so many threads as well; one thread is measured in any case")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--seconds", options->seconds, "How long each figure is measured at least")
        ->check(CLI::Range(0.01, 60.0))
        ->capture_default_str();
    command->footer(
        "per_second and trace_per_second: one thread, inputs parsed; json_per_second: from text to text.\n"
        "Example: tongbanctl --json bench decide rules.dmn --decision 结论 --inputs cases.jsonl --threads 2");
    command->callback([&session, options] { runCommand(session, [&] { return run(session, *options); }); });
}

} // namespace tongban::ctl
