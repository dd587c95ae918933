// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"
#include "core/feel/callable.h"

#include <array>

namespace tongban::feel {

namespace {

Value negate(const Call &call)
{
    const Value &value = call.single(0);
    if (value.kind() == Kind::Boolean)
        return Value(!value.boolean());
    // The negation of "not known" is "not known"; of anything else it is an error.
    return value.isNull() ? Value() : call.wrongKind(0, "boolean");
}

Value is(const Call &call)
{
    const Value missing;
    const Value &first = call.has(0) ? call[0] : missing;
    const Value &second = call.has(1) ? call[1] : missing;
    if (first.shared() != nullptr && !call.spend(first.weight()))
        return Value();
    return Value(same(first, second));
}

constexpr std::array<Builtin, 2> kTable{{
    {"not", "negand", 1, false, negate, Type::Form::Boolean},
    {"is", "value1,value2", 2, false, is, Type::Form::Boolean, true, true},
}};

} // namespace

std::span<const Builtin> booleanBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
