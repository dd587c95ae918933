// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/column_index.h"

#include <algorithm>

namespace tongban::dmn {

bool speaksOfNull(const feel::UnaryTests &cell)
{
    if (cell.shape().form == feel::CellShape::Form::Residual)
        return cell.text().find("null") != std::string::npos || cell.text().find('?') != std::string::npos;
    return std::ranges::any_of(cell.shape().parts, [](const feel::CellShape::Part &part) {
        return !part.isRange && part.equal.isNull();
    });
}

std::uint32_t ColumnIndex::segmentOf(std::int64_t key) const
{
    // Halving without a branch: the steps depend on the number of keys alone, so nothing is mispredicted.
    const std::int64_t *low = m_keys.data();
    std::size_t count = m_keys.size();
    while (count > 1) {
        const std::size_t half = count / 2;
        low = low[half - 1] < key ? low + half : low;
        count -= half;
    }
    if (count == 1 && *low < key)
        ++low;
    const auto position = static_cast<std::uint32_t>(low - m_keys.data());
    return 2 * position + (position < m_keys.size() && *low == key ? 1 : 0);
}

std::uint32_t ColumnIndex::segmentOf(feel::Decimal value) const
{
    if (const auto key = value.scaledInteger(m_scale))
        return segmentOf(*key);
    const auto whole = value.rounded(m_scale, feel::Decimal::Rounding::Floor);
    const auto key = whole ? whole->scaledInteger(m_scale) : std::nullopt;
    if (key)
        return 2 * static_cast<std::uint32_t>(std::ranges::upper_bound(m_keys, *key) - m_keys.begin());
    // Beyond machine integers is beyond every key.
    return value.isNegative() ? 0 : 2 * static_cast<std::uint32_t>(m_keys.size());
}

ColumnIndex::Rows ColumnIndex::find(const feel::Value &value) const
{
    if (value.isNull())
        return {m_matchedNull.data(), m_hasUnknownNull ? m_unknownNull.data() : nullptr};
    if (value.kind() != m_kind)
        return {};
    std::uint32_t segment = 0;
    if (m_kind == feel::Kind::Number)
        segment = segmentOf(value.number());
    else if (m_kind == feel::Kind::String)
        segment = m_texts.find(value.string());
    else if (m_kind == feel::Kind::Boolean)
        segment = segmentOf(std::int64_t{value.boolean()});
    else if (m_kind == feel::Kind::Date)
        segment = segmentOf(value.date().dayNumber());
    else
        segment = segmentOf(value.monthsDuration().months);
    return {m_rows.data() + m_rowOfSegment[segment] * m_words, nullptr};
}

std::size_t ColumnIndex::bytes() const
{
    return m_keys.capacity() * sizeof(std::int64_t) + m_rows.capacity() * sizeof(std::uint64_t)
        + m_rowOfSegment.capacity() * sizeof(std::uint32_t)
        + (m_matchedNull.capacity() + m_unknownNull.capacity()) * sizeof(std::uint64_t)
        + (m_residual.capacity() + m_tested.capacity()) * sizeof(std::uint32_t) + m_texts.bytes();
}

} // namespace tongban::dmn
