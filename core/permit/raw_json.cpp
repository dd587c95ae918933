// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/raw_json.h"

namespace tongban::permit {

RawJson::RawJson(std::string_view text, std::string &buffer)
    : m_scanner(text, JsonScanner::Encoding::Known), m_buffer(buffer)
{
    m_buffer.clear();
    // The views of strings with escapes last only while the buffer never grows.
    m_buffer.reserve(text.size());
}

std::string RawJson::fault() const
{
    return "at byte " + std::to_string(m_scanner.position()) + ": " + std::string(phrase(m_scanner.fault()));
}

bool RawJson::value(RawValue &out)
{
    if (hasFault())
        return false;
    out = {};
    switch (m_scanner.peek()) {
    case '"': out.type = RawValue::Type::Text; return m_scanner.string(out.text, m_buffer);
    case '{': return begin('{', RawValue::Type::Object, out);
    case '[': return begin('[', RawValue::Type::Array, out);
    case 't': return literal("true", RawValue::Type::True, out);
    case 'f': return literal("false", RawValue::Type::False, out);
    case 'n': return literal("null", RawValue::Type::Null, out);
    case '\0': return m_scanner.fail(JsonFault::EndsEarly);
    default: out.type = RawValue::Type::Number; return m_scanner.number(out.text);
    }
}

bool RawJson::literal(std::string_view word, RawValue::Type type, RawValue &out)
{
    out.type = type;
    return m_scanner.expectWord(word);
}

bool RawJson::begin(char bracket, RawValue::Type type, RawValue &out)
{
    out.type = type;
    return m_scanner.take(bracket);
}

bool RawJson::key(std::string_view &out, bool first)
{
    m_closed = false;
    if (hasFault())
        return false;
    if (m_scanner.take('}')) {
        m_closed = true;
        return false;
    }
    return (first || m_scanner.expect(',', JsonFault::NoCommaOrBrace)) && m_scanner.string(out, m_buffer)
        && m_scanner.expect(':', JsonFault::NoColon);
}

bool RawJson::element(bool first)
{
    m_closed = false;
    if (hasFault())
        return false;
    if (m_scanner.take(']')) {
        m_closed = true;
        return false;
    }
    return first || m_scanner.expect(',', JsonFault::NoCommaOrBracket);
}

bool RawJson::skipRest(const RawValue &begun)
{
    return skipRest(begun, 0);
}

bool RawJson::skipRest(const RawValue &begun, int depth)
{
    if (begun.type != RawValue::Type::Object && begun.type != RawValue::Type::Array)
        return true;
    if (depth == kDeepest)
        return m_scanner.fail(JsonFault::TooDeep);
    const bool object = begun.type == RawValue::Type::Object;
    std::string_view name;
    for (bool first = true; object ? key(name, first) : element(first); first = false) {
        RawValue inner;
        if (!value(inner) || !skipRest(inner, depth + 1))
            return false;
    }
    return atEnd();
}

bool RawJson::finish()
{
    return m_scanner.expectEnd();
}

} // namespace tongban::permit
