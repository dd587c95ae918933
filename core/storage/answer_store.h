// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::storage {

/// What an agency said about one key, as it said it.
struct AnswerRow {
    std::string source;
    std::string record;
    std::string key;
    std::string status; ///< "answered", "no_record"; an answer that did not come is not kept.
    std::string body; ///< Canonical JSON of the fields; empty for no_record.
    Digest digest; ///< Of the body.
    std::optional<Date> asOf;
    Timestamp answeredAt{};
};

/// The cache of agencies' answers; the newest answer for each key. How long an answer is good is decided by
/// who asks. Writes need an open Transaction. On the thread of its Database.
class AnswerStore
{
public:
    static Result<AnswerStore> create(Database &database);

    /// Replaces an older answer for the same source, record and key; an older `row` than the stored one is
    /// dropped.
    Result<> put(const AnswerRow &row);
    Result<std::optional<AnswerRow>> find(std::string_view source, std::string_view record,
                                          std::string_view key);

    /// Forgets answers from before `before` (personal data is not kept longer than it serves); how many.
    Result<std::int64_t> forgetBefore(Timestamp before);

private:
    struct Statements;

    explicit AnswerStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
