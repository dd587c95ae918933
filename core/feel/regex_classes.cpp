// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/regex_classes.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <unicode/uchar.h>
#include <vector>

namespace tongban::feel {

namespace {

struct CodeRange {
    std::uint32_t first;
    std::uint32_t last;
};

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

/// XML 1.0, fifth edition, productions 4 and 4a.
constexpr std::array<CodeRange, 16> kNameStart{{{':', ':'},
                                                {'A', 'Z'},
                                                {'_', '_'},
                                                {'a', 'z'},
                                                {0xC0, 0xD6},
                                                {0xD8, 0xF6},
                                                {0xF8, 0x2FF},
                                                {0x370, 0x37D},
                                                {0x37F, 0x1FFF},
                                                {0x200C, 0x200D},
                                                {0x2070, 0x218F},
                                                {0x2C00, 0x2FEF},
                                                {0x3001, 0xD7FF},
                                                {0xF900, 0xFDCF},
                                                {0xFDF0, 0xFFFD},
                                                {0x10000, 0xEFFFF}}};
constexpr std::array<CodeRange, 16> kNameCharacter{{{'-', '.'},
                                                    {'0', ':'},
                                                    {'A', 'Z'},
                                                    {'_', '_'},
                                                    {'a', 'z'},
                                                    {0xB7, 0xB7},
                                                    {0xC0, 0xD6},
                                                    {0xD8, 0xF6},
                                                    {0xF8, 0x37D},
                                                    {0x37F, 0x1FFF},
                                                    {0x200C, 0x200D},
                                                    {0x203F, 0x2040},
                                                    {0x2070, 0x218F},
                                                    {0x2C00, 0x2FEF},
                                                    {0x3001, 0xD7FF},
                                                    {0xF900, 0xEFFFF}}};

void appendRange(std::string &text, std::uint32_t first, std::uint32_t last)
{
    const auto appendCode = [&text](std::uint32_t code) {
        std::array<char, 8> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), code, 16).ptr;
        text += "\\x{" + std::string(digits.data(), end) + "}";
    };
    appendCode(first);
    if (first == last)
        return;
    text += '-';
    appendCode(last);
}

/// Patterns in UTF-8 know no surrogates.
void appendValid(std::string &text, std::uint32_t first, std::uint32_t last)
{
    constexpr CodeRange kSurrogates{0xD800, 0xDFFF};
    if (first < kSurrogates.first && last >= kSurrogates.first) {
        appendRange(text, first, kSurrogates.first - 1);
        first = kSurrogates.last + 1;
    } else if (first >= kSurrogates.first && first <= kSurrogates.last) {
        first = kSurrogates.last + 1;
    }
    if (first <= last)
        appendRange(text, first, last);
}

std::string inside(std::span<const CodeRange> ranges)
{
    std::string text;
    for (const CodeRange &range : ranges)
        appendValid(text, range.first, range.last);
    return text;
}

std::string outside(std::span<const CodeRange> ranges)
{
    std::string text;
    std::uint32_t next = 0;
    for (const CodeRange &range : ranges) {
        if (range.first > next)
            appendValid(text, next, range.first - 1);
        next = range.last + 1;
    }
    if (next <= kLastCodePoint)
        appendValid(text, next, kLastCodePoint);
    return text;
}

/// XML Schema writes block names without spaces and underscores.
std::string blockName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c != '_' && c != '-' && c != ' ')
            plain += c;
    }
    // "CombiningMarksforSymbols" is the one name with a small letter at the start of a word.
    if (const std::size_t place = plain.find("For"); place != std::string::npos)
        plain[place] = 'f';
    return plain;
}

std::optional<std::int32_t> blockNamed(std::string_view name)
{
    const std::string wanted = blockName(name);
    const std::int32_t last = u_getIntPropertyMaxValue(UCHAR_BLOCK);
    for (std::int32_t block = 1; block <= last; ++block) {
        for (std::int32_t choice = U_SHORT_PROPERTY_NAME; choice < U_LONG_PROPERTY_NAME + 3; ++choice) {
            const char *known =
                u_getPropertyValueName(UCHAR_BLOCK, block, static_cast<UPropertyNameChoice>(choice));
            if (known != nullptr && blockName(known) == wanted)
                return block;
        }
    }
    return std::nullopt;
}

/// Empty when there is no such block.
std::vector<CodeRange> blockRanges(std::string_view name)
{
    std::vector<CodeRange> ranges;
    const auto wanted = blockNamed(name);
    // Blocks begin and end at multiples of 16.
    constexpr std::uint32_t kUnit = 16;
    for (std::uint32_t code = 0; wanted && code <= kLastCodePoint; code += kUnit) {
        if (static_cast<std::int32_t>(ublock_getCode(static_cast<UChar32>(code))) != *wanted)
            continue;
        if (!ranges.empty() && ranges.back().last + 1 == code)
            ranges.back().last = code + kUnit - 1;
        else
            ranges.push_back({code, code + kUnit - 1});
    }
    return ranges;
}

constexpr std::string_view kCategories =
    " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn ";

} // namespace

std::optional<CharacterSet> escapedSet(char letter)
{
    constexpr std::array<CodeRange, 3> kSpace{{{9, 10}, {13, 13}, {' ', ' '}}};
    switch (letter) {
    case 's': return CharacterSet{inside(kSpace), false};
    case 'S': return CharacterSet{outside(kSpace), false};
    case 'i': return CharacterSet{inside(kNameStart), true};
    case 'I': return CharacterSet{outside(kNameStart), true};
    case 'c': return CharacterSet{inside(kNameCharacter), true};
    case 'C': return CharacterSet{outside(kNameCharacter), true};
    case 'd': return CharacterSet{"\\p{Nd}", false};
    case 'D': return CharacterSet{"\\P{Nd}", false};
    // The standard excludes punctuation, separators and others.
    case 'w': return CharacterSet{"\\p{L}\\p{M}\\p{N}\\p{S}", false};
    case 'W': return CharacterSet{"\\p{P}\\p{Z}\\p{C}", false};
    default: return std::nullopt;
    }
}

std::optional<CharacterSet> propertySet(std::string_view name, bool isNegated)
{
    if (name.starts_with("Is")) {
        const auto ranges = blockRanges(name.substr(2));
        if (ranges.empty())
            return std::nullopt;
        return CharacterSet{isNegated ? outside(ranges) : inside(ranges), true};
    }
    if (name.empty() || name.size() > 2
        || kCategories.find(" " + std::string(name) + " ") == std::string_view::npos)
        return std::nullopt;
    return CharacterSet{(isNegated ? "\\P{" : "\\p{") + std::string(name) + "}", false};
}

} // namespace tongban::feel
