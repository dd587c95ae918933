// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// What a person reads about a command: in its help, in the manual page and in the completion of shells.
struct CommandHelp {
    std::string name;
    std::string description; ///< English, with the Chinese term in brackets.
    std::string example; ///< A command line that works as it stands, without the program's name.
    std::string remarks; ///< Sentences above the example; may be empty.
};

/// Adds a command below `parent` and returns it. It belongs to the parent.
CLI::App &addCommand(CLI::App &parent, const CommandHelp &help);

/// A command that only holds others.
CLI::App &addGroup(CLI::App &parent, const std::string &name, const std::string &description);

} // namespace tongban::ctl
