// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/condition_story.h"

#include "core/approval/rule_set_parts.h"

namespace tongban::approval {

namespace {

constexpr std::string_view kMarkAnnotation = "来源标记";

class TableTeller
{
public:
    TableTeller(const RuleSet &ruleSet, const FactStory &story, const TableStatus &status,
                const dmn::TableTrace &trace)
        : m_ruleSet(ruleSet), m_story(story), m_status(status), m_trace(trace),
          m_table(ruleSet.parts().model->table(status.table)), m_outline(ruleSet.parts().tables[status.table])
    {
    }

    ConditionTable tell() const
    {
        ConditionTable told;
        told.name = m_story.nameWords(m_ruleSet.parts().model->tableElement(m_status.table));
        for (std::size_t rule = 0; rule < m_table.rules.size(); ++rule)
            told.conditions.push_back(tellRule(rule));
        return told;
    }

private:
    Condition tellRule(std::size_t rule) const
    {
        Condition condition;
        condition.isFinding = m_outline.holdsFindings;
        condition.standing = standing(m_status.rules[rule]);
        condition.article = m_story.articleWords(annotation(rule, kArticleAnnotation));
        condition.mark = annotation(rule, kMarkAnnotation);
        condition.code = output(rule, kCodeColumn);
        condition.text = condition.isFinding ? output(rule, textColumn()) : m_table.rules[rule].description;
        for (std::size_t column = 0; column < m_table.inputs.size(); ++column) {
            const std::string &cell = m_table.rules[rule].inputs[column].text;
            if (!isAnyCell(cell))
                addCell(condition, column, cell);
        }
        if (condition.test.empty())
            condition.test = m_story.say("其他各种情形", "in all other cases");
        return condition;
    }

    Condition::Standing standing(char status) const
    {
        if (status == '?')
            return Condition::Standing::Open;
        const bool applies = status == 'y';
        return applies == m_outline.holdsFindings ? Condition::Standing::NotMet : Condition::Standing::Met;
    }

    std::string_view textColumn() const
    {
        return m_story.language() == Language::Chinese ? kTextColumn : kEnglishColumn;
    }

    std::string annotation(std::size_t rule, std::string_view name) const
    {
        for (std::size_t i = 0; i < m_table.annotationNames.size(); ++i) {
            const auto &annotations = m_table.rules[rule].annotations;
            if (m_table.annotationNames[i] == name && i < annotations.size())
                return annotations[i];
        }
        return {};
    }

    /// The text of a constant output; what is computed stays as it is written.
    std::string output(std::size_t rule, std::string_view name) const
    {
        for (std::size_t i = 0; i < m_table.outputs.size(); ++i) {
            if (m_table.outputs[i].name != name)
                continue;
            std::string_view text = m_table.rules[rule].outputs[i].text;
            if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
                text = text.substr(1, text.size() - 2);
            return std::string(text);
        }
        return {};
    }

    void addCell(Condition &condition, std::size_t column, std::string_view cell) const
    {
        const dmn::InputClause &input = m_table.inputs[column];
        const auto fact = m_ruleSet.factNamed(input.expression.text);
        const feel::Value value = column < m_trace.inputs().size() ? m_trace.inputs()[column] : feel::Value();
        const bool isDay = value.kind() == feel::Kind::Date || input.typeRef == "date"
            || (fact && m_ruleSet.manifest().facts[*fact].type == FactType::Date);
        const CellVocabulary vocabulary = m_story.vocabulary(fact, isDay);
        const std::string name = m_story.nameWords(input.label.empty() ? input.expression.text : input.label);
        if (!condition.test.empty()) {
            condition.test += m_story.say(",并且 ", " and ");
            condition.values += m_story.say(";", "; ");
        }
        const bool isPlain = m_story.language() == Language::Chinese;
        condition.test += name + (isPlain ? " " : " is ") + cellWords(cell, m_story.language(), vocabulary);
        condition.values += name + m_story.say(" 为 ", " is ") + valueOf(column, fact, value, vocabulary);
    }

    std::string valueOf(std::size_t column, std::optional<std::size_t> fact, const feel::Value &value,
                        const CellVocabulary &vocabulary) const
    {
        if (fact)
            return m_story.factValue(*fact) + m_story.say("(", " (") + m_story.factSource(*fact)
                + m_story.say(")", ")");
        std::string words = valueWords(value, m_story.language(), vocabulary);
        std::string behind;
        const FactSet &facts = m_outline.columnFacts[column];
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (!facts[i])
                continue;
            behind += (behind.empty() ? "" : m_story.say("、", ", ")) + m_story.factName(i) + " "
                + m_story.factValue(i);
        }
        // Behind the counts of a conclusion stand all facts; naming them there would tell nothing.
        constexpr std::size_t kMostFacts = 4;
        std::size_t count = 0;
        for (const bool isBehind : facts)
            count += isBehind ? 1U : 0U;
        if (behind.empty() || count > kMostFacts)
            return words;
        return words + m_story.say("(据 ", " (from ") + behind + m_story.say(")", ")");
    }

    const RuleSet &m_ruleSet;
    const FactStory &m_story;
    const TableStatus &m_status;
    const dmn::TableTrace &m_trace;
    const dmn::DecisionTable &m_table;
    const TableOutline &m_outline;
};

} // namespace

ConditionTable tellTable(const RuleSet &ruleSet, const FactStory &story, const TableStatus &status,
                         const dmn::TableTrace &trace)
{
    return TableTeller(ruleSet, story, status, trace).tell();
}

} // namespace tongban::approval
