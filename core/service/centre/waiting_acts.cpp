// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/waiting_acts.h"

#include "core/permit/workflow.h"
#include "core/service/centre/replica_case.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

Result<std::vector<storage::StoredEvent>> actsOf(Workspace &workspace, const storage::StoredCase &stored)
{
    storage::Store &store = *workspace.parts().store;
    auto acts = TRY(store.events().ofCase(stored.record.id));
    const auto &joined = workspace.parts().joined;
    if (!joined)
        return acts;
    const std::int64_t through = acts.empty() ? 0 : acts.back().n;
    auto waiting = TRY(store.outbox().ofCase(stored.record.id));
    std::erase_if(waiting, [&](const storage::OutboxRow &row) { return !isOnTop(row, through); });
    if (waiting.empty())
        return acts;
    CaseFolder folder(workspace);
    FoldedCase folded;
    folded.record = stored.record;
    for (const storage::StoredEvent &event : acts)
        TRY(folder.follow(folded, event));
    for (const storage::OutboxRow &row : waiting) {
        auto done = folder.putOnTop(folded, row);
        if (!done)
            continue;
        storage::StoredEvent &act = acts.emplace_back();
        act.district = row.district;
        act.caseId = row.caseId;
        act.n = row.entry.state == sync::CommandState::Told ? row.entry.n : 0;
        act.act = permit::name(done->act);
        act.stateAfter = permit::name(done->stateAfter);
        act.actor = joined->account;
        act.role = permit::name(done->role);
        act.at = done->at;
        act.reason = std::move(done->reason);
        act.basis = std::move(done->basis);
        act.body = std::move(done->body);
    }
    return acts;
}

} // namespace tongban::service
