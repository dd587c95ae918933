// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/decision/replay.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string ruleSet;
    unsigned threads = 2;
    std::string model;
    std::string manifest;
    std::size_t most = 20;
};

void printFlips(const Session &session, const approval::ReplaySummary &summary, std::size_t most)
{
    if (summary.flips.empty())
        return;
    Table table({{std::string(session.text("办件编号", "number"))},
                 {std::string(session.text("原结果", "before"))},
                 {std::string(session.text("新结果", "after"))},
                 {std::string(session.text("原因", "why now"))}});
    for (std::size_t i = 0; i < std::min(most, summary.flips.size()); ++i) {
        const approval::Flip &flip = summary.flips[i];
        table.addRow({flip.caseName, std::string(word(flip.before, session.language)),
                      std::string(word(flip.after, session.language)), flip.reasonAfter});
    }
    session.print("\n" + table.text());
    if (summary.flips.size() > most)
        session.printLine(std::string(session.text("另有 ", "and "))
                          + grouped(static_cast<std::int64_t>(summary.flips.size() - most))
                          + std::string(session.text(" 件;用 --most 或 --json 列出全部。",
                                                     " more; --most or --json lists them all.")));
}

void print(const Session &session, const approval::ReplaySummary &summary, std::size_t most)
{
    const auto number = [](std::uint64_t value) {
        return grouped(static_cast<std::int64_t>(value));
    };
    session.printLine(std::string(session.text("重审 ", "Judged again: ")) + number(summary.cases)
                      + std::string(session.text(" 件:结果不变 ", "; same ")) + number(summary.same)
                      + std::string(session.text(",结果改变 ", ", different ")) + number(summary.flipped)
                      + std::string(session.text(",无法判断 ", ", cannot be told "))
                      + number(summary.cannotTell));
    for (const auto &[pair, count] : summary.transitions)
        session.printLine("  " + std::string(word(pair.first, session.language)) + " -> "
                          + std::string(word(pair.second, session.language)) + "  " + number(count));
    for (const auto &[fact, count] : summary.missingFacts)
        session.printLine("  " + std::string(session.text("当时没有查询:", "not asked for then: ")) + fact
                          + "  " + number(count));
    printFlips(session, summary, most);
}

void printJson(const Session &session, const approval::ReplaySummary &summary)
{
    for (const approval::Flip &flip : summary.flips)
        session.printJson({{"case", flip.caseName},
                           {"before", approval::name(flip.before)},
                           {"after", approval::name(flip.after)},
                           {"reason_before", flip.reasonBefore},
                           {"reason_after", flip.reasonAfter}});
    nlohmann::ordered_json transitions = nlohmann::ordered_json::array();
    for (const auto &[pair, count] : summary.transitions)
        transitions.push_back({{"before", approval::name(pair.first)},
                               {"after", approval::name(pair.second)},
                               {"count", count}});
    session.printJson({{"cases", summary.cases},
                       {"same", summary.same},
                       {"flipped", summary.flipped},
                       {"cannot_tell", summary.cannotTell},
                       {"transitions", std::move(transitions)},
                       {"missing_facts", summary.missingFacts}});
}

Result<> replay(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::ReplayOptions request{{{options.ruleSet, options.model, options.manifest}},
                                         options.threads,
                                         progressOf(session, session.text("正在重审", "Judging again"))};
    const auto summary = TRY(service::replayDecisions(*workspace, request));
    session.endProgress();
    if (session.json)
        printJson(session, summary);
    else
        print(session, summary, options.most);
    if (session.stop())
        session.setExitCode(ExitCode::Interrupted);
    else if (summary.flipped > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

} // namespace

void addReplayCommand(CLI::App &app, Session &session)
{
    CLI::App &command = addCommand(
        app,
        {"replay", "Judge decided cases by a changed model and list the flips (规则改动影响)",
         "replay quota-renewal --model draft/2.dmn --manifest draft/2.json",
         "Reads only. A fact that nobody asked for then is never guessed: such cases are counted apart.\n"
         "Exit code 1: some cases would come out differently."});
    const auto options = std::make_shared<Options>();
    command.add_option("rule-set", options->ruleSet, "Whose decisions, e.g. quota-renewal")->required();
    command.add_option("--model", options->model, "The changed model (.dmn)")->required();
    command.add_option("--manifest", options->manifest,
                       "Its manifest (default: that of the version in force)");
    command.add_option("--most", options->most, "Flips to print")->capture_default_str();
    command.add_option("--threads", options->threads, "Threads that judge")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return replay(session, *options); }); });
}

} // namespace tongban::ctl
