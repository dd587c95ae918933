// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/condition.h"
#include "core/approval/decision.h"
#include "core/approval/decision_engine.h"
#include "core/approval/explanation.h"
#include "core/approval/rule_set.h"

#include <optional>
#include <string>
#include <vector>

namespace tongban::approval {

/// One fact of a case with where it comes from and when it was said.
struct FactLine {
    std::string name;
    std::string value; ///< In words; "unknown (why)" when nobody knows.
    std::string source; ///< "公安 人口信息"; empty = the form itself, or computed from it.
    FactOrigin origin = FactOrigin::Application;
    FactCause cause = FactCause::None; ///< Why it is unknown; None = known.
    bool isRecord = true; ///< False: the source answered that it holds no record.
    std::optional<Date> asOf; ///< Of which day the source speaks; registers only.
    std::optional<Timestamp> answeredAt; ///< When it answered; registers only.
    std::optional<int> maxAgeDays; ///< From when on its answer is too old.
    std::string digest; ///< SHA-256 of the answer, hexadecimal; empty = none.
};

/// What explain() tells on a page, in parts, for a screen: the facts apart from what the rules made of them.
struct Brief {
    Outcome outcome = Outcome::Refer;
    std::string result; ///< One sentence.
    std::string why; ///< Why a person has to look; empty when none has to.
    std::vector<FactLine> facts;
    std::vector<ConditionTable> tables; ///< Every rule of every table, as explain() lists them.
    std::vector<std::string> changes; ///< What would change the result.
    std::string ruleSet; ///< "quota-renewal/1"
    std::string modelDigest; ///< SHA-256 of the rules.
};

/// Decides the case again with `engine` to have the trace.
Brief briefOf(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine,
              Language language);

} // namespace tongban::approval
