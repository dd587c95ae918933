// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases.h"

#include "core/approval/evidence_words.h"
#include "core/base/canonical_json.h"
#include "core/service/accounts.h"
#include "core/service/act_sink.h"
#include "core/service/case_line.h"
#include "core/service/case_lookup.h"
#include "core/service/claim_rules.h"
#include "core/service/credit_record.h"
#include "core/service/event_drafts.h"
#include "core/service/standing.h"
#include "core/service/supplements.h"
#include "core/service/workspace_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

Result<const permit::Item *> itemOf(const Workspace &workspace, const storage::CaseRecord &record)
{
    const permit::Item *item = workspace.catalogue().version(record.item, record.itemVersion);
    if (item == nullptr)
        return fail(ErrorCode::Corrupted,
                    "the catalogue has no version " + std::to_string(record.itemVersion) + " of "
                        + record.item);
    return item;
}

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

/// What the case waits for, as the act that made it wait tells it.
std::vector<EvidenceGap> waitingFor(const std::vector<StoryEvent> &events)
{
    std::vector<EvidenceGap> gaps;
    const auto last = std::find_if(events.rbegin(), events.rend(), [](const StoryEvent &event) {
        return event.act == permit::name(permit::Act::AwaitEvidence);
    });
    if (last == events.rend())
        return gaps;
    const auto body = parseJson(last->body);
    if (!body || !body->contains("detail") || !(*body)["detail"].is_object())
        return gaps;
    for (const auto &gap : (*body)["detail"].value("waiting_for", nlohmann::json::array()))
        gaps.push_back({gap.value("source", std::string()),
                        gap.value("record", std::string()),
                        gap.value("cause", std::string()),
                        {}});
    return gaps;
}

std::string gapWords(const Workspace &workspace, const EvidenceGap &gap, approval::Language language)
{
    const auto cause = approval::parseFactCause(gap.cause);
    return approval::recordWords(workspace.resources().dictionary, gap.source, gap.record, language)
        + (language == approval::Language::Chinese ? "," : "; ")
        + (cause ? std::string(approval::causeWords(*cause, language)) : gap.cause);
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

Result<> explainLatest(Workspace &workspace, const storage::StoredCase &stored, approval::Language language,
                       CaseStory &story)
{
    const auto rows = TRY(workspace.parts().store->decisions().ofCase(stored.record.no));
    if (rows.empty())
        return {};
    permit::ApplicationReader reader;
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const RemadeInputs remade = TRY(remakeInputs(library, stored.record, rows.back(), reader));
    approval::DecisionEngine engine;
    story.ruleSet = remade.ruleSet->code() + "/" + std::to_string(remade.ruleSet->version());
    story.capsule = rows.back().capsule.hex();
    story.explanation = approval::explain(*remade.ruleSet, remade.inputs, engine, language);
    return {};
}

/// At a centre the last act may have been stamped a moment ahead of what this machine takes for its clock.
Result<Timestamp> stampAfter(Workspace &workspace, const permit::CaseState &before)
{
    const Timestamp stamp = TRY(workspace.stamp());
    return workspace.parts().joined ? std::max(stamp, before.changedAt) : stamp;
}

/// The place in the ledger; 0 = the centre gives it.
Result<std::int64_t> record(Workspace &workspace, std::int64_t version, const EventDrafts &events)
{
    ActSink sink(workspace);
    TRY(sink.add({version, {}, {}, 0}, events.prepared()));
    const auto places = TRY(sink.finish());
    return places.empty() ? 0 : places.front().n;
}

} // namespace

Result<CaseStory> caseStory(Workspace &workspace, std::string_view key, approval::Language language)
{
    storage::Store &store = *workspace.parts().store;
    const storage::StoredCase stored = TRY(findCase(store, key));
    CaseStory story;
    story.line = TRY(lineOf(workspace, stored));
    story.id = stored.record.id.text();
    story.externalNo = stored.record.externalNo;
    story.application = stored.record.application;
    if (stored.record.duplicateOf)
        story.duplicateOf = TRY(store.cases().byId(*stored.record.duplicateOf)).record.serial;
    story.item = TRY(itemOf(workspace, stored.record));
    story.state = TRY(permit::parseCaseState(stored.standing.details));
    story.power = workspace.catalogue().whoDecides(*story.item, stored.record.district,
                                                   openedOn(story.state, stored.record));
    if (const ApprovalQueue *desk = workspace.resources().approvalQueues.queueFor(*story.item))
        story.approvalQueue = *desk;
    story.clocks = permit::readClocks(story.state, *story.item, workspace.resources().clockRules(),
                                      officialDate(workspace.clock().now()));
    for (const storage::StoredEvent &event : TRY(store.events().ofCase(stored.record.id)))
        story.events.push_back({event.district, event.n, event.act, event.stateAfter, event.actor, event.role,
                                event.at, event.reason, event.basis, event.body, event.hash.hex()});
    if (story.state.state == permit::State::EvidencePending)
        story.waitingFor = waitingFor(story.events);
    for (EvidenceGap &gap : story.waitingFor)
        gap.words = gapWords(workspace, gap, language);
    TRY(explainLatest(workspace, stored, language, story));
    return story;
}

Result<DeadlineAccount> caseClock(Workspace &workspace, std::string_view key, permit::ClockKind kind)
{
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    const permit::Item &item = *TRY(itemOf(workspace, stored.record));
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    return permit::clockAccount(state, item, workspace.resources().clockRules(), kind,
                                officialDate(workspace.clock().now()));
}

Result<ActOutcome> actOnCase(Workspace &workspace, std::string_view key, const Actor &actor,
                             permit::ActRequest request, const SupplementRequest &supplement)
{
    storage::Store &store = *workspace.parts().store;
    const storage::StoredCase stored = TRY(findCase(store, key));
    const permit::CaseState before = TRY(permit::parseCaseState(stored.standing.details));
    // An appointment or a pre-review becomes an application under the item and the rules of that day.
    const bool becomesApplication = request.act == permit::Act::Apply;
    const Date opened =
        becomesApplication ? officialDate(workspace.clock().now()) : openedOn(before, stored.record);
    const permit::Item &item = *TRY(becomesApplication ? itemInForce(workspace, stored.record, opened)
                                                       : itemOf(workspace, stored.record));
    if (const auto refusal = refusedBeforehand(workspace, actor, item))
        return ActOutcome{{*refusal}, std::string(permit::name(before.state)), 0, {}};
    if (auto refusals = TRY(accountRefusals(workspace, actor, request.signer)); !refusals.empty())
        return ActOutcome{std::move(refusals), std::string(permit::name(before.state)), 0, {}};
    // Asked before the transaction: an agency may take its time, and nobody else waits for it.
    if (request.act == permit::Act::Promise)
        request.unrepairedBadCredit =
            TRY(unrepairedBadCredit(workspace, stored.record.applicantId, workspace.clock().now()));
    auto transaction = TRY(store.begin());
    const Timestamp now = TRY(stampAfter(workspace, before));
    const std::int64_t acceptanceNo = TRY(workspace.parts().nextAcceptanceNo());
    const permit::Procedure procedure = workspace.resources().procedure();
    const permit::ActContext context{
        procedure,     item,        workspace.catalogue().whoDecides(item, stored.record.district, opened),
        actor.account, actor.role,  actor.organisation,
        now,           acceptanceNo};
    if (request.act == permit::Act::Supplement) {
        request.materials = supplement.materials;
        if (!supplement.materials.empty() || !supplement.fields.empty())
            request.detail = supplementDetail({supplement.materials, supplement.fields});
    }
    const auto pinned = workspace.resources().ruleSets->inForce(item.ruleSet, opened);
    request.pinnedModel = pinned ? pinned->modelDigest().hex() : std::string();
    if (auto refusal = TRY(heldByOther(workspace, stored, actor, request.act)))
        return ActOutcome{{*std::move(refusal)}, std::string(permit::name(before.state)), 0, {}};
    auto applied = permit::apply(before, request, context);
    if (!applied)
        return ActOutcome{std::move(applied.error()), std::string(permit::name(before.state)), 0, {}};
    storage::EventDigester digester;
    EventDrafts events;
    events.add(std::move(applied->event), stored.record.id, stored.record.district, digester);
    const auto standing = standingOf(applied->state, item, workspace.resources(),
                                     reasonAfter(request.act, applied->state, stored.standing.reason));
    TRY(followClaim(workspace, stored, standing, {actor, request.act, now}));
    TRY(store.cases().update(stored.record.no, stored.standing.version, standing));
    if (item.version != stored.record.itemVersion)
        TRY(store.cases().setItemVersion(stored.record.no, item.version));
    const std::int64_t place = TRY(record(workspace, before.version, events));
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
