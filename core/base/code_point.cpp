// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/code_point.h"

namespace tongban {

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

CodePoint decodeUtf8(std::string_view bytes, std::size_t offset)
{
    const auto lead = static_cast<unsigned char>(bytes[offset]);
    if (lead < 0x80)
        return {lead, 1};
    const std::uint8_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || bytes.size() - offset < length)
        return {};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(bytes[offset + i]))
            return {};
        value = value << 6 | (static_cast<unsigned char>(bytes[offset + i]) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (isOverlong || isSurrogate || value > 0x10FFFF)
        return {};
    return {value, length};
}

std::size_t codePointOffset(std::string_view utf8, std::size_t index)
{
    std::size_t offset = 0;
    while (offset < utf8.size()) {
        if (!isContinuation(utf8[offset])) {
            if (index == 0)
                return offset;
            --index;
        }
        ++offset;
    }
    return offset;
}

} // namespace tongban
