// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/case_acts.h"

#include "core/service/acts/act_sink.h"
#include "core/service/acts/annexes.h"
#include "core/service/acts/claim_rules.h"
#include "core/service/acts/credit_record.h"
#include "core/service/acts/event_drafts.h"
#include "core/service/acts/standing.h"
#include "core/service/acts/supplements.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>

namespace tongban::service {

namespace {

/// The version of a day; where there is none any more, the last one, whose rules then say why not.
Result<const permit::Item *> itemInForce(const Workspace &workspace, const storage::CaseRecord &record,
                                         Date day)
{
    const permit::Item *item = workspace.catalogue().item(record.item, day);
    return item != nullptr ? Result<const permit::Item *>(item) : itemOf(workspace, record);
}

/// Every case that is not automatic says why, with one code.
std::string reasonAfter(permit::Act act, const permit::CaseState &state, const std::string &before)
{
    if (act == permit::Act::IssuePaper)
        return before;
    if (act == permit::Act::RequestHuman)
        return std::string(reason::kHumanRequested);
    if (before.empty() && queueOf(state) == queue::kPeople)
        return std::string(reason::kTakenByPerson);
    return before;
}

/// A window acts on what it serves and on nothing else (S5, S6); this is the place that refuses, not a
/// button.
permit::WindowProblem windowProblem(const Workspace &workspace, const Actor &actor, const permit::Item &item)
{
    if (actor.hall.empty() && actor.window.empty())
        return permit::WindowProblem::None;
    return workspace.catalogue().windowProblem(actor.hall, actor.window, item);
}

/// Acts of the program come from the program alone, and those of applicants through the channel that knows
/// who they are; nobody takes such a role by saying so.
bool speaksFor(const Actor &actor)
{
    switch (actor.role) {
    case permit::Role::System: return false;
    case permit::Role::Applicant: return actor.account.starts_with("channel:");
    case permit::Role::Clerk:
    case permit::Role::Approver:
    case permit::Role::Supervisor:
    case permit::Role::Administrator: return true;
    }
    return false;
}

/// What the workflow table does not know: who says who he is, and where he sits.
std::optional<permit::ActRefusal> refusedBeforehand(const Workspace &workspace, const Actor &actor,
                                                    const permit::Item &item)
{
    if (!speaksFor(actor))
        return permit::ActRefusal{permit::ActProblem::RoleMayNot, "clerk;approver;supervisor", {}, 0};
    const auto problem = windowProblem(workspace, actor, item);
    if (problem != permit::WindowProblem::None)
        return permit::ActRefusal{
            permit::ActProblem::OutsideWindow, std::string(permit::name(problem)), {}, 0};
    return std::nullopt;
}

/// An act with everything it is judged by, and what speaks against it before the table is asked.
struct ReadyAct {
    storage::StoredCase stored;
    permit::CaseState before;
    const permit::Item *item = nullptr;
    Date opened{};
    permit::ActRequest request;
    std::vector<permit::ActRefusal> refusals;
};

Result<ReadyAct> prepare(Workspace &workspace, std::string_view key, const Actor &actor,
                         permit::ActRequest request, const SupplementRequest &supplement)
{
    ReadyAct ready;
    ready.stored = TRY(findCase(*workspace.parts().store, key));
    ready.before = TRY(permit::parseCaseState(ready.stored.standing.details));
    // An appointment or a pre-review becomes an application under the item and the rules of that day.
    const bool becomesApplication = request.act == permit::Act::Apply;
    ready.opened = becomesApplication ? officialDate(workspace.clock().now())
                                      : openedOn(ready.before, ready.stored.record);
    ready.item = TRY(becomesApplication ? itemInForce(workspace, ready.stored.record, ready.opened)
                                        : itemOf(workspace, ready.stored.record));
    if (const auto refusal = refusedBeforehand(workspace, actor, *ready.item))
        ready.refusals = {*refusal};
    else
        ready.refusals = TRY(accountRefusals(workspace, actor, request.signer));
    // Asked before the transaction: an agency may take its time, and nobody else waits for it.
    if (ready.refusals.empty() && request.act == permit::Act::Promise)
        request.unrepairedBadCredit =
            TRY(unrepairedBadCredit(workspace, ready.stored.record.applicantId, workspace.clock().now()));
    if (request.act == permit::Act::Supplement) {
        request.materials = supplement.materials;
        if (!supplement.materials.empty() || !supplement.fields.empty())
            request.detail = TRY(
                mergedDetail(request.detail, supplementDetail({supplement.materials, supplement.fields})));
    }
    const auto pinned = workspace.resources().ruleSets->inForce(ready.item->ruleSet, ready.opened);
    request.pinnedModel = pinned ? pinned->modelDigest().hex() : std::string();
    ready.request = std::move(request);
    return ready;
}

permit::ActResult judge(const Workspace &workspace, const ReadyAct &ready, const Actor &actor, Timestamp now,
                        std::int64_t acceptanceNo)
{
    const permit::Procedure procedure = workspace.resources().procedure();
    const permit::ActContext context{
        procedure,
        *ready.item,
        workspace.catalogue().whoDecides(*ready.item, ready.stored.record.district, ready.opened),
        actor.account,
        actor.role,
        actor.organisation,
        now,
        acceptanceNo};
    return permit::apply(ready.before, ready.request, context);
}

/// At a centre the last act may have been stamped a moment ahead of what this machine takes for its clock.
Result<Timestamp> stampAfter(Workspace &workspace, const permit::CaseState &before)
{
    const Timestamp stamp = TRY(workspace.stamp());
    return workspace.parts().joined ? std::max(stamp, before.changedAt) : stamp;
}

/// The place in the ledger; 0 = the centre gives it.
Result<std::int64_t> keepEvents(Workspace &workspace, std::int64_t version, const EventDrafts &events)
{
    ActSink sink(workspace);
    TRY(sink.add({version, {}, {}, 0}, events.prepared()));
    const auto places = TRY(sink.finish());
    return places.empty() ? 0 : places.front().n;
}

ActOutcome refused(const ReadyAct &ready, std::vector<permit::ActRefusal> refusals)
{
    return {std::move(refusals), std::string(permit::name(ready.before.state)), 0, {}};
}

} // namespace

Actor actorFor(const Workspace &workspace, const SignedIn &person, permit::State state, permit::Act act)
{
    const auto role = person.roleFor(*workspace.resources().workflow, state, act);
    const permit::Role otherwise =
        person.account.roles.empty() ? permit::Role::Clerk : person.account.roles.front();
    return {person.account.name, role.value_or(otherwise), person.account.organisation, person.account.hall,
            person.account.window};
}

Result<permit::ActResult> tryAct(Workspace &workspace, std::string_view key, const Actor &actor,
                                 permit::ActRequest request, const SupplementRequest &supplement)
{
    const ReadyAct ready = TRY(prepare(workspace, key, actor, std::move(request), supplement));
    if (!ready.refusals.empty())
        return permit::ActResult(tl::unexpected(ready.refusals));
    const Timestamp now = std::max(workspace.clock().now(), ready.before.changedAt);
    return judge(workspace, ready, actor, now, TRY(workspace.parts().nextAcceptanceNo()));
}

Result<ActOutcome> actOnCase(Workspace &workspace, std::string_view key, const Actor &actor,
                             permit::ActRequest request, const SupplementRequest &supplement)
{
    return actOnCaseWith(workspace, key, actor, std::move(request), supplement, {});
}

Result<ActOutcome> actOnCaseWith(Workspace &workspace, std::string_view key, const Actor &actor,
                                 permit::ActRequest request, const SupplementRequest &supplement,
                                 const WithAct &withAct)
{
    storage::Store &store = *workspace.parts().store;
    ReadyAct ready = TRY(prepare(workspace, key, actor, std::move(request), supplement));
    if (!ready.refusals.empty())
        return refused(ready, ready.refusals);
    auto transaction = TRY(store.begin());
    const Timestamp now = TRY(stampAfter(workspace, ready.before));
    const std::int64_t acceptanceNo = TRY(workspace.parts().nextAcceptanceNo());
    if (auto refusal = TRY(heldByOther(workspace, ready.stored, actor, ready.request.act)))
        return refused(ready, {*std::move(refusal)});
    auto applied = judge(workspace, ready, actor, now, acceptanceNo);
    if (!applied)
        return refused(ready, std::move(applied.error()));
    const storage::CaseRecord &record = ready.stored.record;
    storage::EventDigester digester;
    EventDrafts events;
    events.add(std::move(applied->event), record.id, record.district, digester);
    const auto standing =
        standingOf(applied->state, *ready.item, workspace.resources(),
                   reasonAfter(ready.request.act, applied->state, ready.stored.standing.reason));
    TRY(followClaim(workspace, ready.stored, standing, {actor, ready.request.act, now}));
    TRY(store.cases().update(record.no, ready.stored.standing.version, standing));
    if (ready.item->version != record.itemVersion)
        TRY(store.cases().setItemVersion(record.no, ready.item->version));
    TRY(keepAnnex(store.annexes(), record.no, ready.request, now));
    if (withAct)
        TRY(withAct(ready.stored, now));
    const std::int64_t place = TRY(keepEvents(workspace, ready.before.version, events));
    if (applied->state.acceptanceNo == acceptanceNo)
        TRY(workspace.parts().keepAcceptanceNo(acceptanceNo));
    TRY(workspace.parts().keepStamp(now));
    TRY(transaction.commit());
    ActOutcome outcome{{}, standing.state, place, {}};
    // The act is durable; a witness that could not be written must not make anybody do it again.
    if (const auto witnessed = place > 0 ? workspace.parts().witness(now) : Result<>(); !witnessed)
        outcome.warning = witnessed.error().detail;
    return outcome;
}

} // namespace tongban::service
