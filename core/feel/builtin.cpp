// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include "core/feel/builtins.h"
#include "core/feel/callable.h"
#include "core/feel/nodes.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

std::array<std::span<const Builtin>, 10> tables()
{
    return {numericBuiltins(), aggregateBuiltins(), booleanBuiltins(), stringBuiltins(),
            regexBuiltins(),   listBuiltins(),      contextBuiltins(), temporalBuiltins(),
            rangeBuiltins(),   conversionBuiltins()};
}

std::vector<const Builtin *> rowsOf(std::string_view name)
{
    std::vector<const Builtin *> rows;
    for (const auto &table : tables()) {
        for (const Builtin &builtin : table) {
            if (builtin.name == name)
                rows.push_back(&builtin);
        }
    }
    return rows;
}

std::optional<std::vector<std::size_t>> placesOf(const Builtin &builtin, std::size_t count,
                                                 const std::vector<std::string> &names)
{
    const std::vector<std::string_view> parameters = parameterNames(builtin);
    std::vector<std::size_t> places;
    if (names.empty()) {
        if (count < builtin.required || (count > parameters.size() && !builtin.isVariadic))
            return std::nullopt;
        for (std::size_t i = 0; i < count; ++i)
            places.push_back(i);
        return places;
    }
    std::vector<bool> isGiven(parameters.size());
    for (const std::string &name : names) {
        const auto found = std::ranges::find(parameters, name);
        const auto place = static_cast<std::size_t>(found - parameters.begin());
        if (found == parameters.end() || isGiven[place])
            return std::nullopt;
        isGiven[place] = true;
        places.push_back(place);
    }
    for (std::size_t i = 0; i < builtin.required && !builtin.mayOmitNamed; ++i) {
        if (!isGiven[i])
            return std::nullopt;
    }
    return places;
}

class BuiltinNode final : public Node
{
public:
    BuiltinNode(const Builtin &builtin, std::vector<NodePtr> arguments, Span span)
        : m_run(builtin.run), m_arguments(std::move(arguments)), m_span(span)
    {
        for (const NodePtr &argument : m_arguments)
            holds(argument);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        constexpr std::size_t kFew = 4;
        if (!evaluation.spend(1, m_span))
            return scratch = Value();
        if (m_arguments.size() == 1 && m_arguments.front()) {
            Value own;
            const Value *argument = &m_arguments.front()->evaluate(evaluation, own);
            return scratch = m_run(Call({&argument, 1}, evaluation, m_span));
        }
        if (m_arguments.size() <= kFew) {
            std::array<Value, kFew> own;
            std::array<const Value *, kFew> arguments{};
            return run(own.data(), arguments.data(), evaluation, scratch);
        }
        std::vector<Value> own(m_arguments.size());
        std::vector<const Value *> arguments(m_arguments.size());
        return run(own.data(), arguments.data(), evaluation, scratch);
    }

private:
    const Value &run(Value *own, const Value **arguments, Evaluation &evaluation, Value &scratch) const
    {
        for (std::size_t i = 0; i < m_arguments.size(); ++i)
            arguments[i] = m_arguments[i] ? &m_arguments[i]->evaluate(evaluation, own[i]) : nullptr;
        return scratch = m_run(Call({arguments, m_arguments.size()}, evaluation, m_span));
    }

    Value (*m_run)(const Call &call);
    std::vector<NodePtr> m_arguments;
    Span m_span;
};

class FailingNode final : public Node
{
public:
    FailingNode(Cause cause, std::string detail, Span span)
        : m_cause(cause), m_detail(std::move(detail)), m_span(span)
    {
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        return scratch = evaluation.null(m_cause, m_span, m_detail);
    }

private:
    Cause m_cause;
    std::string m_detail;
    Span m_span;
};

class BuiltinFunction final : public Callable
{
public:
    explicit BuiltinFunction(std::string_view name) : m_rows(rowsOf(name))
    {
        for (const std::string_view parameter : parameterNames(*m_rows.front()))
            m_parameters.push_back({std::string(parameter), Type::any()});
    }
    const std::vector<Parameter> &parameters() const override { return m_parameters; }
    Type result() const override { return Type::simple(m_rows.front()->result); }
    std::string_view title() const override { return m_rows.front()->name; }
    bool accepts(std::size_t count) const override
    {
        return std::ranges::any_of(
            m_rows, [count](const Builtin *row) { return placesOf(*row, count, {}).has_value(); });
    }
    Value call(std::span<const Value> arguments, Evaluation &evaluation, Span span) const override
    {
        if (!evaluation.spend(1, span))
            return Value();
        const auto row = std::ranges::find_if(m_rows, [&](const Builtin *candidate) {
            return placesOf(*candidate, arguments.size(), {}).has_value();
        });
        if (row == m_rows.end())
            return evaluation.null(Cause::WrongArguments, span, "the function takes other arguments");
        std::vector<const Value *> pointers;
        for (const Value &argument : arguments)
            pointers.push_back(&argument);
        return (*row)->run(Call(pointers, evaluation, span));
    }

private:
    std::vector<const Builtin *> m_rows;
    std::vector<Parameter> m_parameters;
};

} // namespace

std::vector<std::string_view> parameterNames(const Builtin &builtin)
{
    std::vector<std::string_view> names;
    std::string_view rest = builtin.parameters;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        names.push_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return names;
}

const Builtin *bindBuiltin(std::string_view name, std::size_t count, const std::vector<std::string> &names,
                           std::vector<std::size_t> &places)
{
    const Builtin *best = nullptr;
    for (const Builtin *row : rowsOf(name)) {
        auto found = placesOf(*row, count, names);
        if (!found)
            continue;
        // "before" has a row for (point, range) and one for (range, point): the order of the names decides.
        const bool isInOrder = std::ranges::is_sorted(*found);
        if (best == nullptr || isInOrder) {
            places = std::move(*found);
            best = row;
        }
        if (isInOrder)
            break;
    }
    return best;
}

NodePtr builtinNode(const Builtin &builtin, std::vector<NodePtr> arguments, Span span)
{
    const std::vector<NodePtr> parts = arguments;
    NodePtr node = std::make_shared<BuiltinNode>(builtin, std::move(arguments), span);
    return builtin.isConstant ? folded(std::move(node), parts) : node;
}

NodePtr failingNode(Cause cause, std::string detail, Span span)
{
    return std::make_shared<FailingNode>(cause, std::move(detail), span);
}

Value builtinValue(std::string_view name)
{
    return Value(Ref<const Callable>(makeRef<const BuiltinFunction>(name)));
}

bool isBuiltin(std::string_view normalized)
{
    for (const auto &table : tables()) {
        for (const Builtin &builtin : table) {
            if (builtin.name == normalized)
                return true;
        }
    }
    return false;
}

std::vector<Signature> builtinSignatures()
{
    std::vector<Signature> signatures;
    for (const auto &table : tables()) {
        for (const Builtin &builtin : table)
            signatures.push_back(
                {builtin.name, parameterNames(builtin), builtin.required, builtin.isVariadic});
    }
    std::ranges::stable_sort(signatures, {}, &Signature::name);
    return signatures;
}

} // namespace tongban::feel
