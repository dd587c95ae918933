// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tongban {

/// One code point and the bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 0; ///< 0 when the bytes are not UTF-8.
};

/// The code point that begins at `offset`, which is before the end, of bytes that need not be UTF-8. Overlong
/// forms, surrogates and values beyond U+10FFFF are not UTF-8 (RFC 3629).
CodePoint decodeUtf8(std::string_view bytes, std::size_t offset);

/// The byte of valid UTF-8 where code point number `index` begins; the end when there are fewer.
std::size_t codePointOffset(std::string_view utf8, std::size_t index);

} // namespace tongban
