// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/type.h"

#include "core/feel/callable.h"
#include "core/feel/lexer.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

struct Type::Data {
    Type element;
    std::vector<Component> components;
    std::vector<Type> parameters;
    Type result;
    Ref<const Shape> shape;
    std::shared_ptr<const Constraint> constraint;
    std::string title;
};

namespace {

struct NamedForm {
    std::string_view name;
    Type::Form form;
};

constexpr std::array<NamedForm, 23> kNamedForms{{
    {"Any", Type::Form::Any},
    {"any", Type::Form::Any},
    {"Null", Type::Form::Null},
    {"boolean", Type::Form::Boolean},
    {"number", Type::Form::Number},
    {"string", Type::Form::String},
    {"date", Type::Form::Date},
    {"time", Type::Form::Time},
    {"date and time", Type::Form::DateTime},
    {"dateTime", Type::Form::DateTime},
    {"days and time duration", Type::Form::DaysDuration},
    {"dayTimeDuration", Type::Form::DaysDuration},
    {"years and months duration", Type::Form::MonthsDuration},
    {"yearMonthDuration", Type::Form::MonthsDuration},
    {"list", Type::Form::List},
    {"List", Type::Form::List},
    {"context", Type::Form::Context},
    {"Context", Type::Form::Context},
    {"range", Type::Form::Range},
    {"Range", Type::Form::Range},
    {"function", Type::Form::Function},
    {"Function", Type::Form::Function},
    {"null", Type::Form::Null},
}};

std::string_view formName(Type::Form form)
{
    constexpr std::array<std::string_view, 14> kNames{"Any",
                                                      "Null",
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
    return kNames[static_cast<std::size_t>(form)];
}

// takesAll() compares the two enumerations by number.
static_assert(static_cast<int>(Type::Form::Null) == static_cast<int>(Kind::Null) + 1
              && static_cast<int>(Type::Form::Function) == static_cast<int>(Kind::Function) + 1);

Ref<const Shape> shapeOf(const std::vector<Component> &components)
{
    std::vector<std::string> names;
    names.reserve(components.size());
    for (const Component &component : components)
        names.push_back(component.name);
    return makeRef<Shape>(std::move(names));
}

} // namespace

Type::Type(Form form)
    : m_form(form), m_isPlain(form != Form::Any && form != Form::Range && form != Form::Function)
{
}

Type::Type(Form form, std::shared_ptr<const Data> data) : m_form(form), m_data(std::move(data))
{
    m_isConstrained = m_data->constraint != nullptr || m_data->element.isConstrained()
        || std::ranges::any_of(m_data->components,
                               [](const Component &component) { return component.type.isConstrained(); });
    m_isPlain = !m_isConstrained && form <= Form::MonthsDuration && form != Form::Any;
}

Type Type::simple(Form form)
{
    return Type(form);
}

Type Type::list(Type element)
{
    Data data;
    data.element = std::move(element);
    return {Form::List, std::make_shared<const Data>(std::move(data))};
}

Type Type::range(Type element)
{
    Data data;
    data.element = std::move(element);
    return {Form::Range, std::make_shared<const Data>(std::move(data))};
}

Type Type::context(std::vector<Component> components)
{
    Data data;
    data.shape = shapeOf(components);
    data.components = std::move(components);
    return {Form::Context, std::make_shared<const Data>(std::move(data))};
}

Type Type::function(std::vector<Type> parameters, Type result)
{
    Data data;
    data.parameters = std::move(parameters);
    data.result = std::move(result);
    return {Form::Function, std::make_shared<const Data>(std::move(data))};
}

Type Type::of(const Value &value)
{
    switch (value.kind()) {
    case Kind::Null: return simple(Form::Null);
    case Kind::Boolean: return boolean();
    case Kind::Number: return number();
    case Kind::String: return string();
    case Kind::Date: return date();
    case Kind::Time: return simple(Form::Time);
    case Kind::DateTime: return simple(Form::DateTime);
    case Kind::DaysDuration: return simple(Form::DaysDuration);
    case Kind::MonthsDuration: return simple(Form::MonthsDuration);
    case Kind::List: return simple(Form::List);
    case Kind::Context: return simple(Form::Context);
    case Kind::Range: return simple(Form::Range);
    case Kind::Function: {
        std::vector<Type> parameters;
        for (const Parameter &parameter : value.function().parameters())
            parameters.push_back(parameter.type);
        return function(std::move(parameters), value.function().result());
    }
    }
    return any();
}

std::optional<Type> Type::named(std::string_view name)
{
    if (name.starts_with("feel:"))
        name.remove_prefix(5);
    const auto found = std::ranges::find(kNamedForms, name, &NamedForm::name);
    if (found == kNamedForms.end())
        return std::nullopt;
    return simple(found->form);
}

Type Type::constrained(std::shared_ptr<const Constraint> constraint) const
{
    Data data = m_data ? *m_data : Data();
    data.constraint = std::move(constraint);
    return {m_form, std::make_shared<const Data>(std::move(data))};
}

Type Type::titled(std::string name) const
{
    Data data = m_data ? *m_data : Data();
    data.title = std::move(name);
    return {m_form, std::make_shared<const Data>(std::move(data))};
}

const Type &Type::element() const
{
    static const Type kAny;
    return m_data ? m_data->element : kAny;
}

const std::vector<Component> &Type::components() const
{
    static const std::vector<Component> kNone;
    return m_data ? m_data->components : kNone;
}

const Ref<const Shape> &Type::shape() const
{
    static const Ref<const Shape> kNone;
    return m_data ? m_data->shape : kNone;
}

const Component *Type::component(std::string_view name) const
{
    const auto found = std::ranges::find(components(), name, &Component::name);
    return found == components().end() ? nullptr : &*found;
}

const std::vector<Type> &Type::parameters() const
{
    static const std::vector<Type> kNone;
    return m_data ? m_data->parameters : kNone;
}

const Type &Type::result() const
{
    static const Type kAny;
    return m_data ? m_data->result : kAny;
}

const Constraint *Type::constraint() const
{
    return m_data ? m_data->constraint.get() : nullptr;
}

std::string Type::text() const
{
    if (!m_data)
        return std::string(formName(m_form));
    if (!m_data->title.empty())
        return m_data->title;
    std::string text(formName(m_form));
    std::string inside;
    if (m_form == Form::List || m_form == Form::Range)
        inside = m_data->element.text();
    for (const Component &component : m_data->components)
        inside += (inside.empty() ? "" : ", ") + component.name + ": " + component.type.text();
    for (const Type &parameter : m_data->parameters)
        inside += (inside.empty() ? "" : ", ") + parameter.text();
    if (!inside.empty() || m_form == Form::Function)
        text += "<" + inside + ">";
    if (m_form == Form::Function)
        text += "->" + m_data->result.text();
    return text;
}

} // namespace tongban::feel
