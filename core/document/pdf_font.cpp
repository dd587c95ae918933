// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/pdf_font.h"

#include "core/base/digest.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tongban::document {

namespace {

std::string hex(unsigned value)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04X", value);
    return text.data();
}

std::string utf16Hex(char32_t character)
{
    if (character < 0x10000)
        return hex(character);
    const char32_t rest = character - 0x10000;
    return hex(0xD800 + (rest >> 10)) + hex(0xDC00 + (rest & 0x3FF));
}

/// Radicals and compatibility forms share their glyph with the ordinary character (QFontSubset, Noto CJK):
/// a reader means the ordinary one.
bool isSecondary(char32_t character)
{
    return (character >= 0x2E80 && character <= 0x2FDF) || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0x2F800 && character <= 0x2FA1F);
}

} // namespace

std::string PdfFont::code(char32_t character)
{
    const std::uint32_t glyph = m_font.glyph(character);
    const auto [entry, isNew] = m_characters.try_emplace(glyph, character);
    if (!isNew && isSecondary(entry->second) && !isSecondary(character))
        entry->second = character;
    return hex(glyph);
}

Result<std::string> PdfFont::outlines() const
{
    std::set<std::uint32_t> glyphs{0};
    for (const auto &[glyph, character] : m_characters)
        glyphs.insert(glyph);
    return m_font.outlines(glyphs);
}

std::string PdfFont::widths() const
{
    // 1000 is the default of a full-width font; only what differs is written.
    std::string text = "[";
    for (const auto &[glyph, character] : m_characters)
        if (const int width = m_font.advance(glyph); width != 1000)
            text += ' ' + std::to_string(glyph) + " [" + std::to_string(width) + ']';
    return text + " ]";
}

std::string PdfFont::toUnicode() const
{
    std::string text = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t kMostLines = 100;
    std::size_t left = m_characters.size();
    auto entry = m_characters.begin();
    while (left > 0) {
        const std::size_t lines = std::min(left, kMostLines);
        text += std::to_string(lines) + " beginbfchar\n";
        for (std::size_t line = 0; line < lines; ++line, ++entry)
            text += '<' + hex(entry->first) + "> <" + utf16Hex(entry->second) + ">\n";
        text += "endbfchar\n";
        left -= lines;
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string PdfFont::baseName() const
{
    const Digest digest = sha256(toUnicode());
    std::string tag;
    for (std::size_t place = 0; place < 6; ++place)
        tag += static_cast<char>('A' + digest.bytes[place] % 26);
    return tag + '+' + std::string(m_font.postScriptName());
}

} // namespace tongban::document
