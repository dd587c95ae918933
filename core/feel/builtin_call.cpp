// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"
#include "core/feel/callable.h"

namespace tongban::feel {

const Value &Call::single(std::size_t index) const
{
    const Value &value = *m_arguments[index];
    return value.isList() && value.list().size() == 1 ? value.list().front() : value;
}

Value Call::wrongKind(std::size_t index, std::string_view wanted) const
{
    const Value &value = *m_arguments[index];
    return null(value.isNull() ? Cause::NullOperand : Cause::WrongKind,
                "argument " + std::to_string(index + 1) + " is a " + std::string(name(value.kind()))
                    + " instead of a " + std::string(wanted));
}

std::optional<Decimal> Call::number(std::size_t index) const
{
    const Value &value = single(index);
    if (value.isNumber()) [[likely]]
        return value.number();
    wrongKind(index, "number");
    return std::nullopt;
}

std::optional<std::int64_t> Call::integer(std::size_t index) const
{
    const auto decimal = number(index);
    if (!decimal)
        return std::nullopt;
    const auto result = decimal->integer();
    if (!result)
        outOfDomain("argument " + std::to_string(index + 1) + " is not a whole number of a reasonable size");
    return result;
}

std::optional<std::int64_t> Call::position(std::size_t index) const
{
    const auto decimal = number(index);
    if (!decimal)
        return std::nullopt;
    const auto result = decimal->truncated();
    if (!result)
        outOfDomain("argument " + std::to_string(index + 1) + " is not a number of a reasonable size");
    return result;
}

std::optional<std::string_view> Call::string(std::size_t index) const
{
    const Value &value = single(index);
    if (value.isString()) [[likely]]
        return value.string();
    wrongKind(index, "string");
    return std::nullopt;
}

std::optional<bool> Call::boolean(std::size_t index) const
{
    const Value &value = single(index);
    if (value.kind() == Kind::Boolean)
        return value.boolean();
    wrongKind(index, "boolean");
    return std::nullopt;
}

std::optional<std::span<const Value>> Call::list(std::size_t index) const
{
    const Value &value = *m_arguments[index];
    if (value.isNull()) {
        wrongKind(index, "list");
        return std::nullopt;
    }
    const std::span<const Value> items = value.isList() ? value.list() : std::span(&value, 1);
    if (!spend(items.size()))
        return std::nullopt;
    return items;
}

const Context *Call::context(std::size_t index) const
{
    const Value &value = single(index);
    if (value.isContext())
        return &value.context();
    wrongKind(index, "context");
    return nullptr;
}

const Callable *Call::function(std::size_t index) const
{
    const Value &value = single(index);
    if (value.kind() == Kind::Function)
        return &value.function();
    wrongKind(index, "function");
    return nullptr;
}

Elements Call::elements() const
{
    const bool isList = size() == 1 && m_arguments[0]->isList();
    const Elements elements = isList ? Elements(m_arguments[0]->list()) : Elements(m_arguments);
    spend(elements.size());
    return elements;
}

} // namespace tongban::feel
