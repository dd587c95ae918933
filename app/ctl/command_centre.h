// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// --connect, else TONGBAN_CENTRE: where the centre is. `connect` outlives the parsing.
void addConnectOption(CLI::App &command, std::string &connect);

} // namespace tongban::ctl
