// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/operations.h"

#include "core/feel/decimal_parts.h"

namespace tongban::feel {

namespace {

Value wrong(const Value &left, const Value &right, std::string_view what, Evaluation &evaluation, Span span)
{
    const Cause cause = left.isNull() || right.isNull() ? Cause::NullOperand : Cause::WrongKind;
    return evaluation.null(cause, span, std::string(what) + " of " + kindsText(left, right));
}

template <typename T>
Value orOutOfDomain(const std::optional<T> &result, std::string_view what, Evaluation &evaluation, Span span)
{
    if (result)
        return Value(*result);
    return evaluation.null(Cause::OutOfDomain, span, what);
}

constexpr std::string_view kOutsideCalendar = "the result is outside the calendar";
constexpr std::string_view kNoRepresentation = "the result has no representation";

bool isDuration(const Value &value)
{
    return value.kind() == Kind::DaysDuration || value.kind() == Kind::MonthsDuration;
}

bool isTemporal(const Value &value)
{
    return value.kind() == Kind::Date || value.kind() == Kind::Time || value.kind() == Kind::DateTime;
}

DateTime asDateTime(const Value &value)
{
    return value.kind() == Kind::Date ? DateTime{value.date(), Time{0, Zone::offset(0)}} : value.dateTime();
}

Value shifted(const Value &temporal, DaysDuration duration, Evaluation &evaluation, Span span)
{
    if (temporal.kind() == Kind::Time)
        return Value(plus(temporal.time(), duration));
    if (temporal.kind() == Kind::Date)
        return orOutOfDomain(plus(temporal.date(), duration), kOutsideCalendar, evaluation, span);
    return orOutOfDomain(plus(temporal.dateTime(), duration), kOutsideCalendar, evaluation, span);
}

Value shifted(const Value &temporal, MonthsDuration duration, Evaluation &evaluation, Span span)
{
    if (temporal.kind() == Kind::Date)
        return orOutOfDomain(temporal.date().plusMonths(duration.months), kOutsideCalendar, evaluation, span);
    if (temporal.kind() == Kind::DateTime)
        return orOutOfDomain(plus(temporal.dateTime(), duration), kOutsideCalendar, evaluation, span);
    return evaluation.null(Cause::WrongKind, span, "a time has no months");
}

Value shifted(const Value &temporal, const Value &duration, bool isBackwards, Evaluation &evaluation,
              Span span)
{
    const Value signedDuration = isBackwards ? negate(duration, evaluation, span) : duration;
    if (signedDuration.isNull())
        return signedDuration;
    return duration.kind() == Kind::DaysDuration
        ? shifted(temporal, signedDuration.daysDuration(), evaluation, span)
        : shifted(temporal, signedDuration.monthsDuration(), evaluation, span);
}

Value durationSum(const Value &left, const Value &right, bool isDifference, Evaluation &evaluation, Span span)
{
    if (left.kind() == Kind::DaysDuration) {
        Int128 sum = 0;
        const Int128 a = left.daysDuration().nanos;
        const Int128 b = right.daysDuration().nanos;
        if (isDifference ? __builtin_sub_overflow(a, b, &sum) : __builtin_add_overflow(a, b, &sum))
            return evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
        return Value(DaysDuration{sum});
    }
    std::int64_t sum = 0;
    const std::int64_t a = left.monthsDuration().months;
    const std::int64_t b = right.monthsDuration().months;
    if (isDifference ? __builtin_sub_overflow(a, b, &sum) : __builtin_add_overflow(a, b, &sum))
        return evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
    return Value(MonthsDuration{sum});
}

Value add(const Value &left, const Value &right, Evaluation &evaluation, Span span)
{
    if (left.isString() && right.isString()) {
        std::string text(left.string());
        text += right.string();
        return evaluation.string(text, span);
    }
    if (isTemporal(left) && isDuration(right))
        return shifted(left, right, false, evaluation, span);
    if (isDuration(left) && isTemporal(right))
        return shifted(right, left, false, evaluation, span);
    if (isDuration(left) && left.kind() == right.kind())
        return durationSum(left, right, false, evaluation, span);
    return wrong(left, right, "the sum", evaluation, span);
}

Value subtract(const Value &left, const Value &right, Evaluation &evaluation, Span span)
{
    if (isTemporal(left) && isDuration(right))
        return shifted(left, right, true, evaluation, span);
    if (isDuration(left) && left.kind() == right.kind())
        return durationSum(left, right, true, evaluation, span);
    if (left.kind() == Kind::Time && right.kind() == Kind::Time)
        return orOutOfDomain(difference(left.time(), right.time()), "only one of the times has a zone",
                             evaluation, span);
    if (isTemporal(left) && isTemporal(right) && left.kind() != Kind::Time && right.kind() != Kind::Time)
        return orOutOfDomain(difference(asDateTime(left), asDateTime(right)),
                             "only one of the dates has a zone", evaluation, span);
    return wrong(left, right, "the difference", evaluation, span);
}

/// A duration multiplied or divided by a number; months are cut to whole ones.
Value scaled(const Value &duration, Decimal factor, Arithmetic operation, Evaluation &evaluation, Span span)
{
    const auto scale = [&](Decimal amount) {
        return operation == Arithmetic::Multiply ? Decimal::multiply(amount, factor)
                                                 : Decimal::divide(amount, factor);
    };
    if (duration.kind() == Kind::MonthsDuration) {
        const auto product = scale(Decimal(duration.monthsDuration().months));
        const auto months = product ? product->truncated() : std::nullopt;
        return months ? Value(MonthsDuration{*months})
                      : evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
    }
    const auto amount = toDecimal(duration.daysDuration().nanos);
    const auto product = amount ? scale(*amount) : std::nullopt;
    const auto nanos = product ? toInteger(*product) : std::nullopt;
    return nanos ? Value(DaysDuration{*nanos}) : evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
}

Value quotient(const Value &left, const Value &right, Evaluation &evaluation, Span span)
{
    std::optional<Decimal> a;
    std::optional<Decimal> b;
    if (left.kind() == Kind::DaysDuration) {
        a = toDecimal(left.daysDuration().nanos);
        b = toDecimal(right.daysDuration().nanos);
    } else {
        a = Decimal(left.monthsDuration().months);
        b = Decimal(right.monthsDuration().months);
    }
    if (!a || !b)
        return evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
    return orOutOfDomain(Decimal::divide(*a, *b), "division by zero", evaluation, span);
}

Value numbers(Arithmetic operation, Decimal a, Decimal b, Evaluation &evaluation, Span span)
{
    switch (operation) {
    case Arithmetic::Add: return orOutOfDomain(Decimal::add(a, b), kNoRepresentation, evaluation, span);
    case Arithmetic::Subtract:
        return orOutOfDomain(Decimal::subtract(a, b), kNoRepresentation, evaluation, span);
    case Arithmetic::Multiply:
        return orOutOfDomain(Decimal::multiply(a, b), kNoRepresentation, evaluation, span);
    case Arithmetic::Divide:
        return orOutOfDomain(Decimal::divide(a, b), b.isZero() ? "division by zero" : kNoRepresentation,
                             evaluation, span);
    case Arithmetic::Power: return orOutOfDomain(Decimal::power(a, b), kNoRepresentation, evaluation, span);
    }
    return Value();
}

} // namespace

std::string kindsText(const Value &left, const Value &right)
{
    return "a " + std::string(name(left.kind())) + " and a " + std::string(name(right.kind()));
}

Value arithmetic(Arithmetic operation, const Value &left, const Value &right, Evaluation &evaluation,
                 Span span)
{
    if (left.isNumber() && right.isNumber()) [[likely]]
        return numbers(operation, left.number(), right.number(), evaluation, span);
    switch (operation) {
    case Arithmetic::Add: return add(left, right, evaluation, span);
    case Arithmetic::Subtract: return subtract(left, right, evaluation, span);
    case Arithmetic::Multiply:
        if (isDuration(left) && right.isNumber())
            return scaled(left, right.number(), operation, evaluation, span);
        if (left.isNumber() && isDuration(right))
            return scaled(right, left.number(), operation, evaluation, span);
        return wrong(left, right, "the product", evaluation, span);
    case Arithmetic::Divide:
        if (isDuration(left) && right.isNumber())
            return scaled(left, right.number(), operation, evaluation, span);
        if (isDuration(left) && left.kind() == right.kind())
            return quotient(left, right, evaluation, span);
        return wrong(left, right, "the quotient", evaluation, span);
    case Arithmetic::Power: return wrong(left, right, "the power", evaluation, span);
    }
    return Value();
}

Value negate(const Value &value, Evaluation &evaluation, Span span)
{
    if (value.isNumber())
        return Value(-value.number());
    if (value.kind() == Kind::DaysDuration)
        return Value(DaysDuration{-value.daysDuration().nanos});
    if (value.kind() == Kind::MonthsDuration) {
        std::int64_t months = 0;
        if (__builtin_sub_overflow(std::int64_t{0}, value.monthsDuration().months, &months))
            return evaluation.null(Cause::OutOfDomain, span, kNoRepresentation);
        return Value(MonthsDuration{months});
    }
    return evaluation.null(value.isNull() ? Cause::NullOperand : Cause::WrongKind, span,
                           "the negative of a " + std::string(name(value.kind())));
}

Truth comparison(Comparison operation, const Value &left, const Value &right, Evaluation &evaluation,
                 Span span)
{
    if (operation == Comparison::Equal || operation == Comparison::Unequal) {
        // Deep comparison costs as much as there is to compare.
        if (left.shared() != nullptr && !evaluation.spend(left.weight(), span))
            return Truth::Null;
        const Truth result = equal(left, right);
        if (result == Truth::Null)
            evaluation.report(Cause::NotComparable, span, kindsText(left, right) + " are not comparable");
        return operation == Comparison::Equal ? result : negation(result);
    }
    const Order order = feel::compare(left, right);
    if (order == Order::Unordered)
        evaluation.report(left.isNull() || right.isNull() ? Cause::NullOperand : Cause::NotComparable, span,
                          kindsText(left, right) + " are not comparable");
    return satisfies(order, operation);
}

Truth isIn(const Value &value, const Value &element, Evaluation &evaluation, Span span)
{
    if (element.kind() == Kind::Range) {
        const Truth result = element.range().includes(value);
        if (result == Truth::Null)
            evaluation.report(value.isNull() ? Cause::NullOperand : Cause::NotComparable, span,
                              "a " + std::string(name(value.kind()))
                                  + " is not comparable with the ends of the range");
        return result;
    }
    if (!element.isList())
        return equal(value, element);
    if (!evaluation.spend(element.list().size(), span))
        return Truth::Null;
    // A list is in a list of lists, and equal to itself; the empty list is in nothing.
    Truth result = value.isList() ? equal(value, element) : Truth::False;
    for (const Value &item : element.list()) {
        if (result == Truth::True)
            return result;
        const bool isRange = item.kind() == Kind::Range;
        const Truth here = isRange ? item.range().includes(value) : equal(value, item);
        // A list just does not contain what none of its elements is comparable with.
        result = disjunction(result, here == Truth::Null && !isRange ? Truth::False : here);
    }
    return result;
}

} // namespace tongban::feel
