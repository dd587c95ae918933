// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/service/workspace/workspace.h"

#include <string>
#include <vector>

namespace tongban::service {

/// Who this desktop is at the centre, as the centre says it now.
struct CentreAccount {
    struct Right {
        std::string role;
        int district = 0; ///< 0 = all.
        std::string items; ///< By ";"; empty = all.
        Timestamp since{};
        std::string grantedBy;
    };
    std::string account; ///< As it stands in the record of acts.
    std::string kind; ///< "person", "channel", "worker", "auditor".
    bool usesPassword = false; ///< Otherwise a ticket or a certificate: there is nothing to change here.
    bool tellsRights = true; ///< False: the centre is older and does not.
    std::vector<Right> rights;
};

/// Asks the centre: some seconds, on a thread that nobody waits for. Conflict when the workspace belongs to
/// none; otherwise as central::Connection.
Result<CentreAccount> centreAccount(Workspace &workspace, const std::string &password);

/// A new password for the account, kept there as SCRAM: neither is sent or logged in clear. InvalidInput when
/// it is shorter than kShortestCentrePassword characters, Denied when the old one is wrong.
Result<> changeCentrePassword(Workspace &workspace, const std::string &before, const std::string &after);

/// Under what name a keyring keeps the password of this desktop's account; another account or another centre
/// has another one. Empty where the workspace belongs to no centre.
std::string centrePasswordEntry(Workspace &workspace);

inline constexpr int kShortestCentrePassword = 10;

} // namespace tongban::service
