// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_scanner.h"

#include "core/base/code_point.h"
#include "core/base/text.h"

#include <array>
#include <bit>
#include <cstring>

namespace tongban {

namespace {

constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101U;
constexpr std::uint64_t kHighs = 0x8080'8080'8080'8080U;

/// The high bit of every byte that is zero; bits above the first of them may be wrong.
std::uint64_t zeroBytes(std::uint64_t word)
{
    return (word - kOnes) & ~word & kHighs;
}

/// The high bit of the first byte that ends a plain run: a quote, a backslash, a control character, or a byte
/// beyond ASCII where `checked` asks for those.
std::uint64_t specialBytes(std::uint64_t word, std::uint64_t checked)
{
    return zeroBytes(word ^ (kOnes * '"')) | zeroBytes(word ^ (kOnes * '\\'))
        | ((word - kOnes * 0x20) & ~word & kHighs) | (word & checked);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    const char lower = static_cast<char>(c | 0x20);
    return isDigit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::string_view phrase(JsonFault fault)
{
    constexpr std::array<std::string_view, 16> kPhrases{
        "nothing is wrong",
        "the text ends where a value should stand",
        "this begins no value",
        "a number is not written like this",
        "a member's name should stand here",
        "a colon should stand here",
        "a comma or a closing brace should stand here",
        "a comma or a closing bracket should stand here",
        "a string is not closed",
        "a control character stands in a string",
        "there is no such escape",
        "four hexadecimal digits should stand here",
        "half of a surrogate pair stands alone",
        "the values are nested too deeply",
        "something follows the value",
        "the text is not UTF-8",
    };
    return kPhrases[static_cast<std::size_t>(fault)];
}

JsonScanner::JsonScanner(std::string_view text, Encoding encoding)
    : m_begin(text.data()), m_at(text.data()), m_end(text.data() + text.size()),
      m_checked(encoding == Encoding::Checked ? kHighs : 0)
{
}

void JsonScanner::passMark()
{
    if (std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with("\xEF\xBB\xBF"))
        m_at += 3;
}

bool JsonScanner::fail(JsonFault fault)
{
    if (m_fault == JsonFault::None)
        m_fault = fault;
    return false;
}

bool JsonScanner::expectWord(std::string_view word)
{
    if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word))
        return fail(JsonFault::NoValue);
    m_at += word.size();
    return true;
}

bool JsonScanner::passPlain()
{
    for (;;) {
        while (m_end - m_at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, m_at, 8);
            if constexpr (std::endian::native == std::endian::big)
                word = __builtin_bswap64(word);
            const std::uint64_t special = specialBytes(word, m_checked);
            if (special != 0) {
                m_at += std::countr_zero(special) / 8;
                break;
            }
            m_at += 8;
        }
        if (m_at == m_end)
            return fail(JsonFault::OpenString);
        const auto byte = static_cast<unsigned char>(*m_at);
        if (byte == '"' || byte == '\\')
            return true;
        if (byte < 0x20)
            return fail(JsonFault::ControlCharacter);
        const CodePoint point = byte < 0x80 || m_checked == 0
            ? CodePoint{byte, 1}
            : decodeUtf8({m_at, static_cast<std::size_t>(m_end - m_at)}, 0);
        if (point.length == 0)
            return fail(JsonFault::NotUtf8);
        m_at += point.length;
    }
}

bool JsonScanner::string(std::string_view &contents, std::string &buffer)
{
    if (!expect('"', JsonFault::NoName))
        return false;
    const char *begin = m_at;
    if (!passPlain())
        return false;
    if (*m_at == '"') {
        contents = {begin, static_cast<std::size_t>(m_at++ - begin)};
        return true;
    }
    const std::size_t start = buffer.size();
    while (*m_at == '\\') {
        buffer.append(begin, m_at);
        if (!unescape(buffer))
            return false;
        begin = m_at;
        if (!passPlain())
            return false;
    }
    buffer.append(begin, m_at++);
    contents = std::string_view(buffer).substr(start);
    return true;
}

bool JsonScanner::codeUnit(char32_t &unit)
{
    unit = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        const int digit = m_at == m_end ? -1 : hexDigit(*m_at);
        if (digit < 0)
            return fail(JsonFault::HexDigits);
        unit = unit << 4U | static_cast<char32_t>(digit);
    }
    return true;
}

bool JsonScanner::unescape(std::string &buffer)
{
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (++m_at == m_end)
        return fail(JsonFault::OpenString);
    const std::size_t place = kNames.find(*m_at);
    if (place == std::string_view::npos && *m_at != 'u')
        return fail(JsonFault::UnknownEscape);
    ++m_at;
    if (place != std::string_view::npos) {
        buffer += kMeanings[place];
        return true;
    }
    char32_t unit = 0;
    if (!codeUnit(unit))
        return false;
    if (unit >= 0xDC00 && unit < 0xE000)
        return fail(JsonFault::HalfPair);
    if (unit >= 0xD800 && unit < 0xDC00) {
        char32_t low = 0;
        if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u')
            return fail(JsonFault::HalfPair);
        m_at += 2;
        if (!codeUnit(low))
            return false;
        if (low < 0xDC00 || low >= 0xE000)
            return fail(JsonFault::HalfPair);
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    appendCodePoint(buffer, unit);
    return true;
}

bool JsonScanner::passDigits()
{
    const char *begin = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    return m_at != begin || fail(JsonFault::NoNumber);
}

bool JsonScanner::number(std::string_view &digits)
{
    const char next = peek();
    const char *begin = m_at;
    if (m_at == m_end)
        return fail(JsonFault::EndsEarly);
    if (next == '-')
        ++m_at;
    else if (!isDigit(next))
        return fail(JsonFault::NoValue);
    const char *first = m_at;
    if (!passDigits())
        return false;
    if (*first == '0' && m_at - first > 1)
        return fail(JsonFault::NoNumber);
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!passDigits())
            return false;
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!passDigits())
            return false;
    }
    digits = {begin, static_cast<std::size_t>(m_at - begin)};
    return true;
}

bool isJsonNumber(std::string_view text)
{
    JsonScanner scanner(text, JsonScanner::Encoding::Known);
    std::string_view digits;
    return scanner.number(digits) && digits.size() == text.size();
}

} // namespace tongban
