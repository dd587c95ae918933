// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/flat_object.h"

#include "core/base/canonical_json.h"
#include "core/base/date.h"

#include <nlohmann/json.hpp>

namespace tongban::approval {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Steps over JSON tokens. The grammar inside tokens is checked where they are read.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    bool take(char c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool atEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }

    /// A string with its quotes; empty when there is none.
    std::string_view string()
    {
        skipSpace();
        const std::size_t begin = m_at;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return {};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (c == '"') {
                ++m_at;
                return m_text.substr(begin, m_at - begin);
            } else if (static_cast<unsigned char>(c) < 0x20) {
                return {};
            }
        }
        return {};
    }

    /// A scalar or a list of scalars; empty when there is none.
    std::string_view value()
    {
        skipSpace();
        const std::size_t begin = m_at;
        if (!take('['))
            return scalar();
        if (take(']'))
            return m_text.substr(begin, m_at - begin);
        do {
            if (scalar().empty())
                return {};
        } while (take(','));
        return take(']') ? m_text.substr(begin, m_at - begin) : std::string_view();
    }

    std::string_view scalar()
    {
        skipSpace();
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return string();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

private:
    static bool isWordCharacter(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.'
            || c == 'E';
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// The contents of a quoted string; escapes are rare, so they may take the long way.
std::optional<std::string> unescaped(std::string_view token)
{
    auto document = parseJson(token);
    if (!document || !document->is_string())
        return std::nullopt;
    return document->get<std::string>();
}

TokenValue known(feel::Value value)
{
    return TokenValue{TokenValue::State::Value, std::move(value)};
}

TokenValue readNumber(std::string_view text)
{
    // FEEL's reader knows spellings that JSON does not, such as ".5".
    const bool startsAsJson = !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
    if (const auto number = startsAsJson ? feel::Decimal::parse(text) : std::nullopt)
        return known(feel::Value(*number));
    return {};
}

TokenValue readText(std::string_view text, FactType type)
{
    if (text.empty())
        return TokenValue{TokenValue::State::Empty, {}};
    switch (type) {
    case FactType::String: return known(feel::Value(text));
    case FactType::Date:
        if (const auto day = parseIsoDate(text))
            return known(feel::Value(feel::Date::of(*day)));
        return {};
    case FactType::Number:
    case FactType::Boolean:
    case FactType::NumberList:
    case FactType::StringList: return {};
    }
    return {};
}

TokenValue readList(std::string_view token, FactType elementType)
{
    std::vector<feel::Value> elements;
    Scanner scanner(token);
    scanner.take('[');
    if (!scanner.take(']')) {
        do {
            TokenValue element = readToken(scanner.scalar(), elementType);
            if (element.state != TokenValue::State::Value)
                return {};
            elements.push_back(std::move(element.value));
        } while (scanner.take(','));
    }
    return known(feel::Value(std::move(elements)));
}

} // namespace

bool FlatObject::parse(std::string_view json)
{
    clear();
    Scanner scanner(json);
    if (!scanner.take('{'))
        return false;
    if (scanner.take('}'))
        return scanner.atEnd();
    do {
        const std::string_view quoted = scanner.string();
        if (quoted.size() < 2 || !scanner.take(':'))
            return false;
        const std::string_view token = scanner.value();
        if (token.empty() || !addMember(quoted.substr(1, quoted.size() - 2), token))
            return false;
    } while (scanner.take(','));
    return scanner.take('}') && scanner.atEnd();
}

bool FlatObject::addMember(std::string_view name, std::string_view token)
{
    // Canonical texts are sorted, so the names before need not be looked through.
    if (!m_members.empty() && name <= m_members.back().name && find(name))
        return false;
    m_members.push_back(Member{name, token});
    return true;
}

std::optional<std::string_view> FlatObject::find(std::string_view name) const
{
    for (const Member &member : m_members) {
        if (member.name == name)
            return member.token;
    }
    return std::nullopt;
}

TokenValue readToken(std::string_view token, FactType type)
{
    if (token.empty())
        return {};
    if (token == "null")
        return TokenValue{TokenValue::State::Empty, {}};
    if (token.front() == '"') {
        const std::string_view plain = token.substr(1, token.size() - 2);
        if (plain.find('\\') == std::string_view::npos)
            return readText(plain, type);
        const auto text = unescaped(token);
        return text ? readText(*text, type) : TokenValue();
    }
    switch (type) {
    case FactType::Boolean:
        if (token == "true" || token == "false")
            return known(feel::Value(token == "true"));
        return {};
    case FactType::Number: return readNumber(token);
    case FactType::NumberList: return token.front() == '[' ? readList(token, FactType::Number) : TokenValue();
    case FactType::StringList: return token.front() == '[' ? readList(token, FactType::String) : TokenValue();
    case FactType::String:
    case FactType::Date: return {};
    }
    return {};
}

} // namespace tongban::approval
