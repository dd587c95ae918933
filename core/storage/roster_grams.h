// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/pinyin.h"

#include <string>
#include <string_view>

namespace tongban::storage {

// How names become searchable. An index of pieces ("grams") tells which entries may fit; whether they do is
// looked at afterwards, name by name. A name is cut into pairs of characters, its initials into runs of three
// letters, one for each way to read them; "^" stands before the first character and "$" after the last, so
// that "begins with" and "is" are found like any other piece.

/// A name as it is searched: half width, lower case, without blanks, brackets and other punctuation.
/// "Ａ8（深圳）" and "a8深圳" are one.
std::string foldedName(std::string_view name);

/// The pieces of a folded name, and those of a name's initials by every reading; for the index.
std::string nameGrams(std::string_view folded);
std::string initialGrams(std::string_view name);

/// What to ask the index for a folded name or for initials (a-z, 0-9; not empty) at a place: an expression of
/// FTS5.
std::string nameQuery(std::string_view folded, InitialsPlace place);
std::string initialsQuery(std::string_view letters, InitialsPlace place);

/// Whether a folded name stands at that place of another one.
bool fitsName(std::string_view folded, std::string_view typed, InitialsPlace place);

} // namespace tongban::storage
