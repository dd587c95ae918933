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
    storage::AnchorLines witness;
    if (!options.witness.empty())
        witness = TRY(file.read());
    const storage::ChainReport report = TRY(central::checkLedger(centre, witness.anchors));
    const std::int64_t findings = report.problemCount + static_cast<std::int64_t>(witness.broken.size());
    for (const std::int64_t line : witness.broken)
        session.printJson({{"fault", "witness_broken"}, {"line", line}});
    for (const storage::ChainProblem &problem : report.problems)
        session.printJson({{"fault", storage::name(problem.fault)},
                           {"district", problem.district},
                           {"n", problem.n},
                           {"detail", problem.detail}});
    if (session.json)
        session.printJson({{"events", report.events},
                           {"districts", report.ends.size()},
                           {"witnesses", witness.anchors.size()},
                           {"findings", findings}});
    else
        session.printLine(std::string(session.text("行为记录 ", "Acts ")) + std::to_string(report.events)
                          + std::string(session.text(" 条,问题 ", ", findings ")) + std::to_string(findings));
    if (findings > 0)
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
