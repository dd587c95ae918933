// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"
#include "core/storage/store.h"

#include <string>
#include <vector>

namespace tongban::service {

/// Keeps what the rules decided from where a centre tells of it, so that a copy shows and makes again what
/// another machine decided. The ledger has the last word: what it names is kept, whatever was here before.
/// Inside the caller's open transaction. Private to core/service.
class RecordKeeper
{
public:
    explicit RecordKeeper(Workspace &workspace);

    /// What came with an act of a case. Never stands in the way of the act: what is wrong with it is the
    /// answer, a word for the list of doubts; empty = nothing.
    Result<std::string> take(std::int64_t caseNo, const storage::StoredEvent &event,
                             const std::string &record);

    /// Lets go of decisions that no act of the case names (any more): a centre gave them up or never took
    /// them.
    Result<> dropUnnamed(std::int64_t caseNo, const std::vector<storage::StoredEvent> &events,
                         const std::vector<storage::OutboxRow> &sent);

private:
    Workspace &m_workspace;
    storage::Store &m_store;
};

} // namespace tongban::service
