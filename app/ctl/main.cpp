// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/ctl/completion.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/manual_page.h"
#include "app/ctl/session.h"
#include "app/ctl/stop_signal.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>

namespace {

using namespace tongban;
using namespace tongban::ctl;

void addGlobalOptions(CLI::App &app, Session &session)
{
    app.add_option("--workspace", session.workspace,
                   "Folder of the workspace (default: TONGBAN_WORKSPACE, else ./tongban-workspace)");
    app.add_option("--resources", session.resources,
                   "Folder of the shipped data (default: found beside the program)");
    app.add_flag("--json", session.json, "Machine-readable output: one JSON object a line");
    app.add_option("--language", session.language, "zh or en (default: the environment's, Chinese first)")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Language>{{"zh", Language::Chinese}, {"en", Language::English}}));
    app.add_option(
        "--at", session.at,
        "A fixed present such as 2026-11-23T02:00:00+08:00, for repeatable runs (default: the clock)");
    app.add_option("--key-file", session.keyFile,
                   "Key that opens a workspace with a vault (default: TONGBAN_KEY_FILE)");
    app.add_option("--passphrase-file", session.passphraseFile,
                   "File whose first line is the passphrase of a workspace with a vault");
    app.set_version_flag("--version", "tongbanctl 0.1.0");
}

/// The two texts that are made from the definition of the command line: they end the program.
void addDocumentOptions(CLI::App &app, const Session &session)
{
    app.add_flag_callback(
        "--man",
        [&app, &session] {
            session.print(manualPage(app));
            throw CLI::Success();
        },
        "Print the manual page");
    app.add_option_function<std::string>(
           "--completion",
           [&app, &session](const std::string &shell) {
               session.print(completionScript(app, shell));
               throw CLI::Success();
           },
           "Print the completion script for a shell, bash or zsh")
        ->check(CLI::IsMember({"bash", "zsh"}));
}

std::string footer()
{
    std::string text = "Examples:\n"
                       "  tongbanctl --workspace /srv/office init\n"
                       "  tongbanctl --workspace /srv/office import applications.jsonl\n"
                       "  tongbanctl --workspace /srv/office work\n"
                       "  tongbanctl --workspace /srv/office status\n"
                       "Exit codes:\n";
    for (const ExitCodeLine &line : exitCodes())
        text += "  " + std::to_string(static_cast<int>(line.code)) + "  " + std::string(line.meaning) + '\n';
    return text;
}

int run(int argc, char **argv)
{
    Session session(installStopSignal());
    CLI::App app{"tongbanctl: the command line and worker of Tongban (通办)", "tongbanctl"};
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(footer());
    addGlobalOptions(app, session);
    addDocumentOptions(app, session);
    for (const auto add : {addInitCommand,    addDemoCommand,   addImportCommand, addRegisterCommand,
                           addWorkCommand,    addCaseCommand,   addPaperCommand,  addCapsuleCommand,
                           addAuditCommand,   addClockCommand,  addStatusCommand, addCatalogueCommand,
                           addRulesCommand,   addReplayCommand, addBackupCommand, addAgencySimulatorCommand,
                           addBenchCommand,   addDecideCommand, addDmnCommand,    addCentreCommand,
                           addAccountCommand, addRosterCommand, addRatingCommand, addSyncCommand,
                           addOutboxCommand,  addVaultCommand,  addClaimCommand,  addBatchCommand,
                           addDeliveryCommand})
        add(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    return static_cast<int>(session.exitCode());
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "tongbanctl: %s\n", error.what());
        return static_cast<int>(tongban::ctl::ExitCode::Internal);
    }
}
