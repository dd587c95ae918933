// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/bits.h"
#include "core/feel/value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tongban::dmn {

/// What became of one rule of a table. A missing input never counts as "no": a rule of which no cell is false
/// but at least one cannot be told is Undetermined, and a case with such a rule belongs to a human.
enum class RuleStatus : std::uint8_t { Failed, Undetermined, Matched };

/// How one decision table came to its result: status arrays and the values seen, nothing rendered. Texts,
/// labels and annotations stand in CompiledModel::table(table). Rule numbers count from 0 here and from 1 in
/// everything shown.
class TableTrace
{
public:
    static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

    /// Number of the table in its model.
    std::size_t table() const { return m_table; }
    std::size_t ruleCount() const { return m_ruleCount; }
    RuleStatus status(std::size_t rule) const;
    /// The column of the first cell found false, or kNoColumn.
    std::size_t failedColumn(std::size_t rule) const;
    /// The columns that left an undetermined rule open; for a matched rule those where a null input passed a
    /// cell that does not speak of null, as `not("a")` does by the standard.
    std::vector<std::size_t> nullColumns(std::size_t rule) const;
    const Bits &matched() const { return m_matched; }
    const Bits &undetermined() const { return m_undetermined; }
    /// The value each column's cells were compared with.
    const std::vector<feel::Value> &inputs() const { return m_inputs; }
    /// The rules that made the result with their outputs (one value, or a context of them), in result order.
    const std::vector<std::pair<std::size_t, feel::Value>> &fired() const { return m_fired; }
    const feel::Value &result() const { return m_result; }

private:
    friend class TableRun;

    void start(std::size_t table, std::size_t rules, std::size_t columns);
    Bits &nulls(std::size_t column);

    std::size_t m_table = 0;
    Bits m_matched;
    Bits m_undetermined;
    std::size_t m_ruleCount = 0;
    /// For each column the rules that were alive before it and not after it, one bit a rule: which column a
    /// rule failed in is worked out when somebody asks.
    std::vector<std::uint64_t> m_failed;
    std::vector<std::pair<std::size_t, Bits>>
        m_nulls; ///< Open cells by column; only the first m_nullCount count.
    std::size_t m_nullCount = 0;
    std::vector<feel::Value> m_inputs;
    std::vector<std::pair<std::size_t, feel::Value>> m_fired;
    feel::Value m_result;
};

/// One decision with the tables that were evaluated for it, also those inside knowledge models it called.
struct DecisionTrace {
    std::size_t decision = 0; ///< Slot.
    feel::Value value;
    bool isGiven = false; ///< The caller supplied the value; the logic was not run.
    std::size_t firstTable = 0;
    std::size_t tableCount = 0;
};

/// The story of one evaluation. Owned and reused by an Evaluator; valid until its next reset(). Plain data,
/// so copying keeps it for longer.
class Trace
{
public:
    std::span<const DecisionTrace> decisions() const { return m_decisions; }
    std::span<const TableTrace> tables() const { return {m_tables.data(), m_tableCount}; }
    std::span<const TableTrace> tablesOf(const DecisionTrace &decision) const
    {
        return tables().subspan(decision.firstTable, decision.tableCount);
    }
    /// The trace of the last run of that decision's own or only table, or nullptr.
    const TableTrace *tableOf(std::size_t decision) const;

private:
    friend class Evaluator;
    friend class ModelRun;
    friend class TableRun;

    void clear();
    std::size_t addTable();

    std::vector<DecisionTrace> m_decisions;
    std::vector<TableTrace> m_tables;
    std::size_t m_tableCount = 0;
};

} // namespace tongban::dmn
