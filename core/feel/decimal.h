// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

__extension__ typedef __int128 Int128;

/// A decimal number of 34 significant digits with exponents from -6176 to 6111 (IEEE 754 decimal128),
/// rounded half-even, as DMN 1.5, 10.3.2.3.1 requires. Always finite: an operation whose result would be
/// infinite or undefined gives nothing.
///
/// 16 bytes, trivially copyable. A number with a 64-bit coefficient and at most 18 decimal places is held
/// as a plain integer and its scale, and arithmetic that stays there costs a few machine instructions;
/// everything else is held as decimal128. Each number has exactly one representation, so equality is
/// equality of bits. Pure functions; any thread.
class Decimal
{
public:
    /// Zero.
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t integer) : m_low(static_cast<std::uint64_t>(integer)) { }
    constexpr Decimal(int integer) : Decimal(static_cast<std::int64_t>(integer)) { }

    /// `coefficient` x 10 to the power of -`scale`, e.g. (1050, 2) is 10.5. Scale 0 to 18.
    static Decimal scaled(std::int64_t coefficient, int scale);
    /// Reads "12", "-0.5", ".5", "1e3", "1.2E-7"; nothing else (no spaces, no "+", no infinity). More than
    /// 34 digits are rounded half-even; an exponent out of range gives nothing.
    static std::optional<Decimal> parse(std::string_view text);

    /// Plain notation without trailing zeros ("0.1", "-3", "1200"); numbers whose plain form would be longer
    /// than 60 characters are written as "1.5E+100". Reading it back gives the same number.
    std::string text() const;
    void appendTo(std::string &out) const;

    constexpr bool isZero() const { return isSmall() && m_low == 0; }
    bool isNegative() const;
    bool isInteger() const;
    /// The value as a machine integer; nothing for fractions and numbers beyond 64 bits.
    std::optional<std::int64_t> integer() const
    {
        return m_high == kSmall ? std::optional(static_cast<std::int64_t>(m_low)) : std::nullopt;
    }
    /// The value times 10 to the power of `scale` (0 to 18) as a machine integer; nothing when that has a
    /// fraction or does not fit.
    std::optional<std::int64_t> scaledInteger(int scale) const
    {
        return scale == 0 && m_high == kSmall ? std::optional(static_cast<std::int64_t>(m_low))
                                              : scaledIntegerSlow(scale);
    }
    /// As `integer()` after cutting the fraction off towards zero.
    std::optional<std::int64_t> truncated() const;

    friend bool operator==(Decimal a, Decimal b) = default;
    friend std::strong_ordering operator<=>(Decimal a, Decimal b)
    {
        if (a.m_high == b.m_high && a.isSmall())
            return static_cast<std::int64_t>(a.m_low) <=> static_cast<std::int64_t>(b.m_low);
        return compareSlow(a, b);
    }

    Decimal operator-() const;
    Decimal magnitude() const;

    static std::optional<Decimal> add(Decimal a, Decimal b)
    {
        std::int64_t sum = 0;
        if (a.m_high == kSmall && b.m_high == kSmall
            && !__builtin_add_overflow(static_cast<std::int64_t>(a.m_low), static_cast<std::int64_t>(b.m_low),
                                       &sum)) [[likely]]
            return Decimal(sum);
        return addSlow(a, b);
    }
    static std::optional<Decimal> subtract(Decimal a, Decimal b)
    {
        std::int64_t difference = 0;
        if (a.m_high == kSmall && b.m_high == kSmall
            && !__builtin_sub_overflow(static_cast<std::int64_t>(a.m_low), static_cast<std::int64_t>(b.m_low),
                                       &difference)) [[likely]]
            return Decimal(difference);
        return addSlow(a, -b);
    }
    static std::optional<Decimal> multiply(Decimal a, Decimal b)
    {
        std::int64_t product = 0;
        if (a.m_high == kSmall && b.m_high == kSmall
            && !__builtin_mul_overflow(static_cast<std::int64_t>(a.m_low), static_cast<std::int64_t>(b.m_low),
                                       &product)) [[likely]]
            return Decimal(product);
        return multiplySlow(a, b);
    }
    /// Nothing when `b` is zero.
    static std::optional<Decimal> divide(Decimal a, Decimal b);
    /// `**`. Integer exponents by repeated multiplication, 0.5 by the square root, others by the decimal
    /// library (last digit not always the nearest).
    static std::optional<Decimal> power(Decimal base, Decimal exponent);
    /// a - b * floor(a / b): the sign of the divisor (DMN 1.5, table 76). Nothing when `b` is zero.
    static std::optional<Decimal> modulo(Decimal a, Decimal b);

    /// Nothing for negative numbers.
    std::optional<Decimal> squareRoot() const;
    std::optional<Decimal> exponential() const;
    /// Natural logarithm; nothing unless positive.
    std::optional<Decimal> logarithm() const;

    /// How a number between two neighbours is rounded; names as in DMN 1.5, table 76.
    enum class Rounding {
        HalfEven, ///< decimal()
        Up, ///< away from zero: round up()
        Down, ///< towards zero: round down()
        HalfUp, ///< half away from zero: round half up()
        HalfDown, ///< half towards zero: round half down()
        Floor,
        Ceiling,
    };
    /// Rounded to `scale` decimal places (negative: tens, hundreds). Nothing when the scale is outside
    /// -6111 to 6176 or the result has no representation.
    std::optional<Decimal> rounded(std::int64_t scale, Rounding mode) const;

private:
    /// Marks the machine-integer form in the high word: a bit pattern decimal128 never uses for a finite
    /// number. The low 8 bits hold the number of decimal places, m_low the coefficient.
    static constexpr std::uint64_t kSmall = 0x6000'0000'0000'0000U;
    static constexpr std::uint64_t kFormMask = 0x7800'0000'0000'0000U;

    friend struct DecimalParts;

    constexpr Decimal(std::uint64_t low, std::uint64_t high) : m_low(low), m_high(high) { }
    constexpr bool isSmall() const { return (m_high & kFormMask) == kSmall; }

    std::optional<std::int64_t> scaledIntegerSlow(int scale) const;
    static std::strong_ordering compareSlow(Decimal a, Decimal b);
    static std::optional<Decimal> addSlow(Decimal a, Decimal b);
    static std::optional<Decimal> multiplySlow(Decimal a, Decimal b);

    std::uint64_t m_low = 0;
    std::uint64_t m_high = kSmall;
};

static_assert(sizeof(Decimal) == 16);

} // namespace tongban::feel
