// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/callable.h"
#include "core/feel/evaluation.h"
#include "core/feel/type.h"

#include <algorithm>

namespace tongban::feel {

namespace {

std::optional<Type::Form> formOf(Kind kind)
{
    switch (kind) {
    case Kind::Null: return Type::Form::Null;
    case Kind::Boolean: return Type::Form::Boolean;
    case Kind::Number: return Type::Form::Number;
    case Kind::String: return Type::Form::String;
    case Kind::Date: return Type::Form::Date;
    case Kind::Time: return Type::Form::Time;
    case Kind::DateTime: return Type::Form::DateTime;
    case Kind::DaysDuration: return Type::Form::DaysDuration;
    case Kind::MonthsDuration: return Type::Form::MonthsDuration;
    case Kind::List: return Type::Form::List;
    case Kind::Context: return Type::Form::Context;
    case Kind::Range: return Type::Form::Range;
    case Kind::Function: return Type::Form::Function;
    }
    return std::nullopt;
}

/// Whether members may be null is the difference between `instance of` and a declared type.
enum class Nulls { Refused, Accepted };

bool belongs(const Value &value, const Type &type, Nulls nulls);

bool contextBelongs(const Context &context, const Type &type)
{
    const std::vector<Component> &components = type.components();
    const bool hasTheNames = &context.shape() == type.shape().get();
    for (std::size_t i = 0; i < components.size(); ++i) {
        const Value *member = hasTheNames ? &context.value(i) : context.find(components[i].name, i);
        if (member == nullptr || !belongs(*member, components[i].type, Nulls::Accepted))
            return false;
    }
    return true;
}

/// A function of which nobody knows what it gives may be passed where a declared type asks for more;
/// `instance of` is stricter.
bool functionBelongs(const Callable &function, const Type &type, Nulls nulls)
{
    if (type.parameters().empty() && type.result().isAny())
        return true;
    std::vector<Type> parameters;
    for (const Parameter &parameter : function.parameters())
        parameters.push_back(parameter.type);
    const bool isUnknown = nulls == Nulls::Accepted && function.result().isAny();
    return conforms(Type::function(std::move(parameters), isUnknown ? type.result() : function.result()),
                    type);
}

bool belongs(const Value &value, const Type &type, Nulls nulls)
{
    if (type.takesAll(value.kind()))
        return true;
    if (value.isNull() && nulls == Nulls::Accepted)
        return true;
    if (formOf(value.kind()) != type.form())
        return false;
    switch (value.kind()) {
    case Kind::List:
        return type.element().isAny() || std::ranges::all_of(value.list(), [&](const Value &item) {
                   return belongs(item, type.element(), Nulls::Accepted);
               });
    case Kind::Context: return contextBelongs(value.context(), type);
    case Kind::Range: {
        const Value &end = value.range().low.isNull() ? value.range().high : value.range().low;
        return end.isNull() || belongs(end, type.element(), Nulls::Refused);
    }
    case Kind::Function: return functionBelongs(value.function(), type, nulls);
    case Kind::Null:
    case Kind::Boolean:
    case Kind::Number:
    case Kind::String:
    case Kind::Date:
    case Kind::Time:
    case Kind::DateTime:
    case Kind::DaysDuration:
    case Kind::MonthsDuration: break;
    }
    return true;
}

/// The implicit conversions of DMN 1.5, 10.3.2.9.4, applied to one value.
std::optional<Value> adapted(const Value &value, const Type &type)
{
    if (type.form() == Type::Form::DateTime && value.kind() == Kind::Date)
        return Value(DateTime{value.date(), Time{0, Zone::offset(0)}});
    if (value.isList() && type.form() != Type::Form::List && value.list().size() == 1)
        return value.list().front();
    return std::nullopt;
}

bool isAllowed(const Value &value, const Type &type, Evaluation &evaluation, Span span)
{
    // A null is not a value that could be outside the allowed ones.
    if (value.isNull())
        return true;
    if (type.form() == Type::Form::List && value.isList()) {
        const bool all = std::ranges::all_of(value.list(), [&](const Value &item) {
            return isAllowed(item, type.element(), evaluation, span);
        });
        if (!all)
            return false;
    }
    if (type.form() == Type::Form::Context && value.isContext()) {
        for (const Component &component : type.components()) {
            const Value *member = value.context().find(component.name);
            if (member != nullptr && !isAllowed(*member, component.type, evaluation, span))
                return false;
        }
    }
    if (type.constraint() == nullptr || type.constraint()->allows(value, evaluation))
        return true;
    evaluation.report(Cause::NotAllowed, span, "the value is not among the allowed values of " + type.text());
    return false;
}

} // namespace

bool isInstance(const Value &value, const Type &type)
{
    return belongs(value, type, Nulls::Refused);
}

bool conforms(const Type &part, const Type &whole)
{
    if (whole.isAny() || part.form() == Type::Form::Null)
        return true;
    if (part.form() != whole.form())
        return false;
    switch (whole.form()) {
    case Type::Form::List:
    case Type::Form::Range: return conforms(part.element(), whole.element());
    case Type::Form::Context:
        return std::ranges::all_of(whole.components(), [&](const Component &component) {
            const Component *own = part.component(component.name);
            return own != nullptr && conforms(own->type, component.type);
        });
    case Type::Form::Function: {
        // What a function takes may be wider, what it gives must be narrower.
        if (part.parameters().size() != whole.parameters().size() || !conforms(part.result(), whole.result()))
            return false;
        for (std::size_t i = 0; i < whole.parameters().size(); ++i) {
            if (!conforms(whole.parameters()[i], part.parameters()[i]))
                return false;
        }
        return true;
    }
    case Type::Form::Any:
    case Type::Form::Null:
    case Type::Form::Boolean:
    case Type::Form::Number:
    case Type::Form::String:
    case Type::Form::Date:
    case Type::Form::Time:
    case Type::Form::DateTime:
    case Type::Form::DaysDuration:
    case Type::Form::MonthsDuration: break;
    }
    return true;
}

void convertInPlace(Value &value, const Type &type, Evaluation &evaluation, Span span)
{
    if (value.isNull() || (type.takesAll(value.kind()) && !type.isConstrained()))
        return;
    if (!belongs(value, type, Nulls::Accepted)) {
        auto other = adapted(value, type);
        if (!other || !belongs(*other, type, Nulls::Accepted)) {
            value = evaluation.null(Cause::NotConforming, span,
                                    "a " + std::string(name(value.kind())) + " is not a " + type.text());
            return;
        }
        value = std::move(*other);
    }
    if (type.isConstrained() && !isAllowed(value, type, evaluation, span))
        value.clear();
}

Value convert(const Value &value, const Type &type, Evaluation &evaluation, Span span)
{
    Value converted = value;
    convertInPlace(converted, type, evaluation, span);
    return converted;
}

} // namespace tongban::feel
