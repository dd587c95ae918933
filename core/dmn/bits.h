// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tongban::dmn {

/// A set of rules as one bit each, 64 to a word; bits behind the last rule are always 0. The size is fixed by
/// assign().
class Bits
{
public:
    Bits() = default;
    explicit Bits(std::size_t count, bool value = false) { assign(count, value); }

    void assign(std::size_t count, bool value)
    {
        m_words.assign((count + 63) / 64, value ? ~std::uint64_t{0} : 0);
        if (value && count % 64 != 0)
            m_words.back() = (std::uint64_t{1} << (count % 64)) - 1;
    }

    std::size_t words() const { return m_words.size(); }
    std::uint64_t word(std::size_t i) const { return m_words[i]; }
    std::uint64_t &word(std::size_t i) { return m_words[i]; }

    bool test(std::size_t bit) const { return ((m_words[bit / 64] >> (bit % 64)) & 1) != 0; }
    void set(std::size_t bit) { m_words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    void reset(std::size_t bit) { m_words[bit / 64] &= ~(std::uint64_t{1} << (bit % 64)); }
    void clear() { m_words.assign(m_words.size(), 0); }

    bool any() const
    {
        for (const std::uint64_t word : m_words) {
            if (word != 0)
                return true;
        }
        return false;
    }

    std::size_t count() const
    {
        std::size_t sum = 0;
        for (const std::uint64_t word : m_words)
            sum += static_cast<std::size_t>(std::popcount(word));
        return sum;
    }

    /// Calls `visit(bit)` for each bit that is set, in ascending order; stops when it answers false.
    template <typename Visit>
    void each(Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                if (!visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word))))
                    return;
            }
        }
    }

    bool operator==(const Bits &) const = default;

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace tongban::dmn
