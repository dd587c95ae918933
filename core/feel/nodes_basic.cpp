// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/nodes.h"

#include <algorithm>

namespace tongban::feel {

Truth Node::test(Evaluation &evaluation) const
{
    Value scratch;
    return evaluate(evaluation, scratch).truth();
}

namespace {

class ConstantNode final : public Node
{
public:
    explicit ConstantNode(Value value) : m_value(std::move(value)) { }
    const Value &evaluate(Evaluation &, Value &) const override { return m_value; }
    const Value *constant() const override { return &m_value; }

private:
    Value m_value;
};

class LocalNode final : public Node
{
public:
    explicit LocalNode(std::size_t slot) : m_slot(slot) { }
    const Value &evaluate(Evaluation &evaluation, Value &) const override { return evaluation.local(m_slot); }

private:
    std::size_t m_slot;
};

class GlobalNode final : public Node
{
public:
    explicit GlobalNode(std::size_t slot) : m_slot(slot) { }
    const Value &evaluate(Evaluation &evaluation, Value &) const override
    {
        return evaluation.global(m_slot);
    }
    std::optional<std::size_t> globalSlot() const override { return m_slot; }

private:
    std::size_t m_slot;
};

class CapturedNode final : public Node
{
public:
    explicit CapturedNode(std::size_t index) : m_index(index) { }
    const Value &evaluate(Evaluation &evaluation, Value &) const override
    {
        return evaluation.captured(m_index);
    }

private:
    std::size_t m_index;
};

class ConversionNode final : public Node
{
public:
    ConversionNode(NodePtr value, Type type, Span span)
        : m_value(std::move(value)), m_type(std::move(type)), m_span(span)
    {
        holds(m_value);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        const Value &value = m_value->evaluate(evaluation, own);
        scratch = convert(value, m_type, evaluation, m_span);
        return scratch;
    }

private:
    NodePtr m_value;
    Type m_type;
    Span m_span;
};

class InstanceNode final : public Node
{
public:
    InstanceNode(NodePtr value, Type type) : m_value(std::move(value)), m_type(std::move(type))
    {
        holds(m_value);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        return scratch = Value(test(evaluation));
    }
    Truth test(Evaluation &evaluation) const override
    {
        Value own;
        const Value &value = m_value->evaluate(evaluation, own);
        if (m_type.isAny())
            return truth(!value.isNull());
        return truth(isInstance(value, m_type));
    }

private:
    NodePtr m_value;
    Type m_type;
};

} // namespace

NodePtr constantNode(Value value)
{
    return std::make_shared<ConstantNode>(std::move(value));
}

NodePtr variableNode(const Scope::Name &name)
{
    switch (name.place) {
    case Scope::Place::Global: return std::make_shared<GlobalNode>(name.slot);
    case Scope::Place::Local: return std::make_shared<LocalNode>(name.slot);
    case Scope::Place::Captured: return std::make_shared<CapturedNode>(name.slot);
    }
    return nullptr;
}

NodePtr convertNode(NodePtr value, Type type, Span span)
{
    if (type.isAny() && type.constraint() == nullptr)
        return value;
    return std::make_shared<ConversionNode>(std::move(value), std::move(type), span);
}

NodePtr instanceNode(NodePtr value, Type type)
{
    return std::make_shared<InstanceNode>(std::move(value), std::move(type));
}

NodePtr folded(NodePtr node, const std::vector<NodePtr> &parts)
{
    const bool isConstant =
        std::ranges::all_of(parts, [](const NodePtr &part) { return !part || part->constant() != nullptr; });
    if (!isConstant)
        return node;
    // Folding must not take long: what needs more is left to the evaluation and its own budget.
    Limits limits;
    limits.steps = 1000;
    limits.listLength = 1000;
    limits.stringLength = 10'000;
    Evaluation evaluation(limits);
    Value value = static_cast<const Node &>(*node).evaluate(evaluation);
    return evaluation.diagnosticCount() == 0 ? constantNode(std::move(value)) : node;
}

} // namespace tongban::feel
