// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tongban::approval {

/// The compact stored form of what a decision was made from, so that a year of a million decisions stays
/// small: the values of the facts in the order of the manifest, the cause of each unknown one, for each
/// question the key, the day and digest of the answer, and the circumstances. The rule set, the case header
/// and the result are columns elsewhere; trace and capsule are re-made. Typically 200 to 400 bytes. Equal
/// inputs give equal bytes. Byte 0 is the version of the form.

/// Appends the record to `out`.
void appendRecord(const RuleSet &ruleSet, const DecisionInputs &inputs, std::string &out);

/// Fills facts, circumstances, decidedAt and the versions of `inputs` from a record made with this rule set;
/// `inputs.header` must hold the applicant's id. Corrupted when the bytes are not such a record.
Result<> readRecord(const RuleSet &ruleSet, std::string_view bytes, DecisionInputs &inputs);

} // namespace tongban::approval
