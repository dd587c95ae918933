// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"

#include "core/service/accounts/account_rows.h"
#include "core/service/acts/act_sink.h"
#include "core/service/acts/claim_rules.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/queues.h"
#include "core/service/workspace/workspace_parts.h"

#include <array>
#include <functional>

namespace tongban::service {

using permit::Act;
using permit::Role;

namespace {

/// Further than this nobody counts who was passed over.
constexpr int kMostPassedOver = 999;

constexpr std::array<std::string_view, 8> kProblems{"none",         "waits_for_nobody", "held_by_other",
                                                    "not_held",     "out_of_turn",      "reason_missing",
                                                    "role_may_not", "account_unknown"};

/// Writes down what the applicant did or what was put right, or prints: whoever holds the case is not in the
/// way.
bool isFree(Act act)
{
    switch (act) {
    case Act::Supplement:
    case Act::Promise:
    case Act::WithdrawPromise:
    case Act::RecordEvidence:
    case Act::RequestHuman:
    case Act::CheckIn:
    case Act::Withdraw:
    case Act::IssuePaper:
    case Act::Rectify: return true;
    default: return false;
    }
}

bool isStaff(const Actor &actor)
{
    return actor.role != Role::Applicant && actor.role != Role::System;
}

/// The worker's own queue has no order among people.
Result<int> passedOver(storage::Store &store, const storage::StoredCase &stored)
{
    if (stored.standing.queue != queue::kPeople)
        return 0;
    return static_cast<int>(TRY(store.claims().passedOver(stored, kMostPassedOver)));
}

storage::ClaimStepRow step(const storage::StoredCase &stored, const char *kind, const std::string &account,
                           Timestamp at)
{
    storage::ClaimStepRow row;
    row.caseNo = stored.record.no;
    row.kind = kind;
    row.account = account;
    row.at = at;
    return row;
}

Result<ClaimProblem> mayClaim(Workspace &workspace, const SignedIn &person)
{
    storage::AccountStore &accounts = workspace.parts().store->accounts();
    if (!TRY(accounts.isEmpty())) {
        const auto row = TRY(accounts.byName(person.account.name));
        if (!row || row->disabled)
            return ClaimProblem::AccountUnknown;
    }
    for (const Role role : {Role::Clerk, Role::Approver, Role::Supervisor})
        if (person.account.holds(role))
            return ClaimProblem::None;
    return ClaimProblem::RoleMayNot;
}

ClaimOutcome outcomeOf(const std::optional<Holder> &held)
{
    ClaimOutcome outcome;
    if (held) {
        outcome.holder = held->account;
        outcome.holderName = held->name;
        outcome.since = held->since;
        outcome.until = held->until;
    }
    return outcome;
}

/// Why the claim is not taken, as far as the present holder goes.
ClaimProblem problemWith(const std::optional<Holder> &held, const SignedIn &person,
                         const ClaimRequest &request)
{
    if (!held)
        return ClaimProblem::None;
    if (!request.takeOver)
        return ClaimProblem::HeldByOther;
    if (!person.account.holds(Role::Supervisor))
        return ClaimProblem::RoleMayNot;
    return request.reason.empty() ? ClaimProblem::ReasonMissing : ClaimProblem::None;
}

Result<std::vector<ClaimStep>> stepsThat(Workspace &workspace,
                                         const std::function<bool(const storage::ClaimStepRow &)> &fits)
{
    std::vector<storage::ClaimStepRow> rows;
    storage::Store &store = *workspace.parts().store;
    TRY(store.claims().scanSteps([&](const storage::ClaimStepRow &row) {
        if (fits(row))
            rows.push_back(row);
    }));
    std::vector<ClaimStep> steps;
    for (storage::ClaimStepRow &row : rows) {
        const storage::StoredCase stored = TRY(store.cases().byNo(row.caseNo));
        steps.push_back({stored.record.serial, stored.record.item, std::move(row.kind),
                         std::move(row.account), row.at, row.since, std::move(row.before),
                         static_cast<int>(row.passedOver), std::move(row.reason)});
    }
    return steps;
}

} // namespace

std::string_view name(ClaimProblem problem)
{
    return kProblems[static_cast<std::size_t>(problem)];
}

Result<std::string> displayName(Workspace &workspace, const std::string &account)
{
    auto row = TRY(workspace.parts().store->accounts().byName(account));
    return row && !row->displayName.empty() ? std::move(row->displayName) : account;
}

Role claimRole(const Account &account)
{
    for (const Role role : {Role::Approver, Role::Clerk})
        if (account.holds(role))
            return role;
    return Role::Supervisor;
}

Result<Role> claimRoleOf(Workspace &workspace, std::string_view account)
{
    const auto row = TRY(workspace.parts().store->accounts().byName(account));
    return row ? claimRole(accountOf(*row)) : Role::Approver;
}

Result<std::optional<Holder>> holderOf(Workspace &workspace, std::int64_t caseNo)
{
    Workspace::Parts &parts = workspace.parts();
    if (const auto held = TRY(parts.store->claims().of(caseNo)))
        return std::optional(
            Holder{held->holder, TRY(displayName(workspace, held->holder)), held->since, {}});
    if (!parts.joined)
        return std::optional<Holder>();
    const auto there = TRY(parts.store->claims().centralOf(caseNo));
    const bool isOver = there && there->until <= workspace.clock().now() + parts.joined->clockOffset;
    // One of this desktop's own is the acts' of a moment ago.
    if (!there || there->isMine || isOver)
        return std::optional<Holder>();
    return std::optional(Holder{there->holder, TRY(displayName(workspace, there->holder)), {}, there->until});
}

Result<std::optional<permit::ActRefusal>> heldByOther(Workspace &workspace, const storage::StoredCase &stored,
                                                      const Actor &actor, Act act)
{
    using Refusal = std::optional<permit::ActRefusal>;
    if (!isStaff(actor) || isFree(act))
        return Refusal();
    const auto held = TRY(holderOf(workspace, stored.record.no));
    if (!held || (!held->until && held->account == actor.account))
        return Refusal();
    return Refusal({permit::ActProblem::HeldByOther, held->name, {}, 0});
}

Result<> followClaim(Workspace &workspace, const storage::StoredCase &before,
                     const storage::CaseStanding &after, const DoneAct &done)
{
    storage::Store &store = *workspace.parts().store;
    const auto held = TRY(store.claims().of(before.record.no));
    if (!held) {
        if (!isStaff(done.actor) || isFree(done.act) || before.standing.queue != queue::kPeople)
            return {};
        storage::ClaimStepRow row = step(before, "picked", done.actor.account, done.at);
        row.passedOver = TRY(passedOver(store, before));
        row.reason = permit::name(done.act);
        return store.claims().addStep(row);
    }
    if (after.queue == before.standing.queue && done.act != Act::ProposeRefusal)
        return {};
    storage::ClaimStepRow row = step(before, "done", held->holder, done.at);
    row.since = held->since;
    row.before = held->holder;
    row.reason = permit::name(done.act);
    TRY(store.claims().addStep(row));
    return store.claims().drop(before.record.no);
}

Result<ClaimOutcome> claimOf(Workspace &workspace, std::string_view key)
{
    storage::Store &store = *workspace.parts().store;
    const storage::StoredCase stored = TRY(findCase(store, key));
    ClaimOutcome outcome = outcomeOf(TRY(holderOf(workspace, stored.record.no)));
    if (stored.standing.queue.empty())
        outcome.problem = ClaimProblem::WaitsForNobody;
    return outcome;
}

Result<ClaimOutcome> claimCase(Workspace &workspace, std::string_view key, const SignedIn &person,
                               const ClaimRequest &request)
{
    ClaimOutcome refused;
    refused.problem = TRY(mayClaim(workspace, person));
    if (refused.problem != ClaimProblem::None)
        return refused;
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    const storage::StoredCase stored = TRY(findCase(store, key));
    const auto held = TRY(holderOf(workspace, stored.record.no));
    if (held && held->since && held->account == person.account.name)
        return outcomeOf(held);
    refused = outcomeOf(held);
    refused.problem =
        stored.standing.queue.empty() ? ClaimProblem::WaitsForNobody : problemWith(held, person, request);
    refused.passedOver = held ? 0 : TRY(passedOver(store, stored));
    if (refused.problem == ClaimProblem::None && refused.passedOver > 0 && request.reason.empty())
        refused.problem = ClaimProblem::OutOfTurn;
    if (refused.problem != ClaimProblem::None)
        return refused;
    const Timestamp now = TRY(workspace.stamp());
    const storage::ClaimRow claim{person.account.name, now};
    storage::ClaimStepRow row = step(stored, held ? "taken_over" : "claimed", claim.holder, now);
    row.passedOver = refused.passedOver;
    row.reason = request.reason;
    if (held) {
        row.before = held->account;
        row.since = held->since;
    }
    TRY(store.claims().put(stored.record.no, stored.standing.queue, claim));
    TRY(store.claims().addStep(row));
    const bool isSeized = held && held->until;
    TRY(askForClaim(workspace, addressOf(stored), isSeized ? Role::Supervisor : claimRole(person.account),
                    isSeized ? ClaimAsked::Seize : ClaimAsked::Claim));
    TRY(workspace.parts().keepStamp(now));
    TRY(transaction.commit());
    ClaimOutcome done = outcomeOf(TRY(holderOf(workspace, stored.record.no)));
    done.passedOver = refused.passedOver;
    return done;
}

Result<ClaimOutcome> releaseCase(Workspace &workspace, std::string_view key, const SignedIn &person)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    const storage::StoredCase stored = TRY(findCase(store, key));
    const auto held = TRY(store.claims().of(stored.record.no));
    if (!held || held->holder != person.account.name) {
        ClaimOutcome refused = outcomeOf(TRY(holderOf(workspace, stored.record.no)));
        refused.problem = refused.holder.empty() ? ClaimProblem::NotHeld : ClaimProblem::HeldByOther;
        return refused;
    }
    const Timestamp now = TRY(workspace.stamp());
    storage::ClaimStepRow row = step(stored, "released", held->holder, now);
    row.since = held->since;
    row.before = held->holder;
    TRY(store.claims().drop(stored.record.no));
    TRY(store.claims().addStep(row));
    TRY(askForClaim(workspace, addressOf(stored), claimRole(person.account), ClaimAsked::Release));
    TRY(workspace.parts().keepStamp(now));
    TRY(transaction.commit());
    return ClaimOutcome();
}

Result<std::vector<ClaimStep>> claimSteps(Workspace &workspace, std::string_view key)
{
    storage::Store &store = *workspace.parts().store;
    const storage::StoredCase stored = TRY(findCase(store, key));
    std::vector<ClaimStep> steps;
    for (storage::ClaimStepRow &row : TRY(store.claims().stepsOf(stored.record.no)))
        steps.push_back({stored.record.serial, stored.record.item, std::move(row.kind),
                         std::move(row.account), row.at, row.since, std::move(row.before),
                         static_cast<int>(row.passedOver), std::move(row.reason)});
    return steps;
}

Result<std::vector<ClaimStep>> finishedClaims(Workspace &workspace)
{
    return stepsThat(workspace, [](const storage::ClaimStepRow &row) { return row.kind == "done"; });
}

Result<std::vector<ClaimStep>> picksOutOfTurn(Workspace &workspace)
{
    return stepsThat(workspace, [](const storage::ClaimStepRow &row) { return row.passedOver > 0; });
}

} // namespace tongban::service
