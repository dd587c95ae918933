// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set_library.h"
#include "core/permit/act.h"
#include "core/permit/item.h"

#include <string>
#include <vector>

namespace tongban::service {

/// The defects of a notice: what the rules found and what is missing, all in one.
std::vector<permit::Defect> defectsOf(const approval::Decision &decision, const permit::Item &item,
                                      const std::vector<int> &missing);

/// Sources and records that left the decision open and may still answer, each once, as canonical JSON: what
/// the case waits for.
std::string waitingFor(const approval::RuleSet &ruleSet, const approval::Decision &decision,
                       const approval::Facts &facts);

/// Why a person has to look at a case for which a notice can no longer go out.
std::string reasonOfNotice(const approval::Decision &decision);

/// Why a person has to look at a case for which the table does not allow what the rules concluded.
approval::ReasonKind reasonOfRefusals(const std::vector<permit::ActRefusal> &refusals);

/// Whether somebody of the staff has the case and only waits for the answer: it goes back to that person.
bool waitsForPerson(const permit::CaseState &state, const permit::Item &item);

} // namespace tongban::service
