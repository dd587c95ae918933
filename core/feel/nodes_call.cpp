// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/callable.h"
#include "core/feel/nodes.h"

#include <algorithm>

namespace tongban::feel {

namespace {

/// What all values of one function definition share.
struct Definition {
    std::string title;
    std::vector<Parameter> parameters;
    Type result;
    Type known; ///< Of the result, when none is declared.
    NodePtr body;
    std::size_t frameSize = 0;
    Span span;
};

class DefinedFunction final : public Callable
{
public:
    DefinedFunction(std::shared_ptr<const Definition> definition, std::vector<Value> captured)
        : m_definition(std::move(definition)), m_captured(std::move(captured))
    {
        addWeight(m_captured.size());
        for (const Value &value : m_captured) {
            if (const Object *part = value.shared())
                addPart(*part);
        }
    }

    const std::vector<Parameter> &parameters() const override { return m_definition->parameters; }
    Type result() const override
    {
        return m_definition->result.isAny() ? m_definition->known : m_definition->result;
    }
    std::string_view title() const override { return m_definition->title; }

    Value call(std::span<const Value> arguments, Evaluation &evaluation, Span span) const override
    {
        if (!evaluation.spend(1, span))
            return Value();
        std::vector<Value> converted;
        converted.reserve(arguments.size());
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            converted.push_back(convert(arguments[i], parameters()[i].type, evaluation, span));
            // With an argument of the wrong type the body is not evaluated at all.
            if (converted.back().isNull() && !arguments[i].isNull())
                return Value();
        }
        const Frame frame(evaluation, m_definition->frameSize, m_captured.data(),
                          m_definition->body->height() + 1);
        if (!frame.isOpen())
            return Value();
        for (std::size_t i = 0; i < converted.size(); ++i)
            evaluation.local(i) = std::move(converted[i]);
        Value result = static_cast<const Node &>(*m_definition->body).evaluate(evaluation);
        return convert(result, m_definition->result, evaluation, span);
    }

private:
    std::shared_ptr<const Definition> m_definition;
    std::vector<Value> m_captured;
};

class FunctionNode final : public Node
{
public:
    FunctionNode(std::shared_ptr<const Definition> definition, std::vector<NodePtr> captures)
        : m_definition(std::move(definition)), m_captures(std::move(captures))
    {
        holds(m_definition->body);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        std::vector<Value> captured;
        captured.reserve(m_captures.size());
        for (const NodePtr &node : m_captures)
            captured.push_back(static_cast<const Node &>(*node).evaluate(evaluation));
        scratch =
            Value(Ref<const Callable>(makeRef<const DefinedFunction>(m_definition, std::move(captured))));
        return scratch = evaluation.bounded(std::move(scratch), m_definition->span);
    }

private:
    std::shared_ptr<const Definition> m_definition;
    std::vector<NodePtr> m_captures;
};

std::shared_ptr<Definition> definition(std::string title, std::vector<Parameter> parameters, Type result,
                                       NodePtr body, const Scope &scope, Span span)
{
    auto made = std::make_shared<Definition>();
    made->title = std::move(title);
    made->frameSize = std::max(scope.frameSize(), parameters.size());
    made->parameters = std::move(parameters);
    made->result = std::move(result);
    made->body = std::move(body);
    made->span = span;
    return made;
}

class CallNode final : public Node
{
public:
    CallNode(NodePtr function, std::vector<NodePtr> arguments, std::vector<std::string> names, Span span)
        : m_function(std::move(function)), m_arguments(std::move(arguments)), m_names(std::move(names)),
          m_span(span)
    {
        holds(m_function);
        for (const NodePtr &argument : m_arguments)
            holds(argument);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        const Value &function = m_function->evaluate(evaluation, own);
        if (function.kind() != Kind::Function)
            return scratch =
                       evaluation.null(function.isNull() ? Cause::NullOperand : Cause::NoSuchFunction, m_span,
                                       "a " + std::string(name(function.kind())) + " is not a function");
        // The function must stay alive even when its slot is written meanwhile.
        const Value held = function;
        std::vector<Value> arguments;
        if (!order(held.function(), arguments, evaluation))
            return scratch = evaluation.null(Cause::WrongArguments, m_span,
                                             "the arguments do not fit the parameters");
        return scratch = held.function().call(arguments, evaluation, m_span);
    }

private:
    bool order(const Callable &function, std::vector<Value> &arguments, Evaluation &evaluation) const
    {
        if (!function.accepts(m_arguments.size()))
            return false;
        arguments.resize(m_arguments.size());
        std::vector<bool> isGiven(m_names.size());
        for (std::size_t i = 0; i < m_arguments.size(); ++i) {
            std::size_t place = i;
            if (!m_names.empty()) {
                const auto &parameters = function.parameters();
                const auto found = std::ranges::find(parameters, m_names[i], &Parameter::name);
                if (found == parameters.end())
                    return false;
                place = static_cast<std::size_t>(found - parameters.begin());
                if (place >= arguments.size() || isGiven[place])
                    return false;
                isGiven[place] = true;
            }
            arguments[place] = static_cast<const Node &>(*m_arguments[i]).evaluate(evaluation);
        }
        return true;
    }

    NodePtr m_function;
    std::vector<NodePtr> m_arguments;
    std::vector<std::string> m_names;
    Span m_span;
};

} // namespace

NodePtr functionNode(std::vector<Parameter> parameters, Type result, NodePtr body, const Scope &scope,
                     Span span, Type known)
{
    std::vector<NodePtr> captures;
    for (const Scope::Name &name : scope.captures())
        captures.push_back(variableNode(name));
    auto made = definition({}, std::move(parameters), std::move(result), std::move(body), scope, span);
    made->known = std::move(known);
    return std::make_shared<FunctionNode>(std::move(made), std::move(captures));
}

Ref<const Callable> makeFunction(std::string title, std::vector<Parameter> parameters, Type result,
                                 NodePtr body, const Scope &scope, Span span)
{
    return makeRef<DefinedFunction>(
        definition(std::move(title), std::move(parameters), std::move(result), std::move(body), scope, span),
        std::vector<Value>());
}

NodePtr callNode(NodePtr function, std::vector<NodePtr> arguments, std::vector<std::string> names, Span span)
{
    return std::make_shared<CallNode>(std::move(function), std::move(arguments), std::move(names), span);
}

NodePtr invocationNode(NodePtr function, std::vector<Binding> bindings, Span span)
{
    std::vector<NodePtr> arguments;
    std::vector<std::string> names;
    for (Binding &binding : bindings) {
        arguments.push_back(std::move(binding.value));
        names.push_back(std::move(binding.parameter));
    }
    return callNode(std::move(function), std::move(arguments), std::move(names), span);
}

} // namespace tongban::feel
