// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_table.h"
#include "core/dmn/trace.h"
#include "core/feel/evaluation.h"

#include <array>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

namespace tongban::dmn {

/// Room for `count` elements of a plain type, not initialised: on the stack for ordinary tables, on the heap
/// for large ones.
template <typename T, std::size_t Inline>
class SmallArray
{
public:
    static_assert(std::is_trivial_v<T>);

    explicit SmallArray(std::size_t count)
    {
        if (count > Inline)
            m_heap = std::make_unique_for_overwrite<T[]>(count);
        m_data = m_heap ? m_heap.get() : m_inline.data();
    }
    SmallArray(const SmallArray &) = delete;
    SmallArray &operator=(const SmallArray &) = delete;

    T &operator[](std::size_t i) { return m_data[i]; }
    const T &operator[](std::size_t i) const { return m_data[i]; }
    T *data() { return m_data; }

private:
    std::array<T, Inline> m_inline;
    std::unique_ptr<T[]> m_heap;
    T *m_data;
};

/// One evaluation of one table: reads the inputs, intersects the columns' rows, tests what is left, applies
/// the hit policy. Lives on the stack; the enclosing frame must stay open.
class TableRun
{
public:
    TableRun(const CompiledTable &table, feel::Evaluation &evaluation);

    feel::Value run();

private:
    static constexpr std::size_t kNoRule = static_cast<std::size_t>(-1);

    bool readInputs();
    const feel::Value &readInput(std::size_t column);
    bool isAllowed(std::size_t column);
    std::uint64_t allRules(std::size_t word) const;
    void intersect();
    void intersectTraced();
    void testCells(std::size_t column, const std::vector<std::uint32_t> &rules);
    void testCell(std::size_t column, std::size_t rule);
    std::size_t firstMatch() const;
    void collectMatches();
    bool alive(std::size_t rule) const;
    void kill(std::size_t column, std::size_t rule);
    void closeTrace(const feel::Value &result);
    TableTrace *tableTrace() const;

    feel::Value decide();
    feel::Value decideNothing();
    feel::Value decideUnique();
    feel::Value decideAny();
    feel::Value decideOrdered(bool isList);
    feel::Value decideList();
    feel::Value outputOf(std::size_t rule);
    feel::Value checked(const CompiledOutput &output, feel::Value value, feel::Span span);
    feel::Value member(const feel::Value &output, std::size_t column) const;
    bool precedes(const feel::Value &left, const feel::Value &right) const;
    feel::Value aggregate(const std::vector<feel::Value> &outputs);
    feel::Value fail(std::string_view why);

    const CompiledTable &m_table;
    feel::Evaluation &m_evaluation;
    Trace *m_trace;
    std::size_t m_traceIndex = 0;
    std::size_t m_words;
    std::size_t m_columns;
    feel::Scratch m_scratch; ///< One a column.
    SmallArray<const feel::Value *, 24> m_values;
    SmallArray<const std::uint64_t *, 24> m_rows; ///< Null where the column's cells are tested one by one.
    SmallArray<std::uint64_t, 24> m_matched;
    SmallArray<std::uint64_t, 24> m_possible; ///< Only with a trace.
    std::size_t m_known = 0; ///< Words of m_matched that are worked out.
    std::vector<std::size_t> m_matches;
};

/// The table as a piece of a compiled expression.
class TableNode final : public feel::Node
{
public:
    using feel::Node::evaluate;

    explicit TableNode(std::shared_ptr<const CompiledTable> table) : m_table(std::move(table)) { }

    const feel::Value &evaluate(feel::Evaluation &evaluation, feel::Value &scratch) const override
    {
        scratch = TableRun(*m_table, evaluation).run();
        return scratch;
    }

private:
    std::shared_ptr<const CompiledTable> m_table;
};

} // namespace tongban::dmn
