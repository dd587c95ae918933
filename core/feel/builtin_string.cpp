// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/code_point.h"
#include "core/base/text.h"
#include "core/feel/builtin.h"

#include <array>
#include <memory>
#include <unicode/ucasemap.h>

namespace tongban::feel {

namespace {

constexpr auto kString = Type::Form::String;
constexpr auto kBoolean = Type::Form::Boolean;

Value substring(const Call &call)
{
    const auto text = call.string(0);
    const auto start = call.position(1);
    if (!text || !start || !call.spend(text->size() / 16))
        return Value();
    const auto length = static_cast<std::int64_t>(codePointCount(*text));
    if (*start == 0 || *start > length || *start < -length)
        return call.outOfDomain("the start position is outside the string");
    const std::int64_t first = *start > 0 ? *start - 1 : length + *start;
    std::int64_t count = length - first;
    if (call.has(2) && !call[2].isNull()) {
        const auto whole = call.position(2);
        if (!whole)
            return Value();
        if (*whole < 1)
            return call.outOfDomain("the length must be at least 1");
        count = std::min(count, *whole);
    }
    const std::size_t begin = codePointOffset(*text, static_cast<std::size_t>(first));
    const std::string_view rest = text->substr(begin);
    return Value(rest.substr(0, codePointOffset(rest, static_cast<std::size_t>(count))));
}

Value stringLength(const Call &call)
{
    const auto text = call.string(0);
    return text ? Value(static_cast<std::int64_t>(codePointCount(*text))) : Value();
}

using CaseFunction = std::int32_t (*)(const UCaseMap *, char *, std::int32_t, const char *, std::int32_t,
                                      UErrorCode *);

/// The full Unicode mapping of no particular language.
Value cased(const Call &call, CaseFunction convert)
{
    const auto text = call.string(0);
    if (!text || !call.spend(text->size() / 16))
        return Value();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCaseMap, void (*)(UCaseMap *)> map(ucasemap_open("", 0, &status), ucasemap_close);
    // A mapping makes a text at most three times as long.
    std::string result(text->size() * 3 + 1, '\0');
    const std::int32_t length = convert(map.get(), result.data(), static_cast<std::int32_t>(result.size()),
                                        text->data(), static_cast<std::int32_t>(text->size()), &status);
    if (U_FAILURE(status))
        return call.outOfDomain("the case cannot be changed");
    result.resize(static_cast<std::size_t>(length));
    return call.evaluation().string(result, call.span());
}

Value upperCase(const Call &call)
{
    return cased(call, ucasemap_utf8ToUpper);
}
Value lowerCase(const Call &call)
{
    return cased(call, ucasemap_utf8ToLower);
}

struct Pair {
    std::string_view text;
    std::string_view match;
};

std::optional<Pair> pair(const Call &call)
{
    const auto text = call.string(0);
    const auto match = call.string(1);
    if (!text || !match || !call.spend(text->size() / 16))
        return std::nullopt;
    return Pair{*text, *match};
}

Value substringBefore(const Call &call)
{
    const auto given = pair(call);
    if (!given)
        return Value();
    const std::size_t place = given->text.find(given->match);
    return Value(place == std::string_view::npos ? std::string_view() : given->text.substr(0, place));
}

Value substringAfter(const Call &call)
{
    const auto given = pair(call);
    if (!given)
        return Value();
    const std::size_t place = given->text.find(given->match);
    return Value(place == std::string_view::npos ? std::string_view()
                                                 : given->text.substr(place + given->match.size()));
}

Value contains(const Call &call)
{
    const auto given = pair(call);
    return given ? Value(given->text.find(given->match) != std::string_view::npos) : Value();
}

Value startsWith(const Call &call)
{
    const auto given = pair(call);
    return given ? Value(given->text.starts_with(given->match)) : Value();
}

Value endsWith(const Call &call)
{
    const auto given = pair(call);
    return given ? Value(given->text.ends_with(given->match)) : Value();
}

/// Nulls are left out; anything else than strings is an error.
Value stringJoin(const Call &call)
{
    const auto items = call.list(0);
    if (!items)
        return Value();
    std::string_view delimiter;
    if (call.has(1) && !call[1].isNull()) {
        const auto given = call.string(1);
        if (!given)
            return Value();
        delimiter = *given;
    }
    std::string result;
    bool isFirst = true;
    for (const Value &item : *items) {
        if (item.isNull())
            continue;
        if (!item.isString())
            return call.null(Cause::WrongKind,
                             "an element is a " + std::string(name(item.kind())) + " instead of a string");
        if (!isFirst)
            result += delimiter;
        result += item.string();
        isFirst = false;
        if (result.size() > call.evaluation().limits().stringLength)
            break;
    }
    return call.evaluation().string(result, call.span());
}

constexpr std::array<Builtin, 10> kTable{{
    {"substring", "string,start position,length", 2, false, substring, kString},
    {"string length", "string", 1, false, stringLength, Type::Form::Number},
    {"upper case", "string", 1, false, upperCase, kString},
    {"lower case", "string", 1, false, lowerCase, kString},
    {"substring before", "string,match", 2, false, substringBefore, kString},
    {"substring after", "string,match", 2, false, substringAfter, kString},
    {"contains", "string,match", 2, false, contains, kBoolean},
    {"starts with", "string,match", 2, false, startsWith, kBoolean},
    {"ends with", "string,match", 2, false, endsWith, kBoolean},
    {"string join", "list,delimiter", 1, false, stringJoin, kString},
}};

} // namespace

std::span<const Builtin> stringBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
