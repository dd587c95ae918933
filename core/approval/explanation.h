// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/decision_engine.h"
#include "core/approval/rule_set.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tongban::approval {

enum class Language { Chinese, English };

/// One page that a person understands, as plain text with simple Markdown (headings, lists, no HTML): what
/// was decided and on what law; which conditions were checked, each with its article, the threshold as the
/// rule writes it, this case's value with source and day, and whether it was met, not met or could not be
/// told; what would change the result; why the case came to a person or waits; the right to a person's
/// decision and to review (Personal Information Protection Law, article 24; Licensing Law, articles 7 and
/// 38). Every condition appears, numbers and "not equal" ones included.
///
/// Decides the case again with `engine` to have the trace.
std::string explain(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine,
                    Language language);

} // namespace tongban::approval
