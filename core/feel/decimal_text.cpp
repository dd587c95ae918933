// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/decimal.h"
#include "core/feel/decimal_parts.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

constexpr std::size_t kPlainLength = 60;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The parts of a number as it is written, before any arithmetic.
struct Written {
    bool negative = false;
    std::string digits; ///< Without leading zeros.
    std::int64_t exponent = 0;
};

std::optional<std::int64_t> readExponent(std::string_view text)
{
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text.empty() || !std::ranges::all_of(text, isDigit))
        return std::nullopt;
    std::int64_t exponent = 0;
    for (const char digit : text)
        exponent = std::min<std::int64_t>(exponent * 10 + (digit - '0'), 1'000'000);
    return negative ? -exponent : exponent;
}

std::optional<Written> readWritten(std::string_view text)
{
    Written written;
    if (!text.empty() && text.front() == '-') {
        written.negative = true;
        text.remove_prefix(1);
    }
    bool anyDigit = false;
    bool afterPoint = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '.' && !afterPoint && i + 1 < text.size() && isDigit(text[i + 1])) {
            afterPoint = true;
        } else if (isDigit(text[i])) {
            anyDigit = true;
            if (afterPoint)
                --written.exponent;
            if (text[i] != '0' || !written.digits.empty())
                written.digits += text[i];
        } else {
            break;
        }
    }
    if (!anyDigit)
        return std::nullopt;
    if (i == text.size())
        return written;
    if (text[i] != 'e' && text[i] != 'E')
        return std::nullopt;
    const auto exponent = readExponent(text.substr(i + 1));
    if (!exponent)
        return std::nullopt;
    written.exponent += *exponent;
    return written;
}

/// Rounds to `keep` digits, half-even.
void cutDigits(Written &written, std::size_t keep)
{
    if (written.digits.size() <= keep)
        return;
    const std::string rest = written.digits.substr(keep);
    written.exponent += static_cast<std::int64_t>(rest.size());
    written.digits.resize(keep);
    const bool tie = rest[0] == '5' && rest.find_first_not_of('0', 1) == std::string::npos;
    const bool odd = keep > 0 && (written.digits.back() - '0') % 2 == 1;
    if (rest[0] < '5' || (tie && !odd))
        return;
    std::size_t i = keep;
    while (i > 0 && written.digits[i - 1] == '9')
        written.digits[--i] = '0';
    if (i > 0)
        ++written.digits[i - 1];
    else
        written.digits.insert(0, 1, '1');
    cutDigits(written, keep);
}

/// Numbers of up to 18 digits without an exponent, which is nearly every number there is; nothing for others.
std::optional<Decimal> parsePlain(std::string_view text)
{
    constexpr std::size_t kMostCharacters = 20; // 18 digits, a sign and a point
    if (text.empty() || text.size() > kMostCharacters)
        return std::nullopt;
    const bool negative = text.front() == '-';
    std::int64_t coefficient = 0;
    std::size_t digits = 0;
    std::size_t point = text.size();
    for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
        if (isDigit(text[i])) {
            if (digits == static_cast<std::size_t>(kMaximumScale))
                return std::nullopt; // one more might not fit
            coefficient = coefficient * 10 + (text[i] - '0');
            ++digits;
        } else if (text[i] == '.' && point == text.size()) {
            point = i;
        } else {
            return std::nullopt;
        }
    }
    const std::size_t places = point == text.size() ? 0 : text.size() - point - 1;
    if (digits == 0 || point + 1 == text.size())
        return std::nullopt;
    return DecimalParts::small(negative ? -coefficient : coefficient, static_cast<int>(places));
}

/// The plain notation of a number held as a machine integer.
void appendSmall(std::string &out, std::int64_t coefficient, std::size_t scale)
{
    std::array<char, 24> buffer{};
    std::uint64_t rest = static_cast<std::uint64_t>(coefficient);
    if (coefficient < 0) {
        out += '-';
        rest = 0 - rest;
    }
    char *const end = buffer.data() + buffer.size();
    char *begin = end;
    for (std::size_t digit = 0; rest != 0 || digit <= scale; ++digit, rest /= 10) {
        if (digit == scale && scale != 0)
            *--begin = '.';
        *--begin = static_cast<char>('0' + rest % 10);
    }
    out.append(begin, end);
}

/// The notation of any number, digit by digit.
std::string longText(Decimal number)
{
    DecimalParts parts = DecimalParts::of(number);
    std::string digits;
    do {
        digits += static_cast<char>('0' + static_cast<int>(parts.coefficient % 10));
        parts.coefficient /= 10;
    } while (parts.coefficient != 0);
    std::ranges::reverse(digits);
    const std::string sign = parts.negative ? "-" : "";
    const std::size_t distance = static_cast<std::size_t>(std::abs(parts.exponent));
    if (parts.exponent >= 0 && digits.size() + distance <= kPlainLength)
        return sign + digits + std::string(digits == "0" ? 0 : distance, '0');
    if (parts.exponent < 0 && std::max(digits.size(), distance) + 2 <= kPlainLength) {
        if (digits.size() > distance)
            return sign + digits.substr(0, digits.size() - distance) + "."
                + digits.substr(digits.size() - distance);
        return sign + "0." + std::string(distance - digits.size(), '0') + digits;
    }
    const int exponent = parts.exponent + static_cast<int>(digits.size()) - 1;
    while (digits.size() > 1 && digits.back() == '0')
        digits.pop_back();
    std::string result = sign + digits.substr(0, 1);
    if (digits.size() > 1)
        result += "." + digits.substr(1);
    return result + (exponent < 0 ? "E-" : "E+") + std::to_string(std::abs(exponent));
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    if (const auto plain = parsePlain(text))
        return plain;
    auto written = readWritten(text);
    if (!written)
        return std::nullopt;
    if (written->digits.empty())
        return Decimal();
    // Zeros behind the last digit are not worth a digit of precision.
    while (written->digits.back() == '0') {
        written->digits.pop_back();
        ++written->exponent;
    }
    cutDigits(*written, kDigits);
    if (written->exponent < kMinimumExponent) {
        const std::int64_t excess = kMinimumExponent - written->exponent;
        if (excess >= static_cast<std::int64_t>(written->digits.size()))
            return std::nullopt;
        cutDigits(*written, written->digits.size() - static_cast<std::size_t>(excess));
    }
    if (written->exponent > kMaximumExponent + kDigits)
        return std::nullopt;
    DecimalParts parts;
    parts.negative = written->negative;
    parts.exponent = static_cast<int>(written->exponent);
    for (const char digit : written->digits)
        parts.coefficient = parts.coefficient * 10 + static_cast<unsigned>(digit - '0');
    return parts.decimal();
}

std::string Decimal::text() const
{
    std::string out;
    appendTo(out);
    return out;
}

void Decimal::appendTo(std::string &out) const
{
    if (isSmall())
        appendSmall(out, DecimalParts::coefficientOf(*this),
                    static_cast<std::size_t>(DecimalParts::scale(*this)));
    else
        out += longText(*this);
}

} // namespace tongban::feel
