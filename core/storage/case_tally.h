// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>

namespace tongban::storage {

/// New cases of a transaction, counted by kind, until they are added to the totals (SQL table `case_total`)
/// right before the transaction is committed: a page of thousands of cases has a few hundred kinds, and
/// adding one by one was a third of what writing them cost. The totals are never behind what others can see;
/// what is rolled back is not counted. Changed and removed cases are counted by triggers. On the thread of
/// its Database.
class CaseTally
{
public:
    /// The key of `case_total`, in the order of its columns; 0 for no queue, outcome or reason.
    using Kind = std::array<std::int64_t, 9>;

    /// Writes before every commit of the connection from now on.
    static Result<std::shared_ptr<CaseTally>> create(Database &database);

    /// One more of a kind. Outside of a transaction it is written at once.
    Result<> count(const Kind &kind);

    /// Adds what was counted to the totals, for whoever reads them inside the transaction.
    Result<> write();

private:
    CaseTally(Database &database, Statement &add) : m_database(database), m_add(add) { }

    void forgetUndone();

    Database &m_database;
    Statement &m_add;
    std::map<Kind, std::int64_t> m_counted;
    std::int64_t m_rollbacks = 0; ///< Of the connection, when the first of these was counted.
};

} // namespace tongban::storage
