// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json_scanner.h"
#include "core/permit/raw_application.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tongban::permit {

/// Walks over one JSON text once, from front to back, giving out views: the few microseconds that a general
/// parser spends on a tree are a good part of a year's run. Strings without escapes are views into the text,
/// the others into a buffer that grows to the size of the text before the walk begins, so that no view ever
/// dangles.
///
/// After the first fault every call answers false; fault() says where and what.
class RawJson
{
public:
    /// `text` is valid UTF-8. Both outlive the reader and the views it gives out.
    RawJson(std::string_view text, std::string &buffer);

    /// The next value. Text, Number, True, False and Null are taken in; at Object and Array only the bracket
    /// is.
    bool value(RawValue &out);

    /// Inside an object: the next key, or false with atEnd() when the object is closed.
    bool key(std::string_view &out, bool first);
    /// Inside an array: whether there is another element; false with atEnd() when it is closed.
    bool element(bool first);
    bool atEnd() const { return m_closed && !hasFault(); }

    /// Passes over the rest of a value whose beginning value() took in.
    bool skipRest(const RawValue &begun);

    /// Nothing but blanks follows.
    bool finish();

    bool hasFault() const { return m_scanner.fault() != JsonFault::None; }
    /// "at byte 17: a string is not closed"; bytes from 1.
    std::string fault() const;

private:
    static constexpr int kDeepest = 16;

    bool literal(std::string_view word, RawValue::Type type, RawValue &out);
    bool begin(char bracket, RawValue::Type type, RawValue &out);
    bool skipRest(const RawValue &begun, int depth);

    JsonScanner m_scanner;
    std::string &m_buffer;
    bool m_closed = false;
};

} // namespace tongban::permit
