// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/cases.h"
#include "core/storage/case_store.h"
#include "core/storage/event_log.h"

namespace tongban::service {

/// A stored case as lists show it, with its holder; private to core/service.
Result<CaseLine> lineOf(Workspace &workspace, const storage::StoredCase &stored);

/// An act of the ledger as the story of a case tells it; private to core/service.
StoryEvent storyEvent(const storage::StoredEvent &event);

} // namespace tongban::service
