// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tongban {

// Pinyin initials: 张伟 is found by "zw", 重庆 by "cq" and by "zq". Many characters have several readings and
// a name does not say which is meant, so that every reading counts. Readings are those of Unihan
// (core/base/data/make_pinyin_initials.py); their release is pinyinRelease().
//
// How names are read: a Chinese character gives its letters, ASCII letters and digits (also in full width)
// stand for themselves in lower case, everything else (dots, brackets, spaces, characters without a known
// reading) is passed over.

/// The letters that the readings of `character` begin with, the most usual first ("xh" for 行); the character
/// itself where it is an ASCII letter or digit; empty where it is passed over.
std::string_view initialLetters(char32_t character);

/// How many spellings pinyinInitials() gives at most.
inline constexpr std::size_t kMostSpellings = 32;

/// Every way to spell the initials of `name` (valid UTF-8), the most usual first: {"sx", "dx", ...} for 单行.
/// At most `most`; where there would be more, the last characters keep their most usual letter alone. Empty
/// where nothing in the name has a letter. For an index of short names; for long ones ask matchesInitials().
std::vector<std::string> pinyinInitials(std::string_view name, std::size_t most = kMostSpellings);

/// Where in a name the typed letters have to stand.
enum class InitialsPlace { Whole, Beginning, Anywhere };

/// Whether `typed` (letters and digits, any case) spells initials of `name` at that place by any of its
/// readings. Never true for empty `typed`.
bool matchesInitials(std::string_view name, std::string_view typed, InitialsPlace place);

/// The release of the readings: an index kept from another one has to be made again.
std::string_view pinyinRelease();

} // namespace tongban
