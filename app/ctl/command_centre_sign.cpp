// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "core/central/own_account.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string connect;
    std::string caseId;
    central::OwnSignature signature;
};

Result<> sign(Session &session, Options options)
{
    TRY(session.prepare());
    options.signature.caseId = TRY(Uuid::parse(options.caseId));
    central::Connection centre = TRY(central::Connection::open(options.connect));
    TRY(central::signNextAct(centre, options.signature));
    if (session.json)
        session.printJson({{"signed", options.signature.act}, {"case", options.caseId}});
    else
        session.printLine(session.text("已签署;经办人现在可以办理这一步,办理时写明签署人。",
                                       "Signed; whoever acts may do it now and names the signer."));
    return {};
}

} // namespace

void addCentreSignCommand(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"sign", "Sign another person's next act as the second person (第二人签署)",
         "centre sign 01890a5d-ac96-774b-bcce-b302099a8057 --district 440305 --acts 4 --act extend "
         "--connect 'host=/var/run/postgresql dbname=tongban user=chen'",
         "In a session of the signer's own. It serves for one act of that kind to the case as it is "
         "now;\nwhen the case moves on first, it has to be signed again."});
    const auto options = std::make_shared<Options>();
    options->signature.role = "supervisor";
    addConnectOption(command, options->connect);
    command.add_option("case", options->caseId, "Id of the case")->required();
    command.add_option("--district", options->signature.district, "Its district")->required();
    command.add_option("--acts", options->signature.version, "How many acts it has, as the signer saw it")
        ->required();
    command.add_option("--act", options->signature.act, "extend, revoke, give_notice, ...")->required();
    command.add_option("--role", options->signature.role, "supervisor or approver")->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return sign(session, *options); }); });
}

} // namespace tongban::ctl
