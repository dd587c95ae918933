// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

Value string(const Call &call)
{
    if (call[0].isNull())
        return call.wrongKind(0, "value");
    if (call[0].isString())
        return call[0];
    if (!call.spend(call[0].weight()))
        return Value();
    return call.evaluation().string(textOf(call[0]), call.span());
}

/// An optional separator: one of a few characters, or null for none.
std::optional<std::string_view> separator(const Call &call, std::size_t index, std::string_view allowed)
{
    if (!call.has(index) || call[index].isNull())
        return std::string_view();
    const auto text = call.string(index);
    if (!text)
        return std::nullopt;
    if (text->size() != 1 || allowed.find(text->front()) == std::string_view::npos) {
        call.outOfDomain("this is no separator");
        return std::nullopt;
    }
    return text;
}

Value number(const Call &call)
{
    const auto text = call.string(0);
    const auto grouping = separator(call, 1, " ,.");
    const auto point = separator(call, 2, ",.");
    if (!text || !grouping || !point)
        return Value();
    if (!grouping->empty() && *grouping == *point)
        return call.outOfDomain("both separators are the same");
    std::string plain;
    for (const char c : *text) {
        if (!grouping->empty() && c == grouping->front())
            continue;
        const bool isPoint = point->empty() ? c == '.' : c == point->front();
        if (c == '.' && !isPoint)
            return call.outOfDomain("this is no number");
        plain += isPoint ? '.' : c;
    }
    return call.orOutOfDomain(Decimal::parse(plain), "this is no number");
}

constexpr std::array<Builtin, 2> kTable{{
    {"string", "from", 1, false, string, Type::Form::String},
    {"number", "from,grouping separator,decimal separator", 1, false, number, Type::Form::Number},
}};

} // namespace

std::span<const Builtin> conversionBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
