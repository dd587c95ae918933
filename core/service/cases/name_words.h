// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tongban::service {

/// A name as it is compared: half-width, small letters, without blanks, dots and brackets.
std::string foldedName(std::string_view name);

/// What a name is found by: its overlapping pairs of characters, and its pinyin initials with a mark.
std::string wordsOfName(std::string_view name);

/// What to ask the words for; empty where `typed` holds nothing that a name could.
std::string queryForName(std::string_view typed);

/// Whether the name is meant: holds what was typed, or is spelled by it.
bool nameFits(std::string_view name, std::string_view typed);

/// Changes whenever words would come out otherwise: what was kept has to be made again.
std::string nameWordsRelease();

} // namespace tongban::service
