// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/model_outline.h"

namespace tongban::approval {

namespace {

void unite(FactSet &into, const FactSet &from)
{
    for (std::size_t i = 0; i < into.size(); ++i)
        into[i] = into[i] || from[i];
}

bool isEmpty(const FactSet &facts)
{
    for (const bool fact : facts) {
        if (fact)
            return false;
    }
    return true;
}

/// Also inside a boxed context, list or conditional.
bool holdsTable(const dmn::BoxedExpression *expression)
{
    if (!expression)
        return false;
    if (expression->kind == dmn::BoxedKind::DecisionTable)
        return true;
    for (const dmn::BoxedEntry &entry : expression->entries) {
        if (holdsTable(&entry.expression))
            return true;
    }
    return false;
}

} // namespace

ModelOutline::ModelOutline(const dmn::Model &model, const std::vector<FactDefinition> &facts)
    : m_facts(facts), m_all(facts.size(), true)
{
    for (const dmn::InputData &input : model.inputData)
        m_inputNames.emplace(input.id, input.name);
    for (const dmn::Decision &decision : model.decisions) {
        Node node;
        node.name = decision.name;
        node.facts.assign(facts.size(), false);
        node.restsOnTable = holdsTable(decision.expression.get());
        for (const dmn::Reference &reference : decision.requiredInputs)
            node.inputIds.push_back(reference.id);
        for (const dmn::Reference &reference : decision.requiredDecisions)
            node.decisionIds.push_back(reference.id);
        m_nodes.emplace(decision.id, std::move(node));
        m_idOfDecision.emplace(decision.name, decision.id);
    }
    for (auto &[id, node] : m_nodes)
        close(node, 0);
}

void ModelOutline::close(Node &node, std::size_t depth)
{
    // A cycle of decisions is a finding of the compiler; here it must only end.
    if (node.isClosed || depth > m_nodes.size())
        return;
    for (const std::string &id : node.inputIds) {
        const auto input = m_inputNames.find(id);
        for (std::size_t i = 0; input != m_inputNames.end() && i < m_facts.size(); ++i)
            node.facts[i] = node.facts[i] || m_facts[i].name == input->second;
    }
    for (const std::string &id : node.decisionIds) {
        const auto required = m_nodes.find(id);
        if (required == m_nodes.end())
            continue;
        close(required->second, depth + 1);
        unite(node.facts, required->second.facts);
        node.restsOnTable = node.restsOnTable || required->second.restsOnTable;
    }
    node.isClosed = true;
}

const FactSet &ModelOutline::factsOf(std::string_view decision) const
{
    const auto id = m_idOfDecision.find(decision);
    return id == m_idOfDecision.end() ? m_all : m_nodes.find(id->second)->second.facts;
}

FactSet ModelOutline::factsOfExpression(std::string_view decision, std::string_view expression) const
{
    FactSet facts(m_facts.size(), false);
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        if (m_facts[i].name == expression) {
            facts[i] = true;
            return facts;
        }
    }
    if (const auto id = m_idOfDecision.find(expression); id != m_idOfDecision.end())
        return m_nodes.find(id->second)->second.facts;
    facts = factsNamedIn(expression);
    for (const auto &[name, id] : m_idOfDecision) {
        if (expression.find(name) != std::string_view::npos)
            unite(facts, m_nodes.find(id)->second.facts);
    }
    return isEmpty(facts) ? factsOf(decision) : facts;
}

FactSet ModelOutline::factsNamedIn(std::string_view expression) const
{
    FactSet facts(m_facts.size(), false);
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        facts[i] = expression.find(m_facts[i].name) != std::string_view::npos;
    return facts;
}

std::vector<std::string> ModelOutline::computedDecisions() const
{
    std::vector<std::string> names;
    for (const auto &[id, node] : m_nodes) {
        if (!node.restsOnTable)
            names.push_back(node.name);
    }
    return names;
}

} // namespace tongban::approval
