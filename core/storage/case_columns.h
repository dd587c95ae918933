// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/case_store.h"

namespace tongban::storage {

// The columns of every list, in the order in which case_columns.cpp reads them.
#define TONGBAN_CASE_COLUMNS                                                                                 \
    "no", "id", "serial", "channel", "external_no", "item", "item_version", "district", "received_at",       \
        "duplicate_key", "duplicate_of", "intake_batch", "applicant_id", "applicant_name", "version",        \
        "state", "queue", "due", "outcome", "reason", "open", "touched", "changed_at"

/// A day number that sorts after every real one: nothing is due.
inline constexpr std::int64_t kNothingDue = 99999999;

/// Reads the columns that every case statement selects in the same order; `withTexts` also the application
/// and the details that follow them.
Result<> readCase(const Rows &rows, Vocabulary &vocabulary, bool withTexts, StoredCase &found);

/// The rest of a running list statement; with as many rows as `limit` there may be another page.
Result<CasePage> readPage(Rows rows, Vocabulary &vocabulary, bool withTexts, int limit);

/// The day number by which a case is listed.
std::int64_t dueNumber(const CaseStanding &standing);

/// An empty word is no word.
Result<std::optional<std::int64_t>> optionalNumber(Vocabulary &vocabulary, std::string_view word);

/// The word of a column that may be NULL; empty then.
Result<std::string> optionalWord(const Rows &rows, int column, Vocabulary &vocabulary);

} // namespace tongban::storage
