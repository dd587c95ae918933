// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tongban::feel {

/// Reads the fixed forms of ISO 8601 piece by piece.
class TextReader
{
public:
    explicit TextReader(std::string_view text) : m_text(text) { }

    bool atEnd() const { return m_text.empty(); }
    std::string_view rest() const { return m_text; }
    char peek() const { return m_text.empty() ? '\0' : m_text.front(); }

    bool take(char wanted)
    {
        if (peek() != wanted || m_text.empty())
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    std::size_t digitCount() const
    {
        std::size_t count = 0;
        while (count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9')
            ++count;
        return count;
    }

    /// A number of `least` to `most` digits, taking all digits there are. `most` is at most 18.
    std::optional<std::int64_t> number(std::size_t least, std::size_t most)
    {
        const std::size_t count = digitCount();
        if (count < least || count > most)
            return std::nullopt;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + (m_text[i] - '0');
        m_text.remove_prefix(count);
        return value;
    }

    /// Exactly two digits.
    std::optional<std::int64_t> pair() { return number(2, 2); }

    /// The digits behind a point as nanoseconds; digits beyond the ninth are cut off.
    std::optional<std::int64_t> fraction()
    {
        const std::size_t count = digitCount();
        if (count == 0)
            return std::nullopt;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < 9; ++i)
            value = value * 10 + (i < count ? m_text[i] - '0' : 0);
        m_text.remove_prefix(count);
        return value;
    }

private:
    std::string_view m_text;
};

} // namespace tongban::feel
