// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "core/central/ledger_check.h"
#include "core/storage/anchor_file.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string connect;
    std::filesystem::path witness;
};

Result<> verify(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    storage::AnchorFile file(options.witness);
    std::vector<storage::Anchor> witnesses;
    if (!options.witness.empty())
        witnesses = TRY(file.read());
    const storage::ChainReport report = TRY(central::checkLedger(centre, witnesses));
    for (const storage::ChainProblem &problem : report.problems)
        session.printJson({{"fault", storage::name(problem.fault)},
                           {"district", problem.district},
                           {"n", problem.n},
                           {"detail", problem.detail}});
    if (session.json)
        session.printJson({{"events", report.events},
                           {"districts", report.ends.size()},
                           {"witnesses", witnesses.size()},
                           {"findings", report.problemCount}});
    else
        session.printLine(std::string(session.text("行为记录 ", "Acts ")) + std::to_string(report.events)
                          + std::string(session.text(" 条,问题 ", ", findings "))
                          + std::to_string(report.problemCount));
    if (report.problemCount > 0)
        session.setExitCode(ExitCode::Findings);
    else if (!options.witness.empty())
        TRY(file.append(report.ends, session.clock().now()));
    return {};
}

} // namespace

void addCentreVerifyCommand(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"verify", "Recompute every chain of the centre's record of acts (核对中心行为记录)",
         "centre verify --witness /srv/audit/centre.jsonl --connect 'host=/var/run/postgresql "
         "dbname=tongban user=auditor'",
         "The login is an auditor's. The witness file is kept where the centre's administrators cannot "
         "write:\nit shows that the record was cut off or rewritten as a whole, and grows with every sound "
         "check.\nExit code 1: something was found."});
    const auto options = std::make_shared<Options>();
    addConnectOption(command, options->connect);
    command.add_option("--witness", options->witness,
                       "File of earlier ends of the chains; made when missing");
    command.callback([&session, options] { runCommand(session, [&] { return verify(session, *options); }); });
}

} // namespace tongban::ctl
