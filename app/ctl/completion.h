// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// The completion script for a shell ("bash" or "zsh"), made from the command-line definition itself. Empty
/// for another shell.
std::string completionScript(const CLI::App &app, std::string_view shell);

} // namespace tongban::ctl
