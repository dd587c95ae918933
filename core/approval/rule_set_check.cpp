// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_set_parts.h"

#include <algorithm>

namespace tongban::approval {

namespace {

class Checker
{
public:
    Checker(const RuleSet::Parts &parts, const std::string &file, std::vector<RuleSetProblem> &problems)
        : m_parts(parts), m_file(file), m_problems(problems)
    {
    }

    void run()
    {
        checkFacts();
        checkInputs();
        checkDecisions();
        for (std::size_t i = 0; i < m_parts.model->tableCount(); ++i)
            checkArticles(i);
        checkRefusals();
    }

private:
    void problem(std::string where, std::string message)
    {
        m_problems.push_back(RuleSetProblem{m_file, std::move(where), std::move(message)});
    }

    const dmn::ElementInfo *input(std::string_view name) const
    {
        const auto &inputs = m_parts.model->inputs();
        const auto place = std::find_if(inputs.begin(), inputs.end(),
                                        [name](const dmn::ElementInfo &info) { return info.name == name; });
        return place == inputs.end() ? nullptr : &*place;
    }

    static bool fits(FactType type, const feel::Type &declared)
    {
        using Form = feel::Type::Form;
        switch (type) {
        case FactType::Boolean: return declared.form() == Form::Boolean;
        case FactType::Number: return declared.form() == Form::Number;
        case FactType::String: return declared.form() == Form::String;
        case FactType::Date: return declared.form() == Form::Date;
        case FactType::NumberList:
            return declared.form() == Form::List && declared.element().form() == Form::Number;
        case FactType::StringList:
            return declared.form() == Form::List && declared.element().form() == Form::String;
        }
        return false;
    }

    void checkFacts()
    {
        for (std::size_t i = 0; i < m_parts.manifest.facts.size(); ++i) {
            const FactDefinition &fact = m_parts.manifest.facts[i];
            const std::string where = "/facts/" + std::to_string(i);
            const dmn::ElementInfo *found = input(fact.name);
            if (!found) {
                problem(where + "/name", "The model has no input data " + fact.name + ".");
            } else if (!fits(fact.type, found->type)) {
                problem(where + "/type", "The model takes " + fact.name + " as " + found->type.text() + ".");
            }
            checkField(fact, where);
        }
    }

    void checkField(const FactDefinition &fact, const std::string &where)
    {
        const bool isDescribed = fact.origin == FactOrigin::Register
            || (fact.origin == FactOrigin::Application && !fact.field.starts_with("applicant."));
        if (m_parts.dictionary.isEmpty() || !isDescribed)
            return;
        const EvidenceField *field = m_parts.dictionary.fieldOf(fact);
        if (!field) {
            const std::string record =
                fact.origin == FactOrigin::Register ? fact.source + "." + fact.record + "." : "form field ";
            problem(where + "/field", "The dictionary does not know " + record + fact.field + ".");
        } else if (field->type != fact.type) {
            problem(where + "/type",
                    "By the dictionary the field is of type " + std::string(name(field->type)) + ".");
        }
    }

    void checkInputs()
    {
        for (const dmn::ElementInfo &info : m_parts.model->inputs()) {
            const auto &facts = m_parts.manifest.facts;
            const bool isFact = std::any_of(facts.begin(), facts.end(), [&info](const FactDefinition &fact) {
                return fact.name == info.name;
            });
            if (!isFact)
                problem("input data " + info.name, "The manifest says no fact for this input.");
        }
    }

    void checkDecisions()
    {
        const auto &decisions = m_parts.model->decisions();
        const auto check = [&](const std::string &wanted, const char *where) {
            const bool exists =
                std::any_of(decisions.begin(), decisions.end(),
                            [&](const dmn::ElementInfo &info) { return info.name == wanted; });
            if (!exists)
                problem(where, "The model has no decision " + wanted + ".");
        };
        check(m_parts.manifest.findingsDecision, "/decisions/findings");
        check(m_parts.manifest.conclusionDecision, "/decisions/conclusion");
        const bool hasFindings = std::any_of(m_parts.tables.begin(), m_parts.tables.end(),
                                             [](const TableOutline &table) { return table.holdsFindings; });
        if (!hasFindings)
            problem("", "No decision table gives findings (outputs 代码, 处理, 依据, 说明, 英文).");
    }

    /// Every rule names its article: nothing is decided without a basis.
    void checkArticles(std::size_t number)
    {
        const dmn::DecisionTable &table = m_parts.model->table(number);
        const int column = m_parts.tables[number].articleAnnotation;
        const std::string decision = "decision " + m_parts.model->tableElement(number);
        if (column < 0) {
            problem(decision, "The table has no annotation column 条款 for the articles.");
            return;
        }
        for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
            const auto &annotations = table.rules[rule].annotations;
            const auto at = static_cast<std::size_t>(column);
            if (at >= annotations.size() || annotations[at].empty())
                problem(decision + ", rule " + std::to_string(rule + 1), "The rule names no article.");
        }
    }

    void checkRefusals()
    {
        for (const RuleLine &rule : listRules(m_parts)) {
            if (rule.mayRefuse() && !rule.isConfirmed())
                problem("decision " + rule.table + ", rule " + rule.code,
                        "The rule refuses, and its article is not confirmed: it has to go to a person.");
        }
    }

    const RuleSet::Parts &m_parts;
    const std::string &m_file;
    std::vector<RuleSetProblem> &m_problems;
};

} // namespace

void checkRuleSet(const RuleSet::Parts &parts, const std::string &file, std::vector<RuleSetProblem> &problems)
{
    Checker(parts, file, problems).run();
}

} // namespace tongban::approval
