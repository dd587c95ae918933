// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"

#include <optional>
#include <string_view>

namespace tongban::approval {

/// Reads a model's conclusion: "准予", "补正", "转人工", "不予".
std::optional<Outcome> outcomeOfModel(std::string_view conclusion);

/// From what the model said, what is unknown and what surrounds the case to outcome and reason: the place
/// where "unknown is never no" and "the machine approves, a human refuses" are kept.
void concludeOutcome(const DecisionInputs &inputs, Decision &decision);

} // namespace tongban::approval
