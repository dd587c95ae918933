// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/decimal.h"
#include "core/feel/object.h"
#include "core/feel/temporal.h"
#include "core/feel/truth.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tongban::feel {

enum class Kind : std::uint8_t {
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysDuration,
    MonthsDuration,
    List,
    Context,
    Range,
    Function,
};

/// "null", "boolean", "number", "date and time", "days and time duration", ...: the standard's word.
std::string_view name(Kind kind);

class Callable;
class Context;
class ContextBuilder;
struct Range;

/// An immutable value of FEEL. 24 bytes; numbers, dates, durations, booleans and strings of up to 16 bytes
/// are held inside, everything else is shared and counted, so copying never copies contents. A value may be
/// read, copied and dropped on any thread.
class Value
{
public:
    /// Null.
    Value() noexcept = default;
    explicit Value(bool value) noexcept : m_kind(Kind::Boolean) { m_word[0] = value ? 1 : 0; }
    explicit Value(Truth value) noexcept;
    explicit Value(Decimal value) noexcept : m_kind(Kind::Number) { std::memcpy(m_word, &value, 16); }
    explicit Value(std::int64_t value) noexcept : Value(Decimal(value)) { }
    explicit Value(int value) noexcept : Value(Decimal(value)) { }
    explicit Value(std::string_view utf8);
    explicit Value(const std::string &utf8) : Value(std::string_view(utf8)) { }
    explicit Value(const char *utf8) : Value(std::string_view(utf8)) { }
    explicit Value(Date value) noexcept;
    explicit Value(Time value);
    explicit Value(DateTime value);
    explicit Value(DaysDuration value) noexcept;
    explicit Value(MonthsDuration value) noexcept;
    explicit Value(std::vector<Value> list);
    explicit Value(Range range);
    explicit Value(Ref<const Context> context) noexcept;
    explicit Value(Ref<const Callable> function) noexcept;

    Value(const Value &other) noexcept
        : m_kind(other.m_kind), m_shared(other.m_shared), m_length(other.m_length)
    {
        m_word[0] = other.m_word[0];
        m_word[1] = other.m_word[1];
        if (m_shared)
            object()->retain();
    }
    Value(Value &&other) noexcept : m_kind(other.m_kind), m_shared(other.m_shared), m_length(other.m_length)
    {
        m_word[0] = other.m_word[0];
        m_word[1] = other.m_word[1];
        other.m_kind = Kind::Null;
        other.m_shared = false;
    }
    Value &operator=(const Value &other) noexcept
    {
        if (this != &other)
            Value(other).swap(*this);
        return *this;
    }
    Value &operator=(Value &&other) noexcept
    {
        if (this != &other)
            Value(std::move(other)).swap(*this);
        return *this;
    }
    ~Value()
    {
        if (m_shared)
            object()->release();
    }
    void swap(Value &other) noexcept
    {
        std::swap(m_kind, other.m_kind);
        std::swap(m_shared, other.m_shared);
        std::swap(m_length, other.m_length);
        std::swap(m_word, other.m_word);
    }

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isNumber() const { return m_kind == Kind::Number; }
    bool isString() const { return m_kind == Kind::String; }
    bool isList() const { return m_kind == Kind::List; }
    bool isContext() const { return m_kind == Kind::Context; }
    /// True, False, or Null for everything that is not a boolean (DMN 1.5, table 50).
    Truth truth() const { return m_kind == Kind::Boolean ? feel::truth(m_word[0] != 0) : Truth::Null; }

    // The contents. Each may be asked only of a value of that kind; references live as long as the value.
    bool boolean() const { return m_word[0] != 0; }
    Decimal number() const
    {
        Decimal decimal;
        std::memcpy(&decimal, m_word, 16);
        return decimal;
    }
    std::string_view string() const;
    Date date() const;
    const Time &time() const;
    const DateTime &dateTime() const;
    DaysDuration daysDuration() const;
    MonthsDuration monthsDuration() const;
    std::span<const Value> list() const;
    const Context &context() const;
    const Range &range() const;
    const Callable &function() const;

    /// The counted object that holds the contents; null pointer when they are held inside.
    const Object *shared() const { return m_shared ? object() : nullptr; }
    /// Bounds the cost of going through the value (see Object::weight).
    std::uint32_t weight() const { return m_shared ? object()->weight() : 1; }
    std::uint32_t depth() const { return m_shared ? object()->depth() : 0; }

private:
    Object *object() const { return reinterpret_cast<Object *>(m_word[0]); }
    void hold(const Object *object) noexcept
    {
        m_word[0] = reinterpret_cast<std::uint64_t>(object);
        m_shared = true;
    }

    Kind m_kind = Kind::Null;
    bool m_shared = false; ///< m_word[0] points to a counted object.
    std::uint8_t m_length = 0; ///< Bytes of a string held inside.
    std::uint64_t m_word[2] = {0, 0};
};

static_assert(sizeof(Value) == 24);

/// The names of a context in their order. Contexts made by the same expression or read with the same
/// declared type share one, which makes looking a member up a comparison of two pointers.
class Shape : public Object
{
public:
    /// Names must differ from each other.
    explicit Shape(std::vector<std::string> names);

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    const std::vector<std::string> &names() const { return m_names; }
    std::size_t size() const { return m_names.size(); }
    /// The place of a name, or kNone.
    std::size_t find(std::string_view name) const;

private:
    std::vector<std::string> m_names;
    std::vector<std::uint32_t> m_sorted; ///< Places in the order of names; only kept when there are many.
};

/// Named values in the order of their making. Made by ContextBuilder.
class Context : public Object
{
public:
    /// As many values as the shape has names.
    Context(Ref<const Shape> shape, std::vector<Value> values);

    const Shape &shape() const { return *m_shape; }
    std::size_t size() const { return m_values.size(); }
    const std::string &name(std::size_t index) const { return m_shape->names()[index]; }
    const Value &value(std::size_t index) const { return m_values[index]; }
    /// Null pointer when there is no such member.
    const Value *find(std::string_view name) const
    {
        const std::size_t index = m_shape->find(name);
        return index == Shape::kNone ? nullptr : &m_values[index];
    }

private:
    Ref<const Shape> m_shape;
    std::vector<Value> m_values;
};

/// Collects the members of a context one by one.
class ContextBuilder
{
public:
    /// False, and nothing changes, when the name is already there.
    bool add(std::string_view name, Value value);
    /// Replaces or adds.
    void put(std::string_view name, Value value);
    Value build() &&;

private:
    std::size_t find(std::string_view name);

    std::vector<std::string> m_names;
    std::vector<Value> m_values;
    std::unordered_map<std::string, std::size_t> m_places; ///< Only kept when there are many.
};

/// A set of values between two ends (DMN 1.5, 10.3.2.7). An end that is null is open to infinity.
struct Range {
    Value low;
    Value high;
    bool lowIncluded = false;
    bool highIncluded = false;
    /// How it was written; the standard tells `(<10)` from `(..10)` and knows ranges without an order.
    enum class Form : std::uint8_t { Interval, Less, LessOrEqual, Greater, GreaterOrEqual, Equal, Unequal };
    Form form = Form::Interval;

    /// Null when the value cannot be compared with the ends.
    Truth includes(const Value &value) const;
};

/// FEEL's `=` (DMN 1.5, table 53): deep; Null when the kinds differ; comparing with null gives a boolean.
Truth equal(const Value &a, const Value &b);
/// FEEL's `is`: equal and of exactly the same kind and zone.
bool same(const Value &a, const Value &b);
/// For `<`, `<=`, `>`, `>=`, between and ranges.
Order compare(const Value &a, const Value &b);
/// A total order over all values, for deterministic output and sorted indexes; not FEEL's.
std::strong_ordering totalOrder(const Value &a, const Value &b);

/// What FEEL's built-in string() gives, also for null ("null").
std::string textOf(const Value &value);

} // namespace tongban::feel
