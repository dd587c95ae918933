// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/cell_words.h"
#include "core/approval/decision.h"
#include "core/approval/explanation.h"
#include "core/approval/rule_set.h"

#include <optional>
#include <string>
#include <string_view>

namespace tongban::approval {

/// Facts, sources and articles in the words of one language.
class FactStory
{
public:
    FactStory(const RuleSet &ruleSet, const DecisionInputs &inputs, Language language)
        : m_ruleSet(ruleSet), m_inputs(inputs), m_language(language)
    {
    }

    Language language() const { return m_language; }
    std::string say(std::string_view zh, std::string_view en) const
    {
        return std::string(m_language == Language::Chinese ? zh : en);
    }

    /// A fact or an intermediate result by its name in the model; names it does not know stay.
    std::string nameWords(std::string_view name) const;
    std::string factName(std::size_t fact) const;
    /// "50 岁", "正常", "未知(来源没有答复)".
    std::string factValue(std::size_t fact) const;
    /// "公安 人口信息,截至 2026-11-22"; for other origins where the value was stated or how it came about.
    std::string factSource(std::size_t fact) const;
    std::string causeWords(FactCause cause) const;

    /// How cells and values of a column are said; `fact` when the column is one.
    CellVocabulary vocabulary(std::optional<std::size_t> fact, bool comparesDays) const;

    /// "WYC 第十四条" with the law's title instead of its short name.
    std::string articleWords(std::string_view article) const;

private:
    std::string codeWords(std::string_view code, std::optional<std::size_t> fact) const;

    const RuleSet &m_ruleSet;
    const DecisionInputs &m_inputs;
    Language m_language;
};

} // namespace tongban::approval
