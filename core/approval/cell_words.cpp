// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/cell_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tongban::approval {

namespace {

struct Comparison {
    std::string_view sign;
    std::string_view zh;
    std::string_view en;
    std::string_view zhDay;
    std::string_view enDay;
};

// Longer signs first.
constexpr std::array<Comparison, 6> kComparisons{{
    {"<=", "不大于", "at most", "不晚于", "not after"},
    {">=", "不小于", "at least", "不早于", "not before"},
    {"!=", "不等于", "not equal to", "不是", "not"},
    {"<", "小于", "less than", "早于", "before"},
    {">", "大于", "more than", "晚于", "after"},
    {"=", "等于", "equal to", "是", ""},
}};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Cuts at commas that stand outside quotes and brackets.
std::vector<std::string_view> alternatives(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && (i == 0 || text[i - 1] != '\\'))
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if (c == ')' || c == ']' || c == '}')
            --depth;
        else if (c == ',' && depth == 0) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

/// The inside of `not( ... )`, when the bracket that opens there closes at the end.
std::optional<std::string_view> insideNot(std::string_view text)
{
    if (!text.starts_with("not") || !text.ends_with(")"))
        return std::nullopt;
    const std::string_view rest = trimmed(text.substr(3));
    if (!rest.starts_with("("))
        return std::nullopt;
    int depth = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        depth += rest[i] == '(' ? 1 : rest[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i + 1 == rest.size() ? std::optional(trimmed(rest.substr(1, i - 1))) : std::nullopt;
    }
    return std::nullopt;
}

class Speaker
{
public:
    Speaker(Language language, const CellVocabulary &vocabulary)
        : m_isChinese(language == Language::Chinese), m_vocabulary(vocabulary)
    {
    }

    std::string cell(std::string_view text) const
    {
        if (const auto inside = insideNot(text))
            return (m_isChinese ? "不是 " : "not ")
                + list(alternatives(*inside), m_isChinese ? "、" : " or ");
        return list(alternatives(text), m_isChinese ? " 或者 " : " or ");
    }

private:
    std::string list(const std::vector<std::string_view> &parts, std::string_view between) const
    {
        std::string words;
        for (const std::string_view part : parts) {
            if (!words.empty())
                words += between;
            words += test(part);
        }
        return words;
    }

    std::string test(std::string_view text) const
    {
        for (const Comparison &comparison : kComparisons) {
            if (!text.starts_with(comparison.sign))
                continue;
            const std::string_view word = m_isChinese
                ? (m_vocabulary.comparesDays ? comparison.zhDay : comparison.zh)
                : (m_vocabulary.comparesDays ? comparison.enDay : comparison.en);
            const std::string operandText = operand(trimmed(text.substr(comparison.sign.size())));
            return word.empty() ? operandText : std::string(word) + " " + operandText;
        }
        if (const auto words = range(text))
            return *words;
        return operand(text);
    }

    std::optional<std::string> range(std::string_view text) const
    {
        const std::size_t dots = text.find("..");
        if (text.size() < 4 || dots == std::string_view::npos
            || std::string_view("[(]").find(text.front()) == std::string_view::npos
            || std::string_view("])[").find(text.back()) == std::string_view::npos)
            return std::nullopt;
        const std::string low = operand(trimmed(text.substr(1, dots - 1)));
        const std::string high = operand(trimmed(text.substr(dots + 2, text.size() - dots - 3)));
        const bool hasLow = text.front() == '[';
        const bool hasHigh = text.back() == ']';
        if (m_isChinese)
            return "在 " + low + (hasLow ? "(含)" : "(不含)") + "与 " + high + (hasHigh ? "(含)" : "(不含)")
                + "之间";
        return "between " + low + (hasLow ? " (included)" : " (not included)") + " and " + high
            + (hasHigh ? " (included)" : " (not included)");
    }

    std::string operand(std::string_view text) const
    {
        if (text == "true" || text == "false")
            return m_isChinese ? (text == "true" ? "是" : "否") : (text == "true" ? "yes" : "no");
        if (text == "null")
            return m_isChinese ? "未知" : "unknown";
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
            return m_vocabulary.code(text.substr(1, text.size() - 2));
        return m_vocabulary.name(text);
    }

    bool m_isChinese;
    const CellVocabulary &m_vocabulary;
};

} // namespace

bool isAnyCell(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    return text.empty() || text == "-";
}

std::string cellWords(std::string_view cell, Language language, const CellVocabulary &vocabulary)
{
    return Speaker(language, vocabulary).cell(trimmed(cell));
}

std::string valueWords(const feel::Value &value, Language language, const CellVocabulary &vocabulary)
{
    const bool isChinese = language == Language::Chinese;
    if (value.isNull())
        return isChinese ? "未知" : "unknown";
    if (value.kind() == feel::Kind::Boolean)
        return isChinese ? (value.boolean() ? "是" : "否") : (value.boolean() ? "yes" : "no");
    if (value.isString())
        return vocabulary.code(value.string());
    if (!value.isList())
        return feel::textOf(value);
    std::string words;
    for (const feel::Value &element : value.list()) {
        if (!words.empty())
            words += isChinese ? "、" : ", ";
        words += valueWords(element, language, vocabulary);
    }
    return words.empty() ? (isChinese ? "无" : "none") : words;
}

std::string unitWords(std::string_view unit, Language language)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEnglish{
        {{"个", ""},
         {"人", "persons"},
         {"元", "yuan"},
         {"分", "points"},
         {"天", "days"},
         {"学时", "hours of training"},
         {"宗", "cases"},
         {"岁", "years"},
         {"年", "years"},
         {"座", "seats"},
         {"月", "months"},
         {"次", "times"},
         {"级", "(grade)"},
         {"辆", "vehicles"}}};
    if (language == Language::English) {
        const auto known =
            std::ranges::find(kEnglish, unit, &std::pair<std::string_view, std::string_view>::first);
        if (known != kEnglish.end())
            unit = known->second;
    }
    return unit.empty() ? std::string() : " " + std::string(unit);
}

} // namespace tongban::approval
