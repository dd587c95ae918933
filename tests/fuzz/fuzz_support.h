// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tongban::fuzz {

/// Ends the program when a property does not hold: the fuzzer then keeps the input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// A file of the source tree, whatever folder the program runs in.
inline std::string shippedFile(std::string_view relative)
{
    std::ifstream in(std::filesystem::path(TONGBAN_SOURCE_DIR) / relative, std::ios::binary);
    require(in.good());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Gives a text in pieces of at most `piece` bytes.
class PieceSource final : public ByteSource
{
public:
    PieceSource(std::string_view text, std::size_t piece) : m_source(text), m_piece(piece) { }

    Result<std::size_t> read(std::span<char> into) override
    {
        return m_source.read(into.first(std::min(into.size(), m_piece)));
    }

private:
    TextSource m_source;
    std::size_t m_piece;
};

/// Whether a text for logs and lists quotes something as long as an identifier: what is told about a bad
/// line holds none of its values.
inline bool quotesAnIdentifier(std::string_view text)
{
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits >= 10)
            return true;
    }
    return false;
}

} // namespace tongban::fuzz
