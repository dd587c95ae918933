// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/json.h"

#include "core/base/json_scanner.h"

#include <algorithm>
#include <optional>

namespace tongban::feel {

namespace {

/// Up to so many names are compared one by one.
constexpr std::size_t kFewNames = 16;

template <typename T>
bool put(const std::optional<T> &parsed, Value &out)
{
    if (parsed)
        out = Value(*parsed);
    return parsed.has_value();
}

/// Text read as the kind the type asks for; false when it is not of that form.
bool readText(std::string_view text, Type::Form form, Value &out)
{
    switch (form) {
    case Type::Form::Date: return put(Date::parse(text), out);
    case Type::Form::Time: return put(Time::parse(text), out);
    case Type::Form::DateTime:
        if (const auto date = Date::parse(text)) {
            out = Value(DateTime{*date, Time{0, Zone::offset(0)}});
            return true;
        }
        return put(DateTime::parse(text), out);
    case Type::Form::DaysDuration: return put(DaysDuration::parse(text), out);
    case Type::Form::MonthsDuration: return put(MonthsDuration::parse(text), out);
    case Type::Form::String:
    case Type::Form::Any: out = Value(text); return true;
    case Type::Form::Null:
    case Type::Form::Boolean:
    case Type::Form::Number:
    case Type::Form::List:
    case Type::Form::Context:
    case Type::Form::Range:
    case Type::Form::Function: break;
    }
    return false;
}

/// So many digits fit an integer of 64 bits.
constexpr std::size_t kSafeDigits = 18;

/// The value of a number of JSON; nothing when it is out of the range of decimal128.
std::optional<Decimal> decimal(std::string_view number)
{
    if (number.size() > kSafeDigits)
        return Decimal::parse(number);
    std::int64_t coefficient = 0;
    int scale = 0;
    bool isFraction = false;
    for (const char c : number.substr(number.starts_with('-'))) {
        if (c == '.') {
            isFraction = true;
        } else if (c < '0' || c > '9') { // An exponent.
            return Decimal::parse(number);
        } else {
            coefficient = coefficient * 10 + (c - '0');
            scale += isFraction;
        }
    }
    return Decimal::scaled(number.starts_with('-') ? -coefficient : coefficient, scale);
}

/// A name that stands twice, if there is one.
const std::string *repeated(const std::vector<std::string> &names)
{
    std::vector<const std::string *> sorted;
    for (const std::string &name : names)
        sorted.push_back(&name);
    const auto byText = [](const std::string *name) -> const std::string & {
        return *name;
    };
    std::ranges::sort(sorted, {}, byText);
    const auto twice = std::ranges::adjacent_find(sorted, {}, byText);
    return twice == sorted.end() ? nullptr : *twice;
}

/// Makes values of a JSON text by the types they are declared with, without a document in between. Recursion
/// ends at Limits::nesting.
class Reader
{
public:
    Reader(std::string_view text, const Limits &limits)
        : m_scanner(text, JsonScanner::Encoding::Checked), m_limits(limits)
    {
        m_scanner.passMark();
    }

    bool whole(const Type &type, Value &out) { return value(type, out) && m_scanner.expectEnd(); }

    bool wholeObject(JsonMembers &members)
    {
        if (m_scanner.peek() != '{')
            return refuse("is not an object");
        const auto one = [&](std::string_view name) {
            const JsonPlace place = members.find(name);
            if (place.isTwice)
                return refuse("stands twice");
            Value dropped;
            return value(place.type ? *place.type : m_any, place.value ? *place.value : dropped);
        };
        return eachMember(one) && m_scanner.expectEnd();
    }

    Error error() const
    {
        std::string detail = "$" + m_path + " " + m_reason;
        if (m_scanner.fault() == JsonFault::NotUtf8)
            detail = phrase(JsonFault::NotUtf8);
        else if (m_scanner.fault() != JsonFault::None)
            detail = "malformed JSON at byte " + std::to_string(m_scanner.position()) + ": "
                + std::string(phrase(m_scanner.fault()));
        return Error{ErrorCode::InvalidInput, std::move(detail)};
    }

private:
    bool refuse(std::string reason)
    {
        m_reason = std::move(reason);
        return false;
    }

    /// Puts a step in front of the path of what was refused inside.
    bool within(std::string step)
    {
        m_path = std::move(step) + m_path;
        return false;
    }

    bool value(const Type &type, Value &out)
    {
        if (++m_count > m_limits.valueSize)
            return refuse("is one value too many");
        switch (m_scanner.peek()) {
        case '"': return text(type, out);
        case '{': return enter(type, Type::Form::Context, "an object") && object(type, out) && leave();
        case '[': return enter(type, Type::Form::List, "an array") && array(type, out) && leave();
        case 't': return m_scanner.expectWord("true") && simple(type, Type::Form::Boolean, Value(true), out);
        case 'f':
            return m_scanner.expectWord("false") && simple(type, Type::Form::Boolean, Value(false), out);
        case 'n': out.clear(); return m_scanner.expectWord("null");
        default: return number(type, out);
        }
    }

    bool simple(const Type &type, Type::Form form, Value value, Value &out)
    {
        if (!type.isAny() && type.form() != form)
            return refuse(std::string("is ") + (form == Type::Form::Number ? "a number" : "a boolean")
                          + " and not a " + type.text());
        out = std::move(value);
        return true;
    }

    bool number(const Type &type, Value &out)
    {
        std::string_view digits;
        if (!m_scanner.number(digits))
            return false;
        const std::optional<Decimal> number = decimal(digits);
        return number ? simple(type, Type::Form::Number, Value(*number), out) : refuse("is out of range");
    }

    bool text(const Type &type, Value &out)
    {
        std::string_view contents;
        m_buffer.clear();
        if (!m_scanner.string(contents, m_buffer))
            return false;
        if (contents.size() > m_limits.stringLength)
            return refuse("is too long");
        return readText(contents, type.form(), out) || refuse("is not a " + type.text());
    }

    bool enter(const Type &type, Type::Form form, std::string_view what)
    {
        if (m_depth++ == m_limits.nesting)
            return refuse("is nested too deeply");
        if (!type.isAny() && type.form() != form)
            return refuse("is " + std::string(what) + " and not a " + type.text());
        return true;
    }
    bool leave()
    {
        --m_depth;
        return true;
    }

    bool array(const Type &type, Value &out)
    {
        std::vector<Value> values;
        m_scanner.take('[');
        if (!m_scanner.take(']')) {
            do {
                values.emplace_back();
                if (!value(type.element(), values.back()))
                    return within("[" + std::to_string(values.size() - 1) + "]");
            } while (m_scanner.take(','));
            if (!m_scanner.expect(']', JsonFault::NoCommaOrBracket))
                return false;
        }
        out = Value(std::move(values));
        return true;
    }

    /// Calls `one(name)` where the member's value stands, for each member.
    template <typename One>
    bool eachMember(One one)
    {
        std::string buffer;
        m_scanner.take('{');
        if (m_scanner.take('}'))
            return true;
        do {
            std::string_view name;
            buffer.clear();
            if (!m_scanner.string(name, buffer) || !m_scanner.expect(':', JsonFault::NoColon))
                return false;
            if (!one(name))
                return within("." + std::string(name));
        } while (m_scanner.take(','));
        return m_scanner.expect('}', JsonFault::NoCommaOrBrace);
    }

    bool object(const Type &type, Value &out)
    {
        const std::vector<Component> &components = type.components();
        std::vector<Value> values;
        values.reserve(components.size());
        // Kept only from the first member on that is not the one declared for its place.
        std::vector<std::string> names;
        bool isInOrder = true;
        const auto leaveOrder = [&] {
            isInOrder = false;
            for (std::size_t i = 0; i < values.size(); ++i)
                names.push_back(components[i].name);
        };
        const auto one = [&](std::string_view name) {
            const Component *component = nullptr;
            if (isInOrder && values.size() < components.size() && components[values.size()].name == name) {
                component = &components[values.size()];
            } else {
                if (isInOrder)
                    leaveOrder();
                if (names.size() < kFewNames && std::ranges::find(names, name) != names.end())
                    return refuse("stands twice");
                names.emplace_back(name);
                component = type.component(name);
            }
            return value(component ? component->type : m_any, values.emplace_back());
        };
        if (!eachMember(one))
            return false;
        if (isInOrder && values.size() == components.size() && type.shape()) {
            out = Value(makeRef<const Context>(type.shape(), std::move(values)));
            return true;
        }
        if (isInOrder)
            leaveOrder();
        if (const std::string *twice = names.size() > kFewNames ? repeated(names) : nullptr) {
            refuse("stands twice");
            return within("." + *twice);
        }
        out = Value(makeRef<const Context>(makeRef<const Shape>(std::move(names)), std::move(values)));
        return true;
    }

    JsonScanner m_scanner;
    const Limits &m_limits;
    Type m_any;
    std::string m_buffer;
    std::uint64_t m_count = 0;
    std::uint32_t m_depth = 0;
    std::string m_path;
    std::string m_reason;
};

} // namespace

Result<Value> parseJson(std::string_view text, const Type &type, const Limits &limits)
{
    Reader reader(text, limits);
    Value value;
    if (!reader.whole(type, value))
        return tl::unexpected(reader.error());
    return value;
}

Result<> parseJsonObject(std::string_view text, JsonMembers &members, const Limits &limits)
{
    Reader reader(text, limits);
    if (!reader.wholeObject(members))
        return tl::unexpected(reader.error());
    return {};
}

} // namespace tongban::feel
