// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/json_scanner.h"

#include "core/feel/utf8.h"

#include <bit>
#include <cstring>

namespace tongban::feel {

namespace {

constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101U;
constexpr std::uint64_t kHighs = 0x8080'8080'8080'8080U;
/// Digits that a machine integer holds in any case.
constexpr std::size_t kSafeDigits = 18;

std::uint64_t zeroBytes(std::uint64_t word)
{
    return (word - kOnes) & ~word & kHighs;
}

/// A high bit in the lowest byte that is a quote, a backslash, a control character or no ASCII; the bytes
/// above it may be wrong.
std::uint64_t specialBytes(std::uint64_t word)
{
    return zeroBytes(word ^ (kOnes * '"')) | zeroBytes(word ^ (kOnes * '\\'))
        | ((word - kOnes * 0x20) & ~word & kHighs) | (word & kHighs);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonScanner::JsonScanner(std::string_view text)
    : m_begin(text.data()), m_at(text.data()), m_end(text.data() + text.size())
{
    if (text.starts_with("\xEF\xBB\xBF"))
        m_at += 3;
}

bool JsonScanner::fail(Problem problem)
{
    if (m_problem == Problem::None)
        m_problem = problem;
    return false;
}

bool JsonScanner::expectWord(std::string_view word)
{
    if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word))
        return fail(Problem::Malformed);
    m_at += word.size();
    return true;
}

/// To the next quote or backslash.
bool JsonScanner::passPlain()
{
    for (;;) {
        while (m_end - m_at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, m_at, 8);
            if constexpr (std::endian::native == std::endian::big)
                word = __builtin_bswap64(word);
            const std::uint64_t special = specialBytes(word);
            if (special != 0) {
                m_at += std::countr_zero(special) / 8;
                break;
            }
            m_at += 8;
        }
        if (m_at == m_end)
            return fail(Problem::Malformed);
        const auto byte = static_cast<unsigned char>(*m_at);
        if (byte == '"' || byte == '\\')
            return true;
        if (byte < 0x20)
            return fail(Problem::Malformed);
        const CodePoint point =
            byte < 0x80 ? CodePoint{byte, 1} : decodeUtf8({m_at, static_cast<std::size_t>(m_end - m_at)}, 0);
        if (point.length == 0)
            return fail(Problem::NotUtf8);
        m_at += point.length;
    }
}

bool JsonScanner::string(std::string_view &contents, std::string &buffer)
{
    if (!expect('"'))
        return false;
    const char *begin = m_at;
    if (!passPlain())
        return false;
    if (*m_at == '"') {
        contents = {begin, static_cast<std::size_t>(m_at++ - begin)};
        return true;
    }
    buffer.clear();
    while (*m_at == '\\') {
        buffer.append(begin, m_at);
        if (!unescape(buffer))
            return false;
        begin = m_at;
        if (!passPlain())
            return false;
    }
    buffer.append(begin, m_at++);
    contents = buffer;
    return true;
}

bool JsonScanner::codeUnit(unsigned &unit)
{
    if (m_end - m_at < 4)
        return fail(Problem::Malformed);
    unit = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        const char c = *m_at;
        const int digit = isDigit(c)                 ? c - '0'
            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                     : -1;
        if (digit < 0)
            return fail(Problem::Malformed);
        unit = unit * 16 + static_cast<unsigned>(digit);
    }
    return true;
}

bool JsonScanner::unescape(std::string &buffer)
{
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (++m_at == m_end)
        return fail(Problem::Malformed);
    const std::size_t place = kNames.find(*m_at);
    if (place == std::string_view::npos && *m_at != 'u')
        return fail(Problem::Malformed);
    ++m_at;
    if (place != std::string_view::npos) {
        buffer += kMeanings[place];
        return true;
    }
    unsigned unit = 0;
    if (!codeUnit(unit))
        return false;
    // Half a pair is no character.
    if (unit >= 0xDC00 && unit < 0xE000)
        return fail(Problem::Malformed);
    char32_t point = unit;
    if (unit >= 0xD800 && unit < 0xDC00) {
        unsigned low = 0;
        if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u')
            return fail(Problem::Malformed);
        m_at += 2;
        if (!codeUnit(low))
            return false;
        if (low < 0xDC00 || low >= 0xE000)
            return fail(Problem::Malformed);
        point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    appendUtf8(buffer, point);
    return true;
}

/// Passes over digits and adds them to the value, which is right up to kSafeDigits of them.
std::size_t JsonScanner::digits(std::uint64_t &value)
{
    const char *begin = m_at;
    for (; m_at != m_end && isDigit(*m_at); ++m_at)
        value = value * 10 + static_cast<std::uint64_t>(*m_at - '0');
    return static_cast<std::size_t>(m_at - begin);
}

bool JsonScanner::number(Decimal &value)
{
    const char *begin = m_at;
    const bool isNegative = take('-');
    const bool startsWithZero = m_at != m_end && *m_at == '0';
    std::uint64_t coefficient = 0;
    const std::size_t whole = digits(coefficient);
    if (whole == 0 || (startsWithZero && whole > 1))
        return fail(Problem::Malformed);
    std::size_t places = 0;
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        places = digits(coefficient);
        if (places == 0)
            return fail(Problem::Malformed);
    }
    const bool hasExponent = m_at != m_end && (*m_at == 'e' || *m_at == 'E');
    if (!hasExponent && whole + places <= kSafeDigits) {
        const auto integer = static_cast<std::int64_t>(coefficient);
        value = Decimal::scaled(isNegative ? -integer : integer, static_cast<int>(places));
        return true;
    }
    if (hasExponent) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        std::uint64_t exponent = 0;
        if (digits(exponent) == 0)
            return fail(Problem::Malformed);
    }
    const auto number = Decimal::parse({begin, static_cast<std::size_t>(m_at - begin)});
    if (!number)
        return fail(Problem::NumberOutOfRange);
    value = *number;
    return true;
}

} // namespace tongban::feel
