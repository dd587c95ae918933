// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/regex_translator.h"

#include "core/base/code_point.h"
#include "core/feel/regex_classes.h"
#include "core/feel/regex_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tongban::feel {

namespace {

/// Groups and classes inside one another; each level costs a call here and in PCRE2.
constexpr int kDeepest = 100;

/// Reads the pattern by recursive descent, one function a production of XML Schema's grammar, and writes
/// PCRE2's on the way. After the first error everything returns at once.
class Translator
{
public:
    Translator(std::string_view pattern, const RegexFlags &flags) : m_rest(pattern), m_flags(flags) { }

    TranslatedRegex translate()
    {
        alternatives();
        if (m_error.empty() && !m_rest.empty())
            fail("a ')' without its '('");
        return {m_error.empty() ? std::move(m_out) : std::string(), std::move(m_error)};
    }

private:
    struct Nested {
        explicit Nested(Translator &owner) : translator(owner)
        {
            if (++translator.m_depth > kDeepest)
                translator.fail("the pattern is nested too deeply");
        }
        Nested(const Nested &) = delete;
        Nested &operator=(const Nested &) = delete;
        ~Nested() { --translator.m_depth; }
        Translator &translator;
    };

    bool isOk() const { return m_error.empty(); }
    void fail(std::string_view why)
    {
        if (m_error.empty())
            m_error = why;
    }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool at(char c) const { return !m_rest.empty() && m_rest.front() == c; }
    bool take(char c)
    {
        if (!at(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::string_view takeCodePoint()
    {
        const std::size_t length = std::max<std::size_t>(decodeUtf8(m_rest, 0).length, 1);
        const std::string_view taken = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return taken;
    }

    void alternatives()
    {
        const Nested nested(*this);
        while (isOk()) {
            while (isOk() && !m_rest.empty() && !at('|') && !at(')'))
                piece();
            if (!take('|'))
                return;
            m_out += '|';
        }
    }

    void piece()
    {
        atom();
        if (isOk())
            quantifier();
    }

    void quantifier()
    {
        if (at('?') || at('*') || at('+')) {
            m_out += takeCodePoint();
        } else if (take('{')) {
            quantity();
        } else {
            return;
        }
        // Reluctant; there are no other suffixes.
        if (take('?'))
            m_out += '?';
    }

    /// `{2}`, `{2,}`, `{2,4}` behind the brace.
    void quantity()
    {
        const int least = number();
        const bool hasComma = take(',');
        const bool isOpen = hasComma && at('}');
        const int most = !hasComma || isOpen ? least : number();
        if (!take('}'))
            return fail("a '{' that begins no quantity");
        if (most < least)
            return fail("a quantity that ends before it begins");
        m_out += "{" + std::to_string(least);
        if (hasComma)
            m_out += "," + (isOpen ? std::string() : std::to_string(most));
        m_out += "}";
    }

    int number()
    {
        int value = 0;
        std::size_t digits = 0;
        constexpr int kMost = 65535;
        for (; peek() >= '0' && peek() <= '9' && value <= kMost; ++digits) {
            value = value * 10 + (peek() - '0');
            m_rest.remove_prefix(1);
        }
        if (digits == 0 || value > kMost) {
            fail("a quantity that is no number up to 65535");
            return 0;
        }
        return value;
    }

    void atom()
    {
        switch (peek()) {
        case '(': return group();
        case '[': {
            m_rest.remove_prefix(1);
            m_out += characterClass();
            return;
        }
        case '\\': return escape();
        case '.':
            m_rest.remove_prefix(1);
            m_out += m_flags.dotMatchesAll ? "(?s:.)" : "[^\\n\\r]";
            return;
        case '^':
            m_rest.remove_prefix(1);
            m_out += m_flags.isMultiline ? "(?:\\A|(?<=\\n)(?!\\z))" : "(?:\\A)";
            return;
        case '$':
            m_rest.remove_prefix(1);
            m_out += m_flags.isMultiline ? "(?:(?=\\n)|(?<!\\n)\\z)" : "(?:\\z)";
            return;
        case '?':
        case '*':
        case '+':
        case '{':
        case '}':
        case ']': return fail("a '" + std::string(1, peek()) + "' where an expression should begin");
        default: m_out += quotedRegex(takeCodePoint());
        }
    }

    void group()
    {
        m_rest.remove_prefix(1);
        const bool isCaptured = !at('?');
        if (!isCaptured) {
            m_rest.remove_prefix(1);
            if (!take(':'))
                return fail("a '(?' that is not '(?:'");
        }
        std::size_t number = 0;
        if (isCaptured) {
            m_isClosed.push_back(false);
            number = m_isClosed.size();
        }
        m_out += isCaptured ? "(" : "(?:";
        alternatives();
        if (!isOk())
            return;
        if (!take(')'))
            return fail("a '(' without its ')'");
        m_out += ')';
        if (isCaptured)
            m_isClosed[number - 1] = true;
    }

    void escape()
    {
        m_rest.remove_prefix(1);
        if (peek() >= '1' && peek() <= '9')
            return backReference();
        if (const auto character = singleEscape()) {
            m_out += *character;
            return;
        }
        if (const auto set = setEscape())
            m_out += written(*set);
    }

    /// As many digits as give the number of a group that exists.
    void backReference()
    {
        std::size_t number = 0;
        while (peek() >= '0' && peek() <= '9') {
            const std::size_t longer = number * 10 + static_cast<std::size_t>(peek() - '0');
            if (number != 0 && longer > m_isClosed.size())
                break;
            number = longer;
            m_rest.remove_prefix(1);
        }
        if (number > m_isClosed.size() || !m_isClosed[number - 1])
            return fail("a reference to a group that is not complete");
        m_out += "\\g{" + std::to_string(number) + "}";
    }

    /// An escape for one character, as it is written in PCRE2.
    std::optional<std::string> singleEscape()
    {
        constexpr std::string_view kSpecial = "\\|.?*+(){}-[]^$";
        const char c = peek();
        if (m_rest.empty()) {
            fail("a '\\' at the end");
            return std::nullopt;
        }
        if (c == 'n' || c == 'r' || c == 't' || kSpecial.find(c) != std::string_view::npos) {
            m_rest.remove_prefix(1);
            return std::string("\\") + c;
        }
        return std::nullopt;
    }

    std::optional<CharacterSet> setEscape()
    {
        const char c = peek();
        std::optional<CharacterSet> set;
        if (c == 'p' || c == 'P') {
            const std::size_t end = m_rest.find('}');
            if (m_rest.size() > 1 && m_rest[1] == '{' && end != std::string_view::npos) {
                set = propertySet(m_rest.substr(2, end - 2), c == 'P');
                m_rest.remove_prefix(end + 1);
            }
        } else if (isOk()) {
            set = escapedSet(c);
            if (set)
                m_rest.remove_prefix(1);
        }
        if (!set)
            fail("a '\\' in front of something that needs none");
        return set;
    }

    std::string written(const CharacterSet &set) const
    {
        return set.isExact && m_flags.isCaseless ? "(?-i:[" + set.members + "])" : "[" + set.members + "]";
    }

    /// One end of a range.
    struct Member {
        std::string text;
        char32_t code = 0;
    };

    std::optional<Member> member()
    {
        if (take('\\')) {
            const char letter = peek();
            auto text = singleEscape();
            if (!text)
                return std::nullopt;
            const char32_t code = letter == 'n' ? '\n'
                : letter == 'r'                 ? '\r'
                : letter == 't'                 ? '\t'
                                                : static_cast<char32_t>(letter);
            return Member{std::move(*text), code};
        }
        const char32_t code = decodeUtf8(m_rest, 0).value;
        return Member{quotedRegex(takeCodePoint()), static_cast<char32_t>(code)};
    }

    /// What stands behind `[`, up to and with its `]`.
    std::string characterClass()
    {
        const Nested nested(*this);
        const bool isNegated = take('^');
        CharacterSet plain;
        CharacterSet exact;
        std::string subtracted;
        bool isFirst = true;
        while (isOk()) {
            if (m_rest.empty()) {
                fail("a '[' without its ']'");
            } else if (at(']') && !isFirst) {
                break;
            } else if (m_rest.starts_with("-[") && !isFirst) {
                m_rest.remove_prefix(2);
                subtracted = "(?!" + characterClass() + ")";
                if (!at(']'))
                    fail("something behind the class that is taken away");
            } else {
                classPart(plain.members, exact.members);
            }
            isFirst = false;
        }
        take(']');
        return subtracted.empty()
            ? assembled(plain.members, exact.members, isNegated)
            : "(?:" + subtracted + assembled(plain.members, exact.members, isNegated) + ")";
    }

    void classPart(std::string &plain, std::string &exact)
    {
        if (at('[') || at(']'))
            return fail("a bracket inside a class");
        const bool isSet = at('\\') && m_rest.size() > 1 && isSetLetter(m_rest[1]);
        if (isSet) {
            m_rest.remove_prefix(1);
            if (const auto set = setEscape())
                (set->isExact && m_flags.isCaseless ? exact : plain) += set->members;
            return;
        }
        const auto first = member();
        if (!first)
            return fail("a '\\' in front of something that needs none");
        plain += first->text;
        const bool isRange = at('-') && m_rest.size() > 1 && m_rest[1] != ']' && m_rest[1] != '[';
        if (!isRange)
            return;
        m_rest.remove_prefix(1);
        if (at('\\') && m_rest.size() > 1 && isSetLetter(m_rest[1]))
            return fail("a range that ends with a class");
        const auto last = member();
        if (!last)
            return fail("a '\\' in front of something that needs none");
        if (last->code < first->code)
            return fail("a range that ends before it begins");
        plain += "-" + last->text;
    }

    static bool isSetLetter(char c)
    {
        return std::string_view("sSiIcCdDwWpP").find(c) != std::string_view::npos;
    }

    static std::string assembled(const std::string &plain, const std::string &exact, bool isNegated)
    {
        if (exact.empty())
            return (isNegated ? "[^" : "[") + plain + "]";
        std::string either = "(?-i:[" + exact + "])";
        if (!plain.empty())
            either = "(?:" + either + "|[" + plain + "])";
        return isNegated ? "(?:(?!" + either + ")(?s:.))" : either;
    }

    std::string_view m_rest;
    RegexFlags m_flags;
    std::string m_out;
    std::string m_error;
    std::vector<bool> m_isClosed; ///< By the number of the group, from 1.
    int m_depth = 0;
};

} // namespace

TranslatedRegex translateRegex(std::string_view pattern, const RegexFlags &flags)
{
    if (flags.isLiteral)
        return {quotedRegex(pattern), {}};
    if (!flags.ignoresSpace)
        return Translator(pattern, flags).translate();
    const std::string plain = regexWithoutSpace(pattern);
    return Translator(plain, flags).translate();
}

} // namespace tongban::feel
