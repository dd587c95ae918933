// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"
#include "core/storage/store.h"

#include <vector>

namespace tongban::service {

/// The acts of a case: those of the ledger, and after them what this desktop has done that the centre has not
/// told of yet. The latter stand as they were done here; what the centre has not answered has no place (`n` =
/// 0). Private to core/service.
Result<std::vector<storage::StoredEvent>> actsOf(Workspace &workspace, const storage::StoredCase &stored);

} // namespace tongban::service
