// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/identifier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tongban {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isAlphanumeric(char c)
{
    return isDigit(c) || isUpper(c);
}

/// 0 to 9, then A = 10 to Z = 35.
constexpr int alphanumericValue(char c)
{
    return isDigit(c) ? c - '0' : c - 'A' + 10;
}

inline bool allDigits(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

inline std::optional<IdentifierProblem> lengthProblem(std::string_view text, std::size_t wanted)
{
    if (text.empty())
        return IdentifierProblem::Empty;
    return text.size() == wanted ? std::nullopt : std::optional(IdentifierProblem::WrongLength);
}

/// The first two digits of a division code (GB/T 2260), with 83 for Taiwan residents' permits in resident
/// numbers.
inline bool isProvinceCode(std::string_view twoDigits)
{
    static constexpr std::array<std::string_view, 35> kProvinces{
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
        "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
        "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"};
    return std::ranges::find(kProvinces, twoDigits) != kProvinces.end();
}

/// The short names that begin plates and certificate numbers.
inline bool isProvinceName(std::string_view character)
{
    static constexpr std::string_view kNames =
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    // Every name takes three bytes: a match that begins inside another character is none.
    const std::size_t found = kNames.find(character);
    return character.size() == 3 && found != std::string_view::npos && found % 3 == 0;
}

} // namespace tongban
