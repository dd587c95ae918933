// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/central/connection.h"

#include <cstdint>
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

/// What a second person signs: the next act of that kind by somebody else, to a case as it is now.
struct OwnSignature {
    int district = 0;
    Uuid caseId = Uuid::fromBytes({});
    std::int64_t version = 0; ///< Of the case: the number of its acts so far.
    std::string act;
    std::string role; ///< "approver" or "supervisor".
};

/// Conflict when the case has moved on, Denied when the login may not sign it, InvalidInput for an act that
/// there is none of.
Result<> signNextAct(Connection &signer, const OwnSignature &signature);

} // namespace tongban::central
