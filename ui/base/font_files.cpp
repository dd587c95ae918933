// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/font_files.h"

#include "ui/base/fixed_font.h"

#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>
#include <fontconfig/fontconfig.h>
#include <fstream>
#include <memory>
#include <thread>

namespace tongban::ui {

namespace {

struct Destroy {
    void operator()(FcPattern *pattern) const { FcPatternDestroy(pattern); }
    void operator()(FcCharSet *set) const { FcCharSetDestroy(set); }
};

template <typename T>
using Owned = std::unique_ptr<T, Destroy>;

/// The file fontconfig would choose; empty for none.
std::filesystem::path match(const std::string &family, int weight, int slant, char32_t letter)
{
    const auto text = [](const char *value) {
        return reinterpret_cast<const FcChar8 *>(value);
    };
    const Owned<FcPattern> wanted(FcPatternCreate());
    const Owned<FcCharSet> letters(FcCharSetCreate());
    FcCharSetAddChar(letters.get(), letter);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, letters.get());
    FcPatternAddString(wanted.get(), FC_FAMILY, text(family.c_str()));
    // Of a Latin letter the window asks for no language, and it is drawn by a face that has no Chinese.
    if (letter > 0x7f)
        FcPatternAddString(wanted.get(), FC_LANG, text("zh-cn"));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, slant);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Owned<FcPattern> found(FcFontMatch(nullptr, wanted.get(), &result));
    FcChar8 *file = nullptr;
    if (found == nullptr || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
        return {};
    return reinterpret_cast<const char *>(file);
}

} // namespace

std::vector<std::string> fontFamilies()
{
    return {QFontInfo(QGuiApplication::font()).family().toStdString(), fixedFamily().toStdString()};
}

std::vector<std::filesystem::path> fontFiles(const std::vector<std::string> &families)
{
    std::vector<std::filesystem::path> files;
    for (const std::string &family : families)
        for (const int slant : {FC_SLANT_ROMAN, FC_SLANT_ITALIC})
            for (const int weight : {FC_WEIGHT_NORMAL, FC_WEIGHT_BOLD})
                for (const char32_t letter : {U'a', U'办'})
                    if (auto file = match(family, weight, slant, letter);
                        !file.empty() && !std::ranges::count(files, file))
                        files.push_back(std::move(file));
    return files;
}

void readAhead(const std::filesystem::path &file, const std::stop_token &stop)
{
    std::ifstream in(file, std::ios::binary);
    std::vector<char> piece(1 << 20);
    while (!stop.stop_requested() && in.read(piece.data(), std::streamsize(piece.size()))) { }
}

void readFontsAhead()
{
    // Asked to stop and waited for when the program ends.
    static const std::jthread reading([families = fontFamilies()](const std::stop_token &stop) {
        for (const auto &file : fontFiles(families))
            readAhead(file, stop);
    });
}

} // namespace tongban::ui
