// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

/// One code point and the bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 0; ///< 0 when the bytes are not UTF-8.
};

/// The code point that begins at `offset`, which is before the end. Overlong forms, surrogates and values
/// beyond U+10FFFF are not UTF-8.
CodePoint decodeUtf8(std::string_view text, std::size_t offset);

void appendUtf8(std::string &out, char32_t codePoint);

/// The number of code points of valid UTF-8.
std::size_t lengthUtf8(std::string_view text);

/// The byte where code point number `index` begins; the end when there are fewer.
std::size_t offsetUtf8(std::string_view text, std::size_t index);

} // namespace tongban::feel
