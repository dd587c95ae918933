// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CLI {
class App;
}

namespace tongban::ctl {

class Session;

/// Each adds its command and what belongs to it; the callbacks run while CLI11 parses. The session outlives
/// the app.
void addAccountCommand(CLI::App &app, Session &session);
void addInitCommand(CLI::App &app, Session &session);
void addDemoCommand(CLI::App &app, Session &session);
void addDmnCommand(CLI::App &app, Session &session);
void addImportCommand(CLI::App &app, Session &session);
void addRegisterCommand(CLI::App &app, Session &session);
void addWorkCommand(CLI::App &app, Session &session);
void addCaseCommand(CLI::App &app, Session &session);
/// Below `case`.
void addCaseActCommand(CLI::App &group, Session &session);
void addCaseClockCommand(CLI::App &group, Session &session);
void addPaperCommand(CLI::App &app, Session &session);
void addCentreCommand(CLI::App &app, Session &session);
/// grant, revoke and rights, below `centre`.
void addCentreAccessCommands(CLI::App &group, Session &session);
/// model and restored, below `centre`.
void addCentreModelCommands(CLI::App &group, Session &session);
void addCentreSignCommand(CLI::App &group, Session &session);
/// verify, below `centre`.
void addCentreVerifyCommand(CLI::App &group, Session &session);
/// The commands "centre maintain" and "centre seal".
void addCentreUpkeepCommands(CLI::App &group, Session &session);
void addCapsuleCommand(CLI::App &app, Session &session);
void addAuditCommand(CLI::App &app, Session &session);
void addClockCommand(CLI::App &app, Session &session);
void addStatusCommand(CLI::App &app, Session &session);
void addBenchCommand(CLI::App &app, Session &session);
void addCatalogueCommand(CLI::App &app, Session &session);
/// check, import and export, below `catalogue`.
void addCatalogueFileCommands(CLI::App &group, Session &session);
void addSyncCommand(CLI::App &app, Session &session);
void addOutboxCommand(CLI::App &app, Session &session);
void addRulesCommand(CLI::App &app, Session &session);
void addRatingCommand(CLI::App &app, Session &session);
void addVaultCommand(CLI::App &app, Session &session);
void addReplayCommand(CLI::App &app, Session &session);
void addRosterCommand(CLI::App &app, Session &session);
void addBackupCommand(CLI::App &app, Session &session);
void addAgencySimulatorCommand(CLI::App &app, Session &session);
void addDecideCommand(CLI::App &app, Session &session);
/// A measurement of its own under `bench`.
void addBenchDecide(CLI::App &bench, Session &session);

} // namespace tongban::ctl
