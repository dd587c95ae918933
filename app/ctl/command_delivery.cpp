// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/person.h"
#include "app/ctl/refusal_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/papers/delivery_desk.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    PersonOptions person;
    permit::ActRequest request;
    int limit = 200;
};

std::string_view lastNews(const Session &session, const service::DeliveryTask &task)
{
    if (!task.delivery)
        return session.text("待发放", "waits");
    if (task.delivery->returnedAt)
        return session.text("已退回", "came back");
    return task.delivery->deliveredAt ? session.text("已送达", "handed over")
                                      : session.text("寄送中", "under way");
}

nlohmann::ordered_json json(const service::DeliveryTask &task)
{
    nlohmann::ordered_json out{{"serial", task.line.serial},           {"item", task.line.item},
                               {"applicant", task.line.applicantName}, {"state", permit::name(task.state)},
                               {"by_courier", task.byCourier},         {"visits", task.visits}};
    if (task.delivery)
        out["delivery"] = {
            {"mode", permit::name(task.delivery->mode)},
            {"waybill", task.delivery->waybill},
            {"receiver", task.delivery->receiver},
            {"attempt", task.delivery->attempt},
            {"sent_at", isoTimestamp(task.delivery->sentAt)},
            {"delivered_at", task.delivery->deliveredAt ? isoTimestamp(*task.delivery->deliveredAt) : ""},
            {"returned_at", task.delivery->returnedAt ? isoTimestamp(*task.delivery->returnedAt) : ""}};
    return out;
}

void printTasks(const Session &session, const service::Workspace &workspace,
                const std::vector<service::DeliveryTask> &tasks)
{
    Table table({{std::string(session.text("办件编号", "case"))},
                 {std::string(session.text("申请人", "applicant"))},
                 {std::string(session.text("状态", "state"))},
                 {std::string(session.text("方式", "way"))},
                 {std::string(session.text("运单号", "waybill"))},
                 {std::string(session.text("情况", "news"))}});
    for (const service::DeliveryTask &task : tasks) {
        if (session.json)
            session.printJson(json(task));
        else
            table.addRow({task.line.serial, task.line.applicantName,
                          stateWord(*workspace.resources().workflow, task.line.state, session.language),
                          std::string(task.byCourier ? session.text("可快递", "courier")
                                                     : session.text("窗口领取", "at the window")),
                          task.delivery ? task.delivery->waybill : std::string(),
                          std::string(lastNews(session, task))});
    }
    if (!session.json && !table.isEmpty())
        session.print(table.text());
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    printTasks(session, *workspace, TRY(service::deliveryTasks(*workspace, options.limit)));
    return {};
}

Result<> visits(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto right = Table::Align::Right;
    Table table({{std::string(session.text("办件编号", "case"))},
                 {std::string(session.text("到场", "visits")), right},
                 {std::string(session.text("允许", "allowed")), right},
                 {std::string(session.text("最近一次", "last"))},
                 {std::string(session.text("理由", "reason"))}});
    for (const service::RepeatedVisit &visit : TRY(service::repeatedVisits(*workspace, options.limit))) {
        if (session.json)
            session.printJson({{"serial", visit.line.serial},
                               {"item", visit.line.item},
                               {"visits", visit.visits},
                               {"allowed", visit.allowed},
                               {"last_at", isoTimestamp(visit.lastAt)},
                               {"last_reason", visit.lastReason}});
        else
            table.addRow({visit.line.serial, std::to_string(visit.visits), std::to_string(visit.allowed),
                          isoTimestamp(visit.lastAt), visit.lastReason});
    }
    if (!session.json && !table.isEmpty())
        session.print(table.text());
    return {};
}

std::string_view kindName(service::Scanned::Kind kind)
{
    switch (kind) {
    case service::Scanned::Kind::Nothing: return "nothing";
    case service::Scanned::Kind::Case: return "case";
    case service::Scanned::Kind::Parcel: return "parcel";
    case service::Scanned::Kind::NewWaybill: return "new_waybill";
    }
    return "";
}

Result<> scan(Session &session, const std::string &text)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::Scanned read = TRY(service::scanned(*workspace, text));
    const bool isNothing = read.kind == service::Scanned::Kind::Nothing;
    if (isNothing)
        session.setExitCode(ExitCode::NotFound);
    if (session.json) {
        nlohmann::ordered_json out{{"kind", kindName(read.kind)},
                                   {"waybill", read.waybill},
                                   {"problem", isNothing ? permit::name(read.problem) : ""}};
        if (read.task)
            out["task"] = json(*read.task);
        session.printJson(out);
        return {};
    }
    if (read.task)
        printTasks(session, *workspace, {*read.task});
    else if (isNothing)
        session.printLine(session.text("既不是办件编号,也不是有效的运单号。",
                                       "Neither the number of a case nor a right waybill."));
    else
        session.printLine(std::string(session.text("有效的运单号,尚未用于任何办件:",
                                                   "A right waybill that no case has yet: "))
                          + read.waybill);
    return {};
}

Result<> act(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const service::SignedIn person = TRY(personOf(*workspace, options.person));
    const service::DeskOutcome outcome =
        TRY(service::actNow(*workspace, options.key, person, options.request));
    nlohmann::ordered_json refusals = nlohmann::ordered_json::array();
    for (const permit::ActRefusal &refusal : outcome.act.refusals)
        refusals.push_back({{"problem", permit::name(refusal.problem)},
                            {"sentence", refusalText(refusal, session.language)}});
    if (!refusals.empty())
        session.setExitCode(ExitCode::Conflict);
    if (session.json) {
        session.printJson({{"state", outcome.act.state}, {"refusals", std::move(refusals)}});
        return {};
    }
    const std::string state =
        stateWord(*workspace->resources().workflow, outcome.act.state, session.language);
    if (outcome.act.refusals.empty())
        session.printLine(std::string(session.text("已登记,现状态:", "Recorded; the case is now: ")) + state);
    else
        session.printLine(std::string(session.text("没有登记,也没有作任何改动;现状态:",
                                                   "Refused, nothing was changed; the case is: "))
                          + state);
    for (const permit::ActRefusal &refusal : outcome.act.refusals)
        session.printLine("  - " + refusalText(refusal, session.language));
    return {};
}

CLI::App &addAct(CLI::App &group, Session &session, permit::Act what, const CommandHelp &help,
                 const std::shared_ptr<Options> &options)
{
    CLI::App &command = addCommand(group, help);
    options->request.act = what;
    command.add_option("number", options->key, "Case number or id")->required();
    addPersonOptions(command, options->person);
    command.callback([&session, options] { runCommand(session, [&] { return act(session, *options); }); });
    return command;
}

void addActs(CLI::App &group, Session &session)
{
    const std::string refused = "Exit code 4: refused; every reason is named and nothing was changed.";
    const auto send = std::make_shared<Options>();
    addAct(group, session, permit::Act::SendByCourier,
           {"send", "Give a result to the courier (交寄)",
            "delivery send 2026-440305-0000123-A --waybill SF1234567890 --actor wangfang", refused},
           send)
        .add_option("--waybill", send->request.waybill, "Number on the label")
        ->required();
    const auto hand = std::make_shared<Options>();
    addAct(group, session, permit::Act::DeliverInPerson,
           {"hand-over", "Hand a result over at the window (窗口发放)",
            "delivery hand-over 2026-440305-0000123-A --receiver 林安宁 --actor wangfang", refused},
           hand)
        .add_option("--receiver", hand->request.receiver, "Who takes it")
        ->required();
    const auto arrived = std::make_shared<Options>();
    addAct(group, session, permit::Act::Close,
           {"arrived", "A parcel reached the applicant; the case is closed (送达)",
            "delivery arrived 2026-440305-0000123-A --receiver 林安宁 --actor wangfang", refused},
           arrived)
        .add_option("--receiver", arrived->request.receiver, "Who took it");
    const auto back = std::make_shared<Options>();
    addAct(group, session, permit::Act::ReturnParcel,
           {"returned", "A parcel came back; it waits again (退回)",
            "delivery returned 2026-440305-0000123-A --why 无人签收 --actor wangfang", refused},
           back)
        .add_option("--why", back->request.reason, "What the courier says")
        ->required();
}

} // namespace

void addDeliveryCommand(CLI::App &app, Session &session)
{
    CLI::App &group =
        addGroup(app, "delivery", "Results on their way to applicants, and their visits (送达)");
    const auto options = std::make_shared<Options>();
    CLI::App &listing =
        addCommand(group,
                   {"list", "What waits, is under way or came back, the most urgent first (送达清单)",
                    "delivery list --limit 50", ""});
    listing.add_option("--limit", options->limit, "Most lines")->capture_default_str();
    listing.callback([&session, options] { runCommand(session, [&] { return list(session, *options); }); });
    CLI::App &repeated = addCommand(
        group,
        {"visits", "Applicants who came more often than once (多次到场)", "delivery visits --limit 50", ""});
    repeated.add_option("--limit", options->limit, "Most lines")->capture_default_str();
    repeated.callback(
        [&session, options] { runCommand(session, [&] { return visits(session, *options); }); });
    CLI::App &scanning = addCommand(group,
                                    {"scan", "What a scanner read: a case or a waybill (扫码查询)",
                                     "delivery scan SF1234567890", "Exit code 3: it is neither."});
    const auto text = std::make_shared<std::string>();
    scanning.add_option("text", *text, "As it was read or typed")->required();
    scanning.callback([&session, text] { runCommand(session, [&] { return scan(session, *text); }); });
    addActs(group, session);
}

} // namespace tongban::ctl
