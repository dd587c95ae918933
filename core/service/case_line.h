// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases.h"
#include "core/storage/case_store.h"

namespace tongban::service {

/// A stored case as lists show it, with its holder; private to core/service.
Result<CaseLine> lineOf(Workspace &workspace, const storage::StoredCase &stored);

} // namespace tongban::service
