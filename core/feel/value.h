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

/// What a string value points to when it does not fit inside; the bytes follow the object in memory.
class StringObject final : public Object
{
public:
    /// The caller is its first owner.
    static const StringObject *make(std::string_view utf8);
    static const char *bytesOf(const Object *object)
    {
        return reinterpret_cast<const char *>(object) + sizeof(StringObject);
    }
    /// The memory is larger than the class says.
    static void operator delete(void *memory) { ::operator delete(memory); }

private:
    StringObject() = default;
};

/// An immutable value of FEEL. 24 bytes; numbers, dates, durations, booleans and strings of up to 16 bytes
/// are held inside, everything else is shared and counted, so copying never copies contents. A value may be
/// read, copied and dropped on any thread.
class Value
{
public:
    /// Null.
    Value() noexcept = default;
    explicit Value(bool value) noexcept
    {
        m_held.kind = Kind::Boolean;
        m_held.word[0] = value ? 1 : 0;
    }
    explicit Value(Truth value) noexcept;
    explicit Value(Decimal value) noexcept
    {
        m_held.kind = Kind::Number;
        std::memcpy(m_held.word, &value, 16);
    }
    explicit Value(std::int64_t value) noexcept : Value(Decimal(value)) { }
    explicit Value(int value) noexcept : Value(Decimal(value)) { }
    explicit Value(std::string_view utf8);
    explicit Value(const std::string &utf8) : Value(std::string_view(utf8)) { }
    explicit Value(const char *utf8) : Value(std::string_view(utf8)) { }
    explicit Value(Date value) noexcept
    {
        m_held.kind = Kind::Date;
        std::memcpy(m_held.word, &value, sizeof value);
    }
    explicit Value(Time value);
    explicit Value(DateTime value);
    explicit Value(DaysDuration value) noexcept;
    explicit Value(MonthsDuration value) noexcept;
    explicit Value(std::vector<Value> list);
    explicit Value(Range range);
    explicit Value(Ref<const Context> context) noexcept;
    explicit Value(Ref<const Callable> function) noexcept;

    Value(const Value &other) noexcept : m_held(other.m_held)
    {
        if (m_held.isShared)
            object()->retain();
    }
    Value(Value &&other) noexcept : m_held(std::exchange(other.m_held, Held())) { }
    Value &operator=(const Value &other) noexcept
    {
        const Held before = m_held;
        m_held = other.m_held;
        if (m_held.isShared)
            object()->retain();
        drop(before);
        return *this;
    }
    Value &operator=(Value &&other) noexcept
    {
        if (this != &other)
            drop(std::exchange(m_held, std::exchange(other.m_held, Held())));
        return *this;
    }
    ~Value() { drop(m_held); }
    /// Null from now on.
    void clear() noexcept
    {
        if (m_held.kind != Kind::Null)
            drop(std::exchange(m_held, Held()));
    }
    void swap(Value &other) noexcept { std::swap(m_held, other.m_held); }

    Kind kind() const { return m_held.kind; }
    bool isNull() const { return m_held.kind == Kind::Null; }
    bool isNumber() const { return m_held.kind == Kind::Number; }
    bool isString() const { return m_held.kind == Kind::String; }
    bool isList() const { return m_held.kind == Kind::List; }
    bool isContext() const { return m_held.kind == Kind::Context; }
    /// True, False, or Null for everything that is not a boolean (DMN 1.5, table 50).
    Truth truth() const
    {
        return m_held.kind == Kind::Boolean ? feel::truth(m_held.word[0] != 0) : Truth::Null;
    }

    // The contents. Each may be asked only of a value of that kind; references live as long as the value.
    bool boolean() const { return m_held.word[0] != 0; }
    Decimal number() const
    {
        Decimal decimal;
        std::memcpy(&decimal, m_held.word, 16);
        return decimal;
    }
    std::string_view string() const
    {
        if (m_held.isShared)
            return {StringObject::bytesOf(object()), m_held.word[1]};
        return {reinterpret_cast<const char *>(m_held.word), m_held.length};
    }
    Date date() const
    {
        Date date;
        std::memcpy(&date, m_held.word, sizeof date);
        return date;
    }
    const Time &time() const;
    const DateTime &dateTime() const;
    DaysDuration daysDuration() const;
    MonthsDuration monthsDuration() const;
    std::span<const Value> list() const;
    const Context &context() const;
    const Range &range() const;
    const Callable &function() const;

    /// The counted object that holds the contents; null pointer when they are held inside.
    const Object *shared() const { return m_held.isShared ? object() : nullptr; }
    /// Bounds the cost of going through the value (see Object::weight).
    std::uint32_t weight() const { return m_held.isShared ? object()->weight() : 1; }
    std::uint32_t depth() const { return m_held.isShared ? object()->depth() : 0; }

private:
    /// Copied as three words.
    struct Held {
        Kind kind = Kind::Null;
        bool isShared = false; ///< word[0] points to a counted object.
        std::uint8_t length = 0; ///< Bytes of a string held inside; word[1] of one that is shared.
        std::uint64_t word[2] = {0, 0};
    };

    Object *object() const { return reinterpret_cast<Object *>(m_held.word[0]); }
    /// Takes an ownership over that the caller had.
    void adopt(const Object *object) noexcept
    {
        m_held.word[0] = reinterpret_cast<std::uint64_t>(object);
        m_held.isShared = true;
    }
    static void drop(const Held &held) noexcept
    {
        if (held.isShared)
            reinterpret_cast<Object *>(held.word[0])->release();
    }

    Held m_held;
};

static_assert(sizeof(Value) == 24);

/// What a list value points to.
class ListObject final : public Object
{
public:
    explicit ListObject(std::vector<Value> elements);
    const std::vector<Value> items;
};

inline std::span<const Value> Value::list() const
{
    return static_cast<const ListObject *>(object())->items;
}

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
    /// Null pointer when there is no such member. `likely` is where it stands in contexts of the expected
    /// type, which is tried first.
    const Value *find(std::string_view name, std::size_t likely = Shape::kNone) const
    {
        if (likely < m_values.size() && m_shape->names()[likely] == name)
            return &m_values[likely];
        const std::size_t index = m_shape->find(name);
        return index == Shape::kNone ? nullptr : &m_values[index];
    }

private:
    Ref<const Shape> m_shape;
    std::vector<Value> m_values;
};

inline const Context &Value::context() const
{
    return static_cast<const Context &>(*object());
}

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
