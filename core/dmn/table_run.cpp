// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/table_run.h"

#include "core/dmn/run_state.h"

#include <bit>

namespace tongban::dmn {

bool CompiledTable::hasDefault() const
{
    for (const CompiledOutput &output : outputs) {
        if (output.defaultEntry)
            return true;
    }
    return false;
}

std::size_t CompiledTable::indexBytes() const
{
    std::size_t sum = 0;
    for (const CompiledInput &input : inputs)
        sum += input.index.bytes();
    return sum;
}

TableRun::TableRun(const CompiledTable &table, feel::Evaluation &evaluation)
    : m_table(table), m_evaluation(evaluation), m_trace(RunState::traceOf(evaluation)),
      m_words((table.rules.size() + 63) / 64), m_columns(table.inputs.size()),
      m_scratch(evaluation, m_columns), m_values(m_columns), m_rows(m_columns), m_matched(m_words),
      m_possible(m_trace ? m_words : 0)
{
}

TableTrace *TableRun::tableTrace() const
{
    return m_trace ? &m_trace->m_tables[m_traceIndex] : nullptr;
}

feel::Value TableRun::run()
{
    if (m_trace) {
        // By position: a table called from this one's outputs may move the traces.
        m_traceIndex = m_trace->addTable();
        tableTrace()->start(m_table.number, m_table.rules.size(), m_columns);
    }
    feel::Value result;
    if (readInputs()) {
        if (m_trace)
            intersectTraced();
        else
            intersect();
        result = decide();
    }
    if (m_trace)
        closeTrace(result);
    return result;
}

const feel::Value &TableRun::readInput(std::size_t column)
{
    const CompiledInput &input = m_table.inputs[column];
    const feel::Value &value = input.globalSlot ? m_evaluation.global(*input.globalSlot)
                                                : input.expression->evaluate(m_evaluation, m_scratch[column]);
    if (!input.isConverted)
        return value;
    if (&value != &m_scratch[column])
        m_scratch[column] = value;
    feel::convertInPlace(m_scratch[column], input.type, m_evaluation, input.span);
    return m_scratch[column];
}

bool TableRun::readInputs()
{
    bool allowed = true;
    for (std::size_t c = 0; c < m_columns; ++c) {
        m_values[c] = &readInput(c);
        if (m_trace)
            tableTrace()->m_inputs.push_back(*m_values[c]);
        if (m_table.inputs[c].allowed)
            allowed = isAllowed(c) && allowed;
    }
    return allowed && m_evaluation.spend(m_words + 1, m_table.span);
}

bool TableRun::isAllowed(std::size_t column)
{
    const CompiledInput &input = m_table.inputs[column];
    // Null is a missing value, not a wrong one: its rules become undetermined.
    if (m_values[column]->isNull()
        || input.allowed->test(*m_values[column], m_evaluation) == feel::Truth::True)
        return true;
    m_evaluation.report(feel::Cause::NotAllowed, input.span,
                        "the value of column " + input.label + " is not among its input values");
    return false;
}

std::uint64_t TableRun::allRules(std::size_t word) const
{
    const std::size_t rest = m_table.rules.size() % 64;
    return word + 1 == m_words && rest != 0 ? (std::uint64_t{1} << rest) - 1 : ~std::uint64_t{0};
}

void TableRun::intersect()
{
    SmallArray<const std::uint64_t *, 24> rows(m_columns);
    std::size_t rowCount = 0;
    for (std::size_t c = 0; c < m_columns; ++c) {
        m_rows[c] = m_table.inputs[c].index.find(*m_values[c]).matched;
        if (m_rows[c])
            rows[rowCount++] = m_rows[c];
    }
    const bool isTold = rowCount == m_columns && !m_table.hasResidual;
    const bool firstOnly = isTold && m_table.hitPolicy == HitPolicy::First;
    for (std::size_t w = 0; w < m_words; ++w) {
        std::uint64_t word = allRules(w);
        for (std::size_t i = 0; i < rowCount; ++i)
            word &= rows[i][w];
        m_matched[w] = word;
        m_known = w + 1;
        if (firstOnly && word != 0)
            return;
    }
    if (isTold)
        return;
    for (std::size_t c = 0; c < m_columns; ++c)
        testCells(c, m_rows[c] ? m_table.inputs[c].index.residual() : m_table.inputs[c].index.tested());
}

void TableRun::intersectTraced()
{
    for (std::size_t w = 0; w < m_words; ++w)
        m_matched[w] = m_possible[w] = allRules(w);
    m_known = m_words;
    for (std::size_t c = 0; c < m_columns; ++c) {
        const CompiledInput &input = m_table.inputs[c];
        const ColumnIndex::Rows rows = input.index.find(*m_values[c]);
        if (rows.matched) {
            std::uint64_t *failed = tableTrace()->m_failed.data() + c * m_words;
            for (std::size_t w = 0; w < m_words; ++w) {
                const std::uint64_t unknown = rows.unknown ? rows.unknown[w] : 0;
                failed[w] = m_possible[w] & ~(rows.matched[w] | unknown);
                m_possible[w] &= ~failed[w];
                m_matched[w] &= rows.matched[w];
                if (const std::uint64_t open = m_possible[w] & unknown; open != 0)
                    tableTrace()->nulls(c).word(w) |= open;
            }
            testCells(c, input.index.residual());
        } else {
            testCells(c, input.index.tested());
        }
    }
    // A null that passes `not("a")` passes by the standard, but the rule leans on something nobody knows.
    for (std::size_t c = 0; c < m_columns; ++c) {
        if (!m_values[c]->isNull())
            continue;
        const CompiledInput &input = m_table.inputs[c];
        for (const std::uint32_t rule : input.index.tested()) {
            if (((m_matched[rule / 64] >> (rule % 64)) & 1) != 0 && !speaksOfNull(input.cells[rule]))
                tableTrace()->nulls(c).set(rule);
        }
    }
}

bool TableRun::alive(std::size_t rule) const
{
    const std::uint64_t word = m_trace ? m_possible[rule / 64] : m_matched[rule / 64];
    return ((word >> (rule % 64)) & 1) != 0;
}

void TableRun::kill(std::size_t column, std::size_t rule)
{
    const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
    m_possible[rule / 64] &= ~bit;
    m_matched[rule / 64] &= ~bit;
    tableTrace()->m_failed[column * m_words + rule / 64] |= bit;
}

void TableRun::testCells(std::size_t column, const std::vector<std::uint32_t> &rules)
{
    for (const std::uint32_t rule : rules) {
        if (alive(rule))
            testCell(column, rule);
    }
}

void TableRun::testCell(std::size_t column, std::size_t rule)
{
    const feel::UnaryTests &cell = m_table.inputs[column].cells[rule];
    feel::Truth truth = cell.test(*m_values[column], m_evaluation);
    if (truth == feel::Truth::True)
        return;
    if (truth == feel::Truth::False && m_values[column]->isNull() && !speaksOfNull(cell))
        truth = feel::Truth::Null;
    const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
    m_matched[rule / 64] &= ~bit;
    if (!m_trace)
        return;
    if (truth == feel::Truth::False)
        kill(column, rule);
    else
        tableTrace()->nulls(column).set(rule);
}

std::size_t TableRun::firstMatch() const
{
    for (std::size_t w = 0; w < m_known; ++w) {
        if (m_matched[w] != 0)
            return w * 64 + static_cast<std::size_t>(std::countr_zero(m_matched[w]));
    }
    return kNoRule;
}

void TableRun::collectMatches()
{
    std::size_t count = 0;
    for (std::size_t w = 0; w < m_known; ++w)
        count += static_cast<std::size_t>(std::popcount(m_matched[w]));
    m_matches.reserve(count);
    for (std::size_t w = 0; w < m_known; ++w) {
        for (std::uint64_t word = m_matched[w]; word != 0; word &= word - 1)
            m_matches.push_back(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
}

void TableRun::closeTrace(const feel::Value &result)
{
    TableTrace &trace = *tableTrace();
    trace.m_result = result;
    for (std::size_t w = 0; w < m_known; ++w) {
        trace.m_matched.word(w) = m_matched[w];
        trace.m_undetermined.word(w) = m_possible[w] & ~m_matched[w];
    }
}

} // namespace tongban::dmn
