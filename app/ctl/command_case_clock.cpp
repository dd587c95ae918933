// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/cases/cases.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    std::string clock = "statutory";
};

std::string_view code(AccountKind kind)
{
    switch (kind) {
    case AccountKind::Counted: return "counted";
    case AccountKind::CountedMakeUp: return "counted_make_up";
    case AccountKind::Weekend: return "weekend";
    case AccountKind::Holiday: return "holiday";
    case AccountKind::Excluded: return "excluded";
    case AccountKind::MovedTo: return "moved_to";
    }
    return {};
}

std::string_view word(AccountKind kind, const Session &session)
{
    switch (kind) {
    case AccountKind::Counted: return session.text("计入", "counted");
    case AccountKind::CountedMakeUp: return session.text("调休上班,计入", "make-up day, counted");
    case AccountKind::Weekend: return session.text("周末,不计", "weekend");
    case AccountKind::Holiday: return session.text("节假日,不计", "holiday");
    case AccountKind::Excluded: return session.text("依文书扣除", "excluded by document");
    case AccountKind::MovedTo: return session.text("顺延至此日", "moved to this day");
    }
    return {};
}

void print(const Session &session, const DeadlineAccount &account)
{
    Table table({{std::string(session.text("日期", "day"))},
                 {"#", Table::Align::Right},
                 {std::string(session.text("计算", "why"))},
                 {std::string(session.text("说明", "note"))}});
    for (const AccountDay &day : account.days)
        table.addRow({isoDate(day.date), day.ordinal > 0 ? std::to_string(day.ordinal) : std::string(),
                      std::string(word(day.kind, session)), day.note});
    session.printLine(
        std::string(session.text("起算日 ", "From ")) + isoDate(account.start)
        + std::string(session.text("(当日不计),到期日 ", " (not counted itself) to "))
        + isoDate(account.deadline.date)
        + (account.deadline.provisional ? std::string(session.text(
               "(暂定:其后的放假安排尚未公布)", " (provisional: later holidays are not published yet)"))
                                        : std::string())
        + std::string(session.text(",日历 ", ", calendar ")) + account.calendarVersion);
    session.print(table.text());
}

Result<> clock(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto kind = permit::parseClockKind(options.clock);
    if (!kind)
        return fail(ErrorCode::InvalidInput, "unknown clock '" + options.clock + "'");
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const DeadlineAccount account = TRY(service::caseClock(*workspace, options.key, *kind));
    if (!session.json) {
        print(session, account);
        return {};
    }
    for (const AccountDay &day : account.days)
        session.printJson({{"day", isoDate(day.date)},
                           {"kind", code(day.kind)},
                           {"ordinal", day.ordinal},
                           {"note", day.note}});
    session.printJson({{"start", isoDate(account.start)},
                       {"deadline", isoDate(account.deadline.date)},
                       {"provisional", account.deadline.provisional},
                       {"calendar", account.calendarVersion}});
    return {};
}

} // namespace

void addCaseClockCommand(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(group,
                                   {"clock", "Why a deadline is that day: every day up to it (期限明细)",
                                    "case clock 2026-440305-0000123-A --clock promised",
                                    "Exit code 3: that clock does not run."});
    const auto options = std::make_shared<Options>();
    command.add_option("number", options->key, "Case number or id")->required();
    command
        .add_option("--clock", options->clock,
                    "acceptance, supplement, conditional, statutory, promised, step_statutory, "
                    "step_promised or delivery")
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return clock(session, *options); }); });
}

} // namespace tongban::ctl
