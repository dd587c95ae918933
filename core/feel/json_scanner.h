// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/decimal.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tongban::feel {

/// Reads the tokens of one JSON text (RFC 8259) in the order the grammar asks for them. After a false answer
/// problem() says what is wrong and nothing more may be read.
class JsonScanner
{
public:
    enum class Problem : unsigned char { None, Malformed, NotUtf8, NumberOutOfRange };

    explicit JsonScanner(std::string_view text);

    /// The first character of the next token, NUL at the end. White space is passed over.
    char peek()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
        return m_at == m_end ? '\0' : *m_at;
    }
    /// Passes over the character when it is next; no problem when it is not.
    bool take(char wanted)
    {
        if (peek() != wanted || m_at == m_end)
            return false;
        ++m_at;
        return true;
    }
    bool expect(char wanted) { return take(wanted) || fail(Problem::Malformed); }
    /// true, false, null.
    bool expectWord(std::string_view word);
    /// The contents of a string: a piece of the text itself or, with escapes in it, of `buffer`.
    bool string(std::string_view &contents, std::string &buffer);
    /// Digit by digit.
    bool number(Decimal &value);
    bool expectEnd() { return peek() == '\0' && m_at == m_end ? true : fail(Problem::Malformed); }

    bool fail(Problem problem);
    Problem problem() const { return m_problem; }
    /// The byte of the text, from 1, where the problem is.
    std::size_t position() const { return static_cast<std::size_t>(m_at - m_begin) + 1; }

private:
    bool passPlain();
    bool unescape(std::string &buffer);
    bool codeUnit(unsigned &unit);
    std::size_t digits(std::uint64_t &value);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    Problem m_problem = Problem::None;
};

} // namespace tongban::feel
