// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/font_book.h"

#include <string>
#include <vector>

namespace tongban::document {

/// A length on paper in points (1/72 inch). A4, from the upper left corner, y downwards.
inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;
inline constexpr double kPageWidth = 210 * kPointsPerMillimetre;
inline constexpr double kPageHeight = 297 * kPointsPerMillimetre;

enum class Ink { Black, Grey, Red };

/// A piece of text on one line.
struct TextMark {
    double x = 0; ///< Of the first character.
    double baseline = 0;
    double size = 12;
    Face face = Face::Regular;
    Ink ink = Ink::Black;
    double spacing = 0; ///< Added after every character, to fill a line.
    std::u32string text; ///< Only characters that the font has.
};

/// A straight line, or a frame.
struct LineMark {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    double width = 0.6;
    Ink ink = Ink::Black;
};

/// A filled rectangle: the modules of a QR code.
struct BoxMark {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// The place of the seal: a broken circle.
struct CircleMark {
    double x = 0; ///< Centre.
    double y = 0;
    double radius = 0;
};

/// One page as marks in their places: what the PDF writer writes and a preview paints.
struct Page {
    std::vector<TextMark> texts;
    std::vector<LineMark> lines;
    std::vector<BoxMark> boxes;
    std::vector<CircleMark> circles;
};

/// A paper laid out.
struct LaidOutPaper {
    std::vector<Page> pages;
    std::string title; ///< For the reader's window.
    std::string number;
    std::string language; ///< "zh-CN", "en".
    /// Characters that the font has no shape for, each once; printed as 〔U+XXXXX〕.
    std::u32string unprintable;
};

} // namespace tongban::document
