// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <functional>

namespace tongban::service {

/// Marks the cases that other systems handed in at the centre and that look like an earlier one: what intake
/// does at a desktop, here for what no desktop took in. Follows from the ledger alone (how the earlier case
/// stood when the later one came), so that every copy of a district comes to the same, however it was copied.
/// A worker, which decides next, looks at everything that is new; a desktop at ten thousand cases a round.
/// Needs the indexes for reading. Private to core/service.
Result<> markDuplicates(Workspace &workspace, const std::function<bool()> &mustStop);

} // namespace tongban::service
