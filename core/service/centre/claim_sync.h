// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/outbox_store.h"

#include <chrono>
#include <string_view>

namespace tongban::service {

/// Claims between a desktop and its centre; private to core/service. A claim here is made at once and asked
/// of the centre as a command, so that a person never waits for the network. The centre's word is the last:
/// what it gave to somebody else ends here.

/// How long a lease of the centre still has to run before it is asked for anew.
inline constexpr std::chrono::minutes kRenewClaimBefore{10};

/// Copies who works on what, gives up what somebody else has got, and asks for those leases of this desktop
/// that are about to run out. True when something is different from before. Fails as Connection does.
Result<bool> syncClaims(Workspace &workspace, central::Connection &connection, int district);

/// The centre did not grant a claim: it ends here. In the open transaction.
Result<> giveUpClaim(Workspace &workspace, const Uuid &caseId, std::string_view why);

/// Whether the centre was asked for the claim itself, and not for an act's sake.
bool standsAlone(const storage::OutboxRow &claim, const std::vector<storage::OutboxRow> &rows);

} // namespace tongban::service
