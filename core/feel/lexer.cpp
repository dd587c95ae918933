// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/lexer.h"

#include "core/base/code_point.h"
#include "core/base/text.h"
#include "core/feel/scope.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tongban::feel {

namespace {

struct CharacterRange {
    char32_t first;
    char32_t last;
};

// DMN 1.5, 10.3.1.2, grammar rules 28, 29 and 61.
constexpr std::array<CharacterRange, 17> kNameStart{{
    {U'?', U'?'},
    {U'A', U'Z'},
    {U'_', U'_'},
    {U'a', U'z'},
    {0xC0, 0xD6},
    {0xD8, 0xF6},
    {0xF8, 0x2FF},
    {0x370, 0x37D},
    {0x37F, 0x1FFF},
    {0x200C, 0x200D},
    {0x2070, 0x218F},
    {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF},
    {0xF900, 0xFDCF},
    {0xFDF0, 0xFEFE},
    {0xFF00, 0xFFFD},
    {0x10000, 0xEFFFF},
}};
constexpr std::array<CharacterRange, 4> kOnlyInside{
    {{U'0', U'9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};
constexpr std::array<CharacterRange, 11> kSpace{{
    {0x09, 0x0D},
    {0x20, 0x20},
    {0x85, 0x85},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x180E, 0x180E},
    {0x2000, 0x200B},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
}};

template <std::size_t N>
bool contains(const std::array<CharacterRange, N> &ranges, char32_t c)
{
    return std::ranges::any_of(ranges,
                               [c](CharacterRange range) { return c >= range.first && c <= range.last; });
}

bool isSpace(char32_t c)
{
    return contains(kSpace, c) || c == 0xFEFF;
}
bool isNameStart(char32_t c)
{
    return contains(kNameStart, c) && !isSpace(c);
}
bool isNameInside(char32_t c)
{
    return isNameStart(c) || contains(kOnlyInside, c);
}
bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

struct Sign {
    std::string_view text;
    TokenKind kind;
};

// Longer ones first.
constexpr std::array<Sign, 26> kSigns{{
    {"**", TokenKind::Power},
    {"..", TokenKind::DotDot},
    {"<=", TokenKind::LessOrEqual},
    {">=", TokenKind::GreaterOrEqual},
    {"!=", TokenKind::Unequal},
    {"->", TokenKind::Arrow},
    {"+", TokenKind::Plus},
    {"-", TokenKind::Minus},
    {"\xE2\x80\x93", TokenKind::Minus}, // en dash, as word processors write it
    {"*", TokenKind::Star},
    {"/", TokenKind::Slash},
    {"'", TokenKind::Apostrophe},
    {".", TokenKind::Dot},
    {",", TokenKind::Comma},
    {":", TokenKind::Colon},
    {"(", TokenKind::LeftParenthesis},
    {")", TokenKind::RightParenthesis},
    {"[", TokenKind::LeftBracket},
    {"]", TokenKind::RightBracket},
    {"{", TokenKind::LeftBrace},
    {"}", TokenKind::RightBrace},
    {"<", TokenKind::Less},
    {">", TokenKind::Greater},
    {"=", TokenKind::Equal},
    {"@", TokenKind::At},
    {"", TokenKind::End},
}};

class Lexer
{
public:
    Lexer(std::string_view text, std::uint32_t source) : m_text(text), m_source(source) { }

    tl::expected<std::vector<Token>, CompileError> run()
    {
        while (skipSpace()) {
            if (m_offset == m_text.size()) {
                m_tokens.push_back({TokenKind::End, {}, {}, m_position, m_position});
                return std::move(m_tokens);
            }
            if (!readToken())
                break;
        }
        return tl::unexpected(std::move(*m_error));
    }

private:
    bool atEnd() const { return m_offset >= m_text.size(); }
    CodePoint peek() const { return atEnd() ? CodePoint{} : decodeUtf8(m_text, m_offset); }
    char ahead(std::size_t distance) const
    {
        return m_offset + distance < m_text.size() ? m_text[m_offset + distance] : '\0';
    }
    void advance(CodePoint point)
    {
        m_offset += point.length;
        ++m_position;
    }

    bool refuse(std::string read, Expectation expectation)
    {
        m_error = CompileError{CompileError::Kind::Syntax,
                               {m_source, m_position, m_position + (read.empty() ? 0U : 1U)},
                               std::move(read),
                               std::string(feel::name(expectation)),
                               {},
                               expectation};
        return false;
    }
    bool refuseBytes()
    {
        m_error = CompileError{CompileError::Kind::NotUtf8, {m_source, m_position, m_position}, {}, {}, {}};
        return false;
    }

    bool skipComment()
    {
        const bool isLine = ahead(1) == '/';
        const std::size_t end = isLine ? m_text.find('\n', m_offset) : m_text.find("*/", m_offset + 2);
        if (!isLine && end == std::string_view::npos)
            return refuse("/*", Expectation::CommentEnd);
        const std::size_t stop = end == std::string_view::npos ? m_text.size() : isLine ? end : end + 2;
        while (m_offset < stop) {
            const CodePoint point = peek();
            if (point.length == 0)
                return refuseBytes();
            advance(point);
        }
        return true;
    }

    bool skipSpace()
    {
        while (!atEnd()) {
            if (ahead(0) == '/' && (ahead(1) == '/' || ahead(1) == '*')) {
                if (!skipComment())
                    return false;
                continue;
            }
            const CodePoint point = peek();
            if (point.length == 0)
                return refuseBytes();
            if (!isSpace(point.value))
                return true;
            advance(point);
        }
        return true;
    }

    void push(TokenKind kind, std::size_t from, std::uint32_t begin, std::string string = {})
    {
        m_tokens.push_back(
            {kind, m_text.substr(from, m_offset - from), std::move(string), begin, m_position});
    }

    bool readToken()
    {
        const CodePoint point = peek();
        const std::size_t from = m_offset;
        const std::uint32_t begin = m_position;
        if (isNameStart(point.value)) {
            for (CodePoint next = point; next.length != 0 && isNameInside(next.value); next = peek())
                advance(next);
            push(TokenKind::Word, from, begin);
            return true;
        }
        if (isDigit(point.value) || (point.value == U'.' && isDigit(static_cast<unsigned char>(ahead(1))))) {
            readNumber();
            push(TokenKind::Number, from, begin);
            return true;
        }
        if (point.value == U'"')
            return readString();
        for (const Sign &sign : kSigns) {
            if (!sign.text.empty() && m_text.substr(m_offset).starts_with(sign.text)) {
                m_offset += sign.text.size();
                m_position += static_cast<std::uint32_t>(codePointCount(sign.text));
                push(sign.kind, from, begin);
                return true;
            }
        }
        return refuse(std::string(m_text.substr(m_offset, point.length)), Expectation::Expression);
    }

    void skipDigits()
    {
        while (isDigit(static_cast<unsigned char>(ahead(0))))
            advance({U'0', 1});
    }

    void readNumber()
    {
        skipDigits();
        if (ahead(0) == '.' && isDigit(static_cast<unsigned char>(ahead(1)))) {
            advance({U'.', 1});
            skipDigits();
        }
        if (ahead(0) != 'e' && ahead(0) != 'E')
            return;
        const std::size_t sign = ahead(1) == '+' || ahead(1) == '-' ? 1 : 0;
        if (!isDigit(static_cast<unsigned char>(ahead(1 + sign))))
            return;
        m_offset += 1 + sign;
        m_position += static_cast<std::uint32_t>(1 + sign);
        skipDigits();
    }

    /// The code unit of \uXXXX or \UXXXXXX behind the backslash; takes it.
    std::optional<char32_t> readHexadecimal()
    {
        const std::size_t digits = ahead(1) == 'u' ? 4 : 6;
        char32_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = ahead(2 + i);
            const bool isLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!isLetter && !(c >= '0' && c <= '9'))
                return std::nullopt;
            value = value * 16 + static_cast<char32_t>(isLetter ? (c | 0x20) - 'a' + 10 : c - '0');
        }
        m_offset += digits + 2;
        m_position += static_cast<std::uint32_t>(digits + 2);
        return value;
    }

    bool readEscape(std::string &contents)
    {
        constexpr std::string_view kPlain = "nrt'\"\\";
        constexpr std::string_view kMeaning = "\n\r\t'\"\\";
        if (const std::size_t place = kPlain.find(ahead(1));
            ahead(1) != '\0' && place != std::string_view::npos) {
            contents += kMeaning[place];
            m_offset += 2;
            m_position += 2;
            return true;
        }
        if (ahead(1) != 'u' && ahead(1) != 'U') {
            // Not an escape: the backslash stands for itself (regular expressions are written this way).
            contents += '\\';
            advance({U'\\', 1});
            return true;
        }
        auto value = readHexadecimal();
        const auto isLow = [](char32_t unit) {
            return unit >= 0xDC00 && unit <= 0xDFFF;
        };
        if (value && *value >= 0xD800 && *value <= 0xDBFF && ahead(0) == '\\' && ahead(1) == 'u') {
            const auto low = readHexadecimal();
            value = low && isLow(*low) ? std::optional(0x10000 + ((*value - 0xD800) << 10) + (*low - 0xDC00))
                                       : std::nullopt;
        }
        if (!value || *value > 0x10FFFF || (*value >= 0xD800 && *value <= 0xDFFF))
            return refuse("\\u", Expectation::CodePoint);
        appendCodePoint(contents, *value);
        return true;
    }

    bool readString()
    {
        const std::size_t from = m_offset;
        const std::uint32_t begin = m_position;
        std::string contents;
        advance({U'"', 1});
        while (true) {
            if (atEnd())
                return refuse({}, Expectation::StringEnd);
            const CodePoint point = peek();
            if (point.length == 0)
                return refuseBytes();
            if (point.value == U'\\') {
                if (!readEscape(contents))
                    return false;
                continue;
            }
            if (point.value == U'"')
                break;
            contents += m_text.substr(m_offset, point.length);
            advance(point);
        }
        advance({U'"', 1});
        push(TokenKind::String, from, begin, std::move(contents));
        return true;
    }

    std::string_view m_text;
    std::uint32_t m_source;
    std::size_t m_offset = 0;
    std::uint32_t m_position = 0;
    std::vector<Token> m_tokens;
    std::optional<CompileError> m_error;
};

} // namespace

tl::expected<std::vector<Token>, CompileError> tokenize(std::string_view text, std::uint32_t source)
{
    return Lexer(text, source).run();
}

std::string_view name(TokenKind kind)
{
    for (const Sign &sign : kSigns) {
        if (sign.kind == kind && !sign.text.empty())
            return sign.text;
    }
    if (kind == TokenKind::Word)
        return "a name";
    if (kind == TokenKind::Number)
        return "a number";
    return kind == TokenKind::String ? "a string" : "the end of the text";
}

} // namespace tongban::feel
