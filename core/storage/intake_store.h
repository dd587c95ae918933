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
#include <vector>

namespace tongban::storage {

/// The taking in of one file. Its counts always add up: read = accepted + repeated + quarantined.
struct IntakeBatch {
    std::int64_t no = 0; ///< Set by begin().
    std::string file; ///< Name as given, for people.
    Digest digest; ///< SHA-256 of the file: the same file again goes on where it stopped.
    std::int64_t fileBytes = 0;
    Timestamp startedAt{};
    std::optional<Timestamp> finishedAt;
    std::int64_t bytesDone = 0; ///< Where the next unread line starts.
    std::int64_t linesDone = 0;
    std::int64_t accepted = 0;
    std::int64_t repeated = 0; ///< Came in before, by channel and external number.
    std::int64_t quarantined = 0;
};

/// How many lines of a batch were set aside for one reason.
struct QuarantineCount {
    std::string field;
    std::string reason;
    std::int64_t count = 0;
};

/// Batches of intake and where each stopped. progress() is written in the transaction that writes the cases,
/// so that after a crash the file goes on at the first line that is not in the store. On the thread of its
/// Database.
class IntakeStore
{
public:
    static Result<IntakeStore> create(Database &database);

    Result<std::int64_t> begin(const IntakeBatch &batch);

    /// The batch of this very file, finished or not.
    Result<std::optional<IntakeBatch>> byDigest(const Digest &digest);

    /// Writes bytesDone, linesDone, the counts and finishedAt.
    Result<> progress(const IntakeBatch &batch);

    /// Adds to the counts by field and reason.
    Result<> addQuarantined(std::int64_t batchNo, const std::vector<QuarantineCount> &counts);
    Result<std::vector<QuarantineCount>> quarantined(std::int64_t batchNo);

    /// Newest first, at most `limit`.
    Result<std::vector<IntakeBatch>> list(int limit);

private:
    struct Statements;

    explicit IntakeStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
