// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtins.h"
#include "core/feel/parser.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

bool isWordLike(const Token &token)
{
    return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
}

/// Whether an expression can begin with the token.
bool mayBeginExpression(const Token &token)
{
    constexpr std::array<TokenKind, 7> kKinds{
        TokenKind::Number,          TokenKind::String,      TokenKind::Minus,    TokenKind::At,
        TokenKind::LeftParenthesis, TokenKind::LeftBracket, TokenKind::LeftBrace};
    constexpr std::array<std::string_view, 8> kWords{"true", "false", "null",  "if",
                                                     "for",  "some",  "every", "function"};
    if (token.kind == TokenKind::Word)
        return !isKeyword(token.text) || std::ranges::find(kWords, token.text) != kWords.end();
    return std::ranges::find(kKinds, token.kind) != kKinds.end();
}

} // namespace

/// The longest name of the scope that the tokens from here on spell.
Parser::Match Parser::longestName() const
{
    constexpr std::size_t kLongestBuiltin = 5;
    const std::size_t most = std::max(m_scope->longestName(), kLongestBuiltin);
    Match best;
    std::string candidate;
    bool isAfterWord = false;
    for (std::size_t i = 0; i < most && isNamePart(token(i).kind); ++i) {
        appendNamePart(candidate, token(i), isAfterWord);
        isAfterWord = isWordLike(token(i));
        Found found = Found::Nothing;
        if (m_scope->contains(candidate))
            found = Found::Visible;
        else if (m_filters > 0 && m_scope->isMember(candidate))
            found = Found::Member;
        else if (isBuiltin(candidate))
            found = Found::Builtin;
        if (found != Found::Nothing)
            best = {found, i + 1, candidate};
    }
    return best;
}

Operand Parser::name()
{
    const std::uint32_t begin = position();
    Match match = longestName();
    const bool isCalled = token(match.tokens).kind == TokenKind::LeftParenthesis;
    // An input named "date" does not take the function of that name away.
    if (match.found == Found::Visible && isCalled && isBuiltin(match.name)) {
        const auto type = m_scope->resolve(match.name);
        if (type.name && !type.name->type.isAny() && type.name->type.form() != Type::Form::Function)
            match.found = Found::Builtin;
    }
    if (match.found == Found::Nothing && m_filters > 0)
        match = {Found::Member, 1, std::string(token().text)};
    if (match.found == Found::Nothing)
        return unknownName();
    if (match.found == Found::Builtin) {
        m_next += match.tokens;
        if (isCalled)
            return builtinCall(match.name, begin);
        return made(constantNode(builtinValue(match.name)), Type::simple(Type::Form::Function), begin);
    }
    const Scope::Resolution resolution = m_scope->resolve(match.name);
    if (resolution.items.empty() && !resolution.name)
        return unknownName();
    m_next += match.tokens;
    return variable(match.name, begin);
}

Operand Parser::unknownName()
{
    std::size_t count = 1;
    std::string read(token().text);
    while (isWordLike(token(count)) && !isKeyword(token(count).text)) {
        appendNamePart(read, token(count), true);
        ++count;
    }
    const bool isCalled = token(count).kind == TokenKind::LeftParenthesis;
    std::string nearest = m_scope->nearest(read);
    if (nearest.empty() && isCalled) {
        // A built-in function whose name begins or ends the same way.
        for (const Signature &signature : builtinSignatures()) {
            if (signature.name.starts_with(read) || read.starts_with(signature.name)) {
                nearest = signature.name;
                break;
            }
        }
    }
    return failAt({isCalled ? CompileError::Kind::UnknownFunction : CompileError::Kind::UnknownName,
                   {m_options.source, token().begin, token(count - 1).end},
                   std::move(read),
                   std::string(feel::name(Expectation::KnownName)),
                   std::move(nearest),
                   Expectation::KnownName});
}

Operand Parser::variable(const std::string &name, std::uint32_t begin)
{
    const Scope::Resolution resolution = m_scope->resolve(name);
    m_usesPartial = m_usesPartial || name == "partial";
    m_usesInput = m_usesInput || name == "?";
    if (resolution.items.empty())
        return made(variableNode(*resolution.name), resolution.name->type, begin);
    std::vector<NodePtr> items;
    for (const Scope::Name &item : resolution.items)
        items.push_back(variableNode(item));
    // With a declared type the member is known to be there.
    const Type &type = resolution.items.front().type;
    if (const Component *component = type.component(name); component != nullptr)
        return made(pathNode(items.front(), name, type.shape(), spanFrom(begin)), component->type, begin);
    NodePtr otherwise = resolution.name ? variableNode(*resolution.name) : nullptr;
    return made(memberNode(std::move(items), std::move(otherwise), name, spanFrom(begin)), Type::any(),
                begin);
}

Operand Parser::postfix()
{
    Operand value = primary();
    while (value) {
        if (at(TokenKind::Dot)) {
            value = path(std::move(value));
        } else if (at(TokenKind::LeftBracket)) {
            // In `]1..5[` the bracket closes the range unless an expression follows.
            if (m_inRangeEnd && !mayBeginExpression(token(1)))
                return value;
            value = filter(std::move(value));
        } else if (at(TokenKind::LeftParenthesis)) {
            value = call(std::move(value));
        } else if (atWord("instance")) {
            value = instanceOf(std::move(value));
        } else {
            return value;
        }
    }
    return {};
}

Operand Parser::path(Operand source)
{
    ++m_next;
    const bool isList = source.type.form() == Type::Form::List;
    const Type owner = isList ? source.type.element() : source.type;
    std::string candidate;
    std::string best;
    std::size_t tokens = 0;
    bool isAfterWord = false;
    bool isComponent = false;
    const std::size_t most = std::max<std::size_t>(m_scope->longestName(), 16);
    for (std::size_t i = 0; i < most && isNamePart(token(i).kind); ++i) {
        appendNamePart(candidate, token(i), isAfterWord);
        isAfterWord = isWordLike(token(i));
        const bool isOwn = owner.component(candidate) != nullptr;
        if (isOwn || (!isComponent && m_scope->isMember(candidate))) {
            best = candidate;
            tokens = i + 1;
            isComponent = isComponent || isOwn;
        }
    }
    if (tokens == 0) {
        if (!at(TokenKind::Word))
            return fail(Expectation::MemberName);
        best = token().text;
        tokens = 1;
    }
    m_next += tokens;
    const Component *component = owner.component(best);
    Type type = component != nullptr ? component->type : Type::any();
    if (isList)
        type = Type::list(type);
    return made(pathNode(std::move(source.node), best, owner.shape(), spanFrom(source.begin)), type,
                source.begin);
}

/// The condition of a filter, in a block where `item` and the element's members are known.
Operand Parser::filterBody(const Operand &source, Scope &block, std::size_t &itemSlot)
{
    Scope &outer = *m_scope;
    const Type element = source.type.form() == Type::Form::List ? source.type.element() : source.type;
    itemSlot = block.declareLocal("item", element);
    block.setItem({Scope::Place::Local, itemSlot, element});
    m_scope = &block;
    ++m_filters;
    Operand condition = expression();
    --m_filters;
    m_scope = &outer;
    return condition;
}

Operand Parser::filter(Operand source)
{
    ++m_next;
    Scope block(*m_scope, Scope::Inner::Block);
    std::size_t itemSlot = 0;
    Operand condition = filterBody(source, block, itemSlot);
    if (!condition || !expect(TokenKind::RightBracket))
        return {};
    const bool isList = source.type.form() == Type::Form::List;
    Type type;
    if (condition.type.form() == Type::Form::Number)
        type = isList ? source.type.element() : source.type;
    else if (condition.type.form() == Type::Form::Boolean)
        type = isList ? source.type : Type::list(source.type);
    return made(
        filterNode(std::move(source.node), std::move(condition.node), itemSlot, spanFrom(source.begin)), type,
        source.begin);
}

/// The words up to a token or a keyword, as one name.
std::string Parser::readUntil(TokenKind end, std::string_view word)
{
    std::string name;
    bool isAfterWord = false;
    while (isNamePart(token().kind) && !at(end) && (name.empty() || word.empty() || !atWord(word))) {
        appendNamePart(name, token(), isAfterWord);
        isAfterWord = isWordLike(token());
        ++m_next;
    }
    return name;
}

bool Parser::atArgumentName() const
{
    std::size_t ahead = 0;
    while (isNamePart(token(ahead).kind))
        ++ahead;
    return ahead > 0 && token().kind == TokenKind::Word && token(ahead).kind == TokenKind::Colon;
}

std::optional<Parser::Arguments> Parser::arguments()
{
    if (!expect(TokenKind::LeftParenthesis))
        return std::nullopt;
    Arguments list;
    const bool areNamed = atArgumentName();
    while (!take(TokenKind::RightParenthesis)) {
        if (!list.values.empty() && !expect(TokenKind::Comma))
            return std::nullopt;
        if (areNamed) {
            list.names.push_back(readUntil(TokenKind::Colon, {}));
            if (list.names.back().empty()) {
                fail(Expectation::ParameterName);
                return std::nullopt;
            }
            if (!expect(TokenKind::Colon))
                return std::nullopt;
        }
        Operand value = expression();
        if (!value)
            return std::nullopt;
        list.values.push_back(std::move(value));
    }
    return list;
}

Operand Parser::builtinCall(const std::string &name, std::uint32_t begin)
{
    auto list = arguments();
    if (!list)
        return {};
    std::vector<std::size_t> places;
    const Builtin *builtin = bindBuiltin(name, list->values.size(), list->names, places);
    if (builtin == nullptr)
        return made(
            failingNode(Cause::WrongArguments, "'" + name + "' takes other arguments", spanFrom(begin)),
            Type::any(), begin);
    std::size_t size = 0;
    for (const std::size_t place : places)
        size = std::max(size, place + 1);
    std::vector<NodePtr> nodes(size);
    for (std::size_t i = 0; i < places.size(); ++i)
        nodes[places[i]] = std::move(list->values[i].node);
    return made(builtinNode(*builtin, std::move(nodes), spanFrom(begin)), Type::simple(builtin->result),
                begin);
}

Operand Parser::call(Operand function)
{
    auto list = arguments();
    if (!list)
        return {};
    std::vector<NodePtr> nodes;
    for (Operand &value : list->values)
        nodes.push_back(std::move(value.node));
    const Type type = function.type.form() == Type::Form::Function ? function.type.result() : Type::any();
    return made(callNode(std::move(function.node), std::move(nodes), std::move(list->names),
                         spanFrom(function.begin)),
                type, function.begin);
}

} // namespace tongban::feel
