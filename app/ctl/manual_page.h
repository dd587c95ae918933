// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// The manual page (man 7 groff_man) made from the command-line definition itself, so that it names every
/// command and option there is.
std::string manualPage(const CLI::App &app);

} // namespace tongban::ctl
