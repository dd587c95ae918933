// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/value.h"

#include "core/feel/callable.h"
#include "core/feel/value_objects.h"

#include <array>

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

Value::Value(Truth value) noexcept
{
    if (value == Truth::Null)
        return;
    m_kind = Kind::Boolean;
    m_word[0] = value == Truth::True ? 1 : 0;
}

Value::Value(std::string_view utf8) : m_kind(Kind::String)
{
    if (utf8.size() <= sizeof m_word) {
        m_length = static_cast<std::uint8_t>(utf8.size());
        if (!utf8.empty())
            std::memcpy(m_word, utf8.data(), utf8.size());
        return;
    }
    const auto *object = new StringObject(std::string(utf8));
    object->retain();
    hold(object);
}

Value::Value(Date value) noexcept : m_kind(Kind::Date)
{
    std::memcpy(m_word, &value, sizeof value);
}

Value::Value(Time value) : m_kind(Kind::Time)
{
    const auto *object = new TimeObject(std::move(value));
    object->retain();
    hold(object);
}

Value::Value(DateTime value) : m_kind(Kind::DateTime)
{
    const auto *object = new DateTimeObject(std::move(value));
    object->retain();
    hold(object);
}

Value::Value(DaysDuration value) noexcept : m_kind(Kind::DaysDuration)
{
    std::memcpy(m_word, &value.nanos, sizeof value.nanos);
}

Value::Value(MonthsDuration value) noexcept : m_kind(Kind::MonthsDuration)
{
    std::memcpy(m_word, &value.months, sizeof value.months);
}

Value::Value(std::vector<Value> list) : m_kind(Kind::List)
{
    const auto *object = new ListObject(std::move(list));
    object->retain();
    hold(object);
}

Value::Value(Range range) : m_kind(Kind::Range)
{
    const auto *object = new RangeObject(std::move(range));
    object->retain();
    hold(object);
}

Value::Value(Ref<const Context> context) noexcept : m_kind(Kind::Context)
{
    context->retain();
    hold(context.get());
}

Value::Value(Ref<const Callable> function) noexcept : m_kind(Kind::Function)
{
    function->retain();
    hold(function.get());
}

std::string_view Value::string() const
{
    if (m_shared)
        return static_cast<const StringObject *>(object())->text;
    return {reinterpret_cast<const char *>(m_word), m_length};
}

Date Value::date() const
{
    Date date;
    std::memcpy(&date, m_word, sizeof date);
    return date;
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
    std::memcpy(&duration.nanos, m_word, sizeof duration.nanos);
    return duration;
}

MonthsDuration Value::monthsDuration() const
{
    MonthsDuration duration;
    std::memcpy(&duration.months, m_word, sizeof duration.months);
    return duration;
}

std::span<const Value> Value::list() const
{
    return static_cast<const ListObject *>(object())->items;
}

const Context &Value::context() const
{
    return static_cast<const Context &>(*object());
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
