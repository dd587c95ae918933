// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/unary_tests.h"

#include "core/feel/parser.h"

namespace tongban::feel {

class UnaryTests::Test
{
public:
    Test(TestList list, CellShape shape, std::string text)
        : m_list(std::move(list)), m_shape(std::move(shape)), m_text(std::move(text))
    {
    }

    const CellShape &shape() const { return m_shape; }
    const std::string &text() const { return m_text; }

    Truth test(const Value &input, Evaluation &evaluation, std::uint32_t source) const
    {
        if (m_list.isAny)
            return Truth::True;
        if (m_list.usesInput)
            evaluation.local(m_list.inputSlot) = input;
        Truth result = Truth::False;
        for (const TestAlternative &alternative : m_list.alternatives) {
            const Span span{source, alternative.span.begin, alternative.span.end};
            result = disjunction(result, one(alternative, span, input, evaluation));
            if (result == Truth::True)
                break;
        }
        return m_list.isNegated ? negation(result) : result;
    }

private:
    Truth one(const TestAlternative &alternative, Span span, const Value &input, Evaluation &evaluation) const
    {
        if (alternative.isComparison || m_list.isBooleanInput || alternative.usesInput
            || alternative.node->constant() != nullptr)
            return passes(alternative, span, input, evaluation);
        // A condition without `?`: a boolean that cannot be meant as a value to compare with.
        Value scratch;
        const Value &value = alternative.node->evaluate(evaluation, scratch);
        const bool isVerdict = value.kind() == Kind::Boolean
            && (m_list.isOtherInput || (!input.isNull() && input.kind() != Kind::Boolean));
        return isVerdict ? value.truth() : isIn(input, value, evaluation, span);
    }

    TestList m_list;
    CellShape m_shape;
    std::string m_text;
};

Truth passes(const TestAlternative &alternative, Span span, const Value &input, Evaluation &evaluation)
{
    Value scratch;
    const Value &value = alternative.node->evaluate(evaluation, scratch);
    if (alternative.isComparison) {
        if (input.isNumber() && value.isNumber()) [[likely]] {
            const auto order = input.number() <=> value.number();
            return satisfies(order < 0       ? Order::Less
                                 : order > 0 ? Order::Greater
                                             : Order::Equal,
                             alternative.operation);
        }
        return comparison(alternative.operation, input, value, evaluation, span);
    }
    if (alternative.usesInput && (value.kind() == Kind::Boolean || value.isNull()))
        return value.truth();
    if (alternative.isRange && value.isNull())
        return Truth::Null;
    return isIn(input, value, evaluation, span);
}

namespace {

class MembershipNode final : public Node
{
public:
    MembershipNode(NodePtr value, std::vector<TestAlternative> alternatives)
        : m_value(std::move(value)), m_alternatives(std::move(alternatives))
    {
        holds(m_value);
        for (const TestAlternative &alternative : m_alternatives)
            holds(alternative.node);
    }
    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        return scratch = Value(test(evaluation));
    }
    Truth test(Evaluation &evaluation) const override
    {
        Value own;
        const Value &value = m_value->evaluate(evaluation, own);
        Truth result = Truth::False;
        for (const TestAlternative &alternative : m_alternatives) {
            result = disjunction(result, passes(alternative, alternative.span, value, evaluation));
            if (result == Truth::True)
                break;
        }
        return result;
    }

private:
    NodePtr m_value;
    std::vector<TestAlternative> m_alternatives;
};

std::optional<CellShape::Part> partOf(const Value &value)
{
    CellShape::Part part;
    if (value.kind() != Kind::Range) {
        part.equal = value;
        return value.isList() || value.isContext() || value.kind() == Kind::Function ? std::nullopt
                                                                                     : std::optional(part);
    }
    const Range &range = value.range();
    if (range.form == Range::Form::Unequal)
        return std::nullopt;
    if (range.form == Range::Form::Equal) {
        part.equal = range.low;
        return part;
    }
    part.isRange = true;
    part.low = range.low;
    part.high = range.high;
    part.lowIncluded = range.lowIncluded;
    part.highIncluded = range.highIncluded;
    return part;
}

std::optional<CellShape::Part> partOf(Comparison operation, const Value &end)
{
    CellShape::Part part;
    if (operation == Comparison::Equal) {
        part.equal = end;
        return end.isList() || end.isContext() || end.kind() == Kind::Range ? std::nullopt
                                                                            : std::optional(part);
    }
    if (operation == Comparison::Unequal || compare(end, end) == Order::Unordered)
        return std::nullopt;
    part.isRange = true;
    const bool isUpper = operation == Comparison::Less || operation == Comparison::LessOrEqual;
    (isUpper ? part.high : part.low) = end;
    (isUpper ? part.highIncluded : part.lowIncluded) =
        operation == Comparison::LessOrEqual || operation == Comparison::GreaterOrEqual;
    return part;
}

/// Adds what one alternative means; false when that is not known before evaluating.
bool addParts(const TestAlternative &alternative, std::vector<CellShape::Part> &parts)
{
    const Value *value = alternative.node->constant();
    if (value == nullptr || alternative.usesInput)
        return false;
    if (!alternative.isComparison && value->isList()) {
        for (const Value &item : value->list()) {
            const auto part = partOf(item);
            if (!part)
                return false;
            parts.push_back(*part);
        }
        return true;
    }
    const auto part = alternative.isComparison ? partOf(alternative.operation, *value) : partOf(*value);
    if (part)
        parts.push_back(*part);
    return part.has_value();
}

CellShape shapeOf(const TestList &list)
{
    CellShape shape;
    if (list.isAny) {
        shape.form = CellShape::Form::Any;
        return shape;
    }
    // `!= x` alone is the negation of `x`.
    const TestAlternative &first = list.alternatives.front();
    if (list.alternatives.size() == 1 && first.isComparison && first.operation == Comparison::Unequal) {
        const Value *value = first.node->constant();
        const auto part = value != nullptr ? partOf(Comparison::Equal, *value) : std::nullopt;
        if (!part)
            return shape;
        shape.parts.push_back(*part);
        shape.negated = !list.isNegated;
        shape.form = CellShape::Form::Parts;
        return shape;
    }
    for (const TestAlternative &alternative : list.alternatives) {
        if (!addParts(alternative, shape.parts)) {
            shape.parts.clear();
            return shape;
        }
    }
    shape.negated = list.isNegated;
    shape.form = CellShape::Form::Parts;
    return shape;
}

} // namespace

NodePtr membershipNode(NodePtr value, std::vector<TestAlternative> alternatives, Span)
{
    return std::make_shared<MembershipNode>(std::move(value), std::move(alternatives));
}

std::optional<Kind> CellShape::kind() const
{
    std::optional<Kind> kind;
    for (const Part &part : parts) {
        const Kind here = !part.isRange ? part.equal.kind()
            : part.low.isNull()         ? part.high.kind()
                                        : part.low.kind();
        if (here == Kind::Null)
            continue;
        if (kind && *kind != here)
            return std::nullopt;
        kind = here;
    }
    return kind;
}

UnaryTests UnaryTests::any()
{
    static const auto kAny = [] {
        TestList list;
        list.isAny = true;
        CellShape shape = shapeOf(list);
        return std::make_shared<const Test>(std::move(list), std::move(shape), "-");
    }();
    return {kAny, 0};
}

Truth UnaryTests::test(const Value &input, Evaluation &evaluation) const
{
    return m_test->test(input, evaluation, m_source);
}

const CellShape &UnaryTests::shape() const
{
    return m_test->shape();
}

const std::string &UnaryTests::text() const
{
    return m_test->text();
}

tl::expected<UnaryTests, CompileError> compileUnaryTests(std::string_view text, Scope &scope,
                                                         const Type &inputType, const CompileOptions &options)
{
    Parser parser(text, scope, options);
    auto list = parser.wholeTests(inputType);
    if (!list)
        return tl::unexpected(parser.error());
    CellShape shape = shapeOf(*list);
    return UnaryTests(
        std::make_shared<const UnaryTests::Test>(std::move(*list), std::move(shape), std::string(text)),
        options.source);
}

} // namespace tongban::feel
