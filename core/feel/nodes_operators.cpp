// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/nodes.h"

namespace tongban::feel {

namespace {

class ArithmeticNode final : public Node
{
public:
    ArithmeticNode(Arithmetic operation, NodePtr left, NodePtr right, Span span)
        : m_left(std::move(left)), m_right(std::move(right)), m_span(span), m_operation(operation)
    {
        holds(m_left);
        holds(m_right);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value ownLeft;
        Value ownRight;
        const Value &left = m_left->evaluate(evaluation, ownLeft);
        const Value &right = m_right->evaluate(evaluation, ownRight);
        return scratch = arithmetic(m_operation, left, right, evaluation, m_span);
    }

private:
    NodePtr m_left;
    NodePtr m_right;
    Span m_span;
    Arithmetic m_operation;
};

class NegativeNode final : public Node
{
public:
    NegativeNode(NodePtr value, Span span) : m_value(std::move(value)), m_span(span) { holds(m_value); }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        return scratch = negate(m_value->evaluate(evaluation, own), evaluation, m_span);
    }

private:
    NodePtr m_value;
    Span m_span;
};

/// A node whose value is a truth value.
class TruthNode : public Node
{
public:
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const final
    {
        return scratch = Value(test(evaluation));
    }
};

class ComparisonNode final : public TruthNode
{
public:
    ComparisonNode(Comparison operation, NodePtr left, NodePtr right, Span span)
        : m_left(std::move(left)), m_right(std::move(right)), m_span(span), m_operation(operation)
    {
        holds(m_left);
        holds(m_right);
    }
    Truth test(Evaluation &evaluation) const override
    {
        Value ownLeft;
        Value ownRight;
        const Value &left = m_left->evaluate(evaluation, ownLeft);
        const Value &right = m_right->evaluate(evaluation, ownRight);
        if (left.isNumber() && right.isNumber()) [[likely]] {
            const auto order = left.number() <=> right.number();
            return satisfies(order < 0       ? Order::Less
                                 : order > 0 ? Order::Greater
                                             : Order::Equal,
                             m_operation);
        }
        return comparison(m_operation, left, right, evaluation, m_span);
    }

private:
    NodePtr m_left;
    NodePtr m_right;
    Span m_span;
    Comparison m_operation;
};

class ConjunctionNode final : public TruthNode
{
public:
    explicit ConjunctionNode(std::vector<NodePtr> parts) : m_parts(std::move(parts))
    {
        for (const NodePtr &part : m_parts)
            holds(part);
    }
    Truth test(Evaluation &evaluation) const override
    {
        Truth result = Truth::True;
        for (const NodePtr &part : m_parts) {
            result = conjunction(result, part->test(evaluation));
            if (result == Truth::False)
                break;
        }
        return result;
    }

private:
    std::vector<NodePtr> m_parts;
};

class DisjunctionNode final : public TruthNode
{
public:
    explicit DisjunctionNode(std::vector<NodePtr> parts) : m_parts(std::move(parts))
    {
        for (const NodePtr &part : m_parts)
            holds(part);
    }
    Truth test(Evaluation &evaluation) const override
    {
        Truth result = Truth::False;
        for (const NodePtr &part : m_parts) {
            result = disjunction(result, part->test(evaluation));
            if (result == Truth::True)
                break;
        }
        return result;
    }

private:
    std::vector<NodePtr> m_parts;
};

class BetweenNode final : public TruthNode
{
public:
    BetweenNode(NodePtr value, NodePtr low, NodePtr high, Span span)
        : m_value(std::move(value)), m_low(std::move(low)), m_high(std::move(high)), m_span(span)
    {
        holds(m_value);
        holds(m_low);
        holds(m_high);
    }
    Truth test(Evaluation &evaluation) const override
    {
        Value own;
        Value ownLow;
        Value ownHigh;
        const Value &value = m_value->evaluate(evaluation, own);
        const Value &low = m_low->evaluate(evaluation, ownLow);
        const Value &high = m_high->evaluate(evaluation, ownHigh);
        return conjunction(comparison(Comparison::GreaterOrEqual, value, low, evaluation, m_span),
                           comparison(Comparison::LessOrEqual, value, high, evaluation, m_span));
    }

private:
    NodePtr m_value;
    NodePtr m_low;
    NodePtr m_high;
    Span m_span;
};

class ConditionalNode final : public Node
{
public:
    ConditionalNode(NodePtr condition, NodePtr then, NodePtr otherwise)
        : m_condition(std::move(condition)), m_then(std::move(then)), m_otherwise(std::move(otherwise))
    {
        holds(m_condition);
        holds(m_then);
        holds(m_otherwise);
    }
    // A condition that is not true is as good as false (DMN 1.5, table 59).
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        return chosen(evaluation).evaluate(evaluation, scratch);
    }
    Truth test(Evaluation &evaluation) const override { return chosen(evaluation).test(evaluation); }

private:
    const Node &chosen(Evaluation &evaluation) const
    {
        return m_condition->test(evaluation) == Truth::True ? *m_then : *m_otherwise;
    }

    NodePtr m_condition;
    NodePtr m_then;
    NodePtr m_otherwise;
};

} // namespace

NodePtr arithmeticNode(Arithmetic operation, NodePtr left, NodePtr right, Span span)
{
    const std::vector<NodePtr> parts{left, right};
    return folded(std::make_shared<ArithmeticNode>(operation, std::move(left), std::move(right), span),
                  parts);
}

NodePtr negativeNode(NodePtr value, Span span)
{
    const std::vector<NodePtr> parts{value};
    return folded(std::make_shared<NegativeNode>(std::move(value), span), parts);
}

NodePtr comparisonNode(Comparison operation, NodePtr left, NodePtr right, Span span)
{
    const std::vector<NodePtr> parts{left, right};
    return folded(std::make_shared<ComparisonNode>(operation, std::move(left), std::move(right), span),
                  parts);
}

NodePtr conjunctionNode(std::vector<NodePtr> parts)
{
    return std::make_shared<ConjunctionNode>(std::move(parts));
}

NodePtr disjunctionNode(std::vector<NodePtr> parts)
{
    return std::make_shared<DisjunctionNode>(std::move(parts));
}

NodePtr betweenNode(NodePtr value, NodePtr low, NodePtr high, Span span)
{
    return std::make_shared<BetweenNode>(std::move(value), std::move(low), std::move(high), span);
}

NodePtr conditionalNode(NodePtr condition, NodePtr then, NodePtr otherwise)
{
    return std::make_shared<ConditionalNode>(std::move(condition), std::move(then), std::move(otherwise));
}

} // namespace tongban::feel
