// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/json_scanner.h"

#include "core/base/text.h"
#include "core/permit/json_number.h"

namespace tongban::permit {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

JsonScanner::JsonScanner(std::string_view text, std::string &buffer) : m_text(text), m_buffer(buffer)
{
    m_buffer.clear();
    // An unescaped string is never longer than what it was written as.
    m_buffer.reserve(text.size());
}

bool JsonScanner::fail(const char *what)
{
    if (!m_fault) {
        m_fault = what;
        m_faultAt = m_at;
    }
    return false;
}

std::string JsonScanner::fault() const
{
    return "at byte " + std::to_string(m_faultAt) + ": " + (m_fault ? m_fault : "");
}

void JsonScanner::skipBlanks()
{
    while (m_at < m_text.size()
           && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r' || m_text[m_at] == '\n'))
        ++m_at;
}

bool JsonScanner::value(RawValue &out)
{
    if (m_fault)
        return false;
    skipBlanks();
    out = {};
    switch (peek()) {
    case '"': out.type = RawValue::Type::Text; return string(out.text);
    case '{':
        ++m_at;
        out.type = RawValue::Type::Object;
        return true;
    case '[':
        ++m_at;
        out.type = RawValue::Type::Array;
        return true;
    case 't': return literal("true", RawValue::Type::True, out);
    case 'f': return literal("false", RawValue::Type::False, out);
    case 'n': return literal("null", RawValue::Type::Null, out);
    case '\0': return fail("the text ends where a value should stand");
    default: break;
    }
    const std::size_t length = jsonNumberLength(m_text.substr(m_at));
    if (length == 0)
        return fail("this begins no value");
    out.type = RawValue::Type::Number;
    out.text = m_text.substr(m_at, length);
    m_at += length;
    return true;
}

bool JsonScanner::literal(std::string_view word, RawValue::Type type, RawValue &out)
{
    if (!m_text.substr(m_at).starts_with(word))
        return fail("this begins no value");
    m_at += word.size();
    out.type = type;
    return true;
}

bool JsonScanner::key(std::string_view &out, bool first)
{
    m_closed = false;
    if (m_fault)
        return false;
    skipBlanks();
    if (peek() == '}') {
        ++m_at;
        m_closed = true;
        return false;
    }
    if (!first) {
        if (peek() != ',')
            return fail("a comma or a closing brace should stand here");
        ++m_at;
        skipBlanks();
    }
    if (peek() != '"')
        return fail("a member's name should stand here");
    if (!string(out))
        return false;
    skipBlanks();
    if (peek() != ':')
        return fail("a colon should stand here");
    ++m_at;
    return true;
}

bool JsonScanner::element(bool first)
{
    m_closed = false;
    if (m_fault)
        return false;
    skipBlanks();
    if (first) {
        if (peek() != ']')
            return m_at < m_text.size() || fail("an array is not closed");
    } else if (peek() == ',') {
        ++m_at;
        return true;
    }
    if (peek() != ']')
        return fail("a comma or a closing bracket should stand here");
    ++m_at;
    m_closed = true;
    return false;
}

bool JsonScanner::string(std::string_view &out)
{
    const std::size_t begin = ++m_at;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            out = m_text.substr(begin, m_at - begin);
            ++m_at;
            return true;
        }
        if (c == '\\')
            return escapedString(begin, out);
        if (static_cast<unsigned char>(c) < 0x20)
            return fail("a control character stands in a string");
    }
    return fail("a string is not closed");
}

bool JsonScanner::escapedString(std::size_t begin, std::string_view &out)
{
    const std::size_t start = m_buffer.size();
    m_buffer.append(m_text.substr(begin, m_at - begin));
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '"') {
            out = std::string_view(m_buffer).substr(start);
            ++m_at;
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail("a control character stands in a string");
        ++m_at;
        if (c != '\\')
            m_buffer += c;
        else if (!escape())
            return false;
    }
    return fail("a string is not closed");
}

bool JsonScanner::escape()
{
    const char c = peek();
    ++m_at;
    switch (c) {
    case '"':
    case '\\':
    case '/': m_buffer += c; return true;
    case 'b': m_buffer += '\b'; return true;
    case 'f': m_buffer += '\f'; return true;
    case 'n': m_buffer += '\n'; return true;
    case 'r': m_buffer += '\r'; return true;
    case 't': m_buffer += '\t'; return true;
    case 'u': break;
    default: return fail("there is no such escape");
    }
    char32_t unit = 0;
    if (!hexQuad(unit))
        return false;
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return fail("half of a surrogate pair stands alone");
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        char32_t low = 0;
        if (!m_text.substr(m_at).starts_with("\\u"))
            return fail("half of a surrogate pair stands alone");
        m_at += 2;
        if (!hexQuad(low))
            return false;
        if (low < 0xDC00 || low > 0xDFFF)
            return fail("half of a surrogate pair stands alone");
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    appendCodePoint(m_buffer, unit);
    return true;
}

bool JsonScanner::hexQuad(char32_t &out)
{
    out = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        const int digit = hexDigit(peek());
        if (digit < 0)
            return fail("four hexadecimal digits should stand here");
        out = out << 4U | static_cast<char32_t>(digit);
    }
    return true;
}

bool JsonScanner::skipRest(const RawValue &begun)
{
    return skipRest(begun, 0);
}

bool JsonScanner::skipRest(const RawValue &begun, int depth)
{
    if (begun.type != RawValue::Type::Object && begun.type != RawValue::Type::Array)
        return true;
    if (depth == kDeepest)
        return fail("the values are nested too deeply");
    const bool object = begun.type == RawValue::Type::Object;
    std::string_view name;
    for (bool first = true; object ? key(name, first) : element(first); first = false) {
        RawValue inner;
        if (!value(inner) || !skipRest(inner, depth + 1))
            return false;
    }
    return atEnd();
}

bool JsonScanner::finish()
{
    skipBlanks();
    return m_at == m_text.size() || fail("something follows the object");
}

} // namespace tongban::permit
