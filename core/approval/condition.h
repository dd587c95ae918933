// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace tongban::approval {

/// One rule of one table in words: what it looks at, this case's values, and what became of it.
struct Condition {
    enum class Standing { Met, NotMet, Open };
    Standing standing =
        Standing::Met; ///< Of the requirement behind the rule: a finding that fires is NotMet.
    bool isFinding = false; ///< Otherwise a rule that leads to the conclusion: Met = it applies.
    std::string article;
    std::string mark; ///< C, S, R or P: how sure the wording of the law is; may be empty.
    std::string test; ///< "准驾车型 不是 C1、B2 且 驾龄月数 小于 36"
    std::string values; ///< "准驾车型 为 C1(交警…,截至 2026-11-22)"
    std::string code; ///< Of the finding.
    std::string text; ///< The finding's sentence, or the rule's description.
};

/// All conditions of one evaluated table, every rule of it.
struct ConditionTable {
    std::string name;
    std::vector<Condition> conditions;
};

} // namespace tongban::approval
