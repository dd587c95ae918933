// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/trace.h"

#include <algorithm>

namespace tongban::dmn {

RuleStatus TableTrace::status(std::size_t rule) const
{
    if (m_matched.test(rule))
        return RuleStatus::Matched;
    return m_undetermined.test(rule) ? RuleStatus::Undetermined : RuleStatus::Failed;
}

std::size_t TableTrace::failedColumn(std::size_t rule) const
{
    const std::size_t words = m_matched.words();
    for (std::size_t at = rule / 64, column = 0; at < m_failed.size(); at += words, ++column) {
        if (((m_failed[at] >> (rule % 64)) & 1) != 0)
            return column;
    }
    return kNoColumn;
}

std::vector<std::size_t> TableTrace::nullColumns(std::size_t rule) const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_nullCount; ++i) {
        if (m_nulls[i].second.test(rule))
            columns.push_back(m_nulls[i].first);
    }
    std::ranges::sort(columns);
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

void TableTrace::start(std::size_t table, std::size_t rules, std::size_t columns)
{
    m_table = table;
    m_ruleCount = rules;
    m_failed.assign(columns * ((rules + 63) / 64), 0);
    m_matched.assign(rules, false);
    m_undetermined.assign(rules, false);
    m_nullCount = 0;
    m_inputs.clear();
    m_fired.clear();
    m_result = feel::Value();
}

Bits &TableTrace::nulls(std::size_t column)
{
    for (std::size_t i = 0; i < m_nullCount; ++i) {
        if (m_nulls[i].first == column)
            return m_nulls[i].second;
    }
    if (m_nullCount == m_nulls.size())
        m_nulls.emplace_back();
    auto &[where, bits] = m_nulls[m_nullCount++];
    where = column;
    bits.assign(m_ruleCount, false);
    return bits;
}

const TableTrace *Trace::tableOf(std::size_t decision) const
{
    const auto last = std::find_if(m_decisions.rbegin(), m_decisions.rend(), [&](const DecisionTrace &trace) {
        return trace.decision == decision && trace.tableCount > 0;
    });
    return last == m_decisions.rend() ? nullptr : &m_tables[last->firstTable + last->tableCount - 1];
}

void Trace::clear()
{
    m_decisions.clear();
    m_tableCount = 0;
}

std::size_t Trace::addTable()
{
    if (m_tableCount == m_tables.size())
        m_tables.emplace_back();
    return m_tableCount++;
}

} // namespace tongban::dmn
