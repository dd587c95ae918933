// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/status.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>
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
    nlohmann::ordered_json desks = nlohmann::ordered_json::array();
    for (const auto &line : status.desks)
        desks.push_back({{"queue", line.desk.code}, {"waiting", line.waiting}});
    session.printJson({{"all", json(status.all)},
                       {"areas", json(status.areas)},
                       {"active_items", status.catalogue.active},
                       {"automatic_items", status.automaticItems},
                       {"events", status.events},
                       {"decisions", status.decisions},
                       {"noticed", status.notices.noticed},
                       {"noticed_again", status.notices.noticedAgain},
                       {"second_notice_per_mille", status.notices.secondNoticePerMille()},
                       {"desks", std::move(desks)},
                       {"items", std::move(items)},
                       {"reasons", std::move(reasons)}});
}

/// How many lines of each table are printed; 0 = all.
struct Options {
    std::size_t most = 15;

    std::size_t shown(std::size_t lines) const { return most == 0 ? lines : std::min(most, lines); }
};

std::string more(const Session &session, std::size_t kinds, std::int64_t cases)
{
    return std::string(session.text("另有 ", "and ")) + std::to_string(kinds)
        + std::string(session.text(" 种,共 ", " more, together ")) + grouped(cases)
        + std::string(session.text(" 件(--most 0 全部列出)", " cases (--most 0 lists all)"));
}

/// Why cases were not decided automatically, the most frequent reason first.
Table reasonTable(const Session &session, const service::Status &status, const ReasonText &words,
                  const Options &options)
{
    const auto right = Table::Align::Right;
    std::int64_t all = 0;
    for (const auto &reason : status.reasons)
        all += reason.count;
    Table table({{"#", right},
                 {std::string(session.text("未自动办结的原因", "why not automatic"))},
                 {std::string(session.text("代码", "code"))},
                 {std::string(session.text("件数", "cases")), right},
                 {std::string(session.text("占比", "share")), right}});
    const auto share = [&](std::int64_t count) {
        return percent(static_cast<int>((count * 2000 + all) / (all * 2)));
    };
    const std::size_t shown = options.shown(status.reasons.size());
    std::int64_t rest = all;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &reason = status.reasons[i];
        table.addRow({std::to_string(i + 1), words.words(reason.reason), reason.reason, grouped(reason.count),
                      share(reason.count)});
        rest -= reason.count;
    }
    if (shown < status.reasons.size())
        table.addRow(
            {"", more(session, status.reasons.size() - shown, rest), "", grouped(rest), share(rest)});
    return table;
}

/// What waits for people, by the desk that decides it.
Table deskTable(const Session &session, const service::Status &status)
{
    Table table({{std::string(session.text("审批队列", "desk"))},
                 {std::string(session.text("待人工", "waiting")), Table::Align::Right}});
    for (const service::DeskCount &line : status.desks)
        table.addRow({std::string(session.text(line.desk.nameZh, line.desk.nameEn)), grouped(line.waiting)});
    return table;
}

void printTables(const Session &session, const service::Status &status, const ReasonText &words,
                 const Options &options)
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
    service::OutcomeCounts rest;
    const std::size_t shown = options.shown(status.items.size());
    for (std::size_t i = 0; i < status.items.size(); ++i) {
        const service::ItemStatusLine &line = status.items[i];
        if (i < shown)
            row(line.item, std::string(session.text(line.nameZh, line.nameEn)), line.counts);
        else
            rest.add(line.counts);
    }
    if (shown < status.items.size())
        row("", more(session, status.items.size() - shown, rest.cases), rest);
    row("", std::string(session.text("三个领域合计", "the three areas")), status.areas);
    row("", std::string(session.text("全部", "all")), status.all);
    session.print(items.text() + "\n");
    session.print(reasonTable(session, status, words, options).text() + "\n");
    session.print(deskTable(session, status).text() + "\n");
    session.printLine(std::string(session.text("一次性告知 ", "Cases with a notice "))
                      + grouped(status.notices.noticed)
                      + std::string(session.text(" 件,其中二次告知 ", ", with a second one "))
                      + percent(status.notices.secondNoticePerMille()));
    session.printLine(std::string(session.text("自动办结率(三个领域)", "Automatic share (the three areas) "))
                      + percent(status.areas.automaticPerMille())
                      + std::string(session.text(",全部办件 ", "; of all cases "))
                      + percent(status.all.automaticPerMille())
                      + std::string(session.text(";自动不予许可 ", "; automatic refusals "))
                      + grouped(status.all.automaticRefusals));
    session.printLine(std::string(session.text("在用事项 ", "Active items "))
                      + grouped(status.catalogue.active)
                      + std::string(session.text(",其中无人工干预 ", ", decided by rules "))
                      + std::to_string(status.automaticItems)
                      + std::string(session.text(";行为记录 ", "; acts recorded ")) + grouped(status.events)
                      + std::string(session.text(" 条,决定 ", ", decisions ")) + grouped(status.decisions));
}

Result<> status(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::Status counted = TRY(service::statusOf(*workspace));
    if (session.json)
        printJson(session, counted);
    else
        printTables(session, counted, ReasonText(*workspace->resources().ruleSets, session.language),
                    options);
    return {};
}

} // namespace

void addStatusCommand(CLI::App &app, Session &session)
{
    CLI::App &command =
        addCommand(app,
                   {"status", "Counts by item, outcome and reason, all of them counted (审批统计)",
                    "--json status", ""});
    const auto options = std::make_shared<Options>();
    command.add_option("--most", options->most, "Lines of each table; 0 = all (--json always has all)")
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return status(session, *options); }); });
}

} // namespace tongban::ctl
