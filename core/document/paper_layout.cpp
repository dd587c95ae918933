// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_layout.h"

#include "core/document/page_flow.h"
#include "core/document/placeholder.h"
#include "core/document/qr_code.h"

#include <algorithm>

namespace tongban::document {

namespace {

constexpr double kMm = kPointsPerMillimetre;
constexpr double kCellPadding = 4.5;

/// Sets one paper, block by block.
class PaperSetter
{
public:
    PaperSetter(const PaperFields &fields, PaperLanguage language, const PrintMarks &marks,
                const FontBook &fonts, double stretch)
        : m_fields(fields), m_language(language), m_marks(marks), m_flow(fonts, stretch)
    {
    }

    Result<LaidOutPaper> set(const PaperTemplate &paper)
    {
        head(paper);
        for (const TemplateBlock &block : paper.blocks)
            if (shown(block.when))
                TRY(std::visit([this](const auto &content) { return put(content); }, block.content));
        foot(paper);
        LaidOutPaper out;
        out.pages = std::move(m_flow.pages());
        out.title = paper.title.in(m_language);
        out.number = m_fields.value("paper.number");
        out.language = inChinese() ? "zh-CN" : "en";
        out.unprintable = m_flow.unprintable();
        return out;
    }

private:
    bool inChinese() const { return m_language == PaperLanguage::Chinese; }
    std::string pick(std::string_view zh, std::string_view en) const
    {
        return std::string(inChinese() ? zh : en);
    }
    std::string fill(const TemplateText &text, const PaperRow *row = nullptr) const
    {
        return fill(text.in(m_language), row);
    }
    std::string fill(std::string_view text, const PaperRow *row) const
    {
        return filled(text, [&](std::string_view name) -> std::string_view {
            if (row == nullptr || !name.starts_with("row."))
                return m_fields.value(name);
            const auto found = row->find(name.substr(4));
            return found == row->end() ? std::string_view() : std::string_view(found->second);
        });
    }
    bool shown(std::string_view condition) const
    {
        const bool negated = condition.starts_with('!');
        if (negated)
            condition.remove_prefix(1);
        if (condition.empty())
            return true;
        const bool there = !m_fields.value(condition).empty() || m_fields.lists.contains(condition);
        return there != negated;
    }

    void head(const PaperTemplate &paper);
    void foot(const PaperTemplate &paper);
    void footOfPage(const PaperTemplate &paper, std::size_t page);

    Result<> put(const TextBlock &block);
    Result<> put(const FormBlock &block);
    Result<> put(const ListBlock &block);
    Result<> put(const QrBlock &block);
    Result<> put(const SignatureBlock &block);
    Result<> put(const SealBlock &block);

    Cell cell(std::string_view text, double width, Alignment alignment, Face face = Face::Regular);

    const PaperFields &m_fields;
    PaperLanguage m_language;
    const PrintMarks &m_marks;
    PageFlow m_flow;
};

void PaperSetter::head(const PaperTemplate &paper)
{
    std::string mark;
    if (m_marks.preview)
        mark = pick("预览件 · 未出具，不具有效力", "Preview · not issued, without effect");
    else if (m_marks.reprint > 0)
        mark = pick("补打 ", "Reprint ") + std::to_string(m_marks.reprint)
            + (m_marks.printedOn.empty() ? "" : pick("（", " (") + m_marks.printedOn + pick("）", ")"));
    if (m_marks.isUnconfirmed)
        mark += std::string(mark.empty() ? "" : " · ")
            + pick("本机暂存，尚未经中心确认", "kept at this desk, not yet confirmed by the centre");
    if (!mark.empty())
        m_flow.put(kRight, 17 * kMm, {12, 18, Face::Bold, Ink::Black}, m_flow.printable(mark, Face::Bold),
                   Alignment::Right);
    m_flow.paragraph(m_fields.value("organisation.name"), {20, 32, Face::Bold, Ink::Red}, Alignment::Centre,
                     0);
    m_flow.skip(3);
    m_flow.page().lines.push_back({kLeft, m_flow.y(), kRight, m_flow.y(), 1.6, Ink::Red});
    m_flow.page().lines.push_back({kLeft, m_flow.y() + 2.6, kRight, m_flow.y() + 2.6, 0.5, Ink::Red});
    m_flow.skip(20);
    m_flow.paragraph(fill(paper.title), {inChinese() ? 22.0 : 20.0, 34, Face::Bold, Ink::Black},
                     Alignment::Centre, 0);
    m_flow.skip(8);
    m_flow.paragraph(pick("编号：", "No. ") + std::string(m_fields.value("paper.number")),
                     {12, 20, Face::Regular, Ink::Black}, Alignment::Right, 0);
    m_flow.skip(8);
}

Result<> PaperSetter::put(const TextBlock &block)
{
    const std::string text = fill(block.text);
    switch (block.style) {
    case TextStyle::Addressee:
        m_flow.paragraph(text, {14, 25, Face::Regular, Ink::Black}, Alignment::Left, 0);
        break;
    case TextStyle::Heading:
        m_flow.skip(6);
        m_flow.keep(60);
        m_flow.paragraph(text, {14, 25, Face::Bold, Ink::Black}, Alignment::Left, 0);
        break;
    case TextStyle::Note:
        m_flow.skip(4);
        m_flow.paragraph(text, {10.5, 17, Face::Regular, Ink::Black}, Alignment::Left, inChinese() ? 21 : 0);
        break;
    case TextStyle::Body:
        m_flow.paragraph(text, {14, 25, Face::Regular, Ink::Black}, Alignment::Left, inChinese() ? 28 : 0);
        if (!inChinese())
            m_flow.skip(4);
        break;
    }
    return {};
}

Cell PaperSetter::cell(std::string_view text, double width, Alignment alignment, Face face)
{
    TextLook look = PageFlow::kCellLook;
    look.face = face;
    Cell out;
    out.alignment = alignment;
    out.face = face;
    const std::u32string all = m_flow.printable(text, face);
    std::size_t from = 0;
    while (from <= all.size()) {
        const std::size_t end = std::min(all.find(U'\n', from), all.size());
        for (std::u32string &line : m_flow.typesetter(look).lines(
                 std::u32string_view(all).substr(from, end - from), width - 2 * kCellPadding))
            out.lines.push_back(std::move(line));
        from = end + 1;
    }
    return out;
}

Result<> PaperSetter::put(const FormBlock &block)
{
    const double labelWidth = (inChinese() ? 34 : 42) * kMm;
    const std::vector<double> widths{labelWidth, kTextWidth - labelWidth};
    m_flow.skip(6);
    for (const FormRow &row : block.rows) {
        if (!shown(row.when))
            continue;
        m_flow.row({cell(fill(row.label), widths[0], Alignment::Centre),
                    cell(fill(row.value), widths[1], Alignment::Left)},
                   widths, 28);
    }
    m_flow.skip(8);
    return {};
}

Result<> PaperSetter::put(const ListBlock &block)
{
    const auto found = m_fields.lists.find(block.list);
    if (found == m_fields.lists.end())
        return {};
    std::vector<double> widths;
    double rest = kTextWidth;
    int open = 0;
    for (const ListColumn &column : block.columns) {
        widths.push_back(column.width * kMm);
        rest -= widths.back();
        open += column.width == 0 ? 1 : 0;
    }
    std::ranges::replace(widths, 0.0, open > 0 ? rest / open : 0.0);
    std::vector<Cell> titles;
    for (std::size_t column = 0; column < block.columns.size(); ++column)
        titles.push_back(
            cell(fill(block.columns[column].title), widths[column], Alignment::Centre, Face::Bold));
    m_flow.skip(4);
    // The head stands on every page, never alone at its foot.
    std::size_t pages = 0;
    for (const PaperRow &row : found->second) {
        std::vector<Cell> cells;
        for (std::size_t column = 0; column < block.columns.size(); ++column) {
            const bool narrow = block.columns[column].width > 0 && block.columns[column].width <= 30;
            cells.push_back(cell(fill(block.columns[column].value, &row), widths[column],
                                 narrow ? Alignment::Centre : Alignment::Left));
        }
        const double height = m_flow.rowHeight(cells, 26);
        m_flow.keep(std::min(height, kBottom - kTop - 60) + (pages == 0 ? m_flow.rowHeight(titles, 26) : 0));
        if (m_flow.pages().size() != pages) {
            m_flow.row(titles, widths, 26);
            pages = m_flow.pages().size();
        }
        m_flow.row(cells, widths, 26);
        pages = m_flow.pages().size();
    }
    m_flow.skip(8);
    return {};
}

Result<> PaperSetter::put(const QrBlock &block)
{
    const QrCode code = TRY(makeQrCode(fill(block.text, nullptr)));
    const double side = 30 * kMm;
    m_flow.skip(8);
    m_flow.keep(side + 10);
    const double module = side / code.size;
    for (int row = 0; row < code.size; ++row) {
        // Neighbours in a row are one box: fewer marks, and no hairlines between them.
        for (int column = 0; column < code.size;) {
            int end = column;
            while (end < code.size && code.isDark(row, end))
                ++end;
            if (end > column)
                m_flow.page().boxes.push_back(
                    {kLeft + column * module, m_flow.y() + row * module, (end - column) * module, module});
            column = std::max(end, column + 1);
        }
    }
    const TextLook look{10.5, 17, Face::Regular, Ink::Black};
    const double x = kLeft + side + 6 * kMm;
    const Typesetter setter = m_flow.typesetter(look);
    const std::u32string caption = m_flow.printable(fill(block.caption));
    double baseline = m_flow.y() + 14;
    std::size_t from = 0;
    while (from <= caption.size()) {
        const std::size_t end = std::min(caption.find(U'\n', from), caption.size());
        for (std::u32string &line :
             setter.lines(std::u32string_view(caption).substr(from, end - from), kRight - x)) {
            m_flow.put(x, baseline, look, std::move(line), Alignment::Left);
            baseline += look.leading;
        }
        from = end + 1;
    }
    m_flow.advance(side + 8);
    return {};
}

Result<> PaperSetter::put(const SignatureBlock &block)
{
    const TextLook look{12, 18, Face::Regular, Ink::Black};
    const double half = kTextWidth / 2;
    m_flow.skip(10);
    for (std::size_t place = 0; place < block.labels.size(); ++place) {
        const bool left = place % 2 == 0;
        if (left)
            m_flow.keep(34);
        const double x = left ? kLeft : kLeft + half;
        const double baseline = m_flow.y() + 22;
        const std::u32string label = m_flow.printable(fill(block.labels[place]));
        const double width = m_flow.typesetter(look).width(label);
        m_flow.put(x, baseline, look, label, Alignment::Left);
        m_flow.page().lines.push_back({x + width + 4, baseline + 3, x + half - 14, baseline + 3});
        if (!left || place + 1 == block.labels.size())
            m_flow.advance(34);
    }
    return {};
}

Result<> PaperSetter::put(const SealBlock &)
{
    const TextLook look{14, 25, Face::Regular, Ink::Black};
    const double radius = 20 * kMm;
    const std::u32string organisation = m_flow.printable(m_fields.value("organisation.name"));
    const std::u32string day = m_flow.printable(m_fields.value("paper.date"));
    const Typesetter setter = m_flow.typesetter(look);
    m_flow.keep(2 * radius + 8);
    m_flow.skip(8);
    // Body and day are centred on one another (GB/T 9704, 7.3.5); the seal goes over both.
    const double width = std::max({setter.width(organisation), setter.width(day), 2 * radius});
    const double centre = kRight - std::min(width, kTextWidth) / 2;
    const double middle = m_flow.y() + radius;
    m_flow.page().circles.push_back({centre, middle, radius});
    m_flow.put(centre, middle - 26, {9, 14, Face::Regular, Ink::Grey},
               m_flow.printable(pick("（印章）", "(seal)")), Alignment::Centre);
    m_flow.put(centre, middle + 4, look, organisation, Alignment::Centre);
    m_flow.put(centre, middle + 28, look, day, Alignment::Centre);
    m_flow.advance(2 * radius + 4);
    return {};
}

void PaperSetter::foot(const PaperTemplate &paper)
{
    for (std::size_t page = 0; page < m_flow.pages().size(); ++page)
        footOfPage(paper, page);
}

void PaperSetter::footOfPage(const PaperTemplate &paper, std::size_t page)
{
    const TextLook look{9, 13, Face::Regular, Ink::Grey};
    const Typesetter setter = m_flow.typesetter(look);
    Page &target = m_flow.pages()[page];
    const auto put = [&](double x, double baseline, std::string_view text, Alignment alignment) {
        std::u32string line = m_flow.printable(text);
        const double width = setter.width(line);
        x -= alignment == Alignment::Right ? width : alignment == Alignment::Centre ? width / 2 : 0;
        target.texts.push_back({x, baseline, look.size, look.face, look.ink, 0, std::move(line)});
    };
    const double y = kBottom + 22;
    target.lines.push_back({kLeft, y - 13, kRight, y - 13, 0.4, Ink::Grey});
    const std::string count = std::to_string(m_flow.pages().size());
    const std::string number = std::to_string(page + 1);
    put(kLeft, y, pick("本文书所载状态：", "Status stated: ") + fill(paper.status), Alignment::Left);
    put(kRight, y, pick("第 " + number + " 页 共 " + count + " 页", "Page " + number + " of " + count),
        Alignment::Right);
    put(kLeft, y + look.leading,
        pick("校验码：", "Verification code: ") + std::string(m_fields.value("verification.code")),
        Alignment::Left);
    if (!m_marks.stateNow.empty())
        put(kRight, y + look.leading,
            pick("打印时办件状态：", "State of the case when printed: ") + m_marks.stateNow,
            Alignment::Right);
    if (!inChinese())
        put(kLeft, y + 2 * look.leading, "Translation for reference; the Chinese text prevails.",
            Alignment::Left);
}

} // namespace

namespace {

/// Where the last page ends, as a share of its height.
double lastPageUsed(const LaidOutPaper &paper)
{
    double lowest = kTop;
    for (const CircleMark &circle : paper.pages.back().circles)
        lowest = std::max(lowest, circle.y + circle.radius);
    for (const TextMark &text : paper.pages.back().texts)
        if (text.baseline < kBottom)
            lowest = std::max(lowest, text.baseline);
    return (lowest - kTop) / (kBottom - kTop);
}

/// A seal on a page without text could be put under anything.
bool isSealAlone(const LaidOutPaper &paper)
{
    constexpr std::size_t kSealTexts = 3;
    std::size_t texts = 0;
    for (const TextMark &text : paper.pages.back().texts)
        texts += text.baseline < kBottom ? 1 : 0;
    return paper.pages.size() > 1 && texts <= kSealTexts;
}

} // namespace

Result<LaidOutPaper> layOut(const PaperTemplate &paper, const PaperFields &fields, PaperLanguage language,
                            const PrintMarks &marks, const FontBook &fonts)
{
    const auto setWith = [&](double stretch) {
        return PaperSetter(fields, language, marks, fonts, stretch).set(paper);
    };
    // Where only the end of a paper goes on to another page, the lines move closer until it fits; where the
    // seal would stand alone, they move apart until text goes with it (GB/T 9704, 7.3.5.4).
    constexpr double kEnoughOnLastPage = 0.4;
    LaidOutPaper usual = TRY(setWith(1));
    if (usual.pages.size() == 1 || lastPageUsed(usual) >= kEnoughOnLastPage)
        return usual;
    for (const double stretch : {0.94, 0.88, 0.82, 0.78}) {
        LaidOutPaper tighter = TRY(setWith(stretch));
        if (tighter.pages.size() < usual.pages.size())
            return tighter;
    }
    for (const double stretch : {1.06, 1.12, 1.18}) {
        if (!isSealAlone(usual))
            break;
        usual = TRY(setWith(stretch));
    }
    return usual;
}

} // namespace tongban::document
