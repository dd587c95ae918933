// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/roster_grams.h"

#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace tongban::storage {
namespace {

constexpr std::string_view kBegin = "^";
constexpr std::string_view kEnd = "$";
constexpr std::size_t kNamePiece = 2;
constexpr std::size_t kInitialsPiece = 3;

bool isPunctuation(char32_t c)
{
    if (c < 0x80)
        return !((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z'));
    return c == 0xB7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF61 && c <= 0xFF65);
}

/// What may stand at each place of a text: one character, or the letters of its readings.
using Places = std::vector<std::vector<std::string>>;

Places placesOfName(std::string_view folded)
{
    Places places{{std::string(kBegin)}};
    while (!folded.empty()) {
        const std::string_view before = folded;
        takeCodePoint(folded);
        places.push_back({std::string(before.substr(0, before.size() - folded.size()))});
    }
    places.push_back({std::string(kEnd)});
    return places;
}

Places placesOfInitials(std::string_view name)
{
    Places places{{std::string(kBegin)}};
    while (!name.empty()) {
        std::vector<std::string> letters;
        for (const char letter : initialLetters(takeCodePoint(name)))
            letters.emplace_back(1, letter);
        if (!letters.empty())
            places.push_back(std::move(letters));
    }
    places.push_back({std::string(kEnd)});
    return places;
}

/// Every way to write the places [from, to) one after the other.
std::vector<std::string> spellings(const Places &places, std::size_t from, std::size_t to)
{
    std::vector<std::string> all{{}};
    for (std::size_t at = from; at < to; ++at) {
        std::vector<std::string> longer;
        for (const std::string &begun : all) {
            for (const std::string &more : places[at])
                longer.push_back(begun + more);
        }
        all = std::move(longer);
    }
    return all;
}

/// The pieces of `length` places; at the end also the shorter ones, so that a prefix finds every piece that
/// begins so.
std::vector<std::string> pieces(const Places &places, std::size_t length)
{
    std::vector<std::string> all;
    for (std::size_t from = 0; from + 1 < places.size(); ++from) {
        for (std::string &piece : spellings(places, from, std::min(from + length, places.size())))
            all.push_back(std::move(piece));
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::string joined(const std::vector<std::string> &all)
{
    std::string text;
    for (const std::string &piece : all) {
        if (!text.empty())
            text += ' ';
        text += piece;
    }
    return text;
}

/// Asks for every whole piece of what was typed, or for what begins with it where it is shorter than one.
std::string query(Places typed, InitialsPlace place, std::size_t length)
{
    if (place == InitialsPlace::Anywhere)
        typed.erase(typed.begin());
    if (place != InitialsPlace::Whole)
        typed.pop_back();
    if (typed.size() < length)
        return '"' + spellings(typed, 0, typed.size()).front() + "\" *";
    std::vector<std::string> all;
    for (std::size_t from = 0; from + length <= typed.size(); ++from)
        all.push_back('"' + spellings(typed, from, from + length).front() + '"');
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::string text = all.front();
    for (std::size_t i = 1; i < all.size(); ++i)
        text += " AND " + all[i];
    return text;
}

} // namespace

std::string foldedName(std::string_view name)
{
    const std::string narrow = halfWidth(name);
    std::string folded;
    folded.reserve(narrow.size());
    for (std::string_view rest = narrow; !rest.empty();) {
        char32_t c = takeCodePoint(rest);
        if (c >= U'A' && c <= U'Z')
            c += U'a' - U'A';
        if (!isPunctuation(c))
            appendCodePoint(folded, c);
    }
    return folded;
}

std::string nameGrams(std::string_view folded)
{
    return joined(pieces(placesOfName(folded), kNamePiece));
}

std::string initialGrams(std::string_view name)
{
    return joined(pieces(placesOfInitials(name), kInitialsPiece));
}

std::string nameQuery(std::string_view folded, InitialsPlace place)
{
    return query(placesOfName(folded), place, kNamePiece);
}

std::string initialsQuery(std::string_view letters, InitialsPlace place)
{
    return query(placesOfInitials(letters), place, kInitialsPiece);
}

bool fitsName(std::string_view folded, std::string_view typed, InitialsPlace place)
{
    switch (place) {
    case InitialsPlace::Whole: return folded == typed;
    case InitialsPlace::Beginning: return folded.starts_with(typed);
    case InitialsPlace::Anywhere: return folded.find(typed) != std::string_view::npos;
    }
    return false;
}

} // namespace tongban::storage
