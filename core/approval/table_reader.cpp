// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/table_reader.h"

#include "core/approval/cell_words.h"

#include <algorithm>
#include <numeric>

namespace tongban::approval {

namespace {

std::vector<std::size_t> allColumns(const dmn::DecisionTable &table)
{
    std::vector<std::size_t> columns(table.inputs.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

} // namespace

void TableReader::read(const dmn::Trace &trace)
{
    m_decision.tables.resize(trace.tables().size());
    std::size_t index = 0;
    for (const dmn::TableTrace &table : trace.tables())
        readTable(table, m_decision.tables[index++]);
    if (isAnythingUnanswered()) {
        for (const dmn::DecisionTrace &decision : trace.decisions())
            readComputed(decision);
        for (const dmn::TableTrace &table : trace.tables())
            readColumns(table);
    }
    m_decision.undetermined.clear();
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        if (m_open[i])
            m_decision.undetermined.push_back(i);
    }
}

void TableReader::readTable(const dmn::TableTrace &trace, TableStatus &status)
{
    const dmn::DecisionTable &table = m_parts.model->table(trace.table());
    status.table = trace.table();
    // A table that met a value outside its allowed ones stopped before its rules: nothing is told.
    if (trace.inputs().size() != table.inputs.size()) {
        status.rules.assign(table.rules.size(), '?');
        noteOpen(trace.table(), 0, allColumns(table));
        return;
    }
    readRules(trace, status);
    if (!m_parts.tables[trace.table()].holdsFindings)
        return;
    m_found += trace.fired().size();
    if (trace.matched().any() && trace.result().isNull())
        m_decision.modelErrors.push_back("table " + m_parts.model->tableElement(trace.table())
                                         + " has rules that apply and gives nothing");
}

void TableReader::readRules(const dmn::TableTrace &trace, TableStatus &status)
{
    status.rules.assign(trace.ruleCount(), 'n');
    // What stands behind the first rule that surely applies plays no part in a FIRST table.
    const bool stopsAtFirst = m_parts.model->table(trace.table()).hitPolicy == dmn::HitPolicy::First;
    bool isSettled = false;
    for (std::size_t rule = 0; rule < trace.ruleCount(); ++rule) {
        if (trace.status(rule) == dmn::RuleStatus::Failed)
            continue;
        // A rule that applies only because a cell like `not("a")` lets null pass is open as well.
        const std::vector<std::size_t> nulls = trace.nullColumns(rule);
        const bool isOpen = trace.status(rule) == dmn::RuleStatus::Undetermined || !nulls.empty();
        status.rules[rule] = isOpen ? '?' : 'y';
        if (isOpen && !isSettled)
            noteOpen(trace.table(), rule, nulls);
        isSettled = isSettled || (stopsAtFirst && !isOpen);
    }
}

void TableReader::noteOpen(std::size_t table, std::size_t rule, const std::vector<std::size_t> &nullColumns)
{
    bool isExplained = false;
    for (const std::size_t column : nullColumns) {
        const FactSet &behind = m_parts.tables[table].columnFacts[column];
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            if (!behind[i] || m_facts.values[i].isKnown())
                continue;
            m_open[i] = true;
            isExplained = true;
        }
    }
    if (!isExplained)
        m_decision.modelErrors.push_back("table " + m_parts.model->tableElement(table) + ", rule "
                                         + std::to_string(rule + 1)
                                         + " cannot be told although every fact behind it is known");
}

bool TableReader::isAnythingUnanswered() const
{
    return std::any_of(m_facts.values.begin(), m_facts.values.end(),
                       [](const Fact &fact) { return isUnanswered(fact.cause); });
}

void TableReader::addUnanswered(const FactSet &facts)
{
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        if (facts[i] && isUnanswered(m_facts.values[i].cause))
            m_open[i] = true;
    }
}

void TableReader::readComputed(const dmn::DecisionTrace &decision)
{
    // An expression such as `禁止申请截止日 != null and ...` makes "no" of a missing value. Where a record
    // leaves the field open that is what the rule means; where nobody answered it is not.
    if (decision.value.isNull() || decision.isGiven)
        return;
    for (const ComputedDecision &computed : m_parts.computed) {
        if (computed.slot == decision.decision)
            addUnanswered(computed.facts);
    }
}

void TableReader::readColumns(const dmn::TableTrace &trace)
{
    const dmn::DecisionTable &table = m_parts.model->table(trace.table());
    if (trace.inputs().size() != table.inputs.size())
        return;
    const TableOutline &outline = m_parts.tables[trace.table()];
    for (std::size_t column = 0; column < table.inputs.size(); ++column) {
        // The same inside a column's own expression.
        if (!trace.inputs()[column].isNull()) {
            addUnanswered(outline.columnNames[column]);
            continue;
        }
        // A cell that speaks of null, `null` or `not(null)`, is told by a missing value.
        for (std::size_t rule = 0; rule < trace.ruleCount(); ++rule) {
            const bool decides = trace.status(rule) == dmn::RuleStatus::Matched
                ? !isAnyCell(table.rules[rule].inputs[column].text)
                : trace.failedColumn(rule) == column;
            if (decides)
                addUnanswered(outline.columnFacts[column]);
        }
    }
}

} // namespace tongban::approval
