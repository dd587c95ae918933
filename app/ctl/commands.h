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
void addInitCommand(CLI::App &app, Session &session);
void addDemoCommand(CLI::App &app, Session &session);
void addImportCommand(CLI::App &app, Session &session);
void addRegisterCommand(CLI::App &app, Session &session);
void addWorkCommand(CLI::App &app, Session &session);
void addCaseCommand(CLI::App &app, Session &session);
void addCapsuleCommand(CLI::App &app, Session &session);
void addAuditCommand(CLI::App &app, Session &session);
void addStatusCommand(CLI::App &app, Session &session);
void addBenchCommand(CLI::App &app, Session &session);

} // namespace tongban::ctl
