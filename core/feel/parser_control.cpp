// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/parser.h"

#include <algorithm>

namespace tongban::feel {

Operand Parser::conditional()
{
    const std::uint32_t begin = position();
    ++m_next;
    Operand condition = expression();
    if (!condition || !expectWord("then"))
        return {};
    Operand then = expression();
    if (!then || !expectWord("else"))
        return {};
    Operand otherwise = expression();
    if (!otherwise)
        return {};
    const bool areSame = conforms(then.type, otherwise.type) && conforms(otherwise.type, then.type);
    const Type type = areSame ? then.type : Type::any();
    return made(conditionalNode(std::move(condition.node), std::move(then.node), std::move(otherwise.node)),
                type, begin);
}

/// One `x in list` or `x in from..to`; the name is declared behind its list, which does not see it.
std::optional<Domain> Parser::domain(Scope &block)
{
    const std::string variable = readUntil(TokenKind::Colon, "in");
    if (variable.empty()) {
        fail(Expectation::VariableName);
        return std::nullopt;
    }
    if (!expectWord("in"))
        return std::nullopt;
    Operand list = expression();
    if (!list)
        return std::nullopt;
    Domain domain;
    Type element = list.type.form() == Type::Form::List || list.type.form() == Type::Form::Range
        ? list.type.element()
        : Type::any();
    if (take(TokenKind::DotDot)) {
        Operand last = expression();
        if (!last)
            return std::nullopt;
        domain.last = std::move(last.node);
        element = list.type;
    }
    domain.list = std::move(list.node);
    domain.slot = block.declareLocal(variable, element);
    return domain;
}

Operand Parser::iteration(Iteration form)
{
    const std::uint32_t begin = position();
    ++m_next;
    Scope &outer = *m_scope;
    Scope block(outer, Scope::Inner::Block);
    m_scope = &block;
    std::vector<Domain> domains;
    do {
        auto next = domain(block);
        if (!next) {
            m_scope = &outer;
            return {};
        }
        domains.push_back(std::move(*next));
    } while (take(TokenKind::Comma));
    Operand body;
    std::size_t partialSlot = Shape::kNone;
    const bool usedPartial = std::exchange(m_usesPartial, false);
    if (form == Iteration::For)
        partialSlot = block.declareLocal("partial", Type::simple(Type::Form::List));
    if (expectWord(form == Iteration::For ? "return" : "satisfies"))
        body = expression();
    if (!m_usesPartial)
        partialSlot = Shape::kNone;
    m_usesPartial = m_usesPartial || usedPartial;
    m_scope = &outer;
    if (!body)
        return {};
    const Type type = form == Iteration::For ? Type::list(body.type) : Type::boolean();
    return made(iterationNode(form, std::move(domains), partialSlot, std::move(body.node), spanFrom(begin)),
                type, begin);
}

Operand Parser::instanceOf(Operand value)
{
    ++m_next;
    if (!expectWord("of"))
        return {};
    auto wanted = type();
    if (!wanted)
        return {};
    return made(instanceNode(std::move(value.node), std::move(*wanted)), Type::boolean(), value.begin);
}

std::optional<Type> Parser::type()
{
    if (m_depth > m_options.limits.nesting) {
        failAt({CompileError::Kind::TooDeep, {m_options.source, position(), position()}, {}, {}, {}});
        return std::nullopt;
    }
    if (token(1).kind != TokenKind::Less)
        return namedType();
    ++m_depth;
    std::optional<Type> result;
    if (takeWord("list")) {
        ++m_next;
        auto element = type();
        if (element && expect(TokenKind::Greater))
            result = Type::list(std::move(*element));
    } else if (takeWord("range")) {
        ++m_next;
        auto element = type();
        if (element && expect(TokenKind::Greater))
            result = Type::range(std::move(*element));
    } else if (takeWord("context")) {
        ++m_next;
        result = contextType();
    } else if (takeWord("function")) {
        ++m_next;
        result = functionType();
    } else {
        result = namedType();
    }
    --m_depth;
    return result;
}

std::optional<Type> Parser::namedType()
{
    constexpr std::size_t kLongest = 8;
    std::optional<Type> best;
    std::size_t tokens = 0;
    std::string candidate;
    bool isAfterWord = false;
    for (std::size_t i = 0; i < std::max(m_scope->longestName(), kLongest) && isNamePart(token(i).kind);
         ++i) {
        appendNamePart(candidate, token(i), isAfterWord);
        isAfterWord = token(i).kind == TokenKind::Word || token(i).kind == TokenKind::Number;
        auto found = m_scope->findType(candidate);
        if (!found)
            found = Type::named(candidate);
        if (found) {
            best = std::move(found);
            tokens = i + 1;
        }
    }
    if (!best) {
        if (!at(TokenKind::Word)) {
            fail(Expectation::TypeName);
        } else {
            failAt({CompileError::Kind::UnknownName,
                    {m_options.source, token().begin, token().end},
                    std::string(token().text),
                    std::string(feel::name(Expectation::TypeName)),
                    {},
                    Expectation::TypeName});
        }
        return std::nullopt;
    }
    m_next += tokens;
    return best;
}

std::optional<Type> Parser::contextType()
{
    std::vector<Component> components;
    while (!take(TokenKind::Greater)) {
        if (!components.empty() && !expect(TokenKind::Comma))
            return std::nullopt;
        std::string name = readUntil(TokenKind::Colon, {});
        if (name.empty()) {
            fail(Expectation::MemberName);
            return std::nullopt;
        }
        if (!expect(TokenKind::Colon))
            return std::nullopt;
        auto member = type();
        if (!member)
            return std::nullopt;
        components.push_back({std::move(name), std::move(*member)});
    }
    return Type::context(std::move(components));
}

std::optional<Type> Parser::functionType()
{
    std::vector<Type> parameters;
    while (!take(TokenKind::Greater)) {
        if (!parameters.empty() && !expect(TokenKind::Comma))
            return std::nullopt;
        auto parameter = type();
        if (!parameter)
            return std::nullopt;
        parameters.push_back(std::move(*parameter));
    }
    if (!expect(TokenKind::Arrow))
        return std::nullopt;
    auto result = type();
    if (!result)
        return std::nullopt;
    return Type::function(std::move(parameters), std::move(*result));
}

} // namespace tongban::feel
