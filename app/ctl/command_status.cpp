// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/status.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

std::string percent(int perMille)
{
    return std::to_string(perMille / 10) + "." + std::to_string(perMille % 10) + " %";
}

nlohmann::ordered_json json(const service::OutcomeCounts &counts)
{
    return {{"cases", counts.cases},
            {"automatic", counts.automatic},
            {"automatic_per_mille", counts.automaticPerMille()},
            {"granted", counts.granted},
            {"refused", counts.refused},
            {"automatic_refusals", counts.automaticRefusals},
            {"noticed", counts.noticed},
            {"referred", counts.referred},
            {"evidence", counts.evidence},
            {"untouched", counts.untouched}};
}

void printJson(const Session &session, const service::Status &status)
{
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const auto &line : status.items) {
        auto item = json(line.counts);
        item["item"] = line.item;
        items.push_back(std::move(item));
    }
    nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
    for (const auto &reason : status.reasons)
        reasons.push_back({{"reason", reason.reason}, {"count", reason.count}});
    session.printJson({{"all", json(status.all)},
                       {"areas", json(status.areas)},
                       {"active_items", status.catalogue.active},
                       {"automatic_items", status.automaticItems},
                       {"events", status.events},
                       {"decisions", status.decisions},
                       {"items", std::move(items)},
                       {"reasons", std::move(reasons)}});
}

void printTables(const Session &session, const service::Status &status)
{
    const auto right = Table::Align::Right;
    Table items({{std::string(session.text("事项", "item"))},
                 {std::string(session.text("名称", "name"))},
                 {std::string(session.text("件数", "cases")), right},
                 {std::string(session.text("自动", "automatic")), right},
                 {std::string(session.text("自动率", "share")), right},
                 {std::string(session.text("补正", "notices")), right},
                 {std::string(session.text("人工", "people")), right},
                 {std::string(session.text("待核验", "evidence")), right}});
    const auto row = [&](const std::string &code, const std::string &name, const service::OutcomeCounts &c) {
        items.addRow({code, name, grouped(c.cases), grouped(c.automatic), percent(c.automaticPerMille()),
                      grouped(c.noticed), grouped(c.referred), grouped(c.evidence)});
    };
    for (const auto &line : status.items)
        row(line.item, std::string(session.text(line.nameZh, line.nameEn)), line.counts);
    row("", std::string(session.text("三个领域合计", "the three areas")), status.areas);
    row("", std::string(session.text("全部", "all")), status.all);
    session.print(items.text() + "\n");
    Table reasons({{std::string(session.text("未自动办结的原因", "why not automatic"))},
                   {std::string(session.text("件数", "cases")), right}});
    for (const auto &reason : status.reasons)
        reasons.addRow({reason.reason, grouped(reason.count)});
    session.print(reasons.text() + "\n");
    session.printLine(std::string(session.text("在用事项 ", "Active items "))
                      + grouped(status.catalogue.active)
                      + std::string(session.text(",其中无人工干预 ", ", decided by rules "))
                      + std::to_string(status.automaticItems)
                      + std::string(session.text(";行为记录 ", "; acts recorded ")) + grouped(status.events)
                      + std::string(session.text(" 条,决定 ", ", decisions ")) + grouped(status.decisions));
}

Result<> status(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::Status counted = TRY(service::statusOf(*workspace));
    if (session.json)
        printJson(session, counted);
    else
        printTables(session, counted);
    return {};
}

} // namespace

void addStatusCommand(CLI::App &app, Session &session)
{
    CLI::App *command = app.add_subcommand("status", "Counts by item, outcome and reason");
    command->footer("Example: tongbanctl --json status");
    command->callback([&session] { runCommand(session, [&] { return status(session); }); });
}

} // namespace tongban::ctl
