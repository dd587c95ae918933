// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/table_run.h"

#include <algorithm>

// DMN 1.5, 8.2.8 to 8.2.11: what the rules that apply make of their outputs.

namespace tongban::dmn {

using feel::Value;

Value TableRun::fail(std::string_view why)
{
    m_evaluation.report(feel::Cause::OutOfDomain, m_table.span, why);
    return {};
}

Value TableRun::decide()
{
    if (m_evaluation.stopped())
        return {};
    const std::size_t first = firstMatch();
    if (first == kNoRule)
        return decideNothing();
    if (m_table.hitPolicy == HitPolicy::First)
        return outputOf(first);
    collectMatches();
    switch (m_table.hitPolicy) {
    case HitPolicy::Unique: return decideUnique();
    case HitPolicy::First: break;
    case HitPolicy::Any: return decideAny();
    case HitPolicy::Priority: return decideOrdered(false);
    case HitPolicy::OutputOrder: return decideOrdered(true);
    case HitPolicy::Collect:
    case HitPolicy::RuleOrder: return decideList();
    }
    return {};
}

Value TableRun::decideNothing()
{
    if (m_table.hasDefault()) {
        std::vector<Value> members;
        for (const CompiledOutput &output : m_table.outputs) {
            Value value = output.defaultEntry ? output.defaultEntry->evaluate(m_evaluation) : Value();
            members.push_back(checked(output, std::move(value), output.defaultSpan));
        }
        Value value = m_table.shape
            ? Value(feel::makeRef<const feel::Context>(m_table.shape, std::move(members)))
            : std::move(members.front());
        // A table that lists its outputs answers a list in every case.
        const bool isList = m_table.resultType.form() == feel::Type::Form::List && !value.isList();
        return isList ? Value(std::vector<Value>{std::move(value)}) : value;
    }
    switch (m_table.hitPolicy) {
    case HitPolicy::Unique:
    case HitPolicy::First:
    case HitPolicy::Any:
    case HitPolicy::Priority: return {};
    case HitPolicy::OutputOrder:
    case HitPolicy::RuleOrder: return Value(std::vector<Value>());
    case HitPolicy::Collect:
        if (m_table.aggregation == Aggregation::None)
            return Value(std::vector<Value>());
        return m_table.aggregation == Aggregation::Count ? Value(0) : Value();
    }
    return {};
}

Value TableRun::decideUnique()
{
    if (m_matches.size() == 1)
        return outputOf(m_matches.front());
    std::string rules;
    for (const std::size_t rule : m_matches)
        rules += (rules.empty() ? "" : ", ") + std::to_string(rule + 1);
    return fail("hit policy UNIQUE, but more than one rule applies: " + rules);
}

Value TableRun::decideAny()
{
    Value first = outputOf(m_matches.front());
    for (std::size_t i = 1; i < m_matches.size(); ++i) {
        const Value other = outputOf(m_matches[i]);
        const bool bothNull = first.isNull() && other.isNull();
        if (!bothNull && feel::equal(first, other) != feel::Truth::True)
            return fail("hit policy ANY, but rules " + std::to_string(m_matches.front() + 1) + " and "
                        + std::to_string(m_matches[i] + 1) + " apply and differ");
    }
    return first;
}

Value TableRun::member(const Value &output, std::size_t column) const
{
    return m_table.shape && output.isContext() ? output.context().value(column) : output;
}

bool TableRun::precedes(const Value &left, const Value &right) const
{
    for (std::size_t c = 0; c < m_table.outputs.size(); ++c) {
        const std::vector<Value> &order = m_table.outputs[c].order;
        const auto rank = [&](const Value &output) {
            const Value value = member(output, c);
            return std::ranges::find_if(
                       order,
                       [&](const Value &listed) { return feel::equal(listed, value) == feel::Truth::True; })
                - order.begin();
        };
        const auto leftRank = rank(left);
        const auto rightRank = rank(right);
        if (leftRank != rightRank)
            return leftRank < rightRank;
    }
    return false;
}

Value TableRun::decideOrdered(bool isList)
{
    std::vector<std::pair<std::size_t, Value>> outputs;
    for (const std::size_t rule : m_matches)
        outputs.emplace_back(rule, outputOf(rule));
    // Stable: what the output values do not order keeps the order of the rules.
    std::ranges::stable_sort(outputs,
                             [this](const auto &a, const auto &b) { return precedes(a.second, b.second); });
    if (!isList)
        outputs.erase(outputs.begin() + 1, outputs.end());
    if (TableTrace *trace = tableTrace())
        trace->m_fired = outputs;
    if (!isList)
        return outputs.front().second;
    std::vector<Value> values;
    for (auto &[rule, value] : outputs)
        values.push_back(std::move(value));
    return Value(std::move(values));
}

Value TableRun::decideList()
{
    std::vector<Value> values;
    values.reserve(m_matches.size());
    for (const std::size_t rule : m_matches)
        values.push_back(outputOf(rule));
    if (m_table.hitPolicy == HitPolicy::Collect && m_table.aggregation != Aggregation::None)
        return aggregate(values);
    return Value(std::move(values));
}

Value TableRun::outputOf(std::size_t rule)
{
    const CompiledRule &compiled = m_table.rules[rule];
    Value output;
    if (compiled.constant) {
        output = *compiled.constant;
    } else {
        std::vector<Value> members;
        members.reserve(compiled.outputs.size());
        for (std::size_t c = 0; c < compiled.outputs.size(); ++c) {
            const feel::Span span{compiled.source + static_cast<std::uint32_t>(c), 0, 0};
            members.push_back(checked(m_table.outputs[c], compiled.outputs[c]->evaluate(m_evaluation), span));
        }
        output = m_table.shape ? Value(feel::makeRef<const feel::Context>(m_table.shape, std::move(members)))
                               : std::move(members.front());
    }
    if (TableTrace *trace = tableTrace())
        trace->m_fired.emplace_back(rule, output);
    return output;
}

Value TableRun::checked(const CompiledOutput &output, Value value, feel::Span span)
{
    if (!output.type.isAny())
        value = feel::convert(value, output.type, m_evaluation, span);
    if (output.allowed && !value.isNull() && output.allowed->test(value, m_evaluation) != feel::Truth::True) {
        m_evaluation.report(feel::Cause::NotAllowed, span, "the output is not among the output values");
        return {};
    }
    return value;
}

Value TableRun::aggregate(const std::vector<Value> &outputs)
{
    if (m_table.aggregation == Aggregation::Count)
        return Value(static_cast<std::int64_t>(outputs.size()));
    Value result = outputs.front();
    if (m_table.aggregation == Aggregation::Sum && !result.isNumber())
        return fail("SUM needs numbers");
    for (std::size_t i = 1; i < outputs.size(); ++i) {
        if (m_table.aggregation == Aggregation::Sum) {
            const auto sum = outputs[i].isNumber() ? feel::Decimal::add(result.number(), outputs[i].number())
                                                   : std::nullopt;
            if (!sum)
                return fail("SUM needs numbers");
            result = Value(*sum);
            continue;
        }
        const feel::Order order = feel::compare(outputs[i], result);
        if (order == feel::Order::Unordered)
            return fail("MIN and MAX need outputs of one ordered kind");
        if (order == (m_table.aggregation == Aggregation::Min ? feel::Order::Less : feel::Order::Greater))
            result = outputs[i];
    }
    return result;
}

} // namespace tongban::dmn
