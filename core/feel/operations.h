// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"
#include "core/feel/value.h"

namespace tongban::feel {

enum class Arithmetic : std::uint8_t { Add, Subtract, Multiply, Divide, Power };
enum class Comparison : std::uint8_t { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual };

/// FEEL's arithmetic on any two values (DMN 1.5, tables 54 to 59); null with a diagnostic where the tables
/// have no row.
Value arithmetic(Arithmetic operation, const Value &left, const Value &right, Evaluation &evaluation,
                 Span span);

/// Unary minus.
Value negate(const Value &value, Evaluation &evaluation, Span span);

/// What cannot be compared is reported.
Truth comparison(Comparison operation, const Value &left, const Value &right, Evaluation &evaluation,
                 Span span);

/// Whether the order satisfies the comparison; Null when unordered.
constexpr Truth satisfies(Order order, Comparison operation)
{
    if (order == Order::Unordered)
        return Truth::Null;
    switch (operation) {
    case Comparison::Equal: return truth(order == Order::Equal);
    case Comparison::Unequal: return truth(order != Order::Equal);
    case Comparison::Less: return truth(order == Order::Less);
    case Comparison::LessOrEqual: return truth(order != Order::Greater);
    case Comparison::Greater: return truth(order == Order::Greater);
    case Comparison::GreaterOrEqual: return truth(order != Order::Less);
    }
    return Truth::Null;
}

/// `value in element`: equal to it, or inside it when it is a range or a list (DMN 1.5, table 55).
Truth isIn(const Value &value, const Value &element, Evaluation &evaluation, Span span);

/// "a number and a string": for diagnostics.
std::string kindsText(const Value &left, const Value &right);

} // namespace tongban::feel
