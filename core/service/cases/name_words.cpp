// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/name_words.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace tongban::service {

namespace {

/// Before initials, so that they are no pair of letters of a foreign name.
constexpr std::string_view kInitials = "py";

/// Longer names are companies': of them the usual readings alone are kept.
constexpr std::size_t kPersonName = 4;
constexpr std::size_t kPersonSpellings = 8;

bool isLetterOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

/// The pieces of a folded name, a character each.
std::vector<std::string_view> charactersOf(std::string_view folded)
{
    std::vector<std::string_view> characters;
    while (!folded.empty()) {
        std::string_view rest = folded;
        takeCodePoint(rest);
        characters.push_back(folded.substr(0, folded.size() - rest.size()));
        folded = rest;
    }
    return characters;
}

/// Punctuation of Chinese and of forms: nobody types it the way it was written.
bool isPassedOver(char32_t c)
{
    return c < 0x80 ? !isLetterOrDigit(c)
                    : c == U'·' || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F)
            || (c >= 0xFF00 && c <= 0xFFEF);
}

} // namespace

std::string foldedName(std::string_view name)
{
    const std::string half = halfWidth(name);
    std::string folded;
    folded.reserve(half.size());
    for (std::string_view rest = half; !rest.empty();) {
        char32_t c = takeCodePoint(rest);
        if (c >= U'A' && c <= U'Z')
            c += U'a' - U'A';
        if (!isPassedOver(c))
            appendCodePoint(folded, c);
    }
    return folded;
}

std::string wordsOfName(std::string_view name)
{
    const std::string folded = foldedName(name);
    const std::vector<std::string_view> characters = charactersOf(folded);
    if (characters.size() < 2)
        return folded;
    std::string words;
    words.reserve(folded.size() * 3);
    const std::size_t spellings = characters.size() > kPersonName ? 1 : kPersonSpellings;
    for (const std::string &initials : pinyinInitials(name, spellings))
        words += std::string(kInitials) + initials + ' ';
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        words += characters[i];
        words += characters[i + 1];
        words += ' ';
    }
    return words;
}

std::string queryForName(std::string_view typed)
{
    const std::string folded = foldedName(typed);
    const std::vector<std::string_view> characters = charactersOf(folded);
    if (characters.empty())
        return {};
    const std::string initials = std::ranges::all_of(folded, [](char c) { return c > 0; })
        ? '"' + std::string(kInitials) + folded + "\" *"
        : std::string();
    if (characters.size() == 1)
        return '"' + folded + "\" *" + (initials.empty() ? "" : " OR " + initials);
    std::string query;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        query += query.empty() ? "\"" : " AND \"";
        query += characters[i];
        query += characters[i + 1];
        query += '"';
    }
    return initials.empty() ? query : "(" + query + ") OR " + initials;
}

bool nameFits(std::string_view name, std::string_view typed)
{
    const std::string folded = foldedName(typed);
    return foldedName(name).find(folded) != std::string::npos
        || matchesInitials(name, folded, InitialsPlace::Beginning);
}

std::string nameWordsRelease()
{
    return "pairs-1 " + std::string(pinyinRelease());
}

} // namespace tongban::service
