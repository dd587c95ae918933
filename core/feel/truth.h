// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace tongban::feel {

/// A truth value of FEEL's three-valued logic (DMN 1.5, table 50 and 51). Null means "not known": it is
/// neither true nor false, and nothing here converts it to a C++ bool.
enum class Truth : std::uint8_t { False, True, Null };

constexpr Truth truth(bool value)
{
    return value ? Truth::True : Truth::False;
}

/// False wins over Null, Null wins over True.
constexpr Truth conjunction(Truth left, Truth right)
{
    if (left == Truth::False || right == Truth::False)
        return Truth::False;
    return left == Truth::True && right == Truth::True ? Truth::True : Truth::Null;
}

/// True wins over Null, Null wins over False.
constexpr Truth disjunction(Truth left, Truth right)
{
    if (left == Truth::True || right == Truth::True)
        return Truth::True;
    return left == Truth::False && right == Truth::False ? Truth::False : Truth::Null;
}

constexpr Truth negation(Truth value)
{
    if (value == Truth::Null)
        return Truth::Null;
    return value == Truth::True ? Truth::False : Truth::True;
}

/// The outcome of comparing two values by size. Unordered: of different kinds, null, or without an order.
enum class Order : std::int8_t { Less = -1, Equal = 0, Greater = 1, Unordered = 2 };

} // namespace tongban::feel
