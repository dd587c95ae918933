// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/decimal.h"

#include "core/feel/decimal_parts.h"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <algorithm>
#include <bid_conf.h>
#include <bid_functions.h>
#include <limits>

namespace tongban::feel {

namespace {

constexpr unsigned kHalfEven = 0;
constexpr std::uint64_t kSign = 0x8000'0000'0000'0000U;
constexpr std::uint64_t kInfinityOrNan = 0x7800'0000'0000'0000U;
constexpr std::uint64_t kCoefficientMask = 0x0001'FFFF'FFFF'FFFFU;

BID_UINT128 encode(const DecimalParts &parts)
{
    BID_UINT128 bits;
    bits.w[0] = static_cast<std::uint64_t>(parts.coefficient);
    bits.w[1] = static_cast<std::uint64_t>(parts.coefficient >> 64)
        | static_cast<std::uint64_t>(parts.exponent - kMinimumExponent) << 49 | (parts.negative ? kSign : 0);
    return bits;
}

BID_UINT128 bid(Decimal value)
{
    if (DecimalParts::isSmall(value))
        return encode(DecimalParts::of(value));
    BID_UINT128 bits;
    bits.w[0] = DecimalParts::low(value);
    bits.w[1] = DecimalParts::high(value);
    return bits;
}

std::optional<Decimal> fromBid(BID_UINT128 bits)
{
    if ((bits.w[1] & kInfinityOrNan) == kInfinityOrNan)
        return std::nullopt;
    DecimalParts parts;
    parts.negative = (bits.w[1] & kSign) != 0;
    parts.exponent = static_cast<int>(bits.w[1] >> 49 & 0x3FFF) + kMinimumExponent;
    parts.coefficient = static_cast<UInt128>(bits.w[1] & kCoefficientMask) << 64 | bits.w[0];
    return parts.decimal();
}

/// Both coefficients at the larger of the two scales; exact, because 19 + 18 digits fit into 128 bits.
struct Aligned {
    Int128 a;
    Int128 b;
    int scale;
};

Aligned align(Decimal a, Decimal b)
{
    const int scaleA = DecimalParts::scale(a);
    const int scaleB = DecimalParts::scale(b);
    Aligned aligned{DecimalParts::coefficientOf(a), DecimalParts::coefficientOf(b), std::max(scaleA, scaleB)};
    if (scaleA < scaleB)
        aligned.a *= static_cast<Int128>(kPowerOfTen[static_cast<std::size_t>(scaleB - scaleA)]);
    else if (scaleB < scaleA)
        aligned.b *= static_cast<Int128>(kPowerOfTen[static_cast<std::size_t>(scaleA - scaleB)]);
    return aligned;
}

bool areSmall(Decimal a, Decimal b)
{
    return DecimalParts::isSmall(a) && DecimalParts::isSmall(b);
}

/// Nothing when the number has more than 34 digits and has to be rounded.
std::optional<Decimal> exact(Int128 coefficient, int scale)
{
    if (coefficient >= std::numeric_limits<std::int64_t>::min()
        && coefficient <= std::numeric_limits<std::int64_t>::max() && scale <= kMaximumScale)
        return DecimalParts::small(static_cast<std::int64_t>(coefficient), scale);
    const UInt128 magnitude =
        coefficient < 0 ? -static_cast<UInt128>(coefficient) : static_cast<UInt128>(coefficient);
    if (magnitude >= kCoefficientEnd)
        return std::nullopt;
    return DecimalParts{coefficient < 0, magnitude, -scale}.decimal();
}

} // namespace

DecimalParts DecimalParts::of(Decimal value)
{
    DecimalParts parts;
    if (value.isSmall()) {
        const std::int64_t coefficient = coefficientOf(value);
        parts.negative = coefficient < 0;
        parts.coefficient = coefficient < 0 ? std::uint64_t(0) - static_cast<std::uint64_t>(coefficient)
                                            : static_cast<std::uint64_t>(coefficient);
        parts.exponent = -scale(value);
        return parts;
    }
    parts.negative = (value.m_high & kSign) != 0;
    parts.exponent = static_cast<int>(value.m_high >> 49 & 0x3FFF) + kMinimumExponent;
    parts.coefficient = static_cast<UInt128>(value.m_high & kCoefficientMask) << 64 | value.m_low;
    return parts;
}

Decimal DecimalParts::small(std::int64_t coefficient, int scale)
{
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    if (coefficient == 0)
        scale = 0;
    return Decimal(static_cast<std::uint64_t>(coefficient),
                   Decimal::kSmall | static_cast<std::uint64_t>(scale));
}

std::optional<Decimal> DecimalParts::decimal() const
{
    if (coefficient == 0)
        return Decimal();
    DecimalParts reduced = *this;
    while (reduced.coefficient % 10 == 0) {
        reduced.coefficient /= 10;
        ++reduced.exponent;
    }
    const UInt128 smallEnd =
        static_cast<UInt128>(std::numeric_limits<std::int64_t>::max()) + (negative ? 2 : 1);
    DecimalParts integer = reduced;
    if (integer.exponent > 0 && integer.exponent <= kMaximumScale && integer.coefficient < smallEnd) {
        integer.coefficient *= kPowerOfTen[static_cast<std::size_t>(integer.exponent)];
        integer.exponent = 0;
    }
    if (integer.exponent <= 0 && integer.exponent >= -kMaximumScale && integer.coefficient < smallEnd) {
        const std::uint64_t magnitude = static_cast<std::uint64_t>(integer.coefficient);
        return Decimal(negative ? 0 - magnitude : magnitude,
                       Decimal::kSmall | static_cast<std::uint64_t>(-integer.exponent));
    }
    while (reduced.exponent > kMaximumExponent && reduced.coefficient * 10 < kCoefficientEnd) {
        reduced.coefficient *= 10;
        --reduced.exponent;
    }
    if (reduced.exponent > kMaximumExponent || reduced.exponent < kMinimumExponent)
        return std::nullopt;
    const BID_UINT128 bits = encode(reduced);
    return Decimal(bits.w[0], bits.w[1]);
}

Decimal Decimal::scaled(std::int64_t coefficient, int scale)
{
    return DecimalParts::small(coefficient, scale);
}

bool Decimal::isNegative() const
{
    return isSmall() ? static_cast<std::int64_t>(m_low) < 0 : (m_high & kSign) != 0;
}

bool Decimal::isInteger() const
{
    return DecimalParts::of(*this).exponent >= 0;
}

std::optional<std::int64_t> Decimal::scaledIntegerSlow(int scale) const
{
    std::int64_t product = 0;
    if (isSmall()) {
        const int missing = scale - DecimalParts::scale(*this);
        if (missing < 0
            || __builtin_mul_overflow(
                static_cast<std::int64_t>(m_low),
                static_cast<std::int64_t>(kPowerOfTen[static_cast<std::size_t>(missing)]), &product))
            return std::nullopt;
        return product;
    }
    const auto exactProduct =
        multiply(*this, Decimal(static_cast<std::int64_t>(kPowerOfTen[static_cast<std::size_t>(scale)])));
    return exactProduct ? exactProduct->integer() : std::nullopt;
}

std::optional<std::int64_t> Decimal::truncated() const
{
    if (const auto whole = rounded(0, Rounding::Down))
        return whole->integer();
    return std::nullopt;
}

Decimal Decimal::operator-() const
{
    if (isSmall() && static_cast<std::int64_t>(m_low) != std::numeric_limits<std::int64_t>::min())
        return Decimal(0 - m_low, m_high);
    DecimalParts parts = DecimalParts::of(*this);
    parts.negative = !parts.negative;
    return *parts.decimal();
}

Decimal Decimal::magnitude() const
{
    return isNegative() ? -*this : *this;
}

std::strong_ordering Decimal::compareSlow(Decimal a, Decimal b)
{
    if (a == b)
        return std::strong_ordering::equal;
    if (areSmall(a, b)) {
        const Aligned aligned = align(a, b);
        return aligned.a < aligned.b ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    unsigned flags = 0;
    return bid128_quiet_less(bid(a), bid(b), &flags) != 0 ? std::strong_ordering::less
                                                          : std::strong_ordering::greater;
}

std::optional<Decimal> Decimal::addSlow(Decimal a, Decimal b)
{
    if (areSmall(a, b)) {
        const Aligned aligned = align(a, b);
        if (const auto sum = exact(aligned.a + aligned.b, aligned.scale))
            return sum;
    }
    unsigned flags = 0;
    return fromBid(bid128_add(bid(a), bid(b), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::multiplySlow(Decimal a, Decimal b)
{
    if (areSmall(a, b)) {
        const Int128 product =
            static_cast<Int128>(DecimalParts::coefficientOf(a)) * DecimalParts::coefficientOf(b);
        if (const auto result = exact(product, DecimalParts::scale(a) + DecimalParts::scale(b)))
            return result;
    }
    unsigned flags = 0;
    return fromBid(bid128_mul(bid(a), bid(b), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::divide(Decimal a, Decimal b)
{
    if (b.isZero())
        return std::nullopt;
    if (areSmall(a, b)) {
        const Aligned aligned = align(a, b);
        if (aligned.a % aligned.b == 0) {
            if (const auto quotient = exact(aligned.a / aligned.b, 0))
                return quotient;
        }
    }
    unsigned flags = 0;
    return fromBid(bid128_div(bid(a), bid(b), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::modulo(Decimal a, Decimal b)
{
    if (b.isZero())
        return std::nullopt;
    if (areSmall(a, b)) {
        const Aligned aligned = align(a, b);
        Int128 rest = aligned.a % aligned.b;
        if (rest != 0 && (rest < 0) != (aligned.b < 0))
            rest += aligned.b;
        if (const auto result = exact(rest, aligned.scale))
            return result;
    }
    unsigned flags = 0;
    const auto rest = fromBid(bid128_fmod(bid(a), bid(b), &flags));
    if (rest && !rest->isZero() && rest->isNegative() != b.isNegative())
        return add(*rest, b);
    return rest;
}

namespace {

/// Exact or nothing.
std::optional<Decimal> exactPower(Decimal base, std::uint64_t exponent)
{
    unsigned flags = 0;
    BID_UINT128 result = bid(Decimal(1));
    BID_UINT128 square = bid(base);
    for (std::uint64_t rest = exponent; rest != 0;) {
        if ((rest & 1) != 0)
            result = bid128_mul(result, square, kHalfEven, &flags);
        rest >>= 1;
        if (rest != 0)
            square = bid128_mul(square, square, kHalfEven, &flags);
        if ((flags & BID_INEXACT_EXCEPTION) != 0)
            return std::nullopt;
    }
    return fromBid(result);
}

} // namespace

std::optional<Decimal> Decimal::power(Decimal base, Decimal exponent)
{
    if (exponent.isZero())
        return Decimal(1);
    if (base.isZero() && exponent.isNegative())
        return std::nullopt;
    const auto whole = exponent.integer();
    if (whole && *whole > 0) {
        if (const auto result = exactPower(base, static_cast<std::uint64_t>(*whole)))
            return result;
    } else if (whole && *whole > std::numeric_limits<std::int64_t>::min()) {
        if (const auto result = exactPower(base, static_cast<std::uint64_t>(-*whole)))
            return divide(Decimal(1), *result);
    } else if (exponent == scaled(5, 1)) {
        return base.squareRoot();
    }
    unsigned flags = 0;
    return fromBid(bid128_pow(bid(base), bid(exponent), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::squareRoot() const
{
    unsigned flags = 0;
    return fromBid(bid128_sqrt(bid(*this), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::exponential() const
{
    unsigned flags = 0;
    return fromBid(bid128_exp(bid(*this), kHalfEven, &flags));
}

std::optional<Decimal> Decimal::logarithm() const
{
    if (isZero() || isNegative())
        return std::nullopt;
    unsigned flags = 0;
    return fromBid(bid128_log(bid(*this), kHalfEven, &flags));
}

} // namespace tongban::feel
