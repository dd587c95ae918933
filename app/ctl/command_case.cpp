// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/cases.h"

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

Result<> show(Session &session, const std::string &key)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto language =
        session.language == Language::Chinese ? approval::Language::Chinese : approval::Language::English;
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
    CLI::App &showing = addCommand(
        group, {"show", "The story of one case (办件详情)", "case show 2026-440305-0000123-A", ""});
    const auto key = std::make_shared<std::string>();
    showing.add_option("number", *key, "Case number or id")->required();
    showing.callback([&session, key] { runCommand(session, [&] { return show(session, *key); }); });
    addCaseClockCommand(group, session);
    addCaseActCommand(group, session);
}

} // namespace tongban::ctl
