// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/line_breaker.h"
#include "core/document/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::document {

/// Margins of a paper; the binding edge is on the left.
inline constexpr double kLeft = 27 * kPointsPerMillimetre;
inline constexpr double kRight = kPageWidth - 24 * kPointsPerMillimetre;
inline constexpr double kTop = 26 * kPointsPerMillimetre;
inline constexpr double kBottom = kPageHeight - 28 * kPointsPerMillimetre;
inline constexpr double kTextWidth = kRight - kLeft;

/// How a piece of text looks.
struct TextLook {
    double size = 14;
    double leading = 25; ///< From line to line.
    Face face = Face::Regular;
    Ink ink = Ink::Black;
};

enum class Alignment { Left, Centre, Right };

/// A cell of a table: lines that were broken to its width.
struct Cell {
    std::vector<std::u32string> lines;
    Alignment alignment = Alignment::Left;
    Face face = Face::Regular;
};

/// Fills pages from the top down and begins a new one where something does not fit.
class PageFlow
{
public:
    /// `stretch`: 1 = the usual distances between lines; less is closer.
    PageFlow(const FontBook &fonts, double stretch);

    std::u32string printable(std::string_view utf8, Face face = Face::Regular);
    Typesetter typesetter(const TextLook &look) const;

    /// Free space; stretched with the lines.
    void skip(double height) { m_y += height * m_stretch; }
    /// What was drawn takes its height whole.
    void advance(double height) { m_y += height; }
    /// Goes to the next page unless so much height is left.
    void keep(double height);
    double y() const { return m_y; }
    Page &page() { return m_pages.back(); }

    /// One line where it stands, without moving on. For Right and Centre, `x` is that edge.
    void put(double x, double baseline, const TextLook &look, std::u32string text, Alignment alignment);
    /// A paragraph; full lines are filled to the margin. Line feeds begin another one.
    void paragraph(std::string_view utf8, const TextLook &look, Alignment alignment, double indent);
    /// A row of framed cells of these widths, in small type. A row that fits no page is divided.
    void row(const std::vector<Cell> &cells, const std::vector<double> &widths, double leastHeight);
    /// How high row() would make it.
    double rowHeight(const std::vector<Cell> &cells, double leastHeight) const;

    std::vector<Page> &pages() { return m_pages; }
    const std::u32string &unprintable() const { return m_unprintable; }

    static constexpr TextLook kCellLook{12, 16.5, Face::Regular, Ink::Black};

private:
    void newPage();
    void drawRow(const std::vector<Cell> &cells, const std::vector<double> &widths, double height);

    const FontBook &m_fonts;
    double m_stretch;
    std::vector<Page> m_pages;
    double m_y = kTop;
    std::u32string m_unprintable;
};

} // namespace tongban::document
