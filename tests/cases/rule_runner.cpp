// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cases/rule_runner.h"

#include <utility>

namespace tongban::test {

namespace {

std::string member(const feel::Value &value, const char *name)
{
    if (!value.isContext())
        return {};
    const feel::Value *found = value.context().find(name);
    return found && found->isString() ? std::string(found->string()) : std::string();
}

std::string unquoted(const std::string &text)
{
    return text.size() >= 2 && text.front() == '"' ? text.substr(1, text.size() - 2) : text;
}

} // namespace

RuleRunner::RuleRunner(std::shared_ptr<const dmn::CompiledModel> model)
    : m_evaluator(std::move(model), dmn::Tracing::On)
{
}

void RuleRunner::begin(const FactValues &facts, RuleAnswer &answer)
{
    nlohmann::json known = nlohmann::json::object();
    for (const auto &[name, value] : facts)
        if (!value.is_null())
            known[name] = value;
    m_evaluator.reset();
    const Result<> given = m_evaluator.setInputs(known.dump());
    if (!given)
        answer.problem = given.error().detail;
}

void RuleRunner::conclude(RuleAnswer &answer)
{
    const Result<dmn::Outcome> outcome = m_evaluator.evaluate("审批结论");
    if (!outcome)
        answer.problem = outcome.error().detail;
    else
        answer.conclusion = member(outcome->value, "结论");
}

RuleAnswer RuleRunner::answer(const FactValues &facts)
{
    RuleAnswer answer;
    begin(facts, answer);
    if (!answer.problem.empty())
        return answer;
    conclude(answer);
    const Result<dmn::Outcome> findings = m_evaluator.evaluate("审查发现");
    if (!findings || !findings->value.isList()) {
        answer.problem = "审查发现 is no list";
        for (const feel::Diagnostic &diagnostic : m_evaluator.diagnostics())
            answer.problem += "; " + m_evaluator.model().describe(diagnostic);
        return answer;
    }
    for (const feel::Value &finding : findings->value.list())
        answer.codes.push_back(member(finding, "代码"));
    collectUndetermined(answer);
    return answer;
}

std::string RuleRunner::conclusionWithout(const FactValues &facts, const std::string &decision)
{
    RuleAnswer answer;
    begin(facts, answer);
    const Result<> given = m_evaluator.setInput(decision, feel::Value());
    if (!given)
        return "no decision " + decision;
    conclude(answer);
    return answer.problem.empty() ? answer.conclusion : answer.problem;
}

void RuleRunner::collectUndetermined(RuleAnswer &answer) const
{
    for (const dmn::TableTrace &table : m_evaluator.trace().tables()) {
        const dmn::DecisionTable &source = m_evaluator.model().table(table.table());
        for (std::size_t rule = 0; rule < table.ruleCount(); ++rule) {
            // A match over a null, as not("a") gives by the standard, is as little known as an open rule.
            if (table.status(rule) == dmn::RuleStatus::Failed || table.nullColumns(rule).empty())
                continue;
            std::string where =
                m_evaluator.model().tableElement(table.table()) + ", rule " + std::to_string(rule + 1) + ":";
            for (const std::size_t column : table.nullColumns(rule))
                where += " " + source.inputs[column].label;
            answer.undetermined.push_back(where);
        }
    }
}

std::vector<RuleRow> findingRows(const dmn::CompiledModel &model)
{
    std::vector<RuleRow> rows;
    for (std::size_t number = 0; number < model.tableCount(); ++number) {
        const dmn::DecisionTable &table = model.table(number);
        if (table.hitPolicy != dmn::HitPolicy::Collect)
            continue;
        int ruleNumber = 0;
        for (const dmn::Rule &rule : table.rules) {
            RuleRow row;
            row.table = model.tableElement(number);
            row.number = ++ruleNumber;
            if (rule.outputs.size() == 5) {
                row.code = unquoted(rule.outputs[0].text);
                row.handling = unquoted(rule.outputs[1].text);
                row.basis = unquoted(rule.outputs[2].text);
                row.zh = unquoted(rule.outputs[3].text);
                row.en = unquoted(rule.outputs[4].text);
            }
            if (rule.annotations.size() == 2) {
                row.article = rule.annotations[0];
                row.mark = rule.annotations[1];
            }
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace tongban::test
