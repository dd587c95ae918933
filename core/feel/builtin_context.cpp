// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include <array>

namespace tongban::feel {

namespace {

Value getValue(const Call &call)
{
    const Context *context = call.context(0);
    const auto key = context != nullptr ? call.string(1) : std::nullopt;
    if (!key)
        return Value();
    const Value *value = context->find(*key);
    return value != nullptr ? *value : call.null(Cause::NoSuchMember, "there is no such entry");
}

Value getEntries(const Call &call)
{
    const Context *context = call.context(0);
    if (context == nullptr || !call.spend(context->size()))
        return Value();
    std::vector<Value> entries;
    for (std::size_t i = 0; i < context->size(); ++i) {
        ContextBuilder entry;
        entry.add("key", Value(context->name(i)));
        entry.add("value", context->value(i));
        entries.push_back(std::move(entry).build());
    }
    return call.evaluation().list(std::move(entries), call.span());
}

Value contextOf(const Call &call)
{
    const auto entries = call.list(0);
    if (!entries)
        return Value();
    ContextBuilder builder;
    for (const Value &entry : *entries) {
        const Value *key = entry.isContext() ? entry.context().find("key") : nullptr;
        const Value *value = entry.isContext() ? entry.context().find("value") : nullptr;
        if (key == nullptr || value == nullptr || !key->isString())
            return call.null(Cause::WrongKind, "an entry needs a key and a value");
        if (!builder.add(key->string(), *value))
            return call.null(Cause::DuplicateName, "two entries have the same key");
    }
    return call.evaluation().context(std::move(builder), call.span());
}

ContextBuilder builderOf(const Context &context)
{
    ContextBuilder builder;
    for (std::size_t i = 0; i < context.size(); ++i)
        builder.put(context.name(i), context.value(i));
    return builder;
}

/// Goes down the keys, copying the contexts on the way.
Value putAt(const Call &call, const Context *context, std::span<const Value> keys, const Value &value)
{
    if (!keys.front().isString())
        return call.null(keys.front().isNull() ? Cause::NullOperand : Cause::WrongKind,
                         "a key must be a string");
    const std::string_view key = keys.front().string();
    ContextBuilder builder = context != nullptr ? builderOf(*context) : ContextBuilder();
    if (keys.size() == 1) {
        builder.put(key, value);
        return call.evaluation().context(std::move(builder), call.span());
    }
    const Value *inner = context != nullptr ? context->find(key) : nullptr;
    if (inner == nullptr || !inner->isContext())
        return call.null(Cause::NoSuchMember, "there is no context under this key");
    Value changed = putAt(call, &inner->context(), keys.subspan(1), value);
    if (changed.isNull())
        return changed;
    builder.put(key, std::move(changed));
    return call.evaluation().context(std::move(builder), call.span());
}

Value contextPut(const Call &call)
{
    const Context *context = call.context(0);
    if (context == nullptr || !call.spend(context->size()))
        return Value();
    if (!call[1].isList())
        return putAt(call, context, {&call[1], 1}, call[2]);
    if (call[1].list().empty())
        return call.outOfDomain("there are no keys");
    if (call[1].list().size() > call.evaluation().limits().valueDepth)
        return call.outOfDomain("there are too many keys");
    return putAt(call, context, call[1].list(), call[2]);
}

Value contextMerge(const Call &call)
{
    const auto contexts = call.list(0);
    if (!contexts)
        return Value();
    ContextBuilder builder;
    for (const Value &value : *contexts) {
        if (!value.isContext())
            return call.null(value.isNull() ? Cause::NullOperand : Cause::WrongKind,
                             "only contexts can be merged");
        const Context &context = value.context();
        if (!call.spend(context.size()))
            return Value();
        for (std::size_t i = 0; i < context.size(); ++i)
            builder.put(context.name(i), context.value(i));
    }
    return call.evaluation().context(std::move(builder), call.span());
}

constexpr auto kContext = Type::Form::Context;

constexpr std::array<Builtin, 7> kTable{{
    {"get value", "m,key", 2, false, getValue},
    {"get value", "context,key", 2, false, getValue},
    {"get entries", "m", 1, false, getEntries, Type::Form::List},
    {"context", "entries", 1, false, contextOf, kContext},
    {"context put", "context,key,value", 3, false, contextPut, kContext},
    {"context put", "context,keys,value", 3, false, contextPut, kContext},
    {"context merge", "contexts", 1, false, contextMerge, kContext},
}};

} // namespace

std::span<const Builtin> contextBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
