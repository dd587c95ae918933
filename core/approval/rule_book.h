// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/approval/rule_set.h"

#include <string>
#include <vector>

namespace tongban::approval {

/// One row of a decision table for people: numbered from 1 by its place.
struct RuleRow {
    std::vector<std::string> conditions; ///< In words, one a column; empty = whatever the value is.
    std::vector<std::string> results; ///< One a column.
    std::string article; ///< With the law's title: 《...》第十四条.
    std::string mark; ///< How the law was read: C, S, R or P (LegalSource); empty = not said.
};

/// A decision table of a rule set as a page of a book would show it.
struct RuleTable {
    std::size_t number = 0; ///< In the model; what a trial refers to.
    std::string name; ///< The decision it makes, 审查发现.
    std::string policy; ///< How its rows work together, as a sentence.
    std::vector<std::string> conditions; ///< Titles of the columns it looks at.
    std::vector<std::string> results; ///< Titles of what it says.
    std::vector<RuleRow> rows;
};

/// Every table of a rule set in the words of one language, in the order of the model. What is more than
/// constants, names and comparisons stays as the rule writes it; nothing is left out but the text of the
/// other language and the basis, which the article says already.
std::vector<RuleTable> readRules(const RuleSet &ruleSet, Language language);

} // namespace tongban::approval
