// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

constexpr std::string_view kEmpty = "the list is empty";
constexpr std::string_view kTooLarge = "the result has no representation";

/// False, and a diagnostic, for an element that is none.
bool isNumber(const Value &element, const Call &call)
{
    if (element.isNumber()) [[likely]]
        return true;
    call.null(element.isNull() ? Cause::NullOperand : Cause::WrongKind,
              "an element is a " + std::string(name(element.kind())) + " instead of a number");
    return false;
}

/// The elements as numbers; nothing (and a diagnostic) when one of them is none.
std::optional<std::vector<Decimal>> numbers(const Call &call)
{
    const Elements elements = call.elements();
    std::vector<Decimal> result;
    result.reserve(elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!isNumber(elements[i], call))
            return std::nullopt;
        result.push_back(elements[i].number());
    }
    return result;
}

Value count(const Call &call)
{
    const auto items = call.list(0);
    return items ? Value(static_cast<std::int64_t>(items->size())) : Value();
}

/// The element that no other one precedes in the wanted direction.
Value extreme(const Call &call, Order wanted)
{
    const Elements values = call.elements();
    if (values.empty())
        return call.outOfDomain(kEmpty);
    const Value *best = &values[0];
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Value &value = values[i];
        const Order order = compare(value, *best);
        if (order == Order::Unordered)
            return call.null(value.isNull() || best->isNull() ? Cause::NullOperand : Cause::NotComparable,
                             "the elements are not comparable");
        if (order == wanted)
            best = &value;
    }
    return *best;
}

Value minimum(const Call &call)
{
    return extreme(call, Order::Less);
}
Value maximum(const Call &call)
{
    return extreme(call, Order::Greater);
}

std::optional<Decimal> sumOf(const std::vector<Decimal> &values)
{
    std::optional<Decimal> sum = Decimal(0);
    for (const Decimal value : values) {
        if (!sum)
            break;
        sum = Decimal::add(*sum, value);
    }
    return sum;
}

Value sum(const Call &call)
{
    const Elements values = call.elements();
    if (values.empty())
        return call.outOfDomain(kEmpty);
    std::optional<Decimal> sum = Decimal(0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!isNumber(values[i], call))
            return Value();
        if (sum)
            sum = Decimal::add(*sum, values[i].number());
    }
    return call.orOutOfDomain(sum, kTooLarge);
}

Value product(const Call &call)
{
    const auto values = numbers(call);
    if (!values)
        return Value();
    if (values->empty())
        return call.outOfDomain(kEmpty);
    std::optional<Decimal> result = Decimal(1);
    for (const Decimal value : *values) {
        if (result)
            result = Decimal::multiply(*result, value);
    }
    return call.orOutOfDomain(result, kTooLarge);
}

std::optional<Decimal> meanOf(const std::vector<Decimal> &values)
{
    const auto sum = sumOf(values);
    return sum ? Decimal::divide(*sum, Decimal(static_cast<std::int64_t>(values.size()))) : std::nullopt;
}

Value mean(const Call &call)
{
    const auto values = numbers(call);
    if (!values)
        return Value();
    if (values->empty())
        return call.outOfDomain(kEmpty);
    return call.orOutOfDomain(meanOf(*values), kTooLarge);
}

Value median(const Call &call)
{
    auto values = numbers(call);
    if (!values)
        return Value();
    if (values->empty())
        return call.outOfDomain(kEmpty);
    std::ranges::sort(*values);
    const std::size_t middle = values->size() / 2;
    if (values->size() % 2 == 1)
        return Value((*values)[middle]);
    return call.orOutOfDomain(meanOf({(*values)[middle - 1], (*values)[middle]}), kTooLarge);
}

/// The sample's standard deviation.
Value standardDeviation(const Call &call)
{
    const auto values = numbers(call);
    if (!values)
        return Value();
    if (values->size() < 2)
        return call.outOfDomain("a standard deviation needs two numbers");
    const auto average = meanOf(*values);
    if (!average)
        return call.outOfDomain(kTooLarge);
    std::vector<Decimal> squares;
    for (const Decimal value : *values) {
        const auto distance = Decimal::subtract(value, *average);
        const auto square = distance ? Decimal::multiply(*distance, *distance) : std::nullopt;
        if (!square)
            return call.outOfDomain(kTooLarge);
        squares.push_back(*square);
    }
    const auto total = sumOf(squares);
    const auto variance = total
        ? Decimal::divide(*total, Decimal(static_cast<std::int64_t>(values->size()) - 1))
        : std::nullopt;
    return call.orOutOfDomain(variance ? variance->squareRoot() : std::nullopt, kTooLarge);
}

/// All numbers that occur most often, in ascending order.
Value mode(const Call &call)
{
    auto values = numbers(call);
    if (!values)
        return Value();
    std::ranges::sort(*values);
    std::size_t most = 0;
    std::vector<Value> result;
    for (std::size_t begin = 0; begin < values->size();) {
        std::size_t end = begin;
        while (end < values->size() && (*values)[end] == (*values)[begin])
            ++end;
        if (end - begin > most) {
            most = end - begin;
            result.clear();
        }
        if (end - begin == most)
            result.emplace_back((*values)[begin]);
        begin = end;
    }
    return call.evaluation().list(std::move(result), call.span());
}

/// The elements' conjunction or disjunction; something that is no boolean makes the whole null.
Value folded(const Call &call, Truth start, Truth (*fold)(Truth, Truth))
{
    // A null element is one that is not known; null instead of a list is an error.
    if (call.size() == 1 && call[0].isNull())
        return call.wrongKind(0, "list");
    Truth result = start;
    const Elements elements = call.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Value &value = elements[i];
        if (value.kind() != Kind::Boolean && !value.isNull())
            return call.null(Cause::WrongKind,
                             "an element is a " + std::string(name(value.kind())) + " instead of a boolean");
        result = fold(result, value.truth());
    }
    return Value(result);
}

Value all(const Call &call)
{
    return folded(call, Truth::True, conjunction);
}
Value any(const Call &call)
{
    return folded(call, Truth::False, disjunction);
}

constexpr auto kNumber = Type::Form::Number;
constexpr auto kBoolean = Type::Form::Boolean;

constexpr std::array<Builtin, 11> kTable{{
    {"count", "list", 1, false, count, kNumber},
    {"min", "list", 1, true, minimum},
    {"max", "list", 1, true, maximum},
    {"sum", "list", 1, true, sum, kNumber},
    {"product", "list", 1, true, product, kNumber},
    {"mean", "list", 1, true, mean, kNumber},
    {"median", "list", 1, true, median, kNumber},
    {"stddev", "list", 1, true, standardDeviation, kNumber},
    {"mode", "list", 1, true, mode},
    {"all", "list", 1, true, all, kBoolean},
    {"any", "list", 1, true, any, kBoolean},
}};

} // namespace

std::span<const Builtin> aggregateBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
