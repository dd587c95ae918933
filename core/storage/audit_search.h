// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tongban::storage {

/// One act as an auditor reads it.
struct AuditLine {
    std::int64_t key = 0; ///< Order of writing over all districts.
    int district = 0;
    std::int64_t n = 0;
    std::string serial; ///< Empty = its case is not in the store.
    std::string act;
    std::string actor;
    std::string role;
    Timestamp at{};
    std::string reason;
    std::string basis;
};

/// What is looked for; words that the store has never seen find nothing.
struct AuditWanted {
    std::optional<std::string> actor;
    std::optional<std::string> act;
    Timestamp from{};
    Timestamp until = Timestamp::max(); ///< Not included.
};

/// A stretch of the ledger, the latest first.
struct AuditStretch {
    std::vector<AuditLine> lines;
    std::int64_t next = 0; ///< Where the next stretch begins; 0 = the beginning of the ledger was reached.
};

/// When something was last heard from a source that is asked over the network.
struct AnswersOfSource {
    std::string source;
    std::string record;
    std::int64_t answers = 0;
    Timestamp last{};
};

/// Reads the ledger for people who look for something in it. On the thread of its Database.
class AuditSearch
{
public:
    explicit AuditSearch(Database &database) : m_database(&database) { }

    /// At most `limit` lines before the key `before` (0 = from the end). Looks at a bounded part of the
    /// ledger, so that a rare act costs many short answers and never one long silence.
    Result<AuditStretch> page(const AuditWanted &wanted, std::int64_t before, int limit);

    Result<std::vector<AnswersOfSource>> answersBySource();

private:
    Result<std::optional<std::int64_t>> numberOf(const std::optional<std::string> &word);

    Database *m_database;
};

} // namespace tongban::storage
