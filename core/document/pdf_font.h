// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/font_book.h"

#include <map>
#include <string>

namespace tongban::document {

/// The characters of one face that a file uses, and what has to be written of them.
class PdfFont
{
public:
    explicit PdfFont(const DocumentFont &font) : m_font(font) { }

    /// The glyph as four hexadecimal digits: how a text is shown.
    std::string code(char32_t character);

    bool isUsed() const { return !m_characters.empty(); }
    Result<std::string> outlines() const;
    /// "[ 12 [ 1000 ] ... ]"
    std::string widths() const;
    /// The ToUnicode map.
    std::string toUnicode() const;
    /// "ABCDEF+Name": the tag follows from what is used.
    std::string baseName() const;

private:
    const DocumentFont &m_font;
    std::map<std::uint32_t, char32_t> m_characters; ///< By glyph.
};

} // namespace tongban::document
