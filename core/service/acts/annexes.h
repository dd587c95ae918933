// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act.h"
#include "core/storage/store.h"

#include <span>
#include <string_view>

namespace tongban::service {

/// Visits and parcels stand in tables of their own beside the case, for those who look for them: the
/// supervisor's list of second visits (S3), and the desk that scans a waybill (S35). They follow from acts
/// and from nothing else, wherever the act was done.

/// Whether an act of this name leaves something there.
bool leavesAnnex(std::string_view act);

/// Writes what one act leaves, after what the acts before it left; nothing for other acts. Inside the
/// caller's open transaction.
Result<> keepAnnex(storage::AnnexStore &annexes, std::int64_t caseNo, const permit::ActRequest &act,
                   Timestamp at);

/// The same of an act of the ledger. One that cannot be read leaves nothing: whoever follows it says so.
Result<> keepAnnex(storage::AnnexStore &annexes, std::int64_t caseNo, const storage::StoredEvent &act);

/// Writes what all acts of a case leave, in place of what was there. Inside the caller's open transaction.
Result<> rewriteAnnexes(storage::Store &store, std::int64_t caseNo,
                        std::span<const storage::StoredEvent> acts);

} // namespace tongban::service
