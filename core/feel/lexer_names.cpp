// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/lexer.h"
#include "core/feel/scope.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

bool isNamePart(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Word:
    case TokenKind::Number:
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Star:
    case TokenKind::Power:
    case TokenKind::Slash:
    case TokenKind::Apostrophe:
    case TokenKind::Dot:
    case TokenKind::DotDot: return true;
    case TokenKind::End:
    case TokenKind::String:
    case TokenKind::Comma:
    case TokenKind::Colon:
    case TokenKind::LeftParenthesis:
    case TokenKind::RightParenthesis:
    case TokenKind::LeftBracket:
    case TokenKind::RightBracket:
    case TokenKind::LeftBrace:
    case TokenKind::RightBrace:
    case TokenKind::Less:
    case TokenKind::LessOrEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterOrEqual:
    case TokenKind::Equal:
    case TokenKind::Unequal:
    case TokenKind::At:
    case TokenKind::Arrow: break;
    }
    return false;
}

void appendNamePart(std::string &name, const Token &token, bool isAfterWord)
{
    const bool isWord = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
    if (isWord && isAfterWord)
        name += ' ';
    name += token.text;
}

bool isKeyword(std::string_view word)
{
    constexpr std::array<std::string_view, 19> kWords{
        "and",      "between", "else", "every", "external", "false",     "for",  "function", "if",   "in",
        "instance", "null",    "of",   "or",    "return",   "satisfies", "some", "then",     "true",
    };
    return std::ranges::find(kWords, word) != kWords.end();
}

bool isPlainName(std::string_view name)
{
    const auto tokens = tokenize(name, 0);
    if (!tokens || tokens->size() < 2 || tokens->front().kind != TokenKind::Word
        || normalizedName(name) != name)
        return false;
    return std::all_of(tokens->begin(), tokens->end() - 1, [](const Token &token) {
        return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
    });
}

std::string normalizedName(std::string_view name)
{
    const auto tokens = tokenize(name, 0);
    std::string normalized;
    if (tokens && std::all_of(tokens->begin(), tokens->end() - 1, [](const Token &token) {
            return isNamePart(token.kind);
        })) {
        bool isAfterWord = false;
        for (const Token &token : *tokens) {
            if (token.kind == TokenKind::End)
                break;
            appendNamePart(normalized, token, isAfterWord);
            isAfterWord = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
        }
        return normalized;
    }
    // Not a name of FEEL (no expression can use it), but it may still be the key of a context.
    const std::size_t first = name.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1));
}

} // namespace tongban::feel
