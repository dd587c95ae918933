// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/regex_text.h"

#include "core/feel/regex_translator.h"

namespace tongban::feel {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::optional<RegexFlags> RegexFlags::parse(std::string_view letters)
{
    RegexFlags flags;
    for (const char letter : letters) {
        switch (letter) {
        case 's': flags.dotMatchesAll = true; break;
        case 'm': flags.isMultiline = true; break;
        case 'i': flags.isCaseless = true; break;
        case 'x': flags.ignoresSpace = true; break;
        case 'q': flags.isLiteral = true; break;
        default: return std::nullopt;
        }
    }
    return flags;
}

std::string regexWithoutSpace(std::string_view pattern)
{
    std::string text;
    int classes = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (classes == 0 && isSpace(c))
            continue;
        text += c;
        if (c == '\\') {
            // What follows belongs to the escape, but for the space in front of it.
            while (classes == 0 && i + 1 < pattern.size() && isSpace(pattern[i + 1]))
                ++i;
            if (i + 1 < pattern.size())
                text += pattern[++i];
        } else if (c == '[') {
            ++classes;
        } else if (c == ']' && classes > 0) {
            --classes;
        }
    }
    return text;
}

std::string quotedRegex(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        // Everything that is no letter, digit or part of a longer code point may be escaped.
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (!isPlain)
            result += '\\';
        result += c;
    }
    return result;
}

} // namespace tongban::feel
