// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/decision_store.h"

#include <string>
#include <string_view>

namespace tongban::service {

/// What the rules decided from, as it travels: one decision with everything it is made again from but the
/// case, which has its own way. Equal decisions give equal bytes; an act names them by their SHA-256.
/// Canonical JSON.
std::string decisionText(const storage::DecisionRow &row);

/// Without the case's number here. Corrupted when the text is something else.
Result<storage::DecisionRow> readDecisionText(std::string_view text);

} // namespace tongban::service
