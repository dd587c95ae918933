// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

enum class TokenKind : std::uint8_t {
    End,
    Word, ///< A name start character and name part characters; keywords too.
    Number,
    String,
    Plus,
    Minus,
    Star,
    Power,
    Slash,
    Apostrophe,
    Dot,
    DotDot,
    Comma,
    Colon,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    Unequal,
    At,
    Arrow,
};

/// A small piece of the text. Names are put together from tokens by the parser, because only the scope
/// tells where a name ends.
struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text; ///< As written; empty at the end.
    std::string string; ///< The contents of a String, escapes resolved.
    std::uint32_t begin = 0; ///< In code points.
    std::uint32_t end = 0;
};

/// All tokens of the text, the last one being End. They refer to `text`.
tl::expected<std::vector<Token>, CompileError> tokenize(std::string_view text, std::uint32_t source);

/// "a string", "','", ...: for messages.
std::string_view name(TokenKind kind);

/// May be a part of a name behind its first token.
bool isNamePart(TokenKind kind);

/// Adds a token to a name in the spelling that normalizedName() makes.
void appendNamePart(std::string &name, const Token &token, bool isAfterWord);

/// Words of FEEL that cannot be the first or only word of a name.
bool isKeyword(std::string_view word);

/// A name that needs no quotes as the key of a context.
bool isPlainName(std::string_view name);

} // namespace tongban::feel
