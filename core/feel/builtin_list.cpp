// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"
#include "core/feel/callable.h"
#include "core/feel/value_set.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

constexpr std::string_view kOutside = "the position is outside the list";

Value made(const Call &call, std::vector<Value> items)
{
    return call.evaluation().list(std::move(items), call.span());
}

/// The place in the list of a position counted from 1, or from the end when negative.
std::optional<std::size_t> place(const Call &call, std::size_t index, std::size_t size)
{
    const auto position = call.position(index);
    if (!position)
        return std::nullopt;
    const auto count = static_cast<std::int64_t>(size);
    if (*position == 0 || *position > count || *position < -count) {
        call.outOfDomain(kOutside);
        return std::nullopt;
    }
    return static_cast<std::size_t>(*position > 0 ? *position - 1 : count + *position);
}

Value listContains(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    return Value(
        std::ranges::any_of(*items, [&](const Value &item) { return equal(item, call[1]) == Truth::True; }));
}

Value sublist(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    const auto begin = place(call, 1, items->size());
    if (!begin)
        return Value();
    std::size_t count = items->size() - *begin;
    if (call.has(2) && !call[2].isNull()) {
        const auto given = call.position(2);
        if (!given)
            return Value();
        if (*given < 1 || *given > static_cast<std::int64_t>(count))
            return call.outOfDomain("the length is outside the list");
        count = static_cast<std::size_t>(*given);
    }
    const auto part = items->subspan(*begin, count);
    return made(call, {part.begin(), part.end()});
}

Value append(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    std::vector<Value> result(items->begin(), items->end());
    for (std::size_t i = 1; i < call.size(); ++i)
        result.push_back(call[i]);
    return made(call, std::move(result));
}

std::optional<std::vector<Value>> joined(const Call &call)
{
    std::vector<Value> result;
    for (std::size_t i = 0; i < call.size(); ++i) {
        const auto items = call.list(i);
        if (!items)
            return std::nullopt;
        result.insert(result.end(), items->begin(), items->end());
    }
    return result;
}

Value concatenate(const Call &call)
{
    auto items = joined(call);
    return items ? made(call, std::move(*items)) : Value();
}

Value insertBefore(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    // One behind the end is a place to insert before, too.
    const auto position = call.position(1);
    std::optional<std::size_t> at;
    if (position && *position == static_cast<std::int64_t>(items->size()) + 1)
        at = items->size();
    else if (position)
        at = place(call, 1, items->size());
    if (!at)
        return Value();
    std::vector<Value> result(items->begin(), items->end());
    result.insert(result.begin() + static_cast<std::ptrdiff_t>(*at), call[2]);
    return made(call, std::move(result));
}

Value remove(const Call &call)
{
    const auto items = call.list(0);
    const auto at = items ? place(call, 1, items->size()) : std::nullopt;
    if (!at)
        return Value();
    std::vector<Value> result(items->begin(), items->end());
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(*at));
    return made(call, std::move(result));
}

Value reverse(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    return made(call, {items->rbegin(), items->rend()});
}

Value indexOf(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    std::vector<Value> result;
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (equal((*items)[i], call[1]) == Truth::True)
            result.emplace_back(static_cast<std::int64_t>(i) + 1);
    }
    return made(call, std::move(result));
}

Value distinct(const Call &call, std::span<const Value> items)
{
    ValueSet seen;
    std::vector<Value> result;
    for (const Value &item : items) {
        if (!call.spend(1 + seen.scanCost(item)))
            return Value();
        if (seen.insert(item))
            result.push_back(item);
    }
    return made(call, std::move(result));
}

Value distinctValues(const Call &call)
{
    const auto items = call.list(0);
    return items ? distinct(call, *items) : Value();
}

Value unionOf(const Call &call)
{
    const auto items = joined(call);
    return items ? distinct(call, *items) : Value();
}

void flattenInto(std::vector<Value> &result, std::span<const Value> items)
{
    for (const Value &item : items) {
        if (item.isList())
            flattenInto(result, item.list());
        else
            result.push_back(item);
    }
}

Value flatten(const Call &call)
{
    const auto items = call.list(0);
    if (!items || !call.spend(call[0].weight()))
        return Value();
    std::vector<Value> result;
    flattenInto(result, *items);
    return made(call, std::move(result));
}

/// A merge sort of our own: a function that contradicts itself must not do more than sort badly.
template <typename Precedes>
void mergeSort(std::vector<Value> &items, const Precedes &precedes)
{
    std::vector<Value> other(items.size());
    for (std::size_t width = 1; width < items.size(); width *= 2) {
        for (std::size_t begin = 0; begin < items.size(); begin += 2 * width) {
            const std::size_t middle = std::min(begin + width, items.size());
            const std::size_t end = std::min(begin + 2 * width, items.size());
            std::size_t left = begin;
            std::size_t right = middle;
            for (std::size_t i = begin; i < end; ++i) {
                const bool takesRight =
                    left == middle || (right < end && precedes(items[right], items[left]));
                other[i] = std::move(takesRight ? items[right++] : items[left++]);
            }
        }
        items.swap(other);
    }
}

Value sort(const Call &call)
{
    const auto given = call.list(0);
    if (!given)
        return Value();
    std::vector<Value> items(given->begin(), given->end());
    if (!call.has(1) || call[1].isNull()) {
        bool isComparable = true;
        mergeSort(items, [&](const Value &a, const Value &b) {
            const Order order = compare(a, b);
            isComparable = isComparable && order != Order::Unordered;
            return order == Order::Less;
        });
        return isComparable ? made(call, std::move(items))
                            : call.null(Cause::NotComparable, "the elements are not comparable");
    }
    const Callable *precedes = call.function(1);
    if (precedes == nullptr)
        return Value();
    if (!precedes->accepts(2))
        return call.null(Cause::WrongArguments, "the function must take two elements");
    bool isBoolean = true;
    mergeSort(items, [&](const Value &a, const Value &b) {
        const std::array<Value, 2> arguments{a, b};
        const Value result = precedes->call(arguments, call.evaluation(), call.span());
        isBoolean = isBoolean && result.kind() == Kind::Boolean;
        return result.truth() == Truth::True;
    });
    if (!isBoolean)
        return call.null(Cause::WrongKind, "the function must give a boolean");
    return made(call, std::move(items));
}

Value listReplace(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    std::vector<Value> result(items->begin(), items->end());
    if (call[1].kind() != Kind::Function) {
        const auto at = place(call, 1, items->size());
        if (!at)
            return Value();
        result[*at] = call[2];
        return made(call, std::move(result));
    }
    const Callable &match = call[1].function();
    if (!match.accepts(2))
        return call.null(Cause::WrongArguments, "the function must take two elements");
    for (Value &item : result) {
        const std::array<Value, 2> arguments{item, call[2]};
        const Value verdict = match.call(arguments, call.evaluation(), call.span());
        if (verdict.kind() != Kind::Boolean)
            return call.null(Cause::WrongKind, "the function must give a boolean");
        if (verdict.boolean())
            item = call[2];
    }
    return made(call, std::move(result));
}

constexpr auto kList = Type::Form::List;

constexpr std::array<Builtin, 14> kTable{{
    {"list contains", "list,element", 2, false, listContains, Type::Form::Boolean},
    {"sublist", "list,start position,length", 2, false, sublist, kList},
    {"append", "list,item", 1, true, append, kList},
    {"concatenate", "list", 1, true, concatenate, kList},
    {"insert before", "list,position,newItem", 3, false, insertBefore, kList},
    {"remove", "list,position", 2, false, remove, kList},
    {"reverse", "list", 1, false, reverse, kList},
    {"index of", "list,match", 2, false, indexOf, kList},
    {"union", "list", 1, true, unionOf, kList},
    {"distinct values", "list", 1, false, distinctValues, kList},
    {"flatten", "list", 1, false, flatten, kList},
    {"sort", "list,precedes", 1, false, sort, kList},
    {"list replace", "list,position,newItem", 3, false, listReplace, kList},
    {"list replace", "list,match,newItem", 3, false, listReplace, kList},
}};

} // namespace

std::span<const Builtin> listBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
