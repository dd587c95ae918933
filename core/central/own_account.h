// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/central/connection.h"

#include <string>
#include <vector>

namespace tongban::central {

/// A right of the account that is signed in.
struct OwnRight {
    std::string role;
    int district = 0; ///< 0 = all.
    std::string items; ///< By ";"; empty = all.
    Timestamp since{};
    std::string grantedBy;
};

/// Internal when the centre is older than this and does not tell.
Result<std::vector<OwnRight>> ownRights(Connection &connection);

} // namespace tongban::central
