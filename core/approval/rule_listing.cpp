// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_listing.h"

#include "core/approval/decision.h"
#include "core/approval/rule_set_parts.h"

#include <algorithm>

namespace tongban::approval {

namespace {

/// The text inside the quotes of a FEEL string; anything else as it is written.
std::string plain(const std::string &expression)
{
    const bool quoted = expression.size() >= 2 && expression.front() == '"' && expression.back() == '"';
    return quoted ? expression.substr(1, expression.size() - 2) : expression;
}

std::string outputNamed(const dmn::DecisionTable &table, const dmn::Rule &rule, std::string_view name)
{
    const auto found = std::ranges::find(table.outputs, name, &dmn::OutputClause::name);
    const auto at = static_cast<std::size_t>(found - table.outputs.begin());
    return at < rule.outputs.size() ? plain(rule.outputs[at].text) : std::string();
}

std::string annotationNamed(const dmn::DecisionTable &table, const dmn::Rule &rule, std::string_view name)
{
    const auto found = std::ranges::find(table.annotationNames, name);
    const auto at = static_cast<std::size_t>(found - table.annotationNames.begin());
    return at < rule.annotations.size() ? rule.annotations[at] : std::string();
}

} // namespace

bool RuleLine::hasArticleNumber() const
{
    return !article.empty() && article.find(kUnconfirmedArticle) == std::string::npos;
}

bool RuleLine::isConfirmed() const
{
    return hasArticleNumber() && mark != "R" && mark != "P";
}

bool RuleLine::mayRefuse() const
{
    // Whatever is not written out as one of the other two words may turn out to be a refusal.
    return handling != modelWord(Handling::Notice) && handling != modelWord(Handling::Refer);
}

std::vector<RuleLine> listRules(const RuleSet &ruleSet)
{
    return listRules(ruleSet.parts());
}

std::vector<RuleLine> listRules(const RuleSet::Parts &parts)
{
    std::vector<RuleLine> lines;
    for (std::size_t number = 0; number < parts.tables.size(); ++number) {
        if (!parts.tables[number].holdsFindings)
            continue;
        const dmn::DecisionTable &table = parts.model->table(number);
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            const dmn::Rule &rule = table.rules[i];
            lines.push_back(
                {parts.model->tableElement(number), i + 1, outputNamed(table, rule, kCodeColumn),
                 outputNamed(table, rule, kHandlingColumn), annotationNamed(table, rule, kArticleAnnotation),
                 outputNamed(table, rule, kBasisColumn), outputNamed(table, rule, kTextColumn),
                 outputNamed(table, rule, kEnglishColumn), annotationNamed(table, rule, kMarkAnnotation)});
        }
    }
    return lines;
}

} // namespace tongban::approval
