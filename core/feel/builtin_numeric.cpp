// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include <array>

namespace tongban::feel {

namespace {

using Rounding = Decimal::Rounding;

constexpr std::string_view kNoResult = "there is no such number";

Value roundedTo(const Call &call, Rounding mode)
{
    const auto number = call.number(0);
    if (!number)
        return Value();
    std::int64_t scale = 0;
    if (call.has(1)) {
        const auto given = call.number(1);
        const auto whole = given ? given->truncated() : std::nullopt;
        if (!given)
            return Value();
        if (!whole)
            return call.outOfDomain("the scale is out of range");
        scale = *whole;
    }
    return call.orOutOfDomain(number->rounded(scale, mode), "the scale is out of range");
}

Value decimal(const Call &call)
{
    return roundedTo(call, Rounding::HalfEven);
}
Value floor(const Call &call)
{
    return roundedTo(call, Rounding::Floor);
}
Value ceiling(const Call &call)
{
    return roundedTo(call, Rounding::Ceiling);
}
Value roundUp(const Call &call)
{
    return roundedTo(call, Rounding::Up);
}
Value roundDown(const Call &call)
{
    return roundedTo(call, Rounding::Down);
}
Value roundHalfUp(const Call &call)
{
    return roundedTo(call, Rounding::HalfUp);
}
Value roundHalfDown(const Call &call)
{
    return roundedTo(call, Rounding::HalfDown);
}

Value magnitude(const Call &call)
{
    const Value &value = call.single(0);
    if (value.kind() == Kind::DaysDuration) {
        const Int128 nanos = value.daysDuration().nanos;
        return Value(DaysDuration{nanos < 0 ? -nanos : nanos});
    }
    if (value.kind() == Kind::MonthsDuration) {
        const std::int64_t months = value.monthsDuration().months;
        return Value(MonthsDuration{months < 0 ? -months : months});
    }
    const auto number = call.number(0);
    return number ? Value(number->magnitude()) : Value();
}

Value modulo(const Call &call)
{
    const auto dividend = call.number(0);
    const auto divisor = call.number(1);
    if (!dividend || !divisor)
        return Value();
    return call.orOutOfDomain(Decimal::modulo(*dividend, *divisor), "division by zero");
}

Value squareRoot(const Call &call)
{
    const auto number = call.number(0);
    return number ? call.orOutOfDomain(number->squareRoot(), kNoResult) : Value();
}

Value logarithm(const Call &call)
{
    const auto number = call.number(0);
    return number ? call.orOutOfDomain(number->logarithm(), kNoResult) : Value();
}

Value exponential(const Call &call)
{
    const auto number = call.number(0);
    return number ? call.orOutOfDomain(number->exponential(), kNoResult) : Value();
}

Value hasRestOfTwo(const Call &call, Decimal wanted)
{
    const auto number = call.number(0);
    if (!number)
        return Value();
    const auto rest = Decimal::modulo(*number, Decimal(2));
    return Value(rest && *rest == wanted);
}

Value odd(const Call &call)
{
    return hasRestOfTwo(call, Decimal(1));
}
Value even(const Call &call)
{
    return hasRestOfTwo(call, Decimal(0));
}

constexpr auto kNumber = Type::Form::Number;
constexpr auto kBoolean = Type::Form::Boolean;

constexpr std::array<Builtin, 14> kTable{{
    {"decimal", "n,scale", 2, false, decimal, kNumber},
    {"floor", "n,scale", 1, false, floor, kNumber},
    {"ceiling", "n,scale", 1, false, ceiling, kNumber},
    {"round up", "n,scale", 2, false, roundUp, kNumber},
    {"round down", "n,scale", 2, false, roundDown, kNumber},
    {"round half up", "n,scale", 2, false, roundHalfUp, kNumber},
    {"round half down", "n,scale", 2, false, roundHalfDown, kNumber},
    {"abs", "n", 1, false, magnitude},
    {"modulo", "dividend,divisor", 2, false, modulo, kNumber},
    {"sqrt", "number", 1, false, squareRoot, kNumber},
    {"log", "number", 1, false, logarithm, kNumber},
    {"exp", "number", 1, false, exponential, kNumber},
    {"odd", "number", 1, false, odd, kBoolean},
    {"even", "number", 1, false, even, kBoolean},
}};

} // namespace

std::span<const Builtin> numericBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
