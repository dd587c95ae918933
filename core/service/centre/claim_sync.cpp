// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/claim_sync.h"

#include "core/central/claims.h"
#include "core/service/acts/act_sink.h"
#include "core/service/acts/claim_rules.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>

namespace tongban::service {

namespace {

using Central = std::vector<storage::CentralClaimRow>;

/// As rows of this store; a case that is not copied yet comes with a later round.
Result<Central> rowsOf(storage::Store &store, const std::vector<central::LiveClaim> &live, const Uuid &device)
{
    Central rows;
    for (const central::LiveClaim &claim : live)
        if (const auto caseNo = TRY(store.cases().noOf(claim.caseId)))
            rows.push_back({*caseNo, claim.account, claim.device == device, claim.until});
    std::ranges::sort(rows, {}, &storage::CentralClaimRow::caseNo);
    return rows;
}

const storage::CentralClaimRow *claimOn(std::int64_t caseNo, const Central &claims)
{
    const auto found = std::ranges::lower_bound(claims, caseNo, {}, &storage::CentralClaimRow::caseNo);
    return found == claims.end() || found->caseNo != caseNo ? nullptr : &*found;
}

Result<> endHere(Workspace &workspace, std::int64_t caseNo, const storage::ClaimRow &held,
                 std::string_view why)
{
    storage::ClaimStore &claims = workspace.parts().store->claims();
    storage::ClaimStepRow step;
    step.caseNo = caseNo;
    step.kind = "released";
    step.account = held.holder;
    step.at = TRY(workspace.stamp());
    step.since = held.since;
    step.before = held.holder;
    step.reason = "centre:" + std::string(why);
    TRY(claims.addStep(step));
    return claims.drop(caseNo);
}

/// A claim on its way is not asked for twice.
Result<bool> isAsked(storage::Store &store, const Uuid &caseId)
{
    return std::ranges::any_of(TRY(store.outbox().ofCase(caseId)), [](const storage::OutboxRow &row) {
        return row.kind == kClaimKind && row.entry.state == sync::CommandState::Saved;
    });
}

/// What has to happen to the claims of this desktop.
struct Settling {
    struct Lost {
        std::int64_t caseNo = 0;
        storage::ClaimRow held;
    };
    struct Renewed {
        storage::CaseAddress address;
        permit::Role role = permit::Role::Approver;
    };
    std::vector<Lost> lost;
    std::vector<Renewed> renewed;

    bool isEmpty() const { return lost.empty() && renewed.empty(); }
};

/// Every claim of this desktop in the district against what the centre says. One whose case has gone, or
/// waits elsewhere by now, holds nothing and is not asked for.
Result<Settling> settlingOf(Workspace &workspace, int district, const Central &claims, Timestamp thereNow)
{
    storage::Store &store = *workspace.parts().store;
    Settling settling;
    for (const auto &[caseNo, held] : TRY(store.claims().all())) {
        if (!TRY(store.claims().of(caseNo)))
            continue;
        const auto address = TRY(store.cases().addressOf(caseNo));
        if (!address || address->district != district || TRY(isAsked(store, address->id)))
            continue;
        const storage::CentralClaimRow *there = claimOn(caseNo, claims);
        if (there != nullptr && !there->isMine)
            settling.lost.push_back({caseNo, held});
        else if (there == nullptr || there->until < thereNow + kRenewClaimBefore)
            settling.renewed.push_back({*address, TRY(claimRoleOf(workspace, held.holder))});
    }
    return settling;
}

} // namespace

/// A round in which nothing is different reads, and takes nobody's turn to write.
Result<bool> syncClaims(Workspace &workspace, central::Connection &connection, int district)
{
    storage::Store &store = *workspace.parts().store;
    const auto replica = TRY(store.replica().of(district));
    if (!replica || !workspace.parts().joined->isPerson())
        return false;
    const Central now = TRY(rowsOf(store, TRY(central::liveClaims(connection, district)), replica->device));
    const Timestamp thereNow = workspace.clock().now() + workspace.parts().joined->clockOffset;
    if (now == TRY(store.claims().centralIn(district))
        && TRY(settlingOf(workspace, district, now, thereNow)).isEmpty())
        return false;
    auto transaction = TRY(store.begin());
    const bool isNew = now != TRY(store.claims().centralIn(district));
    if (isNew)
        TRY(store.claims().putCentral(district, now));
    // Once more: somebody may have put a case back meanwhile.
    const Settling settling = TRY(settlingOf(workspace, district, now, thereNow));
    for (const Settling::Lost &lost : settling.lost)
        TRY(endHere(workspace, lost.caseNo, lost.held, "claim_lost"));
    for (const Settling::Renewed &renewed : settling.renewed)
        TRY(askForClaim(workspace, renewed.address, renewed.role, ClaimAsked::Claim));
    TRY(transaction.commit());
    return isNew || !settling.lost.empty();
}

Result<> giveUpClaim(Workspace &workspace, const Uuid &caseId, std::string_view why)
{
    storage::Store &store = *workspace.parts().store;
    const auto caseNo = TRY(store.cases().noOf(caseId));
    if (!caseNo)
        return {};
    const auto held = TRY(store.claims().of(*caseNo));
    return held ? endHere(workspace, *caseNo, *held, why) : Result<>();
}

bool standsAlone(const storage::OutboxRow &claim, const std::vector<storage::OutboxRow> &rows)
{
    return claim.kind == kClaimKind && std::ranges::none_of(rows, [&](const storage::OutboxRow &row) {
               return row.entry.tokenFrom == claim.entry.id;
           });
}

} // namespace tongban::service
