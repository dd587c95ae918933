// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/font_book.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::document {

/// Text of one face and size.
class Typesetter
{
public:
    Typesetter(const DocumentFont &font, double size) : m_font(font), m_size(size) { }

    double width(std::u32string_view text) const;

    /// Breaks a paragraph into lines: between Chinese characters, at blanks between words, within a word only
    /// where it alone is longer than a line. No line begins with a closing or ends with an opening mark (GB/T
    /// 15834, 5.1). `indent` shortens the first line.
    std::vector<std::u32string> lines(std::u32string_view text, double lineWidth, double indent = 0) const;

private:
    const DocumentFont &m_font;
    double m_size;
};

/// UTF-8 as characters that the font can show: tabs are blanks, invisible characters are left out, one that
/// the font has no shape for is written 〔U+2CE93〕 and added to `unprintable`. Line feeds stay.
std::u32string printable(const DocumentFont &font, std::string_view utf8, std::u32string &unprintable);

} // namespace tongban::document
