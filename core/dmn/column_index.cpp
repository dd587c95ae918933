// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/column_index.h"

#include <algorithm>
#include <limits>

namespace tongban::dmn {

namespace {

/// Up to this many texts a comparison one by one is faster than hashing.
constexpr std::size_t kLinearTexts = 6;

} // namespace

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
    const auto at = std::ranges::lower_bound(m_keys, key);
    const auto position = static_cast<std::uint32_t>(at - m_keys.begin());
    return 2 * position + (at != m_keys.end() && *at == key ? 1 : 0);
}

std::uint32_t ColumnIndex::segmentOf(feel::Decimal value) const
{
    std::optional<feel::Decimal> scaled = value;
    if (m_scale != 1)
        scaled = feel::Decimal::multiply(value, feel::Decimal(m_scale));
    if (scaled) {
        if (const auto key = scaled->integer())
            return segmentOf(*key);
        const auto floor = scaled->rounded(0, feel::Decimal::Rounding::Floor);
        const auto key = floor ? floor->integer() : std::nullopt;
        if (key)
            return 2 * static_cast<std::uint32_t>(std::ranges::upper_bound(m_keys, *key) - m_keys.begin());
    }
    // Beyond machine integers is beyond every key.
    return value.isNegative() ? 0 : 2 * static_cast<std::uint32_t>(m_keys.size());
}

std::uint32_t ColumnIndex::segmentOf(std::string_view text) const
{
    if (m_texts.size() <= kLinearTexts) {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            if (m_texts[i] == text)
                return static_cast<std::uint32_t>(i) + 1;
        }
        return 0;
    }
    const auto found = m_byText.find(text);
    return found == m_byText.end() ? 0 : found->second;
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
        segment = segmentOf(value.string());
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
    std::size_t sum = m_keys.capacity() * sizeof(std::int64_t) + m_rows.capacity() * sizeof(std::uint64_t)
        + m_rowOfSegment.capacity() * sizeof(std::uint32_t)
        + (m_matchedNull.capacity() + m_unknownNull.capacity()) * sizeof(std::uint64_t)
        + (m_residual.capacity() + m_tested.capacity()) * sizeof(std::uint32_t) + m_byText.size() * 48;
    for (const std::string &text : m_texts)
        sum += sizeof(std::string) + text.capacity();
    return sum;
}

} // namespace tongban::dmn
