// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_book.h"

#include "core/approval/fact_story.h"
#include "core/approval/rule_set_parts.h"

#include <array>

namespace tongban::approval {

namespace {

struct Word {
    std::string_view model;
    std::string_view en;
};

/// Words that rule sets and this program agree on, for readers of English.
constexpr std::array kWords{Word{kCodeColumn, "Code"},
                            Word{kHandlingColumn, "What follows"},
                            Word{kTextColumn, "What is said"},
                            Word{kEnglishColumn, "What is said"},
                            Word{kConclusionColumn, "Conclusion"},
                            Word{kReasonColumn, "Reason code"},
                            Word{"审查发现", "Findings"},
                            Word{"审批结论", "Conclusion of the approval"},
                            Word{"准予", "grant"},
                            Word{"补正", "one-time notice"},
                            Word{"转人工", "refer to a person"},
                            Word{"不予", "refuse"}};

class TableScribe
{
public:
    TableScribe(const RuleSet &ruleSet, const FactStory &story, std::size_t number)
        : m_ruleSet(ruleSet), m_story(story), m_number(number), m_table(ruleSet.parts().model->table(number))
    {
    }

    RuleTable write() const
    {
        RuleTable page;
        page.number = m_number;
        page.name = nameWords(m_ruleSet.parts().model->tableElement(m_number));
        page.policy = policyWords();
        for (const dmn::InputClause &input : m_table.inputs)
            page.conditions.push_back(nameWords(input.label.empty() ? input.expression.text : input.label));
        for (const dmn::OutputClause &output : m_table.outputs)
            if (isShown(output))
                page.results.push_back(nameWords(titleOf(output)));
        for (const dmn::Rule &rule : m_table.rules)
            page.rows.push_back(writeRow(rule));
        return page;
    }

private:
    std::string titleOf(const dmn::OutputClause &output) const
    {
        if (!output.name.empty())
            return output.name;
        return output.label.empty() ? m_ruleSet.parts().model->tableElement(m_number) : output.label;
    }

    bool isShown(const dmn::OutputClause &output) const
    {
        const std::string_view other = m_story.language() == Language::Chinese ? kEnglishColumn : kTextColumn;
        return output.name != other && output.name != kBasisColumn;
    }

    std::string nameWords(std::string_view name) const
    {
        if (m_story.language() == Language::English)
            for (const Word &word : kWords)
                if (word.model == name)
                    return std::string(word.en);
        return m_story.nameWords(name);
    }

    RuleRow writeRow(const dmn::Rule &rule) const
    {
        RuleRow row;
        for (std::size_t column = 0; column < m_table.inputs.size(); ++column)
            row.conditions.push_back(conditionWords(column, rule.inputs[column].text));
        for (std::size_t column = 0; column < m_table.outputs.size(); ++column)
            if (isShown(m_table.outputs[column]))
                row.results.push_back(resultWords(rule.outputs[column].text));
        row.article = m_story.articleWords(annotation(rule, kArticleAnnotation));
        row.mark = annotation(rule, kMarkAnnotation);
        return row;
    }

    std::string conditionWords(std::size_t column, std::string_view cell) const
    {
        if (isAnyCell(cell))
            return {};
        const dmn::InputClause &input = m_table.inputs[column];
        const auto fact = m_ruleSet.factNamed(input.expression.text);
        const bool isDay =
            input.typeRef == "date" || (fact && m_ruleSet.manifest().facts[*fact].type == FactType::Date);
        std::string words = cellWords(cell, m_story.language(), m_story.vocabulary(fact, isDay));
        if (fact)
            words += unitWords(m_ruleSet.manifest().facts[*fact].unit, m_story.language());
        return words;
    }

    /// A constant without its quotes; what is computed stays as it is written.
    std::string resultWords(std::string_view text) const
    {
        const bool isConstant = text.size() >= 2 && text.front() == '"' && text.back() == '"'
            && text.find('"', 1) == text.size() - 1;
        return isConstant ? nameWords(text.substr(1, text.size() - 2)) : std::string(text);
    }

    std::string annotation(const dmn::Rule &rule, std::string_view name) const
    {
        for (std::size_t i = 0; i < m_table.annotationNames.size() && i < rule.annotations.size(); ++i)
            if (m_table.annotationNames[i] == name)
                return rule.annotations[i];
        return {};
    }

    std::string policyWords() const
    {
        switch (m_table.hitPolicy) {
        case dmn::HitPolicy::Unique:
            return m_story.say("唯一命中:任何情形最多适用一行。", "Unique: at most one row applies.");
        case dmn::HitPolicy::First:
            return m_story.say("首行命中:自上而下,适用第一行符合的。",
                               "First: from the top down, the first row that fits applies.");
        case dmn::HitPolicy::Priority:
            return m_story.say("按优先级:符合的各行中,结果优先级最高的适用。",
                               "Priority: of the rows that fit, the one with the highest result applies.");
        case dmn::HitPolicy::Any:
            return m_story.say("任意命中:可有多行符合,但结果必须相同。",
                               "Any: several rows may fit if they say the same.");
        case dmn::HitPolicy::RuleOrder:
            return m_story.say("按行序收集:符合的各行全部适用,按行的先后列出。",
                               "Rule order: every row that fits applies, in the order of the rows.");
        case dmn::HitPolicy::OutputOrder:
            return m_story.say("按结果次序收集:符合的各行全部适用,按结果的优先级列出。",
                               "Output order: every row that fits applies, by the rank of the results.");
        case dmn::HitPolicy::Collect: break;
        }
        return collectWords();
    }

    std::string collectWords() const
    {
        switch (m_table.aggregation) {
        case dmn::Aggregation::Sum:
            return m_story.say("求和:符合的各行结果相加。",
                               "Sum: the results of the rows that fit are added.");
        case dmn::Aggregation::Count:
            return m_story.say("计数:数出符合的行。", "Count: the rows that fit are counted.");
        case dmn::Aggregation::Min:
            return m_story.say("取小:符合的各行中结果最小的。", "Minimum of the rows that fit.");
        case dmn::Aggregation::Max:
            return m_story.say("取大:符合的各行中结果最大的。", "Maximum of the rows that fit.");
        case dmn::Aggregation::None: break;
        }
        return m_story.say("全部收集:符合的各行全部适用。", "Collect: every row that fits applies.");
    }

    const RuleSet &m_ruleSet;
    const FactStory &m_story;
    std::size_t m_number;
    const dmn::DecisionTable &m_table;
};

} // namespace

std::vector<RuleTable> readRules(const RuleSet &ruleSet, Language language)
{
    const DecisionInputs none;
    const FactStory story(ruleSet, none, language);
    std::vector<RuleTable> tables;
    for (std::size_t number = 0; number < ruleSet.parts().model->tableCount(); ++number)
        tables.push_back(TableScribe(ruleSet, story, number).write());
    return tables;
}

} // namespace tongban::approval
