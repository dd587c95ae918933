// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/parser.h"

#include <algorithm>

namespace tongban::feel {

namespace {

/// A tree this deep was not written by a person, and evaluating it takes as deep a stack.
constexpr std::uint32_t kHeight = 1000;

} // namespace

/// Counts how deep the parser is inside the text.
class Parser::Nested
{
public:
    explicit Nested(Parser &parser) : m_parser(parser) { ++m_parser.m_depth; }
    Nested(const Nested &) = delete;
    Nested &operator=(const Nested &) = delete;
    ~Nested() { --m_parser.m_depth; }

    bool isTooDeep() const { return m_parser.m_depth > m_parser.m_options.limits.nesting; }

private:
    Parser &m_parser;
};

Parser::Parser(std::string_view text, Scope &scope, const CompileOptions &options)
    : m_options(options), m_scope(&scope)
{
    if (text.size() > options.limits.textLength) {
        m_error = CompileError{CompileError::Kind::TooLong, {options.source, 0, 0}, {}, {}, {}};
    } else if (auto tokens = tokenize(text, options.source)) {
        m_tokens = std::move(*tokens);
    } else {
        m_error = std::move(tokens).error();
    }
    if (m_tokens.empty())
        m_tokens.emplace_back();
}

Operand Parser::wholeExpression()
{
    if (!isOk())
        return {};
    Operand result = expression();
    if (result && !at(TokenKind::End))
        return fail(Expectation::OperatorOrEnd);
    return result;
}

const Token &Parser::token(std::size_t ahead) const
{
    return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
}

bool Parser::atWord(std::string_view word) const
{
    return at(TokenKind::Word) && token().text == word;
}

bool Parser::take(TokenKind kind)
{
    if (!at(kind))
        return false;
    ++m_next;
    return true;
}

bool Parser::takeWord(std::string_view word)
{
    if (!atWord(word))
        return false;
    ++m_next;
    return true;
}

bool Parser::expect(TokenKind kind)
{
    if (take(kind))
        return true;
    fail(Expectation::Sign, "'" + std::string(feel::name(kind)) + "'");
    return false;
}

bool Parser::expectWord(std::string_view word)
{
    if (takeWord(word))
        return true;
    fail(Expectation::Sign, "'" + std::string(word) + "'");
    return false;
}

std::uint32_t Parser::lastEnd() const
{
    return m_next == 0 ? 0 : m_tokens[m_next - 1].end;
}

Operand Parser::fail(Expectation expectation, std::string sign)
{
    const Token &here = token();
    return failAt({CompileError::Kind::Syntax,
                   {m_options.source, here.begin, here.end},
                   std::string(here.text),
                   sign.empty() ? std::string(feel::name(expectation)) : std::move(sign),
                   {},
                   expectation});
}

Operand Parser::failAt(CompileError error)
{
    if (!m_error)
        m_error = std::move(error);
    return {};
}

Operand Parser::made(NodePtr node, Type type, std::uint32_t begin)
{
    if (node->height() > kHeight)
        return failAt({CompileError::Kind::TooDeep, spanFrom(begin), {}, {}, {}});
    return {std::move(node), std::move(type), begin, lastEnd()};
}

Operand Parser::expression()
{
    const Nested nested(*this);
    if (nested.isTooDeep())
        return failAt({CompileError::Kind::TooDeep, {m_options.source, position(), position()}, {}, {}, {}});
    const bool inRangeEnd = std::exchange(m_inRangeEnd, false);
    Operand result = disjunction();
    m_inRangeEnd = inRangeEnd;
    return result;
}

Operand Parser::disjunction()
{
    Operand first = conjunction();
    if (!first || !atWord("or"))
        return first;
    std::vector<NodePtr> parts{first.node};
    while (takeWord("or")) {
        const Operand next = conjunction();
        if (!next)
            return {};
        parts.push_back(next.node);
    }
    return made(disjunctionNode(std::move(parts)), Type::boolean(), first.begin);
}

Operand Parser::conjunction()
{
    Operand first = comparison();
    if (!first || !atWord("and"))
        return first;
    std::vector<NodePtr> parts{first.node};
    while (takeWord("and")) {
        const Operand next = comparison();
        if (!next)
            return {};
        parts.push_back(next.node);
    }
    return made(conjunctionNode(std::move(parts)), Type::boolean(), first.begin);
}

std::optional<Comparison> Parser::comparisonSign() const
{
    if (at(TokenKind::Equal))
        return Comparison::Equal;
    if (at(TokenKind::Unequal))
        return Comparison::Unequal;
    if (at(TokenKind::Less))
        return Comparison::Less;
    if (at(TokenKind::LessOrEqual))
        return Comparison::LessOrEqual;
    if (at(TokenKind::Greater))
        return Comparison::Greater;
    if (at(TokenKind::GreaterOrEqual))
        return Comparison::GreaterOrEqual;
    return std::nullopt;
}

Operand Parser::comparison()
{
    Operand left = additive();
    while (left) {
        if (const auto sign = comparisonSign()) {
            ++m_next;
            Operand right = additive();
            if (!right)
                return {};
            const std::uint32_t begin = left.begin;
            left = made(comparisonNode(*sign, std::move(left.node), std::move(right.node), spanFrom(begin)),
                        Type::boolean(), begin);
        } else if (takeWord("between")) {
            left = betweenRest(std::move(left));
        } else if (takeWord("in")) {
            left = membershipRest(std::move(left));
        } else {
            break;
        }
    }
    return left;
}

Operand Parser::betweenRest(Operand left)
{
    Operand low = additive();
    if (!low || !expectWord("and"))
        return {};
    Operand high = additive();
    if (!high)
        return {};
    return made(
        betweenNode(std::move(left.node), std::move(low.node), std::move(high.node), spanFrom(left.begin)),
        Type::boolean(), left.begin);
}

Operand Parser::membershipRest(Operand left)
{
    std::vector<TestAlternative> list;
    const std::uint32_t begin = position();
    if (at(TokenKind::LeftParenthesis) || comparisonSign()) {
        const bool isInParentheses = take(TokenKind::LeftParenthesis);
        if (!alternatives(list))
            return {};
        // `in (1..5)`: what began like a list of tests is a range.
        if (isInParentheses && !list.front().isComparison && list.size() == 1 && at(TokenKind::DotDot)) {
            const Operand low{list.front().node, Type::any(), begin, lastEnd()};
            Operand range = rangeRest(low, false, begin);
            if (!range)
                return {};
            list.front().node = std::move(range.node);
            list.front().isRange = true;
        } else if (isInParentheses && !expect(TokenKind::RightParenthesis)) {
            return {};
        }
    } else {
        Operand value = additive();
        if (!value)
            return {};
        const bool isRange = value.type.form() == Type::Form::Range;
        list.push_back({false, Comparison::Equal, std::move(value.node), false, spanFrom(begin), isRange});
    }
    return made(membershipNode(std::move(left.node), std::move(list), spanFrom(left.begin)), Type::boolean(),
                left.begin);
}

namespace {

/// What is known of the type of an arithmetic expression.
Type arithmeticType(const Operand &left, const Operand &right)
{
    if (left.type.form() == Type::Form::Number && right.type.form() == Type::Form::Number)
        return Type::number();
    if (left.type.form() == Type::Form::String && right.type.form() == Type::Form::String)
        return Type::string();
    return Type::any();
}

} // namespace

Operand Parser::additive()
{
    Operand left = multiplicative();
    while (left && (at(TokenKind::Plus) || at(TokenKind::Minus))) {
        const Arithmetic operation = at(TokenKind::Plus) ? Arithmetic::Add : Arithmetic::Subtract;
        ++m_next;
        Operand right = multiplicative();
        if (!right)
            return {};
        const std::uint32_t begin = left.begin;
        const Type type = arithmeticType(left, right);
        left = made(arithmeticNode(operation, std::move(left.node), std::move(right.node), spanFrom(begin)),
                    type, begin);
    }
    return left;
}

Operand Parser::multiplicative()
{
    Operand left = power();
    while (left && (at(TokenKind::Star) || at(TokenKind::Slash))) {
        const Arithmetic operation = at(TokenKind::Star) ? Arithmetic::Multiply : Arithmetic::Divide;
        ++m_next;
        Operand right = power();
        if (!right)
            return {};
        const std::uint32_t begin = left.begin;
        const Type type = arithmeticType(left, right);
        left = made(arithmeticNode(operation, std::move(left.node), std::move(right.node), spanFrom(begin)),
                    type, begin);
    }
    return left;
}

Operand Parser::power()
{
    Operand left = unary();
    while (left && take(TokenKind::Power)) {
        Operand right = unary();
        if (!right)
            return {};
        const std::uint32_t begin = left.begin;
        const Type type = arithmeticType(left, right);
        left = made(
            arithmeticNode(Arithmetic::Power, std::move(left.node), std::move(right.node), spanFrom(begin)),
            type, begin);
    }
    return left;
}

Operand Parser::unary()
{
    if (!at(TokenKind::Minus))
        return postfix();
    const Nested nested(*this);
    const std::uint32_t begin = position();
    if (nested.isTooDeep())
        return failAt({CompileError::Kind::TooDeep, {m_options.source, begin, begin}, {}, {}, {}});
    ++m_next;
    Operand value = unary();
    if (!value)
        return {};
    return made(negativeNode(std::move(value.node), spanFrom(begin)), value.type, begin);
}

tl::expected<Expression, CompileError> compileExpression(std::string_view text, Scope &scope,
                                                         const CompileOptions &options)
{
    Parser parser(text, scope, options);
    Operand result = parser.wholeExpression();
    if (!result)
        return tl::unexpected(parser.error());
    return Expression(std::move(result.node), std::move(result.type));
}

} // namespace tongban::feel
