// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tongban::storage {

/// One thing that was changed in the office itself.
struct OfficeChange {
    std::int64_t n = 0; ///< Its place, from 1 without gaps; given by append().
    Timestamp at{};
    std::string actor;
    std::string kind;
    std::string subject; ///< The account, the year, ...; may be empty.
    std::string detail; ///< Canonical JSON; "{}" when there is nothing to add.
};

/// What is wrong with the record: at which place, and "gap", "edited" or "truncated".
struct OfficeFault {
    std::int64_t n = 0;
    std::string fault;
};

/// The append-only record of changes that are no acts on a case. Chained as the ledger is (chainHash()); the
/// digest of a change is SHA-256 over the canonical JSON object {"actor","at","detail","kind","subject"}, in
/// which "at" is in milliseconds and "detail" is the hexadecimal SHA-256 of the detail. Nobody outside
/// witnesses it: who can write the file can forge it from some place to its end, and no less. Appending needs
/// an open Transaction, together with the change itself. On the thread of its Database.
class OfficeRecord
{
public:
    static Result<OfficeRecord> create(Database &database);

    Result<> append(const OfficeChange &change);

    /// The latest before place `before`, at most `limit`.
    Result<std::vector<OfficeChange>> page(std::int64_t before, int limit);

    /// Recomputes every hash; the first place that does not fit, or nothing.
    Result<std::vector<OfficeFault>> check();

private:
    struct Statements;

    explicit OfficeRecord(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
