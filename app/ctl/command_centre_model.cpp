// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/base/file.h"
#include "core/central/schema.h"
#include "core/central/work.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

constexpr std::size_t kMostModelBytes = std::size_t{16} << 20U;

struct Options {
    std::string connect;
    std::string ruleSet;
    int version = 1;
    std::string digest;
};

/// A rule set as the program ships it, or as a rule author has put it into the folder of resources.
Result<central::PublishedModel> shippedModel(const Session &session, const Options &options)
{
    const auto folder = session.resources / "models" / options.ruleSet;
    central::PublishedModel model;
    model.ruleSet = options.ruleSet;
    model.version = options.version;
    model.manifest = TRY(readFile(folder / (std::to_string(options.version) + ".json"), kMostModelBytes));
    const auto manifest = TRY(parseJson(model.manifest));
    if (!manifest.is_object())
        return fail(ErrorCode::InvalidInput, "the manifest is no object");
    model.effectiveFrom = manifest.value("effective_from", std::string());
    const std::string file = manifest.value("model", std::to_string(options.version) + ".dmn");
    model.model = TRY(readFile(folder / file, kMostModelBytes));
    return model;
}

Result<> propose(Session &session, const Options &options)
{
    TRY(session.prepare());
    const central::PublishedModel model = TRY(shippedModel(session, options));
    central::Connection centre = TRY(central::Connection::open(options.connect));
    TRY(central::proposeModel(centre, model));
    const std::string digest = sha256(model.model).hex();
    if (session.json)
        session.printJson({{"proposed", model.ruleSet}, {"version", model.version}, {"digest", digest}});
    else
        session.printLine(
            std::string(session.text("已提出,待第二人确认:", "Proposed; a second person confirms: "))
            + digest);
    return {};
}

Result<> confirm(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    TRY(central::confirmModel(centre, TRY(Digest::parse(options.digest))));
    if (session.json)
        session.printJson({{"confirmed", options.digest}});
    else
        session.printLine(session.text("已发布。", "Published."));
    return {};
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    Table table({{std::string(session.text("规则", "Rules"))},
                 {std::string(session.text("版本", "Version")), Table::Align::Right},
                 {std::string(session.text("生效", "From"))},
                 {std::string(session.text("摘要", "Digest"))}});
    for (const central::PublishedModel &model : TRY(central::models(centre))) {
        const std::string digest = sha256(model.model).hex();
        if (session.json)
            session.printJson({{"rule_set", model.ruleSet},
                               {"version", model.version},
                               {"effective_from", model.effectiveFrom},
                               {"digest", digest}});
        else
            table.addRow({model.ruleSet, std::to_string(model.version), model.effectiveFrom, digest});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

Result<> restored(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    const int epoch = TRY(central::declareRestored(centre));
    if (session.json)
        session.printJson({{"epoch", epoch}});
    else
        session.printLine(
            std::string(session.text("已标记为由备份恢复,各终端将核对并补报。第 ",
                                     "Marked as restored; every desktop compares and tells again. Epoch "))
            + std::to_string(epoch));
    return {};
}

} // namespace

void addCentreModelCommands(CLI::App &group, Session &session)
{
    const std::string connect = " --connect 'host=/var/run/postgresql dbname=tongban user=chen'";
    const auto add = [&](CLI::App &parent, const CommandHelp &help,
                         auto run) -> std::pair<CLI::App *, std::shared_ptr<Options>> {
        CLI::App &command = addCommand(parent, help);
        const auto options = std::make_shared<Options>();
        addConnectOption(command, options->connect);
        command.callback(
            [&session, options, run] { runCommand(session, [&] { return run(session, *options); }); });
        return {&command, options};
    };
    CLI::App &models = addGroup(group, "model", "Rule models by which the worker decides (规则发布)");
    const auto [proposing, proposed] = add(
        models,
        {"propose", "Propose a version of rules from the program's resources (提出)",
         "centre model propose taxi-driver-certificate 1" + connect,
         "By a supervisor of all districts. Nothing is decided by it before a second supervisor confirms."},
        propose);
    proposing->add_option("rule-set", proposed->ruleSet, "Folder below resources/models")->required();
    proposing->add_option("version", proposed->version, "Its version")->required();
    const auto [confirming, confirmed] = add(
        models,
        {"confirm", "Confirm what another supervisor has proposed (确认发布)",
         "centre model confirm 791bacac2056dfaaa6615adf0443f69e65e04c591519cbdfe7b44ad0e3524901" + connect,
         ""},
        confirm);
    confirming->add_option("digest", confirmed->digest, "As `propose` printed it")->required();
    add(models, {"list", "Show the published models (已发布规则)", "centre model list" + connect, ""}, list);
    add(group,
        {"restored", "Say that the database came from a backup (标记恢复)",
         "centre restored --connect 'host=/var/run/postgresql dbname=tongban'",
         "Desktops notice by themselves too; this makes them compare at their next contact, and their users "
         "are "
         "told."},
        restored);
}

} // namespace tongban::ctl
