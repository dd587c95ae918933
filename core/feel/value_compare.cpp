// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/value.h"

#include <algorithm>

namespace tongban::feel {

namespace {

Order order(std::strong_ordering ordering)
{
    return ordering < 0 ? Order::Less : ordering > 0 ? Order::Greater : Order::Equal;
}

std::strong_ordering ordering(Int128 a, Int128 b)
{
    return a < b ? std::strong_ordering::less
        : a > b  ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

/// A date against a date and time counts as midnight UTC.
DateTime midnight(const Value &value)
{
    return value.kind() == Kind::Date ? DateTime{value.date(), Time{0, Zone::offset(0)}} : value.dateTime();
}

bool isDay(Kind kind)
{
    return kind == Kind::Date || kind == Kind::DateTime;
}

Truth equalLists(std::span<const Value> a, std::span<const Value> b)
{
    if (a.size() != b.size())
        return Truth::False;
    Truth result = Truth::True;
    for (std::size_t i = 0; i < a.size() && result != Truth::False; ++i)
        result = conjunction(result, equal(a[i], b[i]));
    return result;
}

Truth equalContexts(const Context &a, const Context &b)
{
    if (a.size() != b.size())
        return Truth::False;
    Truth result = Truth::True;
    for (std::size_t i = 0; i < a.size() && result != Truth::False; ++i) {
        const Value *other = b.find(a.name(i));
        result = other == nullptr ? Truth::False : conjunction(result, equal(a.value(i), *other));
    }
    return result;
}

Truth equalRanges(const Range &a, const Range &b)
{
    if (a.form != b.form || a.lowIncluded != b.lowIncluded || a.highIncluded != b.highIncluded)
        return Truth::False;
    return conjunction(equal(a.low, b.low), equal(a.high, b.high));
}

Time wholeSecond(const Time &time)
{
    return {time.nanos - time.nanos % kNanosPerSecond, time.zone};
}

/// Clocks that show the same second are equal, whatever the fraction (as the compatibility kit has it).
bool equalClocks(const Time &a, const Time &b)
{
    return a.zone.isLocal() == b.zone.isLocal() && compare(wholeSecond(a), wholeSecond(b)) == Order::Equal;
}

bool equalInstants(const DateTime &a, const DateTime &b)
{
    return a.time.zone.isLocal() == b.time.zone.isLocal()
        && compare(DateTime{a.date, wholeSecond(a.time)}, DateTime{b.date, wholeSecond(b.time)})
        == Order::Equal;
}

std::strong_ordering totalOrderOf(std::span<const Value> a, std::span<const Value> b)
{
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (const auto result = totalOrder(a[i], b[i]); result != 0)
            return result;
    }
    return a.size() <=> b.size();
}

std::strong_ordering totalOrderOf(const Context &a, const Context &b)
{
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (const int result = a.name(i).compare(b.name(i)); result != 0)
            return result <=> 0;
        if (const auto result = totalOrder(a.value(i), b.value(i)); result != 0)
            return result;
    }
    return a.size() <=> b.size();
}

std::strong_ordering totalOrderOf(const Range &a, const Range &b)
{
    if (const auto result = a.form <=> b.form; result != 0)
        return result;
    if (const auto result = totalOrder(a.low, b.low); result != 0)
        return result;
    if (const auto result = totalOrder(a.high, b.high); result != 0)
        return result;
    if (a.lowIncluded != b.lowIncluded)
        return a.lowIncluded ? std::strong_ordering::less : std::strong_ordering::greater;
    return static_cast<int>(a.highIncluded) <=> static_cast<int>(b.highIncluded);
}

} // namespace

Truth equal(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull())
        return truth(a.isNull() && b.isNull());
    if (a.kind() != b.kind())
        return Truth::Null;
    if (a.shared() != nullptr && a.shared() == b.shared())
        return Truth::True;
    switch (a.kind()) {
    case Kind::Null: return Truth::True;
    case Kind::Boolean: return truth(a.boolean() == b.boolean());
    case Kind::Number: return truth(a.number() == b.number());
    case Kind::String: return truth(a.string() == b.string());
    case Kind::Date: return truth(a.date() == b.date());
    case Kind::Time: return truth(equalClocks(a.time(), b.time()));
    case Kind::DateTime: return truth(equalInstants(a.dateTime(), b.dateTime()));
    case Kind::DaysDuration: return truth(a.daysDuration() == b.daysDuration());
    case Kind::MonthsDuration: return truth(a.monthsDuration() == b.monthsDuration());
    case Kind::List: return equalLists(a.list(), b.list());
    case Kind::Context: return equalContexts(a.context(), b.context());
    case Kind::Range: return equalRanges(a.range(), b.range());
    case Kind::Function: return Truth::False;
    }
    return Truth::Null;
}

bool same(const Value &a, const Value &b)
{
    if (a.kind() != b.kind())
        return false;
    if (a.kind() == Kind::Time)
        return a.time().zone == b.time().zone && a.time().nanos == b.time().nanos;
    if (a.kind() == Kind::DateTime)
        return a.dateTime() == b.dateTime();
    return equal(a, b) == Truth::True;
}

Order compare(const Value &a, const Value &b)
{
    if (a.kind() != b.kind())
        return isDay(a.kind()) && isDay(b.kind()) ? compare(midnight(a), midnight(b)) : Order::Unordered;
    switch (a.kind()) {
    case Kind::Number: return order(a.number() <=> b.number());
    case Kind::String: return order(a.string().compare(b.string()) <=> 0);
    case Kind::Date: return order(a.date() <=> b.date());
    case Kind::Time: return compare(a.time(), b.time());
    case Kind::DateTime: return compare(a.dateTime(), b.dateTime());
    case Kind::DaysDuration: return order(ordering(a.daysDuration().nanos, b.daysDuration().nanos));
    case Kind::MonthsDuration: return order(a.monthsDuration() <=> b.monthsDuration());
    case Kind::Null:
    case Kind::Boolean:
    case Kind::List:
    case Kind::Context:
    case Kind::Range:
    case Kind::Function: break;
    }
    return Order::Unordered;
}

std::strong_ordering totalOrder(const Value &a, const Value &b)
{
    if (a.kind() != b.kind())
        return a.kind() <=> b.kind();
    switch (a.kind()) {
    case Kind::Null: return std::strong_ordering::equal;
    case Kind::Boolean: return static_cast<int>(a.boolean()) <=> static_cast<int>(b.boolean());
    case Kind::Number: return a.number() <=> b.number();
    case Kind::String: return a.string().compare(b.string()) <=> 0;
    case Kind::Date: return a.date() <=> b.date();
    case Kind::Time: return a.time().text().compare(b.time().text()) <=> 0;
    case Kind::DateTime: {
        if (const auto result = a.dateTime().date <=> b.dateTime().date; result != 0)
            return result;
        return a.dateTime().time.text().compare(b.dateTime().time.text()) <=> 0;
    }
    case Kind::DaysDuration: return ordering(a.daysDuration().nanos, b.daysDuration().nanos);
    case Kind::MonthsDuration: return a.monthsDuration() <=> b.monthsDuration();
    case Kind::List: return totalOrderOf(a.list(), b.list());
    case Kind::Context: return totalOrderOf(a.context(), b.context());
    case Kind::Range: return totalOrderOf(a.range(), b.range());
    case Kind::Function: return textOf(a).compare(textOf(b)) <=> 0;
    }
    return std::strong_ordering::equal;
}

Truth Range::includes(const Value &value) const
{
    switch (form) {
    case Form::Equal: return equal(value, low);
    case Form::Unequal: return negation(equal(value, low));
    case Form::Interval:
    case Form::Less:
    case Form::LessOrEqual:
    case Form::Greater:
    case Form::GreaterOrEqual: break;
    }
    if (low.isNull() && high.isNull())
        return Truth::Null;
    Truth result = Truth::True;
    if (!low.isNull()) {
        const Order order = feel::compare(value, low);
        if (order == Order::Unordered)
            return Truth::Null;
        result = truth(order == Order::Greater || (order == Order::Equal && lowIncluded));
    }
    if (!high.isNull()) {
        const Order order = feel::compare(value, high);
        if (order == Order::Unordered)
            return Truth::Null;
        result = conjunction(result, truth(order == Order::Less || (order == Order::Equal && highIncluded)));
    }
    return result;
}

} // namespace tongban::feel
