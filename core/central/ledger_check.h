// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/storage/chain_check.h"

#include <span>

namespace tongban::central {

/// Recomputes every district's chain from what the ledger holds and compares it with the heads, the
/// witnesses, the bodies, the applications, the decisions and the cases' standings; what is wrong is named as
/// in the desktop's own check. The login needs an auditor's right to the districts; it reads no body. Sees
/// one moment, beside writers; memory does not grow with the ledger. `cases` of the report stays 0.
Result<storage::ChainReport> checkLedger(Connection &auditor, std::span<const storage::Anchor> witnesses,
                                         const storage::ChainCheckOptions &options = {});

} // namespace tongban::central
