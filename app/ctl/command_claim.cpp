// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/claim_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/person.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/acts/claims.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    PersonOptions person;
    service::ClaimRequest request;
};

using Steps = Result<std::vector<service::ClaimStep>> (*)(service::Workspace &);

void printOutcome(Session &session, const service::ClaimOutcome &outcome)
{
    const std::string_view problem = service::name(outcome.problem);
    if (outcome.problem != service::ClaimProblem::None)
        session.setExitCode(ExitCode::Conflict);
    if (session.json) {
        session.printJson({{"problem", outcome.problem == service::ClaimProblem::None ? "" : problem},
                           {"sentence", claimProblemText(problem, session.language)},
                           {"holder", outcome.holder},
                           {"holder_name", outcome.holderName},
                           {"since", outcome.since ? isoTimestamp(*outcome.since) : ""},
                           {"passed_over", outcome.passedOver}});
        return;
    }
    if (outcome.problem != service::ClaimProblem::None)
        session.printLine(std::string(session.text("没有作任何改动:", "Nothing was changed: "))
                          + std::string(claimProblemText(problem, session.language)));
    if (outcome.holder.empty())
        return session.printLine(session.text("无人认领。", "Nobody works on it."));
    session.printLine(std::string(session.text("承办人:", "In work: ")) + outcome.holderName + " ("
                      + outcome.holder + "), " + isoTimestamp(outcome.since.value_or(Timestamp{})));
}

Result<> take(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const service::SignedIn person = TRY(personOf(*workspace, options.person));
    printOutcome(session, TRY(service::claimCase(*workspace, options.key, person, options.request)));
    return {};
}

Result<> release(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const service::SignedIn person = TRY(personOf(*workspace, options.person));
    printOutcome(session, TRY(service::releaseCase(*workspace, options.key, person)));
    return {};
}

std::string_view kindWord(const Session &session, std::string_view kind)
{
    if (kind == "claimed")
        return session.text("认领", "claimed");
    if (kind == "taken_over")
        return session.text("接手", "taken over");
    if (kind == "released")
        return session.text("交回", "put back");
    if (kind == "picked")
        return session.text("未认领直接办理", "acted on without a claim");
    return kind == "done" ? session.text("办毕", "done") : kind;
}

void printSteps(const Session &session, const std::vector<service::ClaimStep> &steps)
{
    Table table({{std::string(session.text("时间", "at"))},
                 {std::string(session.text("办件编号", "case"))},
                 {std::string(session.text("事项", "item"))},
                 {std::string(session.text("经过", "step"))},
                 {std::string(session.text("账号", "account"))},
                 {std::string(session.text("用时(分)", "minutes")), Table::Align::Right},
                 {std::string(session.text("越过", "passed over")), Table::Align::Right},
                 {std::string(session.text("理由", "reason"))}});
    for (const service::ClaimStep &step : steps) {
        const auto minutes =
            step.since ? std::to_string((step.at - *step.since) / std::chrono::minutes(1)) : std::string();
        if (session.json)
            session.printJson({{"at", isoTimestamp(step.at)},
                               {"serial", step.serial},
                               {"item", step.item},
                               {"kind", step.kind},
                               {"account", step.account},
                               {"since", step.since ? isoTimestamp(*step.since) : ""},
                               {"before", step.before},
                               {"passed_over", step.passedOver},
                               {"reason", step.reason}});
        else
            table.addRow({isoTimestamp(step.at), step.serial, step.item,
                          std::string(kindWord(session, step.kind)), step.account, minutes,
                          step.passedOver == 0 ? std::string() : std::to_string(step.passedOver),
                          step.reason});
    }
    if (!session.json && !table.isEmpty())
        session.print(table.text());
}

Result<> show(Session &session, const std::string &key)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::ClaimOutcome outcome = TRY(service::claimOf(*workspace, key));
    const auto steps = TRY(service::claimSteps(*workspace, key));
    printOutcome(session, outcome);
    session.setExitCode(ExitCode::Success); // Asked, not refused.
    printSteps(session, steps);
    return {};
}

Result<> list(Session &session, Steps steps)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    printSteps(session, TRY(steps(*workspace)));
    return {};
}

void addChanges(CLI::App &group, Session &session, const std::shared_ptr<Options> &options)
{
    CLI::App &taking = addCommand(
        group,
        {"take", "Work on a case; everybody sees who does (认领)",
         "claim take 2026-440305-0000123-A --actor liming --reason 申请人在场",
         "Nobody else acts on a claimed case. Exit code 4: it is not taken; what stands in the way is\n"
         "named and nothing was changed."});
    taking.add_option("number", options->key, "Case number or id")->required();
    addPersonOptions(taking, options->person);
    taking.add_option("--reason", options->request.reason,
                      "Why this one, where others of its kind wait longer, or why it is taken over");
    taking.add_flag("--take-over", options->request.takeOver, "From whoever holds it; supervisors only");
    taking.callback([&session, options] { runCommand(session, [&] { return take(session, *options); }); });
    CLI::App &releasing = addCommand(group,
                                     {"release", "Put a case back for others (交回)",
                                      "claim release 2026-440305-0000123-A --actor liming",
                                      "Only the holder can. Exit code 4: nothing was changed."});
    releasing.add_option("number", options->key, "Case number or id")->required();
    addPersonOptions(releasing, options->person);
    releasing.callback(
        [&session, options] { runCommand(session, [&] { return release(session, *options); }); });
}

} // namespace

void addClaimCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "claim", "Who works on which case (认领)");
    const auto options = std::make_shared<Options>();
    addChanges(group, session, options);
    CLI::App &showing = addCommand(group,
                                   {"show", "Who works on a case, and every claim it had (认领经过)",
                                    "claim show 2026-440305-0000123-A", ""});
    showing.add_option("number", options->key, "Case number or id")->required();
    showing.callback(
        [&session, options] { runCommand(session, [&] { return show(session, options->key); }); });
    const auto addList = [&](const char *name, const char *about, Steps steps) {
        CLI::App &listing = addCommand(group, {name, about, std::string("claim ") + name, ""});
        listing.callback([&session, steps] { runCommand(session, [&] { return list(session, steps); }); });
    };
    addList("out-of-turn", "Cases that were taken up while others of their kind waited longer (越序办理)",
            &service::picksOutOfTurn);
    addList("times", "Claims that ended with their case, and how long they took (办理用时)",
            &service::finishedClaims);
}

} // namespace tongban::ctl
