// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>

namespace tongban::permit {

/// Takes a number in the grammar of RFC 8259 off the beginning of `text`; 0 when there is none.
constexpr std::size_t jsonNumberLength(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t first = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - first;
    };
    if (at < text.size() && text[at] == '-')
        ++at;
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return 0;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return 0;
    }
    return at;
}

constexpr bool isJsonNumber(std::string_view text)
{
    return !text.empty() && jsonNumberLength(text) == text.size();
}

} // namespace tongban::permit
