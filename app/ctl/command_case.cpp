// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
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
            table.addRow({line.serial, line.item, line.state, line.reason, due});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

void printStory(const Session &session, const service::Workspace &workspace, const service::CaseStory &story)
{
    const permit::Workflow &workflow = *workspace.resources().workflow;
    const auto title = [&](const permit::Title &both) {
        return std::string(session.text(both.zh, both.en));
    };
    session.printLine(story.line.serial + "  " + story.line.item + " "
                      + std::string(session.text(story.line.itemNameZh, story.line.itemNameEn)));
    session.printLine(std::string(session.text("状态:", "State: "))
                      + title(workflow.title(story.state.state)));
    for (const auto &clock : story.clocks)
        session.printLine(
            std::string(permit::name(clock.kind)) + ": " + isoDate(clock.deadline.date)
            + (clock.deadline.provisional ? std::string(session.text("(暂定)", " (provisional)")) : "") + "  "
            + clock.basis);
    session.printLine("");
    for (const auto &event : story.events) {
        const auto act = permit::parseAct(event.act);
        const auto role = permit::parseRole(event.role);
        session.printLine(isoTimestamp(event.at) + "  " + std::to_string(event.district) + "/"
                          + std::to_string(event.n) + "  " + (act ? title(workflow.title(*act)) : event.act)
                          + "  " + (role ? title(workflow.title(*role)) : event.role) + " " + event.actor
                          + (event.reason.empty() ? "" : "  " + event.reason)
                          + (event.basis.empty() ? "" : "  " + event.basis));
    }
    if (!story.explanation.empty())
        session.print("\n" + story.explanation + "\n");
    if (!story.capsule.empty())
        session.printLine(std::string(session.text("规则集 ", "Rule set ")) + story.ruleSet
                          + std::string(session.text(",决定胶囊 ", ", capsule ")) + story.capsule);
}

Result<> show(Session &session, const std::string &key)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto language =
        session.language == Language::Chinese ? approval::Language::Chinese : approval::Language::English;
    const service::CaseStory story = TRY(service::caseStory(*workspace, key, language));
    if (!session.json) {
        printStory(session, *workspace, story);
        return {};
    }
    nlohmann::ordered_json events = nlohmann::ordered_json::array();
    for (const auto &event : story.events)
        events.push_back({{"district", event.district},
                          {"n", event.n},
                          {"act", event.act},
                          {"actor", event.actor},
                          {"role", event.role},
                          {"at", isoTimestamp(event.at)},
                          {"state", event.stateAfter},
                          {"reason", event.reason},
                          {"basis", event.basis},
                          {"hash", event.hash}});
    session.printJson({{"serial", story.line.serial},
                       {"id", story.id},
                       {"item", story.line.item},
                       {"state", story.line.state},
                       {"reason", story.line.reason},
                       {"rule_set", story.ruleSet},
                       {"capsule", story.capsule},
                       {"explanation", story.explanation},
                       {"events", std::move(events)}});
    return {};
}

struct ActOptions {
    std::string key;
    std::string act;
    std::string actor;
    std::string role = "clerk";
    permit::ActRequest request;
    service::SupplementRequest supplement;
};

Result<> act(Session &session, ActOptions options)
{
    TRY(session.prepare());
    const auto known = permit::parseAct(options.act);
    const auto role = permit::parseRole(options.role);
    if (!known || !role)
        return fail(ErrorCode::InvalidInput, "unknown act or role; the workflow table lists them");
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    options.request.act = *known;
    const auto outcome = TRY(service::actOnCase(*workspace, options.key, {options.actor, *role, {}},
                                                std::move(options.request), options.supplement));
    nlohmann::ordered_json refusals = nlohmann::ordered_json::array();
    for (const permit::ActRefusal &refusal : outcome.refusals)
        refusals.push_back({{"problem", permit::name(refusal.problem)}, {"text", refusal.text}});
    if (!outcome.refusals.empty())
        session.setExitCode(ExitCode::Conflict);
    if (session.json)
        session.printJson({{"state", outcome.state}, {"n", outcome.n}, {"refusals", std::move(refusals)}});
    else if (outcome.refusals.empty())
        session.printLine(std::string(session.text("已办理,现状态:", "Done; the case is now: "))
                          + outcome.state);
    else
        session.printLine(
            std::string(session.text("不能办理,没有作任何改动:", "Refused, nothing was changed: "))
            + refusals.dump());
    return {};
}

} // namespace

void addCaseCommand(CLI::App &app, Session &session)
{
    CLI::App *group = app.add_subcommand("case", "Look at cases and act on them");
    group->require_subcommand(1);
    CLI::App *listing = group->add_subcommand("list", "Cases, newest first");
    const auto query = std::make_shared<service::CaseQuery>();
    listing->add_option("--state", query->state, "Only this state");
    listing->add_option("--item", query->item, "Only this item");
    listing->add_option("--reason", query->reason, "Only those not automatic for this reason");
    listing->add_option("--queue", query->queue, "Only this queue, most urgent first");
    listing->add_option("--applicant", query->applicantId, "All cases of one applicant");
    listing->add_option("--limit", query->limit, "Most lines")->capture_default_str();
    listing->callback([&session, query] { runCommand(session, [&] { return list(session, *query); }); });
    CLI::App *showing = group->add_subcommand("show", "The story of one case");
    const auto key = std::make_shared<std::string>();
    showing->add_option("number", *key, "Case number or id")->required();
    showing->callback([&session, key] { runCommand(session, [&] { return show(session, *key); }); });
    CLI::App *acting = group->add_subcommand("act", "Do one act of the workflow table");
    const auto options = std::make_shared<ActOptions>();
    acting->add_option("number", options->key, "Case number or id")->required();
    acting->add_option("act", options->act, "accept, give_notice, grant, refer, ...")->required();
    acting->add_option("--actor", options->actor, "Account of the person")->required();
    acting->add_option("--role", options->role, "clerk, approver, supervisor")->capture_default_str();
    acting->add_option("--reason", options->request.reason, "Why");
    acting->add_option("--basis", options->request.basis, "Law or document it rests on");
    acting->add_option("--document", options->request.document, "Number of the paper");
    acting->add_option("--workdays", options->request.workdays, "Of an extension");
    acting->add_option("--material", options->supplement.materials, "Documents that came");
    acting->callback([&session, options] { runCommand(session, [&] { return act(session, *options); }); });
}

} // namespace tongban::ctl
