// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/case_tally.h"

#include <utility>

namespace tongban::storage {

Result<std::shared_ptr<CaseTally>> CaseTally::create(Database &database)
{
    Statement *add = TRY(database.prepare(
        "total_add",
        {"state", "item", "district", "queue", "outcome", "reason", "touched", "channel", "timed", "cases"}));
    const std::shared_ptr<CaseTally> tally(new CaseTally(database, *add));
    database.beforeCommit([tally] { return tally->write(); });
    return tally;
}

void CaseTally::forgetUndone()
{
    if (std::exchange(m_rollbacks, m_database.rollbacks()) != m_database.rollbacks())
        m_counted.clear();
}

Result<> CaseTally::count(const Kind &kind)
{
    forgetUndone();
    ++m_counted[kind];
    return m_database.isInTransaction() ? Result<>() : write();
}

Result<> CaseTally::write()
{
    forgetUndone();
    for (const auto &[kind, cases] : std::exchange(m_counted, {}))
        TRY(m_add.run(kind[0], kind[1], kind[2], kind[3], kind[4], kind[5], kind[6], kind[7], kind[8],
                      cases));
    return {};
}

} // namespace tongban::storage
