// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/json.h"

#include "core/feel/utf8.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::feel {

namespace {

/// Text read as the kind the type asks for; nothing when it is not of that form.
std::optional<Value> typedText(std::string_view text, Type::Form form)
{
    const auto value = [](const auto &parsed) {
        return parsed ? std::optional(Value(*parsed)) : std::nullopt;
    };
    switch (form) {
    case Type::Form::Date: return value(Date::parse(text));
    case Type::Form::Time: return value(Time::parse(text));
    case Type::Form::DateTime:
        if (const auto date = Date::parse(text))
            return Value(DateTime{*date, Time{0, Zone::offset(0)}});
        return value(DateTime::parse(text));
    case Type::Form::DaysDuration: return value(DaysDuration::parse(text));
    case Type::Form::MonthsDuration: return value(MonthsDuration::parse(text));
    case Type::Form::String:
    case Type::Form::Any: return Value(text);
    case Type::Form::Null:
    case Type::Form::Boolean:
    case Type::Form::Number:
    case Type::Form::List:
    case Type::Form::Context:
    case Type::Form::Range:
    case Type::Form::Function: break;
    }
    return std::nullopt;
}

/// Makes values of the events of a JSON document.
class Builder
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Builder(const Type &type, const Limits &limits) : m_limits(limits)
    {
        m_levels.push_back({Type::list(type), {}, {}, {}, false});
    }

    Value result() { return std::move(m_levels.front().values.front()); }
    const std::string &error() const { return m_error; }

    bool null() { return add(Value()); }
    bool boolean(bool value) { return addOf(Type::Form::Boolean, Value(value), "a boolean"); }
    bool number_integer(number_integer_t value)
    {
        return addOf(Type::Form::Number, Value(std::int64_t{value}), "a number");
    }
    bool number_unsigned(number_unsigned_t value) { return addNumber(std::to_string(value)); }
    bool number_float(number_float_t, const string_t &text) { return addNumber(text); }
    bool string(string_t &text)
    {
        if (text.size() > m_limits.stringLength)
            return refuse("is too long");
        auto value = typedText(text, here().form());
        return value ? add(std::move(*value)) : refuse("is not a " + here().text());
    }
    bool binary(binary_t &) { return refuse("is not text"); }
    bool start_object(std::size_t) { return enter(Type::Form::Context, true); }
    bool start_array(std::size_t) { return enter(Type::Form::List, false); }
    bool key(string_t &name)
    {
        Level &level = m_levels.back();
        if (std::ranges::find(level.names, name) != level.names.end())
            return refuse("has the member '" + name + "' twice");
        level.names.push_back(name);
        return true;
    }
    bool end_array()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        return add(Value(std::move(level.values)));
    }
    bool end_object()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        // Sharing the declared type's names makes looking members up fast.
        Ref<const Shape> shape = level.type.shape();
        if (!shape || shape->names() != level.names)
            shape = makeRef<Shape>(std::move(level.names));
        return add(Value(Ref<const Context>(new Context(std::move(shape), std::move(level.values)))));
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &)
    {
        m_error = "malformed JSON at byte " + std::to_string(position);
        return false;
    }

private:
    struct Level {
        Type type;
        std::vector<std::string> names;
        std::vector<Value> values;
        std::string label;
        bool isObject = false;
    };

    /// The declared type of the next value.
    Type here() const
    {
        const Level &level = m_levels.back();
        if (!level.isObject)
            return level.type.element();
        const Component *component = level.names.empty() ? nullptr : level.type.component(level.names.back());
        return component != nullptr ? component->type : Type::any();
    }

    std::string path() const
    {
        std::string path = "$";
        for (const Level &level : m_levels) {
            if (level.isObject && !level.names.empty())
                path += "." + level.names.back();
            else if (&level != &m_levels.front())
                path += "[" + std::to_string(level.values.size()) + "]";
        }
        return path;
    }

    bool refuse(const std::string &reason)
    {
        m_error = path() + " " + reason;
        return false;
    }

    bool add(Value value)
    {
        if (++m_count > m_limits.valueSize)
            return refuse("is one value too many");
        m_levels.back().values.push_back(std::move(value));
        return true;
    }

    bool addOf(Type::Form form, Value value, const std::string &what)
    {
        const Type type = here();
        if (!type.isAny() && type.form() != form)
            return refuse("is " + what + " and not a " + type.text());
        return add(std::move(value));
    }

    bool addNumber(const std::string &text)
    {
        const auto number = Decimal::parse(text);
        return number ? addOf(Type::Form::Number, Value(*number), "a number") : refuse("is out of range");
    }

    bool enter(Type::Form form, bool isObject)
    {
        const Type type = here();
        if (m_levels.size() > m_limits.nesting)
            return refuse("is nested too deeply");
        if (!type.isAny() && type.form() != form)
            return refuse(isObject ? "is an object and not a " + type.text()
                                   : "is an array and not a " + type.text());
        m_levels.push_back(
            {type.isAny() && !isObject ? Type::list(Type::any()) : type, {}, {}, {}, isObject});
        return true;
    }

    Limits m_limits;
    std::vector<Level> m_levels;
    std::uint64_t m_count = 0;
    std::string m_error;
};

bool isUtf8(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decodeUtf8(text, offset);
        if (point.length == 0)
            return false;
        offset += point.length;
    }
    return true;
}

/// Feeds a parsed document to a builder.
bool visit(const nlohmann::json &document, Builder &builder)
{
    using Kind = nlohmann::json::value_t;
    switch (document.type()) {
    case Kind::null: return builder.null();
    case Kind::boolean: return builder.boolean(document.get<bool>());
    case Kind::number_integer: return builder.number_integer(document.get<std::int64_t>());
    case Kind::number_unsigned: return builder.number_unsigned(document.get<std::uint64_t>());
    case Kind::string: {
        std::string text = document.get<std::string>();
        return builder.string(text);
    }
    case Kind::array:
        return builder.start_array(document.size())
            && std::ranges::all_of(document, [&](const nlohmann::json &item) { return visit(item, builder); })
            && builder.end_array();
    case Kind::object:
        if (!builder.start_object(document.size()))
            return false;
        for (const auto &[name, member] : document.items()) {
            std::string key = name;
            if (!builder.key(key) || !visit(member, builder))
                return false;
        }
        return builder.end_object();
    case Kind::number_float:
    case Kind::binary:
    case Kind::discarded: break;
    }
    nlohmann::json::binary_t none;
    return builder.binary(none);
}

} // namespace

Result<Value> parseJson(std::string_view text, const Type &type, const Limits &limits)
{
    if (!isUtf8(text))
        return fail(ErrorCode::InvalidInput, "the text is not UTF-8");
    // The parser takes such a byte for the end of the text and leaves what follows unread.
    if (text.find('\0') != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "the text has a zero byte");
    Builder builder(type, limits);
    if (!nlohmann::json::sax_parse(text, &builder))
        return fail(ErrorCode::InvalidInput, builder.error());
    return builder.result();
}

Result<Value> fromJson(const nlohmann::json &document, const Type &type, const Limits &limits)
{
    Builder builder(type, limits);
    if (!visit(document, builder)) {
        const bool isFloat = builder.error().ends_with("is not text");
        return fail(ErrorCode::InvalidInput,
                    isFloat ? builder.error() + ", a whole number, a boolean, a list or an object"
                            : builder.error());
    }
    return builder.result();
}

} // namespace tongban::feel
