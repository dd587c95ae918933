// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/rule_set.h"

#include <string>
#include <string_view>
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
    std::string mark; ///< How the law was read: C, S, R or P (see LegalSource); empty = not said.

    /// False while 条号待核 stands in the place of the article's number.
    bool hasArticleNumber() const;
    /// The number is known, and the text was read itself or in a secondary source. The machine never refuses
    /// by a rule that is not confirmed: RuleSet::create() does not take such a rule set.
    bool isConfirmed() const;
    /// Its handling is 不予, or may turn out to be.
    bool mayRefuse() const;
};

/// What an article says in the place of its number while nobody has confirmed it.
inline constexpr std::string_view kUnconfirmedArticle = "条号待核";

/// Every condition that a rule set checks, in the order of the model.
std::vector<RuleLine> listRules(const RuleSet &ruleSet);

} // namespace tongban::approval
