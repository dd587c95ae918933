// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// Who does it, as the options say.
struct PersonOptions {
    std::string account;
    std::string role = "clerk";
};

/// --actor and --role.
void addPersonOptions(CLI::App &command, PersonOptions &options);

/// The account with its roles and its window. An office without accounts takes name and role as given; what
/// an unknown account may do is the core's to say.
Result<service::SignedIn> personOf(service::Workspace &workspace, const PersonOptions &options);

} // namespace tongban::ctl
