// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/column_index.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tongban::dmn {

namespace {

using feel::CellShape;
using feel::Kind;

/// A column whose rows would take more than this is not indexed: 32 MB.
constexpr std::size_t kMaximumWords = 4'000'000;
/// Decimal places that keys keep; cells with more are residual.
constexpr int kMaximumScale = 9;

/// Segment numbers, both ends included.
struct Interval {
    std::uint32_t first;
    std::uint32_t last;
};

bool isIndexable(Kind kind)
{
    return kind == Kind::Number || kind == Kind::String || kind == Kind::Boolean || kind == Kind::Date
        || kind == Kind::MonthsDuration;
}

std::optional<std::int64_t> keyOf(const feel::Value &value, int scale)
{
    if (value.kind() == Kind::Number)
        return value.number().scaledInteger(scale);
    if (value.kind() == Kind::Boolean)
        return std::int64_t{value.boolean()};
    if (value.kind() == Kind::Date)
        return value.date().dayNumber();
    return value.monthsDuration().months;
}

void setBit(std::vector<std::uint64_t> &words, std::size_t bit)
{
    words[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

void flipBit(std::vector<std::uint64_t> &words, std::size_t bit)
{
    words[bit / 64] ^= std::uint64_t{1} << (bit % 64);
}

} // namespace

/// Makes the rows of one column. The stages follow one another in build().
class ColumnIndexBuilder
{
public:
    ColumnIndexBuilder(ColumnIndex &index, std::span<const feel::UnaryTests> cells)
        : m_index(index), m_cells(cells)
    {
    }

    void build(feel::Evaluation &evaluation)
    {
        m_index.m_words = (m_cells.size() + 63) / 64;
        chooseKind();
        chooseScale();
        classify();
        collectKeys();
        if (!fillRows()) {
            // Too many different constants for a table of bits: every cell is tested instead.
            m_index.m_residual = m_index.m_tested;
            m_index.m_kind = Kind::Null;
            m_index.m_rows.clear();
            m_index.m_rowOfSegment.clear();
        }
        fillNull(evaluation);
    }

private:
    enum class Role : unsigned char { Any, Indexed, Residual };

    void chooseKind()
    {
        for (const feel::UnaryTests &cell : m_cells) {
            const auto kind =
                cell.shape().form == CellShape::Form::Parts ? cell.shape().kind() : std::nullopt;
            if (kind && isIndexable(*kind)) {
                m_index.m_kind = *kind;
                return;
            }
        }
    }

    bool fits(const feel::Value &end, int scale) const { return end.isNull() || keyOf(end, scale); }

    bool fits(const CellShape::Part &part, int scale) const
    {
        return part.isRange ? fits(part.low, scale) && fits(part.high, scale) : fits(part.equal, scale);
    }

    /// The fewest decimal places that hold every constant, if nine do.
    void chooseScale()
    {
        if (m_index.m_kind != Kind::Number)
            return;
        for (const feel::UnaryTests &cell : m_cells) {
            if (cell.shape().form != CellShape::Form::Parts || cell.shape().kind() != Kind::Number)
                continue;
            for (const CellShape::Part &part : cell.shape().parts) {
                while (m_index.m_scale < kMaximumScale && !fits(part, m_index.m_scale))
                    ++m_index.m_scale;
            }
        }
    }

    Role roleOf(const feel::UnaryTests &cell) const
    {
        const CellShape &shape = cell.shape();
        if (shape.form == CellShape::Form::Any)
            return Role::Any;
        if (shape.form == CellShape::Form::Residual || m_index.m_kind == Kind::Null)
            return Role::Residual;
        for (const CellShape::Part &part : shape.parts) {
            const bool isNull = !part.isRange && part.equal.isNull();
            const Kind kind =
                part.isRange ? (part.low.isNull() ? part.high.kind() : part.low.kind()) : part.equal.kind();
            if (isNull)
                continue;
            if (kind != m_index.m_kind)
                return Role::Residual;
            if (part.isRange && (kind == Kind::String || kind == Kind::Boolean))
                return Role::Residual;
            if (kind != Kind::String && !fits(part, m_index.m_scale))
                return Role::Residual;
        }
        return Role::Indexed;
    }

    void classify()
    {
        m_roles.reserve(m_cells.size());
        for (std::size_t rule = 0; rule < m_cells.size(); ++rule) {
            const Role role = roleOf(m_cells[rule]);
            m_roles.push_back(role);
            if (role != Role::Any)
                m_index.m_tested.push_back(static_cast<std::uint32_t>(rule));
            if (role == Role::Residual)
                m_index.m_residual.push_back(static_cast<std::uint32_t>(rule));
        }
    }

    template <typename Visit>
    void eachIndexedEnd(Visit visit) const
    {
        for (std::size_t rule = 0; rule < m_cells.size(); ++rule) {
            if (m_roles[rule] != Role::Indexed)
                continue;
            for (const CellShape::Part &part : m_cells[rule].shape().parts) {
                for (const feel::Value *end : {&part.equal, &part.low, &part.high}) {
                    if (!end->isNull())
                        visit(*end);
                }
            }
        }
    }

    void collectKeys()
    {
        if (m_index.m_kind == Kind::String) {
            std::vector<std::string_view> texts;
            eachIndexedEnd([&](const feel::Value &end) { texts.push_back(end.string()); });
            std::ranges::sort(texts);
            texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
            m_index.m_texts = TextIndex(texts);
            m_lastSegment = static_cast<std::uint32_t>(texts.size());
            return;
        }
        auto &keys = m_index.m_keys;
        eachIndexedEnd([&](const feel::Value &end) { keys.push_back(*keyOf(end, m_index.m_scale)); });
        std::ranges::sort(keys);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        m_lastSegment = 2 * static_cast<std::uint32_t>(keys.size());
    }

    std::uint32_t pointOf(const feel::Value &value) const
    {
        if (m_index.m_kind == Kind::String)
            return m_index.m_texts.find(value.string());
        return m_index.segmentOf(*keyOf(value, m_index.m_scale));
    }

    /// The segments a cell covers, merged and ascending.
    std::vector<Interval> intervalsOf(const CellShape &shape) const
    {
        std::vector<Interval> covered;
        for (const CellShape::Part &part : shape.parts) {
            if (!part.isRange) {
                if (!part.equal.isNull())
                    covered.push_back({pointOf(part.equal), pointOf(part.equal)});
                continue;
            }
            const std::uint32_t first =
                part.low.isNull() ? 0 : pointOf(part.low) + (part.lowIncluded ? 0 : 1);
            const std::uint32_t last =
                part.high.isNull() ? m_lastSegment : pointOf(part.high) - (part.highIncluded ? 0 : 1);
            if (first <= last)
                covered.push_back({first, last});
        }
        std::ranges::sort(covered, {}, &Interval::first);
        std::vector<Interval> merged;
        for (const Interval &interval : covered) {
            if (!merged.empty() && interval.first <= merged.back().last + 1)
                merged.back().last = std::max(merged.back().last, interval.last);
            else
                merged.push_back(interval);
        }
        return shape.negated ? complement(merged) : merged;
    }

    std::vector<Interval> complement(const std::vector<Interval> &merged) const
    {
        std::vector<Interval> rest;
        std::uint32_t next = 0;
        for (const Interval &interval : merged) {
            if (interval.first > next)
                rest.push_back({next, interval.first - 1});
            next = interval.last + 1;
        }
        if (next <= m_lastSegment)
            rest.push_back({next, m_lastSegment});
        return rest;
    }

    /// Sweeps over the segments; each rule's bit is flipped where an interval of its cell begins and behind
    /// its end.
    bool fillRows()
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> flips;
        std::vector<std::uint64_t> running(m_index.m_words, 0);
        for (std::size_t rule = 0; rule < m_cells.size(); ++rule) {
            if (m_roles[rule] != Role::Indexed) {
                setBit(running, rule);
                continue;
            }
            for (const Interval &interval : intervalsOf(m_cells[rule].shape())) {
                flips.emplace_back(interval.first, static_cast<std::uint32_t>(rule));
                flips.emplace_back(interval.last + 1, static_cast<std::uint32_t>(rule));
            }
        }
        std::ranges::sort(flips);
        m_index.m_rowOfSegment.reserve(m_lastSegment + 1);
        std::size_t next = 0;
        for (std::uint32_t segment = 0; segment <= m_lastSegment; ++segment) {
            for (; next < flips.size() && flips[next].first == segment; ++next)
                flipBit(running, flips[next].second);
            m_index.m_rowOfSegment.push_back(rowFor(running));
            if (m_index.m_rows.size() > kMaximumWords)
                return false;
        }
        m_index.m_rows.shrink_to_fit();
        return true;
    }

    /// The number of a row with these bits; equal rows are kept once.
    std::uint32_t rowFor(const std::vector<std::uint64_t> &bits)
    {
        std::uint64_t hash = 0;
        for (const std::uint64_t word : bits)
            hash = std::rotl(hash ^ word, 23) * 0x9E37'79B9'7F4A'7C15U;
        const auto [first, last] = m_rowByHash.equal_range(hash);
        for (auto it = first; it != last; ++it) {
            if (std::equal(bits.begin(), bits.end(),
                           m_index.m_rows.begin() + static_cast<std::ptrdiff_t>(it->second * bits.size())))
                return it->second;
        }
        const auto row =
            static_cast<std::uint32_t>(m_index.m_rows.size() / std::max<std::size_t>(bits.size(), 1));
        m_index.m_rows.insert(m_index.m_rows.end(), bits.begin(), bits.end());
        m_rowByHash.emplace(hash, row);
        return row;
    }

    void fillNull(feel::Evaluation &evaluation)
    {
        m_index.m_matchedNull.assign(m_index.m_words, 0);
        m_index.m_unknownNull.assign(m_index.m_words, 0);
        for (std::size_t rule = 0; rule < m_cells.size(); ++rule) {
            const bool isTested =
                m_roles[rule] != Role::Any && std::ranges::binary_search(m_index.m_residual, rule);
            if (m_roles[rule] == Role::Any || isTested) {
                setBit(m_index.m_matchedNull, rule);
                continue;
            }
            const feel::Truth truth = m_cells[rule].test(feel::Value(), evaluation);
            if (truth == feel::Truth::True) {
                setBit(m_index.m_matchedNull, rule);
            } else if (truth == feel::Truth::Null || !speaksOfNull(m_cells[rule])) {
                setBit(m_index.m_unknownNull, rule);
                m_index.m_hasUnknownNull = true;
            }
        }
    }

    ColumnIndex &m_index;
    std::span<const feel::UnaryTests> m_cells;
    std::vector<Role> m_roles;
    std::uint32_t m_lastSegment = 0;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_rowByHash;
};

ColumnIndex::ColumnIndex(std::span<const feel::UnaryTests> cells, feel::Evaluation &evaluation)
{
    ColumnIndexBuilder(*this, cells).build(evaluation);
}

} // namespace tongban::dmn
