// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/decimal.h"
#include "core/feel/decimal_parts.h"

#include <algorithm>

namespace tongban::feel {

namespace {

/// How what is cut off compares with half a unit.
enum class Rest { Nothing, BelowHalf, Half, AboveHalf };

bool roundsAway(Decimal::Rounding mode, Rest rest, bool odd, bool negative)
{
    if (rest == Rest::Nothing)
        return false;
    switch (mode) {
    case Decimal::Rounding::HalfEven: return rest == Rest::AboveHalf || (rest == Rest::Half && odd);
    case Decimal::Rounding::Up: return true;
    case Decimal::Rounding::Down: return false;
    case Decimal::Rounding::HalfUp: return rest != Rest::BelowHalf;
    case Decimal::Rounding::HalfDown: return rest == Rest::AboveHalf;
    case Decimal::Rounding::Floor: return negative;
    case Decimal::Rounding::Ceiling: return !negative;
    }
    return false;
}

} // namespace

std::optional<Decimal> Decimal::rounded(std::int64_t scale, Rounding mode) const
{
    if (scale < -kMaximumExponent || scale > -kMinimumExponent)
        return std::nullopt;
    DecimalParts parts = DecimalParts::of(*this);
    const std::int64_t drop = -scale - parts.exponent;
    if (drop <= 0 || parts.coefficient == 0)
        return *this;
    Rest rest = Rest::BelowHalf;
    UInt128 quotient = 0;
    if (drop < static_cast<std::int64_t>(kPowerOfTen.size())) {
        const UInt128 unit = kPowerOfTen[static_cast<std::size_t>(drop)];
        const UInt128 remainder = parts.coefficient % unit;
        quotient = parts.coefficient / unit;
        if (remainder == 0)
            rest = Rest::Nothing;
        else if (remainder * 2 == unit)
            rest = Rest::Half;
        else if (remainder * 2 > unit)
            rest = Rest::AboveHalf;
    }
    if (roundsAway(mode, rest, quotient % 2 == 1, parts.negative))
        ++quotient;
    parts.coefficient = quotient;
    parts.exponent = static_cast<int>(-scale);
    return parts.decimal();
}

std::optional<Decimal> toDecimal(Int128 integer)
{
    const UInt128 magnitude = integer < 0 ? -static_cast<UInt128>(integer) : static_cast<UInt128>(integer);
    if (magnitude >= kCoefficientEnd)
        return std::nullopt;
    return DecimalParts{integer < 0, magnitude, 0}.decimal();
}

std::optional<Int128> toInteger(Decimal value)
{
    const auto whole = value.rounded(0, Decimal::Rounding::Down);
    if (!whole)
        return std::nullopt;
    const DecimalParts parts = DecimalParts::of(*whole);
    if (parts.exponent > 3)
        return std::nullopt;
    const auto magnitude = static_cast<Int128>(
        parts.coefficient * kPowerOfTen[static_cast<std::size_t>(std::max(0, parts.exponent))]);
    return parts.negative ? -magnitude : magnitude;
}

} // namespace tongban::feel
