// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/line_breaker.h"

#include "core/base/text.h"

#include <array>
#include <cstdio>

namespace tongban::document {

namespace {

// Full-width marks as codes: 、。,.;:?!)’”~ look like their half-width forms in many editors.
constexpr std::u32string_view kNeverFirst =
    U"\u3001\u3002\uff0c\uff0e\uff1b\uff1a\uff1f\uff01\uff09\u2019\u201d\uff5e》〉」』】〕〗…—·%‰℃,.:;!?)]}";
constexpr std::u32string_view kNeverLast = U"\uff08\u201c\u2018《〈「『【〔〖([{";

bool isIn(std::u32string_view set, char32_t character)
{
    return set.find(character) != std::u32string_view::npos;
}

/// A character that belongs to a word of Latin letters and digits, which is not broken.
bool isWordPart(char32_t character)
{
    return character > U' ' && character < 0x2E80 && !isIn(kNeverFirst, character)
        && !isIn(kNeverLast, character);
}

/// Whether a line may end between the two.
bool mayBreak(char32_t left, char32_t right)
{
    if (right == U' ' || right == U'-' || isIn(kNeverFirst, right) || isIn(kNeverLast, left))
        return false;
    if (left == U' ')
        return true;
    // "2026-11-23", "a.b" and "10,000" stay together.
    return !(isWordPart(right) && (isWordPart(left) || (left < 0x80 && isIn(kNeverFirst, left))));
}

std::u32string_view withoutBlanks(std::u32string_view line)
{
    while (!line.empty() && line.back() == U' ')
        line.remove_suffix(1);
    return line;
}

bool isInvisible(char32_t character)
{
    return character < U' ' || (character >= 0x7F && character < 0xA0) || character == 0xAD
        || (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E)
        || (character >= 0x2060 && character <= 0x2064) || character == 0xFEFF
        || (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0000 && character <= 0xE0FFF);
}

void appendCode(std::u32string &out, char32_t character)
{
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(character));
    out += U'〔';
    for (const char *letter = code.data(); *letter != '\0'; ++letter)
        out += static_cast<char32_t>(*letter);
    out += U'〕';
}

} // namespace

double Typesetter::width(std::u32string_view text) const
{
    int thousandths = 0;
    for (const char32_t character : text)
        thousandths += m_font.advance(m_font.glyph(character));
    return thousandths * m_size / 1000;
}

std::vector<std::u32string> Typesetter::lines(std::u32string_view text, double lineWidth, double indent) const
{
    std::vector<std::u32string> lines;
    std::size_t start = 0;
    std::size_t lastBreak = 0; // Where the line could end; `start` = nowhere yet.
    double room = lineWidth - indent;
    double used = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const double advance = width(text.substr(place, 1));
        if (place > start && mayBreak(text[place - 1], text[place]))
            lastBreak = place;
        if (used + advance > room + 0.01 && place > start && text[place] != U' ') {
            const std::size_t end = lastBreak > start ? lastBreak : place;
            lines.emplace_back(withoutBlanks(text.substr(start, end - start)));
            start = end;
            lastBreak = start;
            room = lineWidth;
            used = width(text.substr(start, place - start));
        }
        used += advance;
    }
    if (start < text.size() || lines.empty())
        lines.emplace_back(withoutBlanks(text.substr(start)));
    return lines;
}

std::u32string printable(const DocumentFont &font, std::string_view utf8, std::u32string &unprintable)
{
    std::u32string out;
    while (!utf8.empty()) {
        const char32_t character = takeCodePoint(utf8);
        if (character == U'\n')
            out += character;
        else if (character == U'\t' || character == 0xA0)
            out += U' ';
        else if (isInvisible(character))
            continue;
        else if (font.glyph(character) != 0)
            out += character;
        else {
            appendCode(out, character);
            if (unprintable.find(character) == std::u32string::npos)
                unprintable += character;
        }
    }
    return out;
}

} // namespace tongban::document
