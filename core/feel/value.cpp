// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/value.h"

#include "core/feel/callable.h"
#include "core/feel/value_objects.h"

#include <array>
#include <new>

namespace tongban::feel {

static_assert(sizeof(Date) == 8 && sizeof(DaysDuration) == 16);

void Object::destroy() const noexcept
{
    delete this;
}

ListObject::ListObject(std::vector<Value> elements) : items(std::move(elements))
{
    addWeight(items.size());
    for (const Value &item : items) {
        if (const Object *part = item.shared())
            addPart(*part);
    }
}

RangeObject::RangeObject(Range ends) : range(std::move(ends))
{
    if (const Object *part = range.low.shared())
        addPart(*part);
    if (const Object *part = range.high.shared())
        addPart(*part);
}

std::string_view name(Kind kind)
{
    constexpr std::array<std::string_view, 13> kNames{"null",
                                                      "boolean",
                                                      "number",
                                                      "string",
                                                      "date",
                                                      "time",
                                                      "date and time",
                                                      "days and time duration",
                                                      "years and months duration",
                                                      "list",
                                                      "context",
                                                      "range",
                                                      "function"};
    return kNames[static_cast<std::size_t>(kind)];
}

const StringObject *StringObject::make(std::string_view utf8)
{
    void *memory = ::operator new(sizeof(StringObject) + utf8.size());
    const auto *object = new (memory) StringObject();
    std::memcpy(static_cast<char *>(memory) + sizeof(StringObject), utf8.data(), utf8.size());
    object->retainFirst();
    return object;
}

Value::Value(Truth value) noexcept
{
    if (value == Truth::Null)
        return;
    m_held.kind = Kind::Boolean;
    m_held.word[0] = value == Truth::True ? 1 : 0;
}

Value::Value(std::string_view utf8)
{
    m_held.kind = Kind::String;
    if (utf8.size() <= sizeof m_held.word) {
        m_held.length = static_cast<std::uint8_t>(utf8.size());
        if (!utf8.empty())
            std::memcpy(m_held.word, utf8.data(), utf8.size());
        return;
    }
    adopt(StringObject::make(utf8));
    m_held.word[1] = utf8.size();
}

Value::Value(Time value)
{
    m_held.kind = Kind::Time;
    adopt(makeRef<const TimeObject>(std::move(value)).take());
}

Value::Value(DateTime value)
{
    m_held.kind = Kind::DateTime;
    adopt(makeRef<const DateTimeObject>(std::move(value)).take());
}

Value::Value(DaysDuration value) noexcept
{
    m_held.kind = Kind::DaysDuration;
    std::memcpy(m_held.word, &value.nanos, sizeof value.nanos);
}

Value::Value(MonthsDuration value) noexcept
{
    m_held.kind = Kind::MonthsDuration;
    std::memcpy(m_held.word, &value.months, sizeof value.months);
}

Value::Value(std::vector<Value> list)
{
    m_held.kind = Kind::List;
    adopt(makeRef<const ListObject>(std::move(list)).take());
}

Value::Value(Range range)
{
    m_held.kind = Kind::Range;
    adopt(makeRef<const RangeObject>(std::move(range)).take());
}

Value::Value(Ref<const Context> context) noexcept
{
    m_held.kind = Kind::Context;
    adopt(context.take());
}

Value::Value(Ref<const Callable> function) noexcept
{
    m_held.kind = Kind::Function;
    adopt(function.take());
}

const Time &Value::time() const
{
    return static_cast<const TimeObject *>(object())->time;
}

const DateTime &Value::dateTime() const
{
    return static_cast<const DateTimeObject *>(object())->dateTime;
}

DaysDuration Value::daysDuration() const
{
    DaysDuration duration;
    std::memcpy(&duration.nanos, m_held.word, sizeof duration.nanos);
    return duration;
}

MonthsDuration Value::monthsDuration() const
{
    MonthsDuration duration;
    std::memcpy(&duration.months, m_held.word, sizeof duration.months);
    return duration;
}

const Range &Value::range() const
{
    return static_cast<const RangeObject *>(object())->range;
}

const Callable &Value::function() const
{
    return static_cast<const Callable &>(*object());
}

} // namespace tongban::feel
