// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/catalogue_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/administration/catalogues.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string on;
    std::string code;
    std::string field;
    std::string area;
    std::string level;
    std::string status;
    std::optional<int> district;
};

/// The catalogue that a question is about, with whatever keeps it alive.
struct OpenCatalogue {
    std::unique_ptr<service::Workspace> workspace;
    std::shared_ptr<const permit::Catalogue> shipped;

    const permit::Catalogue &operator*() const { return workspace ? workspace->catalogue() : *shipped; }
    const permit::Catalogue *operator->() const { return &**this; }
};

Result<Date> dayOf(const Session &session, const std::string &on)
{
    if (on.empty())
        return officialDate(session.clock().now());
    return parseIsoDate(on);
}

/// The catalogue of the workspace; where there is none, the shipped reference.
Result<OpenCatalogue> catalogueOf(const Session &session)
{
    OpenCatalogue open;
    if (std::filesystem::exists(session.workspace / "workspace.json")) {
        open.workspace = TRY(session.openWorkspace(service::OpenMode::Read));
        return open;
    }
    const auto review = TRY(service::reviewCatalogue(session.resources / "catalogue", session.resources));
    if (!review.catalogue)
        return fail(ErrorCode::InvalidInput,
                    "the shipped catalogue: " + permit::describe(review.problems.front()));
    session.note(
        session.text("没有工作区,以下取自随程序附带的参考目录。",
                     "There is no workspace; this is the reference catalogue shipped with the program."));
    open.shipped = review.catalogue;
    return open;
}

bool isWanted(const permit::Item &item, Date day, const Options &options)
{
    const auto refusal = permit::refusesNewCases(item, day);
    const permit::ItemStatus status = refusal ? refusal->status : permit::ItemStatus::Active;
    const auto matches = [](const std::string &wanted, std::string_view value) {
        return wanted.empty() || wanted == value;
    };
    return item.isInForce(day) && matches(options.field, item.field) && matches(options.area, item.area)
        && matches(options.level, permit::name(item.level)) && matches(options.status, permit::name(status));
}

std::string statusCell(const permit::Item &item, Date day, Language language)
{
    const auto refusal = permit::refusesNewCases(item, day);
    std::string cell(word(refusal ? refusal->status : permit::ItemStatus::Active, language));
    return refusal ? cell + " " + isoDate(refusal->since) : cell;
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    const Date day = TRY(dayOf(session, options.on));
    const OpenCatalogue catalogue = TRY(catalogueOf(session));
    const auto right = Table::Align::Right;
    Table table({{std::string(session.text("事项", "item"))},
                 {std::string(session.text("名称", "name"))},
                 {std::string(session.text("层级", "level"))},
                 {std::string(session.text("状态", "status"))},
                 {std::string(session.text("法定", "statutory")), right},
                 {std::string(session.text("承诺", "promised")), right},
                 {std::string(session.text("到场", "visits")), right},
                 {std::string(session.text("规则集", "rule set"))}});
    for (const permit::Item &item : catalogue->items()) {
        if (!isWanted(item, day, options))
            continue;
        if (session.json)
            session.printJson(itemJson(*catalogue, item, day));
        else
            table.addRow({item.code, std::string(session.text(item.nameZh, item.nameEn)),
                          std::string(word(item.level, session.language)),
                          statusCell(item, day, session.language), std::to_string(item.statutoryDays),
                          std::to_string(item.promisedDays), std::to_string(item.visitsAllowed),
                          item.ruleSet});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

Result<const permit::Item *> itemOn(const permit::Catalogue &catalogue, const std::string &code, Date day)
{
    if (const permit::Item *item = catalogue.item(code, day))
        return item;
    if (catalogue.versions(code).empty())
        return fail(ErrorCode::NotFound, "the catalogue has no item " + code);
    return fail(ErrorCode::NotFound, "item " + code + " has no version in force on " + isoDate(day));
}

Result<> show(Session &session, const Options &options)
{
    TRY(session.prepare());
    const Date day = TRY(dayOf(session, options.on));
    const OpenCatalogue catalogue = TRY(catalogueOf(session));
    const permit::Item *item = TRY(itemOn(*catalogue, options.code, day));
    if (session.json)
        session.printJson(itemJson(*catalogue, *item, day));
    else
        session.print(itemPage(*catalogue, *item, day, session.language));
    return {};
}

Result<> who(Session &session, const Options &options)
{
    TRY(session.prepare());
    const Date day = TRY(dayOf(session, options.on));
    const OpenCatalogue catalogue = TRY(catalogueOf(session));
    const permit::Item *item = TRY(itemOn(*catalogue, options.code, day));
    if (options.district && !catalogue->knowsDistrict(*options.district))
        return fail(ErrorCode::NotFound,
                    "the catalogue has no district " + std::to_string(*options.district));
    if (!session.json)
        session.printLine(item->code + " " + std::string(session.text(item->nameZh, item->nameEn)) + "  "
                          + isoDate(day));
    for (const permit::DistrictPower &line : catalogue->whoCouldDecide(*item, day)) {
        if (options.district && line.district != *options.district)
            continue;
        if (session.json)
            session.printJson(powerJson(*catalogue, line.district, line.power));
        else
            session.printLine(std::to_string(line.district) + "  "
                              + powerLine(*catalogue, line.power, session.language));
    }
    return {};
}

Result<> counts(Session &session, const Options &options)
{
    TRY(session.prepare());
    const Date day = TRY(dayOf(session, options.on));
    const OpenCatalogue catalogue = TRY(catalogueOf(session));
    const auto resources = TRY(service::Resources::load(session.resources));
    const std::size_t published = approval::automaticItemCount(*catalogue, *resources->ruleSets, day);
    if (session.json)
        session.printJson(countsJson(*catalogue, day, published));
    else
        session.print(countsPage(*catalogue, day, published, session.language));
    return {};
}

void addListCommand(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"list", "The items in force on a day (事项清单)", "catalogue list --area ride-hailing",
         "Cancelled and transferred items are listed too, with the day from which they take no new cases."});
    const auto options = std::make_shared<Options>();
    command.add_option("--on", options->on, "The day, 2026-11-23 (default: today)");
    command.add_option("--field", options->field, "Only this field of work, e.g. taxi");
    command.add_option("--area", options->area, "Only this area of automatic approval, e.g. car-quota");
    command.add_option("--level", options->level, "city or district")
        ->check(CLI::IsMember({"city", "district"}));
    command.add_option("--status", options->status, "active, cancelled or transferred")
        ->check(CLI::IsMember({"active", "cancelled", "transferred"}));
    command.callback([&session, options] { runCommand(session, [&] { return list(session, *options); }); });
}

} // namespace

void addCatalogueCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "catalogue", "The catalogue of permit items (事项目录)");
    addListCommand(group, session);
    const auto withCode = [&](const CommandHelp &help, Result<> (*run)(Session &, const Options &)) {
        CLI::App &command = addCommand(group, help);
        const auto options = std::make_shared<Options>();
        command.add_option("code", options->code, "Code of the item, e.g. CZ-001")->required();
        command.add_option("--on", options->on, "The day, 2026-11-23 (default: today)");
        command.callback(
            [&session, options, run] { runCommand(session, [&] { return run(session, *options); }); });
        return std::pair(&command, options);
    };
    withCode({"show", "One item: documents, limits, visits, halls, who decides (事项详情)",
              "catalogue show CZ-001", ""},
             show);
    const auto [whoCommand, whoOptions] =
        withCode({"who", "Who could decide an item on a day, district by district (有权机关)",
                  "catalogue who LZ-018 --district 440303 --on 2026-08-31", ""},
                 who);
    whoCommand->add_option("--district", whoOptions->district, "Only this district (GB/T 2260), e.g. 440303");
    CLI::App &counting = addCommand(
        group, {"counts", "Every number of the catalogue, counted (事项统计)", "catalogue counts", ""});
    const auto options = std::make_shared<Options>();
    counting.add_option("--on", options->on, "The day, 2026-11-23 (default: today)");
    counting.callback(
        [&session, options] { runCommand(session, [&] { return counts(session, *options); }); });
    addCatalogueFileCommands(group, session);
}

} // namespace tongban::ctl
