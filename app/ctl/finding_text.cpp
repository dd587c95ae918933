// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/finding_text.h"

#include "app/ctl/table.h"

#include <algorithm>

namespace tongban::ctl {

namespace {

using dmn::Finding;
using dmn::FindingKind;

/// What a kind of finding means, where the parts say the rest.
std::string_view chinese(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Syntax: return "这段文字不是正确的 FEEL 表达式。";
    case FindingKind::UnknownName: return "没有声明过这个名称。";
    case FindingKind::UnknownType: return "没有定义过这个类型。";
    case FindingKind::UnknownElement: return "引用的元素不存在,或者所在的模型没有提供。";
    case FindingKind::Duplicate: return "两个元素的名称或标识相同。";
    case FindingKind::Cycle: return "决策需要用到自己的结果,形成循环。";
    case FindingKind::Structure: return "模型的结构不完整或不起作用。";
    case FindingKind::TypeMismatch: return "单元格的值与所在列的类型不同,永远不会成立。";
    case FindingKind::Gap: return "有的输入没有任何规则适用。";
    case FindingKind::Overlap: return "多条规则同时适用,超出了命中策略的允许。";
    case FindingKind::Masked: return "规则永远不会起决定作用:总有其他规则在它之前。";
    case FindingKind::NotAllowed: return "值不在允许值之内。";
    case FindingKind::Unchecked: return "这一处无法静态判断。";
    }
    return {};
}

std::string joined(const std::vector<int> &numbers)
{
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

std::string place(const Finding &finding, Language language)
{
    const bool isChinese = language == Language::Chinese;
    std::string text =
        finding.isError() ? (isChinese ? "错误 " : "error ") : (isChinese ? "提醒 " : "warning ");
    if (finding.place.line > 0)
        text += isChinese ? "第 " + std::to_string(finding.place.line) + " 行 "
                          : "line " + std::to_string(finding.place.line) + " ";
    text += finding.element;
    if (!finding.rules.empty())
        text += isChinese ? ",规则 " + joined(finding.rules)
                          : (finding.rules.size() == 1 ? ", rule " : ", rules ") + joined(finding.rules);
    if (!finding.column.empty())
        text += (isChinese ? ",列 " : ", column ") + finding.column;
    return text;
}

/// What was read and expected, as far as the finding knows.
std::string readAndExpected(const Finding &finding, Language language)
{
    const bool isChinese = language == Language::Chinese;
    std::string text;
    if (finding.kind == FindingKind::Syntax && !finding.read.empty()) {
        text += caretLines(finding.read, finding.position);
        if (!finding.expected.empty())
            text += (isChinese ? "  此处应为:" : "  expected here: ") + finding.expected + "\n";
    } else if (!finding.read.empty()) {
        text += (isChinese ? "  读到:" : "  read: ") + finding.read;
        if (!finding.expected.empty())
            text += (isChinese ? ";是否指:" : "; did you mean: ") + finding.expected;
        text += "\n";
    }
    return text;
}

} // namespace

std::string caretLines(std::string_view text, int position)
{
    std::size_t offset = 0;
    for (int i = 0; i < position && offset < text.size(); ++i) {
        ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80)
            ++offset;
    }
    const std::size_t before = text.substr(0, offset).rfind('\n');
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    const std::string line(text.substr(begin, end - begin));
    const std::size_t width = displayWidth(text.substr(begin, offset - begin));
    return "  " + line + "\n  " + std::string(width, ' ') + "^\n";
}

std::string findingText(const Finding &finding, const std::vector<std::string> &articles, Language language)
{
    const bool isChinese = language == Language::Chinese;
    std::string text = place(finding, language) + "\n";
    if (isChinese)
        text += "  " + std::string(chinese(finding.kind)) + "\n";
    // The parts say what the sentence of a syntax or name error says.
    const bool isInParts = finding.kind == FindingKind::Syntax || finding.kind == FindingKind::UnknownName;
    if (!isChinese || !isInParts)
        text += "  " + finding.message + "\n";
    text += readAndExpected(finding, language);
    if (!finding.example.empty())
        text += (isChinese ? "  例:" : "  example: ") + finding.example + "\n";
    for (const std::string &article : articles)
        text += (isChinese ? "  依据:" : "  article: ") + article + "\n";
    return text;
}

} // namespace tongban::ctl
