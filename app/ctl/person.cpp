// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/person.h"

#include <algorithm>
#include <CLI/CLI.hpp>

namespace tongban::ctl {

void addPersonOptions(CLI::App &command, PersonOptions &options)
{
    command.add_option("--actor", options.account, "Account of the person")->required();
    command.add_option("--role", options.role, "In an office without accounts: clerk, approver, supervisor")
        ->capture_default_str();
}

Result<service::SignedIn> personOf(service::Workspace &workspace, const PersonOptions &options)
{
    const std::vector<service::Account> accounts = TRY(service::listAccounts(workspace));
    const auto found = std::ranges::find(accounts, options.account, &service::Account::name);
    service::SignedIn person;
    if (found != accounts.end()) {
        person.account = *found;
        return person;
    }
    person.account.name = options.account;
    if (!accounts.empty())
        return person;
    const auto role = permit::parseRole(options.role);
    if (!role)
        return fail(ErrorCode::InvalidInput,
                    "unknown role '" + options.role + "'; see resources/workflow/roles.csv");
    person.account.roles = {*role};
    return person;
}

} // namespace tongban::ctl
