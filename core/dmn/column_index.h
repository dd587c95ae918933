// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/text_index.h"
#include "core/feel/unary_tests.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tongban::dmn {

/// Answers for one column of a decision table which rules' cells hold for a value, as one bit a rule, without
/// testing the cells one by one: the constants of all cells cut the values into segments, and each segment
/// has its row of bits. Finding the segment is one hash look-up for strings and one binary search over
/// machine integers for numbers, dates and durations. Immutable after construction; any thread.
///
/// Cells that are more than constants (`> other`, `count(?) > 2`) are residual: their bit is set in every row
/// and the caller tests them for the rules that are still alive.
class ColumnIndex
{
public:
    ColumnIndex() = default;
    /// One cell a rule. `evaluation` serves to ask the cells about null; its frame must be open.
    ColumnIndex(std::span<const feel::UnaryTests> cells, feel::Evaluation &evaluation);

    /// What is known for a value. No rows: no cell can be told from the index, test all of tested().
    struct Rows {
        const std::uint64_t *matched = nullptr;
        /// Rules whose cell cannot be told because the value is null; a null pointer when there are none.
        const std::uint64_t *unknown = nullptr;
    };
    Rows find(const feel::Value &value) const;

    /// Rules whose cell always has to be tested.
    const std::vector<std::uint32_t> &residual() const { return m_residual; }
    /// Rules whose cell is anything but `-`.
    const std::vector<std::uint32_t> &tested() const { return m_tested; }
    /// Memory held.
    std::size_t bytes() const;

private:
    friend class ColumnIndexBuilder;

    std::uint32_t segmentOf(feel::Decimal value) const;
    std::uint32_t segmentOf(std::int64_t key) const;

    std::size_t m_words = 0;
    feel::Kind m_kind = feel::Kind::Null;
    int m_scale = 0; ///< Decimal places of numbers that their keys keep.
    std::vector<std::int64_t> m_keys;
    TextIndex m_texts;
    std::vector<std::uint32_t> m_rowOfSegment;
    std::vector<std::uint64_t> m_rows;
    std::vector<std::uint64_t> m_matchedNull;
    std::vector<std::uint64_t> m_unknownNull;
    bool m_hasUnknownNull = false;
    std::vector<std::uint32_t> m_residual;
    std::vector<std::uint32_t> m_tested;
};

/// Whether a cell says itself what null means (`null`, `not(null)`, `? = null`); for all other cells a null
/// input leaves the answer open.
bool speaksOfNull(const feel::UnaryTests &cell);

} // namespace tongban::dmn
