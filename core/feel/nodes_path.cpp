// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/nodes.h"
#include "core/feel/properties.h"

namespace tongban::feel {

namespace {

class PathNode final : public Node
{
public:
    PathNode(NodePtr source, std::string name, Ref<const Shape> shape, Span span)
        : m_source(std::move(source)), m_name(std::move(name)), m_property(propertyNamed(m_name)),
          m_shape(std::move(shape)), m_index(m_shape ? m_shape->find(m_name) : Shape::kNone), m_span(span)
    {
        holds(m_source);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        const Value &source = m_source->evaluate(evaluation, own);
        if (source.isContext()) [[likely]] {
            const Value *member = find(source.context());
            if (member == nullptr)
                return scratch = evaluation.null(Cause::NoSuchMember, m_span,
                                                 "there is no member '" + m_name + "'");
            // A member of a temporary must outlive it.
            return &source == &own ? scratch = *member : *member;
        }
        return scratch = other(source, evaluation);
    }

private:
    const Value *find(const Context &context) const
    {
        if (m_index != Shape::kNone && &context.shape() == m_shape.get())
            return &context.value(m_index);
        return context.find(m_name, m_index);
    }

    Value other(const Value &source, Evaluation &evaluation) const
    {
        if (source.isList())
            return ofElements(source.list(), evaluation);
        if (m_property)
            return propertyOf(source, *m_property, evaluation, m_span);
        return evaluation.null(source.isNull() ? Cause::NullOperand : Cause::NoSuchMember, m_span,
                               "a " + std::string(name(source.kind())) + " has no member '" + m_name + "'");
    }

    Value ofElements(std::span<const Value> items, Evaluation &evaluation) const
    {
        if (!evaluation.spend(items.size(), m_span))
            return Value();
        std::vector<Value> members;
        members.reserve(items.size());
        for (const Value &item : items) {
            const Value *member = item.isContext() ? find(item.context()) : nullptr;
            members.push_back(member != nullptr      ? *member
                                  : item.isContext() ? Value()
                                                     : other(item, evaluation));
        }
        return evaluation.list(std::move(members), m_span);
    }

    NodePtr m_source;
    std::string m_name;
    std::optional<Property> m_property;
    Ref<const Shape> m_shape;
    std::size_t m_index;
    Span m_span;
};

class MemberNode final : public Node
{
public:
    MemberNode(std::vector<NodePtr> items, NodePtr otherwise, std::string name, Span span)
        : m_items(std::move(items)), m_otherwise(std::move(otherwise)), m_name(std::move(name)),
          m_property(propertyNamed(m_name)), m_span(span)
    {
        holds(m_otherwise);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        for (const NodePtr &node : m_items) {
            Value own;
            const Value &item = node->evaluate(evaluation, own);
            if (item.isContext()) {
                if (const Value *member = item.context().find(m_name))
                    return &item == &own ? scratch = *member : *member;
            }
        }
        if (m_otherwise)
            return m_otherwise->evaluate(evaluation, scratch);
        Value own;
        const Value &item = m_items.front()->evaluate(evaluation, own);
        if (m_property && !item.isContext())
            return scratch = propertyOf(item, *m_property, evaluation, m_span);
        return scratch =
                   evaluation.null(Cause::NoSuchMember, m_span, "the element has no member '" + m_name + "'");
    }

private:
    std::vector<NodePtr> m_items;
    NodePtr m_otherwise;
    std::string m_name;
    std::optional<Property> m_property;
    Span m_span;
};

class FilterNode final : public Node
{
public:
    FilterNode(NodePtr list, NodePtr condition, std::size_t itemSlot, Span span)
        : m_list(std::move(list)), m_condition(std::move(condition)), m_itemSlot(itemSlot), m_span(span)
    {
        holds(m_list);
        holds(m_condition);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value own;
        const Value &source = m_list->evaluate(evaluation, own);
        if (source.isNull())
            return scratch = evaluation.null(Cause::NullOperand, m_span, "null has no elements");
        // Anything else than a list counts as a list of itself (DMN 1.5, 10.3.2.5).
        const std::span<const Value> items = source.isList() ? source.list() : std::span(&source, 1);
        if (const Value *index = m_condition->constant(); index != nullptr && index->isNumber())
            return scratch = at(items, index->number(), evaluation);
        return scratch = filtered(items, evaluation);
    }

private:
    Value at(std::span<const Value> items, Decimal index, Evaluation &evaluation) const
    {
        const auto place = index.integer();
        const auto size = static_cast<std::int64_t>(items.size());
        if (!place || *place == 0 || *place > size || *place < -size)
            return evaluation.null(Cause::OutOfDomain, m_span, "the index is outside the list");
        return items[static_cast<std::size_t>(*place > 0 ? *place - 1 : size + *place)];
    }

    Value filtered(std::span<const Value> items, Evaluation &evaluation) const
    {
        std::vector<Value> kept;
        for (const Value &item : items) {
            if (!evaluation.spend(1, m_span))
                return Value();
            evaluation.local(m_itemSlot) = item;
            Value scratch;
            const Value &condition = m_condition->evaluate(evaluation, scratch);
            if (condition.isNumber())
                return at(items, condition.number(), evaluation);
            if (condition.kind() != Kind::Boolean && !condition.isNull())
                return evaluation.null(Cause::WrongKind, m_span,
                                       "the condition of the filter is a "
                                           + std::string(name(condition.kind())) + " instead of a boolean");
            if (condition.truth() == Truth::True)
                kept.push_back(item);
        }
        return evaluation.list(std::move(kept), m_span);
    }

    NodePtr m_list;
    NodePtr m_condition;
    std::size_t m_itemSlot;
    Span m_span;
};

} // namespace

NodePtr pathNode(NodePtr source, std::string name, Ref<const Shape> shape, Span span)
{
    return std::make_shared<PathNode>(std::move(source), std::move(name), std::move(shape), span);
}

NodePtr memberNode(std::vector<NodePtr> items, NodePtr otherwise, std::string name, Span span)
{
    return std::make_shared<MemberNode>(std::move(items), std::move(otherwise), std::move(name), span);
}

NodePtr filterNode(NodePtr list, NodePtr condition, std::size_t itemSlot, Span span)
{
    return std::make_shared<FilterNode>(std::move(list), std::move(condition), itemSlot, span);
}

} // namespace tongban::feel
