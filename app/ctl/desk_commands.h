// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CLI {
class App;
}

namespace tongban::ctl {

class Session;

/// What the window does with lists and results, for scripts. Each adds its command; see commands.h.
void addClaimCommand(CLI::App &app, Session &session);
void addBatchCommand(CLI::App &app, Session &session);
void addDeliveryCommand(CLI::App &app, Session &session);
/// export and check-sheet, below `case`.
void addCaseExportCommands(CLI::App &group, Session &session);

} // namespace tongban::ctl
