// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/font_book.h"

#include <array>
#include <cstdlib>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

namespace tongban::document {

namespace fs = std::filesystem;

namespace {

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Releaser<hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Releaser<hb_face_destroy>>;
using FontHandle = std::unique_ptr<hb_font_t, Releaser<hb_font_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Releaser<hb_subset_input_destroy>>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

struct FaceFile {
    const char *file;
    const char *family;
    const char *postScriptName;
};
constexpr std::array<FaceFile, kFaceCount> kFaces{
    {{"NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Regular"},
     {"NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Bold"}}};

std::string nameOf(hb_face_t *face, hb_ot_name_id_t id)
{
    std::array<char, 128> text{};
    unsigned size = text.size();
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text.data());
    return text.data();
}

class HarfBuzzFont final : public DocumentFont
{
public:
    HarfBuzzFont(FaceHandle face, std::string_view name)
        : m_face(std::move(face)), m_font(hb_font_create(m_face.get())), m_name(name)
    {
        hb_font_set_scale(m_font.get(), 1000, 1000);
        hb_font_make_immutable(m_font.get());
    }

    std::uint32_t glyph(char32_t character) const override
    {
        hb_codepoint_t found = 0;
        hb_font_get_nominal_glyph(m_font.get(), character, &found);
        return found;
    }

    int advance(std::uint32_t glyph) const override
    {
        return hb_font_get_glyph_h_advance(m_font.get(), glyph);
    }

    Result<std::string> outlines(const std::set<std::uint32_t> &glyphs) const override
    {
        const SubsetInput input(hb_subset_input_create_or_fail());
        if (!input)
            return fail(ErrorCode::Internal, "no memory for a part of the font");
        // The outlines alone are embedded: every other table is left out, so that nothing but they is worked
        // through.
        hb_set_t *dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
        for (const char *tag :
             {"GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "name", "cmap"})
            hb_set_add(dropped, hb_tag_from_string(tag, -1));
        hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
        hb_set_t *wanted = hb_subset_input_glyph_set(input.get());
        for (const std::uint32_t glyph : glyphs)
            hb_set_add(wanted, glyph);
        const FaceHandle part(hb_subset_or_fail(m_face.get(), input.get()));
        if (!part)
            return fail(ErrorCode::Corrupted, "the font " + m_name + " cannot be taken apart");
        const Blob table(hb_face_reference_table(part.get(), kCff));
        unsigned size = 0;
        const char *bytes = hb_blob_get_data(table.get(), &size);
        if (size == 0)
            return fail(ErrorCode::Corrupted, "the font " + m_name + " has no outlines");
        return std::string(bytes, size);
    }

    std::string_view postScriptName() const override { return m_name; }

private:
    FaceHandle m_face;
    FontHandle m_font;
    std::string m_name;
};

/// The face of this family in a collection; null when the file holds none.
FaceHandle faceIn(const fs::path &file, const char *family)
{
    const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!blob)
        return nullptr;
    for (unsigned index = 0; index < hb_face_count(blob.get()); ++index) {
        FaceHandle face(hb_face_create(blob.get(), index));
        if (nameOf(face.get(), HB_OT_NAME_ID_FONT_FAMILY) == family
            || nameOf(face.get(), HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY) == family)
            return face;
    }
    return nullptr;
}

Result<std::unique_ptr<DocumentFont>> findFont(const FaceFile &wanted, const std::vector<fs::path> &folders)
{
    std::string looked;
    for (const fs::path &folder : folders) {
        if (FaceHandle face = faceIn(folder / wanted.file, wanted.family))
            return std::make_unique<HarfBuzzFont>(std::move(face), wanted.postScriptName);
        looked += (looked.empty() ? "" : ", ") + folder.string();
    }
    return fail(ErrorCode::Unavailable,
                std::string("the document font ") + wanted.family + " (" + wanted.file
                    + ") is missing; looked in " + looked
                    + "; install it (apt-get install fonts-noto-cjk) or name its folder in TONGBAN_FONTS");
}

} // namespace

struct FontBook::Parts {
    std::array<std::unique_ptr<DocumentFont>, kFaceCount> faces;
};

FontBook::FontBook(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }
FontBook::~FontBook() = default;

std::vector<fs::path> FontBook::folders(const fs::path &resources)
{
    if (const char *named = std::getenv("TONGBAN_FONTS"); named != nullptr && *named != '\0')
        return {fs::path(named)};
    return {resources / "fonts", "/usr/share/fonts/opentype/noto", "/usr/local/share/fonts"};
}

Result<std::shared_ptr<const FontBook>> FontBook::open(const std::vector<fs::path> &folders)
{
    auto parts = std::make_unique<Parts>();
    for (std::size_t face = 0; face < kFaces.size(); ++face)
        parts->faces[face] = TRY(findFont(kFaces[face], folders));
    return std::shared_ptr<const FontBook>(new FontBook(std::move(parts)));
}

const DocumentFont &FontBook::face(Face face) const
{
    return *m_parts->faces[static_cast<std::size_t>(face)];
}

} // namespace tongban::document
