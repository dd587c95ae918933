// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/service/centre/case_fetch.h"

namespace tongban::service {

/// fetchCase() through a session that is there; private to core/service.
Result<FetchedCase> fetchCaseBy(Workspace &workspace, central::Connection &connection, int schemaVersion,
                                std::string_view key, FetchReason reason);

} // namespace tongban::service
