// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"

#include <CLI/CLI.hpp>

namespace tongban::ctl {

CLI::App &addCommand(CLI::App &parent, const CommandHelp &help)
{
    CLI::App *command = parent.add_subcommand(help.name, help.description);
    command->footer((help.remarks.empty() ? "" : help.remarks + '\n') + "Example: tongbanctl "
                    + help.example);
    return *command;
}

CLI::App &addGroup(CLI::App &parent, const std::string &name, const std::string &description)
{
    CLI::App *group = parent.add_subcommand(name, description);
    group->require_subcommand(1);
    return *group;
}

} // namespace tongban::ctl
