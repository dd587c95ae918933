// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/parser.h"

namespace tongban::feel {

std::optional<TestAlternative> Parser::alternative()
{
    const std::uint32_t begin = position();
    const bool usedInput = std::exchange(m_usesInput, false);
    TestAlternative result;
    if (const auto sign = comparisonSign()) {
        ++m_next;
        result.isComparison = true;
        result.operation = *sign;
    }
    Operand value = result.isComparison ? additive() : expression();
    result.usesInput = m_usesInput;
    m_usesInput = m_usesInput || usedInput;
    if (!value)
        return std::nullopt;
    result.isRange = value.type.form() == Type::Form::Range;
    result.node = std::move(value.node);
    result.span = spanFrom(begin);
    return result;
}

bool Parser::alternatives(std::vector<TestAlternative> &list)
{
    do {
        auto next = alternative();
        if (!next)
            return false;
        list.push_back(std::move(*next));
    } while (take(TokenKind::Comma));
    return true;
}

/// `not(` whose closing parenthesis is the last token.
bool Parser::isNegation() const
{
    if (!atWord("not") || token(1).kind != TokenKind::LeftParenthesis)
        return false;
    std::size_t depth = 0;
    for (std::size_t i = 1; token(i).kind != TokenKind::End; ++i) {
        if (token(i).kind == TokenKind::LeftParenthesis)
            ++depth;
        if (token(i).kind == TokenKind::RightParenthesis && --depth == 0)
            return token(i + 1).kind == TokenKind::End;
    }
    return false;
}

std::optional<TestList> Parser::wholeTests(const Type &inputType)
{
    if (!isOk())
        return std::nullopt;
    TestList list;
    list.isBooleanInput = inputType.form() == Type::Form::Boolean;
    list.isOtherInput = !inputType.isAny() && !list.isBooleanInput;
    if (at(TokenKind::Minus) && token(1).kind == TokenKind::End) {
        list.isAny = true;
        return list;
    }
    Scope block(*m_scope, Scope::Inner::Block);
    Scope &outer = *m_scope;
    list.inputSlot = block.declareLocal("?", inputType);
    m_scope = &block;
    list.isNegated = isNegation();
    if (list.isNegated)
        m_next += 2;
    bool isRead = alternatives(list.alternatives);
    if (isRead && list.isNegated)
        isRead = expect(TokenKind::RightParenthesis);
    m_scope = &outer;
    if (isRead && !at(TokenKind::End)) {
        fail(Expectation::CommaOrEnd);
        isRead = false;
    }
    if (!isRead)
        return std::nullopt;
    list.usesInput = m_usesInput;
    if (!m_usesInput)
        block.releaseLocal(list.inputSlot);
    return list;
}

Operand Parser::wholeFilter(const Operand &list)
{
    if (!isOk())
        return {};
    Scope block(*m_scope, Scope::Inner::Block);
    std::size_t itemSlot = 0;
    Operand condition = filterBody(list, block, itemSlot);
    if (!condition)
        return {};
    if (!at(TokenKind::End))
        return fail(Expectation::OperatorOrEnd);
    Type type;
    if (condition.type.form() == Type::Form::Boolean)
        type = list.type.form() == Type::Form::List ? list.type : Type::list(list.type);
    return made(filterNode(list.node, std::move(condition.node), itemSlot, spanFrom(0)), type, 0);
}

tl::expected<Expression, CompileError> compileFilter(const Expression &list, std::string_view match,
                                                     Scope &scope, const CompileOptions &options)
{
    Parser parser(match, scope, options);
    Operand result = parser.wholeFilter({list.node(), list.type(), 0, 0});
    if (!result)
        return tl::unexpected(parser.error());
    return Expression(std::move(result.node), std::move(result.type));
}

} // namespace tongban::feel
