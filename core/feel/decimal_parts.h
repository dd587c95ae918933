// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/decimal.h"

#include <array>
#include <optional>

namespace tongban::feel {

__extension__ typedef unsigned __int128 UInt128;

inline constexpr int kDigits = 34;
inline constexpr int kMinimumExponent = -6176;
inline constexpr int kMaximumExponent = 6111;
inline constexpr int kMaximumScale = 18;

constexpr std::array<UInt128, 39> powersOfTen()
{
    std::array<UInt128, 39> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}

inline constexpr std::array<UInt128, 39> kPowerOfTen = powersOfTen();
inline constexpr UInt128 kCoefficientEnd = kPowerOfTen[kDigits];

/// A decimal taken apart: (-1)^negative * coefficient * 10^exponent.
struct DecimalParts {
    bool negative = false;
    UInt128 coefficient = 0;
    int exponent = 0;

    static DecimalParts of(Decimal value);
    /// The one representation of the number. The coefficient must have at most 34 digits. Nothing when the
    /// exponent is out of range.
    std::optional<Decimal> decimal() const;

    /// The two words of decimal128 in binary integer encoding.
    static Decimal raw(std::uint64_t low, std::uint64_t high) { return Decimal(low, high); }
    static std::uint64_t low(Decimal value) { return value.m_low; }
    static std::uint64_t high(Decimal value) { return value.m_high; }
    static bool isSmall(Decimal value) { return value.isSmall(); }
    static int scale(Decimal value) { return static_cast<int>(value.m_high & 0xFF); }
    static std::int64_t coefficientOf(Decimal value) { return static_cast<std::int64_t>(value.m_low); }
    /// Strips zeros behind the point; scale 0 to 18.
    static Decimal small(std::int64_t coefficient, int scale);
};

/// Exact below 34 digits.
std::optional<Decimal> toDecimal(Int128 integer);
/// The integer part, towards zero; nothing at 10^37 and beyond.
std::optional<Int128> toInteger(Decimal value);

} // namespace tongban::feel
