// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/serial.h"

#include "core/base/text.h"

#include <charconv>

namespace tongban::permit {

namespace {

constexpr std::string_view kPrefix = "深交审";
constexpr int kModulus = 36;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kDistrictDigits = 6;
constexpr std::size_t kNumberDigits = 7;
constexpr std::size_t kDigits = kYearDigits + kDistrictDigits + kNumberDigits;

std::string padded(std::int64_t value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

/// The hybrid system of ISO/IEC 7064 with the moduli 37 and 36, over digits.
char checkCharacterOf(std::string_view digits)
{
    int product = kModulus;
    for (const char digit : digits) {
        int sum = (product + (digit - '0')) % kModulus;
        if (sum == 0)
            sum = kModulus;
        product = sum * 2 % (kModulus + 1);
    }
    return kAlphabet[static_cast<std::size_t>((kModulus + 1 - product) % kModulus)];
}

bool isHyphen(char32_t c)
{
    return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\uFE63';
}

/// The digits and letters of what was typed; empty when something else stands in it.
std::string strippedSerial(std::string_view text)
{
    const std::string folded = halfWidth(trimmed(text));
    std::string_view rest = folded;
    if (rest.starts_with(kPrefix))
        rest.remove_prefix(kPrefix.size());
    std::string out;
    while (!rest.empty()) {
        const char32_t c = takeCodePoint(rest);
        if (c == U' ' || isHyphen(c))
            continue;
        const char upper = c >= U'a' && c <= U'z' ? static_cast<char>(c - U'a' + U'A') : static_cast<char>(c);
        if (c > 0x7F || kAlphabet.find(upper) == std::string_view::npos)
            return {};
        out += upper;
    }
    return out;
}

std::int64_t numberOf(std::string_view digits)
{
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string digitsOf(const CaseSerial &serial)
{
    return padded(serial.year(), kYearDigits) + padded(serial.district(), kDistrictDigits)
        + padded(serial.number(), kNumberDigits);
}

} // namespace

Result<CaseSerial> CaseSerial::create(int year, int district, std::int64_t number)
{
    if (year < 2000 || year > 2999)
        return fail(ErrorCode::InvalidInput, "case serial: the year is out of range");
    if (district < 100'000 || district > 999'999)
        return fail(ErrorCode::InvalidInput, "case serial: the district has not six digits");
    if (number < 1 || number > kLargestNumber)
        return fail(ErrorCode::InvalidInput, "case serial: the number is out of range");
    return CaseSerial(year, district, number);
}

Result<CaseSerial> CaseSerial::parse(std::string_view text)
{
    if (findInvalidUtf8(text))
        return fail(ErrorCode::InvalidInput, "case serial: not UTF-8");
    const std::string stripped = strippedSerial(text);
    const std::string_view digits = std::string_view(stripped).substr(0, std::min(kDigits, stripped.size()));
    if (stripped.size() != kDigits + 1 || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "case serial: not of the form year-district-number-check");
    if (checkCharacterOf(digits) != stripped.back())
        return fail(ErrorCode::InvalidInput, "case serial: the check character does not fit");
    return create(static_cast<int>(numberOf(digits.substr(0, kYearDigits))),
                  static_cast<int>(numberOf(digits.substr(kYearDigits, kDistrictDigits))),
                  numberOf(digits.substr(kYearDigits + kDistrictDigits)));
}

char CaseSerial::checkCharacter() const
{
    return checkCharacterOf(digitsOf(*this));
}

std::string CaseSerial::text() const
{
    const std::string digits = digitsOf(*this);
    std::string out(kPrefix);
    out.reserve(kPrefix.size() + kDigits + 5);
    out += '-';
    out.append(digits, 0, kYearDigits);
    out += '-';
    out.append(digits, kYearDigits, kDistrictDigits);
    out += '-';
    out.append(digits, kYearDigits + kDistrictDigits, kNumberDigits);
    out += '-';
    out += checkCharacterOf(digits);
    return out;
}

std::string serialCounterName(int year, int district)
{
    return std::to_string(district) + '-' + std::to_string(year);
}

} // namespace tongban::permit
