// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/raw_application.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tongban::permit {

/// Walks over one JSON text (RFC 8259) once, from front to back, giving out views: the few microseconds that
/// a general parser spends on a tree are a good part of a year's run. Strings without escapes are views into
/// the text, the others into a buffer that grows to the size of the text before the walk begins, so that no
/// view ever dangles.
///
/// After the first fault every call answers false; fault() says where and what.
class JsonScanner
{
public:
    /// `text` is valid UTF-8. Both outlive the scanner and the views it gives out.
    JsonScanner(std::string_view text, std::string &buffer);

    /// The next value. Text, Number, True, False and Null are taken in; at Object and Array only the bracket
    /// is.
    bool value(RawValue &out);

    /// Inside an object: the next key, or false with atEnd() when the object is closed.
    bool key(std::string_view &out, bool first);
    /// Inside an array: whether there is another element; false with atEnd() when it is closed.
    bool element(bool first);
    bool atEnd() const { return m_closed && !m_fault; }

    /// Passes over the rest of a value whose beginning value() took in.
    bool skipRest(const RawValue &begun);

    /// Nothing but blanks follows.
    bool finish();

    bool hasFault() const { return m_fault != nullptr; }
    /// "at byte 17: a string is not closed"
    std::string fault() const;

private:
    static constexpr int kDeepest = 16;

    bool fail(const char *what);
    void skipBlanks();
    bool literal(std::string_view word, RawValue::Type type, RawValue &out);
    bool string(std::string_view &out);
    bool escapedString(std::size_t begin, std::string_view &out);
    bool escape();
    bool hexQuad(char32_t &out);
    bool skipRest(const RawValue &begun, int depth);
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    std::string_view m_text;
    std::string &m_buffer;
    std::size_t m_at = 0;
    bool m_closed = false;
    const char *m_fault = nullptr;
    std::size_t m_faultAt = 0;
};

} // namespace tongban::permit
