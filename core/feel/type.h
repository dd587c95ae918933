// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"
#include "core/feel/value.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

class Evaluation;
class Type;

/// A condition on top of a type's kind: allowed values of an item definition. Implemented by core/dmn.
class Constraint
{
public:
    virtual ~Constraint() = default;
    virtual bool allows(const Value &value, Evaluation &evaluation) const = 0;
};

struct Component;

/// A type of FEEL (DMN 1.5, 10.3.2.2 and 10.3.2.9): what a declared name may hold. A small immutable
/// handle; any thread.
class Type
{
public:
    enum class Form : std::uint8_t {
        Any,
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

    /// Any.
    Type() = default;
    static Type any() { return Type(); }
    static Type simple(Form form);
    static Type boolean() { return simple(Form::Boolean); }
    static Type number() { return simple(Form::Number); }
    static Type string() { return simple(Form::String); }
    static Type date() { return simple(Form::Date); }
    static Type list(Type element);
    static Type range(Type element);
    static Type context(std::vector<Component> components);
    static Type function(std::vector<Type> parameters, Type result);
    /// The type of a value, as exact as its kind allows.
    static Type of(const Value &value);
    /// "number", "date and time", "dateTime" (older models), "Any", ...; nothing for other names. A prefix
    /// "feel:" is accepted.
    static std::optional<Type> named(std::string_view name);

    /// The same type with a condition on its values and the name people know it by.
    Type constrained(std::shared_ptr<const Constraint> constraint) const;
    Type titled(std::string name) const;

    Form form() const { return m_form; }
    bool isAny() const { return m_form == Form::Any; }
    /// Of List and Range; Any for others.
    const Type &element() const;
    /// Of Context; empty for others.
    const std::vector<Component> &components() const;
    /// The shape contexts of this type are read with; null pointer unless Context.
    const Ref<const Shape> &shape() const;
    const Component *component(std::string_view name) const;
    /// Of Function.
    const std::vector<Type> &parameters() const;
    const Type &result() const;
    const Constraint *constraint() const;
    /// Whether there is a condition on the values of this type or on anything inside them.
    bool isConstrained() const { return m_isConstrained; }
    /// Whether every value of that kind belongs to the type, so that nothing inside has to be looked at.
    bool takesAll(Kind kind) const
    {
        return m_form == Form::Any || (m_isPlain && static_cast<int>(m_form) == static_cast<int>(kind) + 1);
    }
    /// "list<number>", "context<名称: string, 数量: number>", or the name given by titled().
    std::string text() const;

private:
    struct Data;
    explicit Type(Form form);
    Type(Form form, std::shared_ptr<const Data> data);

    Form m_form = Form::Any;
    bool m_isConstrained = false;
    bool m_isPlain = false; ///< The kind of a value tells all.
    std::shared_ptr<const Data> m_data;
};

struct Component {
    std::string name;
    Type type;
};

/// `instance of`: the value belongs to the type as it is. Null belongs to Null and Any only.
bool isInstance(const Value &value, const Type &type);

/// DMN 1.5, 10.3.2.9.2: every value of `part` can be used where `whole` is asked for.
bool conforms(const Type &part, const Type &whole);

/// The value as the declared type wants it (DMN 1.5, 10.3.2.9.4): unchanged when it conforms, a list of one
/// element taken apart, a date made a date and time; otherwise null with a diagnostic at `span`. Null stays
/// null without a diagnostic. Allowed values are checked on the way, also inside lists and contexts.
Value convert(const Value &value, const Type &type, Evaluation &evaluation, Span span);
/// The same without a copy.
void convertInPlace(Value &value, const Type &type, Evaluation &evaluation, Span span);

} // namespace tongban::feel
