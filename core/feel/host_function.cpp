// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/host_function.h"

#include "core/feel/nodes.h"

namespace tongban::feel {

namespace {

std::string withoutSpaces(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            plain += c;
    }
    return plain;
}

std::string_view member(const Value &context, std::string_view name)
{
    const Value *value = context.isContext() ? context.context().find(name) : nullptr;
    return value != nullptr && value->isString() ? value->string() : std::string_view();
}

class ExternalFunction final : public Callable
{
public:
    ExternalFunction(std::string name, const HostFunction &host, std::shared_ptr<const HostFunctions> owner,
                     std::vector<Parameter> parameters)
        : m_name(std::move(name)), m_host(host), m_owner(std::move(owner)),
          m_parameters(std::move(parameters))
    {
    }
    const std::vector<Parameter> &parameters() const override { return m_parameters; }
    std::string_view title() const override { return m_name; }
    Value call(std::span<const Value> arguments, Evaluation &evaluation, Span span) const override
    {
        if (!evaluation.spend(1, span))
            return Value();
        std::vector<Value> converted;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            converted.push_back(convert(arguments[i], m_parameters[i].type, evaluation, span));
            if (converted.back().isNull() && !arguments[i].isNull())
                return Value();
        }
        return evaluation.bounded(m_host.run(converted, evaluation, span), span);
    }

private:
    std::string m_name;
    const HostFunction &m_host;
    std::shared_ptr<const HostFunctions> m_owner;
    std::vector<Parameter> m_parameters;
};

/// Evaluates to the function that its body names.
class ExternalFunctionNode final : public Node
{
public:
    ExternalFunctionNode(std::vector<Parameter> parameters, NodePtr body,
                         std::shared_ptr<const HostFunctions> hosts, Span span)
        : m_parameters(std::move(parameters)), m_body(std::move(body)), m_hosts(std::move(hosts)),
          m_span(span)
    {
        holds(m_body);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        const std::string name = hostFunctionName(m_body->evaluate(evaluation, own));
        const HostFunction *host = m_hosts && !name.empty() ? m_hosts->find(name) : nullptr;
        if (host == nullptr || host->arity != m_parameters.size())
            return scratch = evaluation.null(Cause::Unsupported, m_span, "the host offers no such function");
        return scratch = Value(Ref<const Callable>(new ExternalFunction(name, *host, m_hosts, m_parameters)));
    }

private:
    std::vector<Parameter> m_parameters;
    NodePtr m_body;
    std::shared_ptr<const HostFunctions> m_hosts;
    Span m_span;
};

} // namespace

void HostFunctions::add(std::string_view name, HostFunction function)
{
    m_functions.insert_or_assign(withoutSpaces(name), std::move(function));
}

const HostFunction *HostFunctions::find(std::string_view name) const
{
    const auto found = m_functions.find(withoutSpaces(name));
    return found == m_functions.end() ? nullptr : &found->second;
}

std::string hostFunctionName(const Value &body)
{
    if (!body.isContext())
        return {};
    if (const std::string_view host = member(body, "host"); !host.empty())
        return withoutSpaces(host);
    const Value *java = body.context().find("java");
    const Value &method = java != nullptr ? *java : body;
    const std::string_view signature = member(method, "method signature");
    return signature.empty()
        ? std::string()
        : withoutSpaces(std::string(member(method, "class")) + "." + std::string(signature));
}

NodePtr externalFunctionNode(std::vector<Parameter> parameters, NodePtr body,
                             std::shared_ptr<const HostFunctions> hosts, Span span)
{
    return std::make_shared<ExternalFunctionNode>(std::move(parameters), std::move(body), std::move(hosts),
                                                  span);
}

} // namespace tongban::feel
