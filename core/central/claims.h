// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/central/connection.h"

#include <string>
#include <vector>

namespace tongban::central {

/// A lease on a case that has not run out.
struct LiveClaim {
    Uuid caseId = Uuid::fromBytes({});
    std::string account;
    Uuid device = Uuid::fromBytes({});
    Timestamp until{}; ///< By the centre's clock.
};

/// Who works on what in a district. Nothing where the login may not read it.
Result<std::vector<LiveClaim>> liveClaims(Connection &connection, int district);

} // namespace tongban::central
