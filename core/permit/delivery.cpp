// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/delivery.h"

#include "core/base/text.h"
#include "core/permit/enum_names.h"

#include <algorithm>
#include <array>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<DeliveryMode::Courier> kModes{"in_person", "courier"};
constexpr NamesUpTo<WaybillProblem::BadCheckDigit> kProblems{"none", "empty", "bad_character", "bad_length",
                                                             "bad_check_digit"};
constexpr std::size_t kShortest = 10;
constexpr std::size_t kLongest = 20;
constexpr std::size_t kPostalLength = 13;
constexpr std::array<int, 8> kPostalWeights{8, 6, 4, 2, 3, 5, 9, 7};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isPostal(std::string_view waybill)
{
    return waybill.size() == kPostalLength && isLetter(waybill[0]) && isLetter(waybill[1])
        && isLetter(waybill[11]) && isLetter(waybill[12])
        && std::ranges::all_of(waybill.substr(2, 9), isDigit);
}

char postalCheckDigit(std::string_view eightDigits)
{
    int sum = 0;
    for (std::size_t i = 0; i < kPostalWeights.size(); ++i)
        sum += kPostalWeights[i] * (eightDigits[i] - '0');
    const int check = 11 - sum % 11;
    // The standard gives 10 and 11 digits of their own: 0 and 5.
    return static_cast<char>('0' + (check == 10 ? 0 : check == 11 ? 5 : check));
}

} // namespace

std::string normalisedWaybill(std::string_view text)
{
    std::string out;
    for (char c : halfWidth(trimmed(text))) {
        if (c == ' ' || c == '-')
            continue;
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

WaybillProblem waybillProblem(std::string_view waybill)
{
    if (waybill.empty())
        return WaybillProblem::Empty;
    if (!std::ranges::all_of(waybill, [](char c) { return isDigit(c) || isLetter(c); }))
        return WaybillProblem::BadCharacter;
    if (waybill.size() < kShortest || waybill.size() > kLongest)
        return WaybillProblem::BadLength;
    if (isPostal(waybill) && postalCheckDigit(waybill.substr(2, 8)) != waybill[10])
        return WaybillProblem::BadCheckDigit;
    return WaybillProblem::None;
}

std::string_view name(DeliveryMode mode)
{
    return nameIn(kModes, mode);
}

std::string_view name(WaybillProblem problem)
{
    return nameIn(kProblems, problem);
}

std::optional<DeliveryMode> parseDeliveryMode(std::string_view name)
{
    return valueIn<DeliveryMode>(kModes, name);
}

} // namespace tongban::permit
