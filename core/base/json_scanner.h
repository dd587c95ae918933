// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongban {

enum class JsonFault : std::uint8_t {
    None,
    EndsEarly,
    NoValue,
    NoNumber,
    NoName,
    NoColon,
    NoCommaOrBrace,
    NoCommaOrBracket,
    OpenString,
    ControlCharacter,
    UnknownEscape,
    HexDigits,
    HalfPair,
    TooDeep,
    Trailing,
    NotUtf8,
};

/// "a string is not closed"
std::string_view phrase(JsonFault fault);

/// The tokens of a JSON text (RFC 8259), taken one by one by a reader that knows what it wants, so that no
/// document is built in between. Checks nothing but the tokens: which may follow which, depth and repeated
/// names are the reader's. The text outlives the scanner. After a fault nothing more is read: the first one
/// stays.
class JsonScanner
{
public:
    enum class Encoding : std::uint8_t {
        Checked, ///< Bytes of a string that are not UTF-8 are a fault.
        Known, ///< The caller has looked already.
    };

    explicit JsonScanner(std::string_view text, Encoding encoding);

    /// Passes over a byte-order mark at the beginning.
    void passMark();

    /// The first character of the next token, NUL at the end. White space is passed over.
    char peek()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
        return m_at == m_end ? '\0' : *m_at;
    }
    /// Passes over the character when it is next; no fault when it is not.
    bool take(char wanted)
    {
        if (peek() != wanted || m_at == m_end)
            return false;
        ++m_at;
        return true;
    }
    bool expect(char wanted, JsonFault otherwise) { return take(wanted) || fail(otherwise); }
    /// true, false, null.
    bool expectWord(std::string_view word);
    /// The contents of a string: a piece of the text itself or, with escapes in it, what was added at the end
    /// of `buffer`. The latter lasts until the buffer has to grow; a buffer with room for the whole text
    /// never does, as no escape is shorter than what it stands for.
    bool string(std::string_view &contents, std::string &buffer);
    /// A number as it is written.
    bool number(std::string_view &digits);
    bool expectEnd() { return (peek() == '\0' && m_at == m_end) || fail(JsonFault::Trailing); }

    bool fail(JsonFault fault);
    JsonFault fault() const { return m_fault; }
    /// The byte of the text, from 1, where reading has come to: that of the fault, when there is one.
    std::size_t position() const { return static_cast<std::size_t>(m_at - m_begin) + 1; }

private:
    bool passPlain();
    bool unescape(std::string &buffer);
    bool codeUnit(char32_t &unit);
    bool passDigits();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    std::uint64_t m_checked; ///< The bits of eight bytes that ask for the check of the encoding.
    JsonFault m_fault = JsonFault::None;
};

/// Whether `text` is one number of JSON and nothing else.
bool isJsonNumber(std::string_view text);

} // namespace tongban
