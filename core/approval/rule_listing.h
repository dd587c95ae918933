// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/rule_set.h"

#include <string>
#include <vector>

namespace tongban::approval {

/// One row of a findings table: a condition of the law and what follows when it is not met.
struct RuleLine {
    std::string table; ///< The decision it stands in, "原车审查".
    std::size_t rule = 0; ///< From 1.
    std::string code; ///< "VEHICLE-NOT-DEREGISTERED": what a finding is counted under.
    std::string handling; ///< "补正", "转人工", "不予".
    std::string article;
    std::string basis;
    std::string textZh;
    std::string textEn;
};

/// Every condition that a rule set checks, in the order of the model.
std::vector<RuleLine> listRules(const RuleSet &ruleSet);

} // namespace tongban::approval
