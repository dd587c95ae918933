// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/storage/decision_store.h"
#include "core/storage/event_log.h"

#include <string>
#include <vector>

namespace tongban::service {

/// Why a case that rules have looked at does not show here what they found, in words; empty = it does, or no
/// rules have looked. `kept` = the decisions of the case that are here.
std::string recordNote(const std::vector<storage::StoredEvent> &events,
                       const std::vector<storage::DecisionRow> &kept, approval::Language language);

} // namespace tongban::service
