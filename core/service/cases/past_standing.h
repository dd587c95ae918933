// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "core/storage/case_store.h"
#include "core/storage/event_log.h"

#include <vector>

namespace tongban::service {

/// A case as its first acts left it; private to core/service.
struct PastStanding {
    storage::StoredCase stored; ///< The record, with the standing of then.
    std::vector<storage::StoredEvent> events; ///< Done by then.
    Timestamp at{};
};

/// The page of then; private to core/service.
Result<CaseView> pastView(Workspace &workspace, PastStanding past, approval::Language language);

} // namespace tongban::service
