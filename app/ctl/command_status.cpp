// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/figures/status.h"

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

/// Tenths of an hour, or of a minute, half rounded up.
std::string tenths(std::chrono::milliseconds time, std::chrono::milliseconds unit)
{
    const std::int64_t count = (time.count() * 20 + unit.count()) / (unit.count() * 2);
    return grouped(count / 10) + "." + std::to_string(count % 10);
}

nlohmann::ordered_json json(const service::HoursSaved &saved)
{
    using Seconds = std::chrono::duration<double>;
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const service::SavedLine &line : saved.items) {
        nlohmann::ordered_json item{{"item", line.item},
                                    {"automatic", line.automatic},
                                    {"touches", line.measured.touches},
                                    {"timed_touches", line.measured.timedTouches},
                                    {"cases_by_people", line.measured.cases},
                                    {"seconds_a_case", nullptr},
                                    {"hours_saved", nullptr}};
        if (const auto time = line.measured.perCase())
            item["seconds_a_case"] = Seconds(*time).count();
        if (const auto time = line.saved())
            item["hours_saved"] = Seconds(*time).count() / 3600;
        items.push_back(std::move(item));
    }
    return {{"hours",
             saved.measuredCases() == 0 ? nlohmann::ordered_json(nullptr)
                                        : nlohmann::ordered_json(Seconds(saved.total()).count() / 3600)},
            {"measured_cases", saved.measuredCases()},
            {"unmeasured_cases", saved.unmeasuredCases()},
            {"longest_touch_minutes", permit::kLongestTouch.count()},
            {"items", std::move(items)}};
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
                       {"saved", json(status.saved)},
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

/// What automatic decisions saved, item by item, as far as it is measured.
Table savedTable(const Session &session, const service::Status &status, const Options &options)
{
    const auto right = Table::Align::Right;
    Table table({{std::string(session.text("事项", "item"))},
                 {std::string(session.text("自动件数", "automatic")), right},
                 {std::string(session.text("人工操作(已计时/全部)", "touches timed/all")), right},
                 {std::string(session.text("人工每件(分)", "minutes a case")), right},
                 {std::string(session.text("节省(小时)", "hours saved")), right}});
    const std::string unknown(session.text("未计量", "not measured"));
    const std::size_t shown = options.shown(status.saved.items.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const service::SavedLine &line = status.saved.items[i];
        const auto perCase = line.measured.perCase();
        const auto saved = line.saved();
        table.addRow({line.item, grouped(line.automatic),
                      grouped(line.measured.timedTouches) + "/" + grouped(line.measured.touches),
                      perCase ? tenths(*perCase, std::chrono::minutes(1)) : unknown,
                      saved ? tenths(*saved, std::chrono::hours(1)) : unknown});
    }
    return table;
}

void printSaved(const Session &session, const service::Status &status, const Options &options)
{
    if (status.saved.items.empty())
        return;
    session.print(savedTable(session, status, options).text());
    const std::int64_t measured = status.saved.measuredCases();
    std::string line(session.text("自动审批节省工时 ", "Hours saved by automatic decisions: "));
    line += measured == 0 ? std::string(session.text("未计量", "not measured"))
                          : tenths(status.saved.total(), std::chrono::hours(1));
    line += std::string(session.text("(已计量 ", " (measured for ")) + grouped(measured)
        + std::string(session.text(" 件,未计量 ", " cases, not measured for "))
        + grouped(status.saved.unmeasuredCases())
        + std::string(session.text(" 件;同一人两次操作间隔超过 ", "; more than "))
        + std::to_string(permit::kLongestTouch.count())
        + std::string(session.text(" 分钟的不计时)", " minutes between two acts of a person are not timed)"));
    session.printLine(line + "\n");
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
    printSaved(session, status, options);
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
    if (!session.json && !workspace->key() && workspace->kind() == service::WorkspaceKind::Production)
        session.printLine(
            session.text("注意:个人信息以明文保存;可用 tongbanctl vault create 加密。",
                         "Mind: personal data is stored plain; 'tongbanctl vault create' seals it."));
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
