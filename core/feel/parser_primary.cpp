// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/parser.h"
#include "core/feel/temporal_literal.h"

namespace tongban::feel {

Operand Parser::primary()
{
    const std::uint32_t begin = position();
    switch (token().kind) {
    case TokenKind::Number: return number();
    case TokenKind::String: {
        Value value(token().string);
        ++m_next;
        return made(constantNode(std::move(value)), Type::string(), begin);
    }
    case TokenKind::At: return atLiteral();
    case TokenKind::LeftParenthesis: return parenthesized();
    case TokenKind::LeftBracket: return listOrRange();
    case TokenKind::RightBracket: return openRange();
    case TokenKind::LeftBrace: return context();
    case TokenKind::Word: return keyword();
    case TokenKind::End:
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Star:
    case TokenKind::Power:
    case TokenKind::Slash:
    case TokenKind::Apostrophe:
    case TokenKind::Dot:
    case TokenKind::DotDot:
    case TokenKind::Comma:
    case TokenKind::Colon:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBrace:
    case TokenKind::Less:
    case TokenKind::LessOrEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterOrEqual:
    case TokenKind::Equal:
    case TokenKind::Unequal:
    case TokenKind::Arrow: break;
    }
    return fail(Expectation::Expression);
}

/// What begins with a word: a literal, a form with a keyword, or a name.
Operand Parser::keyword()
{
    const std::uint32_t begin = position();
    const std::string_view word = token().text;
    if (!isKeyword(word) || longestName().tokens > 1)
        return name();
    if (takeWord("true"))
        return made(constantNode(Value(true)), Type::boolean(), begin);
    if (takeWord("false"))
        return made(constantNode(Value(false)), Type::boolean(), begin);
    if (takeWord("null"))
        return made(constantNode(Value()), Type::any(), begin);
    if (word == "if")
        return conditional();
    if (word == "for")
        return iteration(Iteration::For);
    if (word == "some")
        return iteration(Iteration::Some);
    if (word == "every")
        return iteration(Iteration::Every);
    if (word == "function")
        return function();
    return fail(Expectation::Expression);
}

Operand Parser::number()
{
    const std::uint32_t begin = position();
    const auto value = Decimal::parse(token().text);
    if (!value)
        return fail(Expectation::Number);
    ++m_next;
    return made(constantNode(Value(*value)), Type::number(), begin);
}

/// `@"..."`: the kind is found by trying (DMN 1.5, 10.3.2.3); anything else is null.
Operand Parser::atLiteral()
{
    const std::uint32_t begin = position();
    ++m_next;
    if (!at(TokenKind::String))
        return fail(Expectation::String);
    const std::string text = token().string;
    ++m_next;
    Value value = temporalLiteral(text);
    if (!value.isNull()) {
        const Type type = Type::of(value);
        return made(constantNode(std::move(value)), type, begin);
    }
    return made(failingNode(Cause::OutOfDomain, "this is no date, time or duration", spanFrom(begin)),
                Type::any(), begin);
}

Operand Parser::parenthesized()
{
    const std::uint32_t begin = position();
    ++m_next;
    if (const auto sign = comparisonSign()) {
        ++m_next;
        Operand end = expression();
        if (!end || !expect(TokenKind::RightParenthesis))
            return {};
        return made(openRangeNode(*sign, std::move(end.node), spanFrom(begin)), Type::range(end.type), begin);
    }
    Operand inside = expression();
    if (!inside)
        return {};
    if (at(TokenKind::DotDot))
        return rangeRest(std::move(inside), false, begin);
    if (!expect(TokenKind::RightParenthesis))
        return {};
    inside.begin = begin;
    inside.end = lastEnd();
    return inside;
}

Operand Parser::listOrRange()
{
    const std::uint32_t begin = position();
    ++m_next;
    std::vector<NodePtr> elements;
    Type element;
    bool isUniform = true;
    while (!take(TokenKind::RightBracket)) {
        if (!elements.empty() && !expect(TokenKind::Comma))
            return {};
        Operand next = expression();
        if (!next)
            return {};
        if (elements.empty() && at(TokenKind::DotDot))
            return rangeRest(std::move(next), true, begin);
        if (elements.empty())
            element = next.type;
        isUniform = isUniform && next.type.form() == element.form() && next.type.components().empty();
        elements.push_back(std::move(next.node));
    }
    const Type type = Type::list(isUniform && element.form() != Type::Form::List ? element : Type::any());
    return made(listNode(std::move(elements), spanFrom(begin)), type, begin);
}

/// `]1..5]`
Operand Parser::openRange()
{
    const std::uint32_t begin = position();
    ++m_next;
    Operand low = expression();
    if (!low)
        return {};
    if (!at(TokenKind::DotDot))
        return fail(Expectation::Sign, "'..'");
    return rangeRest(std::move(low), false, begin);
}

Operand Parser::rangeRest(Operand low, bool lowIncluded, std::uint32_t begin)
{
    ++m_next;
    const bool outer = std::exchange(m_inRangeEnd, true);
    Operand high = additive();
    m_inRangeEnd = outer;
    if (!high)
        return {};
    const bool highIncluded = at(TokenKind::RightBracket);
    if (!highIncluded && !at(TokenKind::RightParenthesis) && !at(TokenKind::LeftBracket))
        return fail(Expectation::RangeEnd);
    ++m_next;
    const Type type = Type::range(low.type.isAny() ? high.type : low.type);
    return made(
        rangeNode({std::move(low.node), std::move(high.node), lowIncluded, highIncluded}, spanFrom(begin)),
        type, begin);
}

std::optional<std::string> Parser::contextKey()
{
    if (at(TokenKind::String)) {
        std::string key = token().string;
        ++m_next;
        return key;
    }
    std::string key = readUntil(TokenKind::Colon, {});
    if (key.empty()) {
        fail(Expectation::EntryName);
        return std::nullopt;
    }
    return key;
}

Operand Parser::context()
{
    const std::uint32_t begin = position();
    ++m_next;
    Scope &outer = *m_scope;
    Scope block(outer, Scope::Inner::Block);
    std::vector<ContextEntry> entries;
    std::vector<Component> components;
    while (!take(TokenKind::RightBrace)) {
        if (!entries.empty() && !expect(TokenKind::Comma))
            return {};
        const auto key = contextKey();
        if (!key || !expect(TokenKind::Colon))
            return {};
        m_scope = &block;
        Operand value = expression();
        m_scope = &outer;
        if (!value)
            return {};
        const std::size_t slot = block.declareLocal(*key, value.type);
        // The key can follow a dot anywhere below, also where the type of what stands before is not known.
        block.declareMember(*key);
        components.push_back({*key, value.type});
        entries.push_back({*key, slot, Type::any(), std::move(value.node)});
    }
    return made(contextNode(std::move(entries), nullptr, spanFrom(begin)),
                Type::context(std::move(components)), begin);
}

/// What follows `external`: a context that names a function of the host. It sees no parameters.
Operand Parser::externalFunction(std::vector<Parameter> parameters, std::uint32_t begin)
{
    Operand body = expression();
    if (!body)
        return {};
    return made(
        externalFunctionNode(std::move(parameters), std::move(body.node), m_options.hosts, spanFrom(begin)),
        Type::simple(Type::Form::Function), begin);
}

Operand Parser::function()
{
    const std::uint32_t begin = position();
    ++m_next;
    if (!expect(TokenKind::LeftParenthesis))
        return {};
    Scope &outer = *m_scope;
    Scope inside(outer, Scope::Inner::Function);
    std::vector<Parameter> parameters;
    while (!take(TokenKind::RightParenthesis)) {
        if (!parameters.empty() && !expect(TokenKind::Comma))
            return {};
        std::string parameter = readUntil(TokenKind::Colon, {});
        if (parameter.empty())
            return fail(Expectation::ParameterName);
        std::optional<Type> declared = Type::any();
        if (take(TokenKind::Colon))
            declared = type();
        if (!declared)
            return {};
        inside.declareLocal(parameter, *declared);
        parameters.push_back({std::move(parameter), *declared});
    }
    if (takeWord("external"))
        return externalFunction(std::move(parameters), begin);
    m_scope = &inside;
    Operand body = expression();
    m_scope = &outer;
    if (!body)
        return {};
    std::vector<Type> types;
    for (const Parameter &parameter : parameters)
        types.push_back(parameter.type);
    return made(functionNode(std::move(parameters), Type::any(), std::move(body.node), inside,
                             spanFrom(begin), body.type),
                Type::function(std::move(types), body.type), begin);
}

} // namespace tongban::feel
