// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/case_store.h"

namespace tongban::storage {

/// A day number that sorts after every real one: nothing is due.
inline constexpr std::int64_t kNothingDue = 99999999;

/// Reads the columns that every case statement selects in the same order; `withTexts` also the application
/// and the details that follow them.
Result<> readCase(const Rows &rows, Vocabulary &vocabulary, bool withTexts, StoredCase &found);

/// An empty word is no word.
Result<std::optional<std::int64_t>> optionalNumber(Vocabulary &vocabulary, std::string_view word);

/// The word of a column that may be NULL; empty then.
Result<std::string> optionalWord(const Rows &rows, int column, Vocabulary &vocabulary);

} // namespace tongban::storage
