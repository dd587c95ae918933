// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/refusal_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/figures/ratings.h"

#include <array>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    std::string level;
    std::string channel;
    std::string hall;
    std::string window;
    std::string text;
    std::string actor;
    bool open = false;
};

struct LevelWord {
    permit::RatingLevel level;
    std::string_view zh;
    std::string_view en;
};
constexpr std::array kLevels = {
    LevelWord{permit::RatingLevel::VerySatisfied, "非常满意", "very satisfied"},
    LevelWord{permit::RatingLevel::Satisfied, "满意", "satisfied"},
    LevelWord{permit::RatingLevel::BasicallySatisfied, "基本满意", "basically satisfied"},
    LevelWord{permit::RatingLevel::Dissatisfied, "不满意", "dissatisfied"},
    LevelWord{permit::RatingLevel::VeryDissatisfied, "非常不满意", "very dissatisfied"}};

std::string levelWord(const Session &session, permit::RatingLevel level)
{
    const LevelWord &word = kLevels[static_cast<std::size_t>(level)];
    return std::string(session.text(word.zh, word.en));
}

void printOutcome(Session &session, const service::ActOutcome &outcome)
{
    if (!outcome.refusals.empty())
        session.setExitCode(ExitCode::Conflict);
    nlohmann::ordered_json refusals = nlohmann::ordered_json::array();
    for (const permit::ActRefusal &refusal : outcome.refusals) {
        refusals.push_back({{"problem", permit::name(refusal.problem)},
                            {"sentence", refusalText(refusal, session.language)}});
        if (!session.json)
            session.printLine("  - " + refusalText(refusal, session.language));
    }
    if (session.json)
        session.printJson({{"state", outcome.state}, {"n", outcome.n}, {"refusals", std::move(refusals)}});
    else if (outcome.refusals.empty())
        session.printLine(session.text("已登记。", "Recorded."));
}

Result<> add(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto level = permit::parseRatingLevel(options.level);
    if (!level)
        return fail(ErrorCode::InvalidInput, "unknown level '" + options.level + "'");
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    printOutcome(session,
                 TRY(service::rateCase(*workspace, options.key, options.channel, *level, options.hall,
                                       options.window, options.text)));
    return {};
}

Result<> rectify(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    permit::ActRequest request;
    request.act = permit::Act::Rectify;
    request.reason = options.text;
    printOutcome(session,
                 TRY(service::actOnCase(*workspace, options.key,
                                        {options.actor, permit::Role::Supervisor, {}}, std::move(request))));
    return {};
}

nlohmann::ordered_json json(const service::RatedCase &rated)
{
    nlohmann::ordered_json out{{"serial", rated.serial},
                               {"item", rated.item},
                               {"level", permit::name(rated.rating.level)},
                               {"at", isoTimestamp(rated.rating.at)},
                               {"hall", rated.rating.hall},
                               {"window", rated.rating.window},
                               {"open", rated.rating.isOpen()}};
    if (rated.clock) {
        out["due"] = isoDate(rated.clock->deadline.date);
        out["left"] = rated.clock->left;
    }
    return out;
}

void printTable(const Session &session, const service::Ratings &ratings)
{
    const auto right = Table::Align::Right;
    Table totals(
        {{std::string(session.text("评价", "rating"))}, {std::string(session.text("件数", "cases")), right}});
    for (const LevelWord &word : kLevels)
        totals.addRow({std::string(session.text(word.zh, word.en)),
                       grouped(ratings.byLevel[static_cast<std::size_t>(word.level)])});
    session.print(totals.text() + "\n");
    Table table({{std::string(session.text("办件编号", "case"))},
                 {std::string(session.text("评价", "rating"))},
                 {std::string(session.text("窗口", "window"))},
                 {std::string(session.text("整改期限", "put right by"))},
                 {std::string(session.text("剩余工作日", "working days left")), right}});
    for (const service::RatedCase &rated : ratings.cases)
        table.addRow(
            {rated.serial, levelWord(session, rated.rating.level),
             rated.rating.hall.empty() ? std::string() : rated.rating.hall + "/" + rated.rating.window,
             rated.clock ? isoDate(rated.clock->deadline.date) : std::string(),
             rated.clock ? std::to_string(rated.clock->left) : std::string()});
    if (!table.isEmpty())
        session.print(table.text());
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto ratings = TRY(service::ratings(
        *workspace, options.open ? service::RatingsWanted::Open : service::RatingsWanted::All));
    if (!session.json) {
        printTable(session, ratings);
        return {};
    }
    nlohmann::ordered_json cases = nlohmann::ordered_json::array();
    for (const service::RatedCase &rated : ratings.cases)
        cases.push_back(json(rated));
    nlohmann::ordered_json totals;
    for (const LevelWord &word : kLevels)
        totals[std::string(permit::name(word.level))] = ratings.byLevel[static_cast<std::size_t>(word.level)];
    session.printJson({{"totals", std::move(totals)}, {"open", ratings.open()}, {"cases", std::move(cases)}});
    return {};
}

} // namespace

void addRatingCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "rating", "What applicants say about the service (好差评)");
    const auto options = std::make_shared<Options>();
    CLI::App &adding = addCommand(
        group,
        {"add", "Take in a rating that came by a channel (登记评价)",
         "rating add 2026-440305-0000123-A very_dissatisfied --channel channel:i_shenzhen",
         "Applicants rate, nobody of the staff does: accounts are refused. \"very_dissatisfied\" has to be "
         "put right\nwithin the days of resources/workflow/limits.csv. Exit code 4: refused."});
    adding.add_option("number", options->key, "Case number or id")->required();
    adding
        .add_option("level", options->level,
                    "very_satisfied, satisfied, basically_satisfied, dissatisfied, very_dissatisfied")
        ->required();
    adding.add_option("--channel", options->channel, "Where the applicant spoke: channel:i_shenzhen")
        ->required();
    adding.add_option("--hall", options->hall, "Hall of the window that is meant");
    adding.add_option("--window", options->window, "Its number");
    adding.add_option("--remark", options->text, "The applicant's own words");
    adding.callback([&session, options] { runCommand(session, [&] { return add(session, *options); }); });
    CLI::App &rectifying =
        addCommand(group,
                   {"rectify", "Say what was put right after a bad rating (差评整改)",
                    "rating rectify 2026-440305-0000123-A --actor zhou --measures 已道歉并补发证件", ""});
    rectifying.add_option("number", options->key, "Case number or id")->required();
    rectifying.add_option("--actor", options->actor, "Account of the supervisor")->required();
    rectifying.add_option("--measures", options->text, "What was done")->required();
    rectifying.callback(
        [&session, options] { runCommand(session, [&] { return rectify(session, *options); }); });
    CLI::App &listing =
        addCommand(group,
                   {"list", "Ratings by level, and what has to be put right until when (评价清单)",
                    "rating list --open", ""});
    listing.add_flag("--open", options->open, "Only those that still have to be put right");
    listing.callback([&session, options] { runCommand(session, [&] { return list(session, *options); }); });
}

} // namespace tongban::ctl
