// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/nodes.h"

#include <set>

namespace tongban::feel {

namespace {

class ListNode final : public Node
{
public:
    ListNode(std::vector<NodePtr> elements, Span span) : m_elements(std::move(elements)), m_span(span)
    {
        for (const NodePtr &element : m_elements)
            holds(element);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        std::vector<Value> values;
        values.reserve(m_elements.size());
        for (const NodePtr &element : m_elements)
            values.push_back(static_cast<const Node &>(*element).evaluate(evaluation));
        return scratch = evaluation.list(std::move(values), m_span);
    }

private:
    std::vector<NodePtr> m_elements;
    Span m_span;
};

bool hasDuplicate(const std::vector<std::string> &names)
{
    return std::set<std::string>(names.begin(), names.end()).size() != names.size();
}

/// A context that names an entry twice is null.
class DuplicateNameNode final : public Node
{
public:
    explicit DuplicateNameNode(Span span) : m_span(span) { }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        return scratch = evaluation.null(Cause::DuplicateName, m_span, "a context names an entry twice");
    }

private:
    Span m_span;
};

class ContextNode final : public Node
{
public:
    ContextNode(std::vector<ContextEntry> entries, NodePtr result, Span span)
        : m_entries(std::move(entries)), m_result(std::move(result)), m_span(span)
    {
        std::vector<std::string> names;
        for (const ContextEntry &entry : m_entries) {
            holds(entry.value);
            names.push_back(entry.name);
        }
        holds(m_result);
        m_shape = makeRef<Shape>(std::move(names));
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        for (const ContextEntry &entry : m_entries) {
            Value own;
            const Value &value = entry.value->evaluate(evaluation, own);
            Value &slot = evaluation.local(entry.slot);
            if (&value == &own)
                slot = std::move(own);
            else
                slot = value;
            if (!entry.type.isAny() || entry.type.isConstrained())
                convertInPlace(slot, entry.type, evaluation, m_span);
        }
        if (m_result)
            return m_result->evaluate(evaluation, scratch);
        std::vector<Value> values;
        values.reserve(m_entries.size());
        // The names end with the context, so their values move into it.
        for (const ContextEntry &entry : m_entries)
            values.push_back(std::move(evaluation.local(entry.slot)));
        return scratch =
                   evaluation.bounded(Value(makeRef<const Context>(m_shape, std::move(values))), m_span);
    }

private:
    std::vector<ContextEntry> m_entries;
    NodePtr m_result;
    Ref<const Shape> m_shape;
    Span m_span;
};

class RelationNode final : public Node
{
public:
    RelationNode(std::vector<std::string> columns, std::vector<NodePtr> cells, Span span)
        : m_width(columns.size()), m_cells(std::move(cells)), m_shape(makeRef<Shape>(std::move(columns))),
          m_span(span)
    {
        for (const NodePtr &cell : m_cells)
            holds(cell);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        std::vector<Value> rows;
        for (std::size_t begin = 0; m_width != 0 && begin + m_width <= m_cells.size(); begin += m_width) {
            std::vector<Value> values;
            values.reserve(m_width);
            for (std::size_t i = 0; i < m_width; ++i)
                values.push_back(static_cast<const Node &>(*m_cells[begin + i]).evaluate(evaluation));
            rows.push_back(
                evaluation.bounded(Value(makeRef<const Context>(m_shape, std::move(values))), m_span));
        }
        return scratch = evaluation.list(std::move(rows), m_span);
    }

private:
    std::size_t m_width;
    std::vector<NodePtr> m_cells;
    Ref<const Shape> m_shape;
    Span m_span;
};

class RangeNode final : public Node
{
public:
    RangeNode(RangeEnds ends, Span span) : m_ends(std::move(ends)), m_span(span)
    {
        holds(m_ends.low);
        holds(m_ends.high);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Range range;
        range.low = static_cast<const Node &>(*m_ends.low).evaluate(evaluation);
        range.high = static_cast<const Node &>(*m_ends.high).evaluate(evaluation);
        range.lowIncluded = m_ends.lowIncluded;
        range.highIncluded = m_ends.highIncluded;
        if (range.low.isNull() || range.high.isNull())
            return scratch = evaluation.null(Cause::NullOperand, m_span, "an end of the range is null");
        const Order order = compare(range.low, range.high);
        if (order == Order::Unordered || range.low.kind() != range.high.kind())
            return scratch = evaluation.null(Cause::NotComparable, m_span,
                                             kindsText(range.low, range.high) + " are not ends of a range");
        if (order == Order::Greater)
            return scratch = evaluation.null(Cause::OutOfDomain, m_span, "the range begins after its end");
        return scratch = evaluation.bounded(Value(std::move(range)), m_span);
    }

private:
    RangeEnds m_ends;
    Span m_span;
};

class OpenRangeNode final : public Node
{
public:
    OpenRangeNode(Comparison operation, NodePtr end, Span span)
        : m_operation(operation), m_end(std::move(end)), m_span(span)
    {
        holds(m_end);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Value end = static_cast<const Node &>(*m_end).evaluate(evaluation);
        const bool isEquality = m_operation == Comparison::Equal || m_operation == Comparison::Unequal;
        if (!isEquality && compare(end, end) == Order::Unordered)
            return scratch =
                       evaluation.null(end.isNull() ? Cause::NullOperand : Cause::NotComparable, m_span,
                                       "a " + std::string(name(end.kind())) + " is not an end of a range");
        return scratch = evaluation.bounded(Value(range(std::move(end))), m_span);
    }

private:
    Range range(Value end) const
    {
        Range range;
        switch (m_operation) {
        case Comparison::Equal:
            range.form = Range::Form::Equal;
            range.low = end;
            range.high = std::move(end);
            range.lowIncluded = range.highIncluded = true;
            break;
        case Comparison::Unequal:
            range.form = Range::Form::Unequal;
            range.low = end;
            range.high = std::move(end);
            break;
        case Comparison::Less:
            range.form = Range::Form::Less;
            range.high = std::move(end);
            break;
        case Comparison::LessOrEqual:
            range.form = Range::Form::LessOrEqual;
            range.high = std::move(end);
            range.highIncluded = true;
            break;
        case Comparison::Greater:
            range.form = Range::Form::Greater;
            range.low = std::move(end);
            break;
        case Comparison::GreaterOrEqual:
            range.form = Range::Form::GreaterOrEqual;
            range.low = std::move(end);
            range.lowIncluded = true;
            break;
        }
        return range;
    }

    Comparison m_operation;
    NodePtr m_end;
    Span m_span;
};

} // namespace

NodePtr listNode(std::vector<NodePtr> elements, Span span)
{
    const std::vector<NodePtr> parts = elements;
    return folded(std::make_shared<ListNode>(std::move(elements), span), parts);
}

NodePtr contextNode(std::vector<ContextEntry> entries, NodePtr result, Span span)
{
    std::vector<std::string> names;
    for (const ContextEntry &entry : entries)
        names.push_back(entry.name);
    if (hasDuplicate(names))
        return std::make_shared<DuplicateNameNode>(span);
    return std::make_shared<ContextNode>(std::move(entries), std::move(result), span);
}

NodePtr relationNode(std::vector<std::string> columns, std::vector<NodePtr> cells, Span span)
{
    if (hasDuplicate(columns))
        return std::make_shared<DuplicateNameNode>(span);
    return std::make_shared<RelationNode>(std::move(columns), std::move(cells), span);
}

NodePtr rangeNode(RangeEnds ends, Span span)
{
    const std::vector<NodePtr> parts{ends.low, ends.high};
    return folded(std::make_shared<RangeNode>(std::move(ends), span), parts);
}

NodePtr openRangeNode(Comparison operation, NodePtr end, Span span)
{
    const std::vector<NodePtr> parts{end};
    return folded(std::make_shared<OpenRangeNode>(operation, std::move(end), span), parts);
}

} // namespace tongban::feel
