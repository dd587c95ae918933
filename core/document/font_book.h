// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::document {

/// The two faces papers are set in.
enum class Face { Regular, Bold };
inline constexpr int kFaceCount = 2;

/// One face of the document font: which characters it has, how wide they are, and a part of it to embed.
class DocumentFont
{
public:
    virtual ~DocumentFont() = default;

    /// 0 when the font has no such character.
    virtual std::uint32_t glyph(char32_t character) const = 0;
    /// In thousandths of the size.
    virtual int advance(std::uint32_t glyph) const = 0;
    /// The outlines of these glyphs alone, as a CFF table whose character ids are the glyph numbers of the
    /// whole font. The same set gives the same bytes.
    virtual Result<std::string> outlines(const std::set<std::uint32_t> &glyphs) const = 0;
    virtual std::string_view postScriptName() const = 0;
};

/// Noto Serif CJK SC in both weights, as Debian's fonts-noto-cjk installs it. Immutable; any thread.
///
/// A paper is never set in a substitute: a missing font is an error (Unavailable) that says which file was
/// looked for, where, and which package brings it.
class FontBook
{
public:
    /// Where fonts are looked for: TONGBAN_FONTS where it is set, else beside `resources` and where the
    /// system keeps them.
    static std::vector<std::filesystem::path> folders(const std::filesystem::path &resources);

    static Result<std::shared_ptr<const FontBook>> open(const std::vector<std::filesystem::path> &folders);
    ~FontBook();

    const DocumentFont &face(Face face) const;

private:
    struct Parts;
    explicit FontBook(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::document
