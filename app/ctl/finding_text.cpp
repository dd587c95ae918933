// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/finding_text.h"

#include "app/ctl/remark_text.h"
#include "app/ctl/table.h"

namespace tongban::ctl {

namespace {

using dmn::Finding;
using dmn::FindingKind;

/// The sentence of a finding in Chinese. What a text's parts say in English is said again.
std::string chinese(const Finding &finding)
{
    std::vector<std::string> parts = finding.parts;
    if (!finding.text.empty() && parts.size() > 3) {
        parts[2] = parts[2].empty() ? "文字末尾" : "“" + parts[2] + "”";
        if (const std::string_view words = chineseWords(finding.expectation); !words.empty())
            parts[3] = words;
    }
    return dmn::filled(chineseSentence(finding.remark), parts);
}

/// A cell may be as long as a book: this much is shown on either side of the caret.
constexpr std::size_t kCharactersBeside = 60;

std::size_t characterLength(std::string_view text, std::size_t offset)
{
    std::size_t length = 1;
    while (offset + length < text.size()
           && (static_cast<unsigned char>(text[offset + length]) & 0xC0) == 0x80)
        ++length;
    return length;
}

std::string clipped(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < 2 * kCharactersBeside && end < text.size(); ++i)
        end += characterLength(text, end);
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
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

/// The cell with a caret under what was read, and what was probably meant.
std::string cellAndHint(const Finding &finding, Language language)
{
    const bool isText = finding.kind == FindingKind::Syntax || finding.kind == FindingKind::UnknownName;
    std::string text;
    if (!finding.text.empty())
        text += caretLines(finding.text, finding.position);
    else if (!finding.read.empty() && finding.kind != FindingKind::UnknownType)
        text += "  " + std::string(pick(language, "读到:", "read: ")) + clipped(finding.read) + "\n";
    // The English sentence asks it already.
    if (language == Language::Chinese && isText && finding.parts.size() > 4 && !finding.parts[4].empty())
        text += "  是否指:" + finding.parts[4] + "\n";
    return text;
}

} // namespace

std::string caretLines(std::string_view text, int position)
{
    std::vector<std::string_view> before;
    std::size_t offset = 0;
    for (int i = 0; i < position && offset < text.size(); ++i) {
        const std::size_t length = characterLength(text, offset);
        before.push_back(text.substr(offset, length));
        offset += length;
        if (before.back() == "\n")
            before.clear();
    }
    std::string line;
    if (before.size() > kCharactersBeside) {
        line = "…";
        before.erase(before.begin(), before.end() - static_cast<std::ptrdiff_t>(kCharactersBeside));
    }
    for (const std::string_view character : before)
        line += character == "\t" ? " " : character;
    const std::size_t width = displayWidth(line);
    std::size_t count = 0;
    while (offset < text.size() && text[offset] != '\n' && count++ < kCharactersBeside) {
        const std::size_t length = characterLength(text, offset);
        line += text[offset] == '\t' || text[offset] == '\r' ? " " : text.substr(offset, length);
        offset += length;
    }
    if (offset < text.size() && text[offset] != '\n')
        line += "…";
    return "  " + line + "\n  " + std::string(width, ' ') + "^\n";
}

std::string findingText(const Finding &finding, const std::vector<std::string> &articles, Language language)
{
    const bool isChinese = language == Language::Chinese;
    std::string text = place(finding, language) + "\n";
    text += "  " + (isChinese ? chinese(finding) : finding.message) + "\n";
    text += cellAndHint(finding, language);
    if (!finding.example.empty())
        text += (isChinese ? "  例:" : "  example: ") + finding.example + "\n";
    for (const std::string &article : articles)
        text += (isChinese ? "  依据:" : "  article: ") + article + "\n";
    return text;
}

} // namespace tongban::ctl
