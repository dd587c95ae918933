// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/cases/cases.h"
#include "core/service/cases/time_machine.h"
#include "core/service/centre/case_fetch.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

Result<> list(Session &session, const service::CaseQuery &query)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    Table table({{std::string(session.text("办件编号", "number"))},
                 {std::string(session.text("事项", "item"))},
                 {std::string(session.text("状态", "state"))},
                 {std::string(session.text("原因", "reason"))},
                 {std::string(session.text("期限", "due"))}});
    const permit::Workflow &workflow = *workspace->resources().workflow;
    const ReasonText words(*workspace->resources().ruleSets, session.language);
    for (const auto &line : TRY(service::listCases(*workspace, query))) {
        const std::string due = line.due ? isoDate(*line.due) : std::string();
        if (session.json)
            session.printJson({{"serial", line.serial},
                               {"item", line.item},
                               {"district", line.district},
                               {"state", line.state},
                               {"queue", line.queue},
                               {"outcome", line.outcome},
                               {"reason", line.reason},
                               {"received_at", isoTimestamp(line.receivedAt)},
                               {"due", due}});
        else
            table.addRow({line.serial, line.item, stateWord(workflow, line.state, session.language),
                          line.reason.empty() ? std::string() : words.words(line.reason), due});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

struct ShowOptions {
    std::string key;
    std::string asOf;
    bool online = false;
};

/// A day, a moment, or the number of an act.
Result<service::PastPoint> pastPoint(const std::string &text)
{
    if (!text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string::npos)
        return service::PastPoint{std::stoll(text), {}};
    return service::PastPoint{{}, TRY(service::parseMoment(text))};
}

void printPast(const Session &session, const service::Workspace &workspace, const service::PastCase &past)
{
    const permit::Workflow &workflow = *workspace.resources().workflow;
    const auto line = [&](std::string_view zh, std::string_view en, const std::string &value) {
        if (!value.empty())
            session.printLine(std::string(session.text(zh, en)) + value);
    };
    line("往日情况 ", "THE PAST as of ", isoTimestamp(past.at));
    line("办件     ", "Case        ", past.view.serial + "  " + past.view.itemName);
    line("状态     ", "State       ", past.view.stateName);
    line("行为     ", "Acts        ", std::to_string(past.acts) + " / " + std::to_string(past.allActs));
    line("决定     ", "Decision    ", past.view.decision.title);
    for (const permit::ClockReading &clock : past.clocks)
        line("期限     ", "Limit       ",
             std::string(permit::name(clock.kind)) + "  " + isoDate(clock.deadline.date) + "  "
                 + std::to_string(clock.left));
    Table table({{"n"},
                 {std::string(session.text("时间", "when"))},
                 {std::string(session.text("行为", "act"))},
                 {std::string(session.text("状态", "state"))},
                 {std::string(session.text("办理人", "by"))}});
    for (const service::StoryEvent &event : past.events)
        table.addRow({std::to_string(event.n), isoTimestamp(event.at), event.act,
                      stateWord(workflow, event.stateAfter, session.language), event.actor});
    session.print(table.text());
}

Result<> show(Session &session, const ShowOptions &options)
{
    const std::string &key = options.key;
    TRY(session.prepare());
    const auto workspace =
        TRY(session.openWorkspace(options.online ? service::OpenMode::Write : service::OpenMode::Read));
    if (options.online)
        TRY(service::fetchCase(*workspace, key, service::FetchReason::Wanted));
    const auto language =
        session.language == Language::Chinese ? approval::Language::Chinese : approval::Language::English;
    if (!options.asOf.empty()) {
        const auto past = TRY(service::caseAsOf(*workspace, key, TRY(pastPoint(options.asOf)), language));
        if (session.json)
            session.printJson(pastJson(past));
        else
            printPast(session, *workspace, past);
        return {};
    }
    const service::CaseStory story = TRY(service::caseStory(*workspace, key, language));
    if (session.json)
        session.printJson(storyJson(story));
    else
        session.print(storyPage(*workspace, story, session.language));
    return {};
}

} // namespace

void addCaseCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "case", "Look at cases and act on them (办件)");
    CLI::App &listing = addCommand(
        group, {"list", "Cases, newest first (办件清单)", "case list --state referred --limit 20", ""});
    const auto query = std::make_shared<service::CaseQuery>();
    listing.add_option("--state", query->state, "Only this state");
    listing.add_option("--item", query->item, "Only this item");
    listing.add_option("--reason", query->reason, "Only those not automatic for this reason");
    listing.add_option("--queue", query->queue, "Only this queue, most urgent first");
    listing.add_option("--applicant", query->applicantId, "All cases of one applicant");
    listing.add_option("--limit", query->limit, "Most lines")->capture_default_str();
    listing.callback([&session, query] { runCommand(session, [&] { return list(session, *query); }); });
    CLI::App &showing = addCommand(group,
                                   {"show", "The story of one case (办件详情)",
                                    "case show 2026-440305-0000123-A --as-of 2026-11-23",
                                    "With --as-of the case as it stood then: its acts are followed anew up "
                                    "to that moment, and nothing that "
                                    "came\nlater is shown."});
    const auto options = std::make_shared<ShowOptions>();
    showing.add_option("number", options->key, "Case number or id")->required();
    showing.add_flag("--online", options->online,
                     "Ask the centre first for what the case rests on and is not here; it logs the question");
    showing.add_option("--as-of", options->asOf,
                       "A day (2026-11-23), a moment (2026-11-23 10:03), or the number of an act (3)");
    showing.callback([&session, options] { runCommand(session, [&] { return show(session, *options); }); });
    addCaseClockCommand(group, session);
    addCaseActCommand(group, session);
    addCaseExportCommands(group, session);
}

} // namespace tongban::ctl
