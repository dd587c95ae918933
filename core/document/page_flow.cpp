// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/page_flow.h"

#include <algorithm>

namespace tongban::document {

namespace {

constexpr double kCellPadding = 4.5;
/// Of a line's height, how much lies above the baseline.
constexpr double kAscent = 0.86;

double baselineIn(double top, double height, double size)
{
    return top + (height - size) / 2 + size * kAscent;
}

} // namespace

PageFlow::PageFlow(const FontBook &fonts, double stretch) : m_fonts(fonts), m_stretch(stretch)
{
    m_pages.emplace_back();
}

std::u32string PageFlow::printable(std::string_view utf8, Face face)
{
    return document::printable(m_fonts.face(face), utf8, m_unprintable);
}

Typesetter PageFlow::typesetter(const TextLook &look) const
{
    return {m_fonts.face(look.face), look.size};
}

void PageFlow::newPage()
{
    m_pages.emplace_back();
    m_y = kTop;
}

void PageFlow::keep(double height)
{
    if (m_y + height > kBottom && m_y > kTop)
        newPage();
}

void PageFlow::put(double x, double baseline, const TextLook &look, std::u32string text, Alignment alignment)
{
    const double width = typesetter(look).width(text);
    if (alignment == Alignment::Centre)
        x -= width / 2;
    else if (alignment == Alignment::Right)
        x -= width;
    page().texts.push_back({x, baseline, look.size, look.face, look.ink, 0, std::move(text)});
}

void PageFlow::paragraph(std::string_view utf8, const TextLook &look, Alignment alignment, double indent)
{
    const std::u32string all = printable(utf8, look.face);
    const Typesetter setter = typesetter(look);
    const double leading = look.leading * m_stretch;
    std::size_t from = 0;
    while (from <= all.size()) {
        const std::size_t end = std::min(all.find(U'\n', from), all.size());
        const auto lines =
            setter.lines(std::u32string_view(all).substr(from, end - from), kTextWidth, indent);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            keep(leading);
            const double shift = line == 0 ? indent : 0;
            const double baseline = baselineIn(m_y, leading, look.size);
            if (alignment == Alignment::Centre)
                put(kLeft + kTextWidth / 2, baseline, look, lines[line], alignment);
            else if (alignment == Alignment::Right)
                put(kRight, baseline, look, lines[line], alignment);
            else
                put(kLeft + shift, baseline, look, lines[line], alignment);
            // A full line is stretched to the margin, as far as that is not seen.
            const double rest = kTextWidth - shift - setter.width(lines[line]);
            if (alignment == Alignment::Left && line + 1 < lines.size() && lines[line].size() > 1
                && rest < look.size * 2)
                page().texts.back().spacing = rest / static_cast<double>(lines[line].size() - 1);
            m_y += leading;
        }
        from = end + 1;
    }
}

double PageFlow::rowHeight(const std::vector<Cell> &cells, double leastHeight) const
{
    std::size_t most = 1;
    for (const Cell &cell : cells)
        most = std::max(most, cell.lines.size());
    return std::max(leastHeight * std::min(m_stretch, 1.0),
                    static_cast<double>(most) * kCellLook.leading + 2 * kCellPadding * m_stretch);
}

void PageFlow::row(const std::vector<Cell> &cells, const std::vector<double> &widths, double leastHeight)
{
    std::vector<Cell> rest = cells;
    for (;;) {
        const double height = rowHeight(rest, leastHeight);
        if (height <= kBottom - m_y)
            return drawRow(rest, widths, height);
        if (height <= kBottom - kTop) {
            newPage();
            continue;
        }
        // It fits no page: what fits here is drawn, the rest follows.
        const double room = kBottom - m_y - 2 * kCellPadding;
        const auto count = static_cast<std::size_t>(std::max(0.0, room / kCellLook.leading));
        if (count < 3) {
            newPage();
            continue;
        }
        std::vector<Cell> part = rest;
        for (std::size_t cell = 0; cell < rest.size(); ++cell) {
            std::vector<std::u32string> &lines = rest[cell].lines;
            const auto cut = static_cast<std::ptrdiff_t>(std::min(count, lines.size()));
            part[cell].lines.assign(lines.begin(), lines.begin() + cut);
            lines.erase(lines.begin(), lines.begin() + cut);
        }
        drawRow(part, widths, rowHeight(part, leastHeight));
        newPage();
    }
}

void PageFlow::drawRow(const std::vector<Cell> &cells, const std::vector<double> &widths, double height)
{
    double x = kLeft;
    const double right = kLeft + [&] {
        double sum = 0;
        for (const double width : widths)
            sum += width;
        return sum;
    }();
    page().lines.push_back({kLeft, m_y, right, m_y});
    page().lines.push_back({kLeft, m_y + height, right, m_y + height});
    for (std::size_t column = 0; column < cells.size(); ++column) {
        page().lines.push_back({x, m_y, x, m_y + height});
        const Cell &cell = cells[column];
        const double block = static_cast<double>(cell.lines.size()) * kCellLook.leading;
        double top = m_y + (height - block) / 2;
        TextLook look = kCellLook;
        look.face = cell.face;
        for (const std::u32string &line : cell.lines) {
            const double baseline = baselineIn(top, look.leading, look.size);
            if (cell.alignment == Alignment::Centre)
                put(x + widths[column] / 2, baseline, look, line, Alignment::Centre);
            else
                put(x + kCellPadding, baseline, look, line, Alignment::Left);
            top += look.leading;
        }
        x += widths[column];
    }
    page().lines.push_back({right, m_y, right, m_y + height});
    m_y += height;
}

} // namespace tongban::document
