// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/act_rules.h"

#include "core/base/text.h"
#include "core/permit/act_work.h"
#include "core/permit/application.h"
#include "core/permit/catalogue.h"
#include "core/permit/enum_names.h"
#include "core/permit/intake_values.h"

#include <algorithm>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<ActProblem::SuspensionRunning> kProblems{
    "undefined_here",       "role_may_not",           "reason_missing",
    "basis_missing",        "document_missing",       "signer_missing",
    "signer_is_actor",      "signer_may_not",         "same_person",
    "actor_missing",        "outside_power",          "wrong_item_version",
    "item_cancelled",       "clock_went_back",        "already_accepted",
    "not_accepted",         "too_early_to_deem",      "notice_incomplete",
    "second_notice",        "material_unknown",       "material_not_minor",
    "nothing_missing",      "conditional_open",       "due_day_missing",
    "due_day_out_of_range", "promise_not_offered",    "promise_safety",
    "promise_bad_credit",   "promise_credit_unknown", "no_promise",
    "human_requested",      "touched_by_human",       "not_automatic",
    "extended_already",     "extension_too_long",     "already_suspended",
    "visit_reason_missing", "courier_not_offered",    "waybill_invalid",
    "receiver_missing",     "nothing_delivered",      "not_granted",
    "account_invalid",      "text_invalid",           "notice_running",
    "limit_passed",         "material_delivered",     "nothing_sent",
    "rules_not_asked",      "outside_window",         "account_unknown",
    "role_not_held",        "held_by_other",          "rating_missing",
    "rated_already",        "nothing_to_rectify",     "suspension_running"};

bool isStaff(Role role)
{
    switch (role) {
    case Role::Applicant:
    case Role::System: return false;
    case Role::Clerk:
    case Role::Approver:
    case Role::Supervisor:
    case Role::Administrator: return true;
    }
    return true;
}

/// Acts by which the power of the authority is used, and not only its counter.
bool usesPower(Act act)
{
    return act == Act::Grant || act == Act::Refuse || act == Act::ProposeRefusal || act == Act::Countersign
        || act == Act::Extend || act == Act::Revoke;
}

/// What enters the ledger stays there for ever and is read on paper: valid, visible and of a length that a
/// person reads.
void checkText(ActWork &work, std::string_view what, std::string_view text)
{
    constexpr std::size_t kLongest = 4000;
    if (findInvalidUtf8(text) || text.size() > kLongest || hasControlCharacters(text) || hasInvisible(text))
        work.refuse(ActProblem::TextInvalid, std::string(what));
}

bool isBlank(std::string_view text)
{
    return trimmed(text).empty();
}

void checkContext(ActWork &work)
{
    const ActContext &context = work.context;
    if (context.actor.empty())
        work.refuse(ActProblem::ActorMissing);
    else if (!isAccountName(context.actor))
        work.refuse(ActProblem::AccountInvalid);
    if (work.request.signer && !work.request.signer->actor.empty()
        && !isAccountName(work.request.signer->actor))
        work.refuse(ActProblem::AccountInvalid);
    checkText(work, "reason", work.request.reason);
    checkText(work, "basis", work.request.basis);
    checkText(work, "document", work.request.document);
    if (work.before.version > 0 && context.now < work.before.changedAt)
        work.refuse(ActProblem::ClockWentBack, {}, officialDate(work.before.changedAt));
    // An appointment or a pre-review becomes an application under the version in force on that day.
    const bool pinned = work.before.version > 0 && work.request.act != Act::Apply;
    if (pinned && (context.item.code != work.before.item || context.item.version != work.before.itemVersion))
        work.refuse(ActProblem::WrongItemVersion, work.before.item, {}, work.before.itemVersion);
    if (usesPower(work.request.act) && !context.organisation.empty()
        && context.organisation != context.power.organisation)
        work.refuse(ActProblem::OutsidePower, std::string(context.power.organisation));
}

void checkNeeds(ActWork &work, Needs needs)
{
    const ActRequest &request = work.request;
    if (needs.has(Need::Reason) && isBlank(request.reason))
        work.refuse(ActProblem::ReasonMissing);
    if (needs.has(Need::Basis) && isBlank(request.basis))
        work.refuse(ActProblem::BasisMissing);
    if (needs.has(Need::Document) && isBlank(request.document))
        work.refuse(ActProblem::DocumentMissing);
    if (needs.has(Need::SecondPerson) && work.before.proposal
        && work.before.proposal->proposer == work.context.actor)
        work.refuse(ActProblem::SamePerson);
    if (needs.has(Need::Signer))
        work.needSigner(Role::Supervisor, request.act == Act::Revoke ? Role::Approver : Role::Supervisor);
}

void doAct(ActWork &work)
{
    switch (work.request.act) {
    case Act::Book:
    case Act::PreReview: return;
    case Act::Apply: return receiveApplication(work);
    case Act::Accept: return accept(work);
    case Act::Decline: return decline(work);
    case Act::GiveNotice: return giveNotice(work);
    case Act::DeemAccepted: return deemAccepted(work);
    case Act::Supplement: return supplement(work);
    case Act::AcceptConditionally: return acceptConditionally(work);
    case Act::Promise: return promise(work);
    case Act::WithdrawPromise: return withdrawPromise(work);
    case Act::RecordEvidence:
    case Act::AwaitEvidence: return;
    case Act::Grant: return grant(work);
    case Act::Refuse: return refuseAutomatically(work);
    case Act::Refer: return refer(work);
    case Act::ProposeRefusal: return proposeRefusal(work);
    case Act::Countersign: return countersign(work);
    case Act::RejectProposal: return rejectProposal(work);
    case Act::Extend: return extend(work);
    case Act::Suspend: return suspend(work);
    case Act::Resume: return resume(work);
    case Act::RequestHuman: return requestHuman(work);
    case Act::CheckIn: return checkIn(work);
    case Act::DeliverInPerson: return deliverInPerson(work);
    case Act::SendByCourier: return sendByCourier(work);
    case Act::ReturnParcel: return returnParcel(work);
    case Act::Close: return close(work);
    case Act::Withdraw: return withdraw(work);
    case Act::Revoke: return revoke(work);
    case Act::IssuePaper: return;
    case Act::Rate: return rate(work);
    case Act::Rectify: return rectify(work);
    }
}

bool isWaiting(State state)
{
    return state == State::EvidencePending || state == State::Suspended;
}

void moveTo(ActWork &work, const Target &target)
{
    CaseState &state = work.after;
    switch (target.kind) {
    case Target::Kind::Unchanged: break;
    case Target::Kind::Back:
        state.state = state.waitingFrom.empty() ? State::Referred : state.waitingFrom.back();
        if (!state.waitingFrom.empty())
            state.waitingFrom.pop_back();
        break;
    case Target::Kind::State:
        if (isWaiting(target.state))
            state.waitingFrom.push_back(work.before.state);
        else
            state.waitingFrom.clear();
        state.state = target.state;
        break;
    }
    // What was accepted while it waited does not go back to waiting for acceptance.
    if (state.isAccepted()) {
        std::ranges::replace(state.waitingFrom, State::Applied, State::Accepted);
        if (target.kind == Target::Kind::Back && state.state == State::Applied)
            state.state = State::Accepted;
    }
}

void enterStep(ActWork &work)
{
    CaseState &state = work.after;
    const std::optional<Step> step = stepOf(state);
    const bool receivedAnew = state.round != work.before.round;
    if (step == work.before.step && !receivedAnew)
        return;
    state.step = step;
    state.stepSince = step == Step::Accept && state.receivedOn ? *state.receivedOn : work.today;
    if (step == Step::Review && !work.before.isAccepted() && state.acceptedOn)
        state.stepSince = *state.acceptedOn;
    if (!step)
        state.stepSince = Date{};
}

ActEvent eventOf(ActWork &work)
{
    const ActRequest &request = work.request;
    if (!request.document.empty())
        work.tell("document", request.document);
    if (!request.detail.empty())
        work.tellRaw("detail", request.detail);
    if (request.signer && !request.signer->actor.empty()) {
        work.tell("signer", request.signer->actor);
        work.tell("signer_role", name(request.signer->role));
    }
    return {request.act,      work.after.state,       std::string(work.context.actor), work.context.role,
            work.context.now, std::move(work.reason), std::move(work.basis),           work.bodyText()};
}

ActResult finish(ActWork &work, const Target &target)
{
    if (!work.refusals.empty())
        return tl::unexpected(std::move(work.refusals));
    moveTo(work, target);
    enterStep(work);
    // Who prints a paper has no hand in the decision.
    if (isStaff(work.context.role) && work.request.act != Act::IssuePaper && work.request.act != Act::Rectify
        && work.before.isAccepted() && !work.before.decision)
        work.after.touchedByHuman = true;
    ++work.after.version;
    work.after.changedAt = work.context.now;
    if (work.context.isRecorded)
        return AppliedAct{std::move(work.after), {}};
    work.tell("standing", standingDigest(canonicalText(work.after)));
    ActEvent event = eventOf(work);
    return AppliedAct{std::move(work.after), std::move(event)};
}

ActResult run(ActWork &work, std::optional<State> from)
{
    const Workflow &workflow = work.context.procedure.workflow;
    const Act act = work.request.act;
    const Transition transition = workflow.transition(from, act, work.context.role);
    switch (transition.answer) {
    case Transition::Answer::Allowed: break;
    case Transition::Answer::UndefinedHere:
        work.refuse(ActProblem::UndefinedHere, from ? std::string(name(*from)) : std::string());
        return finish(work, transition.target);
    case Transition::Answer::RoleMayNot: {
        std::string roles;
        for (const Role role : workflow.rolesFor(from, act))
            roles += (roles.empty() ? "" : ";") + std::string(name(role));
        work.refuse(ActProblem::RoleMayNot, std::move(roles));
        return finish(work, transition.target);
    }
    }
    checkContext(work);
    checkNeeds(work, transition.needs);
    doAct(work);
    return finish(work, transition.target);
}

/// A day of receipt that is stated long after it starts clocks that have run out already (article 32). It
/// binds all the same if it is true; whether it is, somebody says who knows, or a person finds out.
void lookAtReceipt(ActWork &work)
{
    const Procedure &procedure = work.context.procedure;
    const Date received = *work.after.receivedOn;
    const int days = procedure.limits.days(LegalLimit::AcceptanceDays, received);
    if (work.today <= procedure.calendar.addWorkdays(received, days).date)
        return;
    if (work.request.receiptVouched) {
        work.tell("receipt_vouched", 1);
        return;
    }
    work.after.takenInLate = work.today;
    work.tell("taken_in_late", isoDate(work.today));
}

} // namespace

ActResult open(const ActRequest &request, const ActContext &context, int district, Timestamp receivedAt)
{
    CaseState state;
    state.item = context.item.code;
    state.itemVersion = context.item.version;
    state.district = district;
    ActWork work(state, request, context);
    const Date day = officialDate(receivedAt);
    if (receivedAt > context.now + kChannelClockTolerance)
        work.refuse(ActProblem::ClockWentBack, {}, day);
    if (const auto refusal = refusesNewCases(context.item, day))
        work.refuse(ActProblem::ItemCancelled, std::string(refusal->basis), refusal->since);
    if (request.act == Act::Apply) {
        work.after.receivedOn = day;
        lookAtReceipt(work);
    }
    return run(work, std::nullopt);
}

ActResult apply(const CaseState &state, const ActRequest &request, const ActContext &context)
{
    ActWork work(state, request, context);
    return run(work, state.state);
}

std::vector<Act> possibleActs(const CaseState &state, const Workflow &workflow, Role role)
{
    return workflow.actsFor(state.state, role);
}

bool isAccountName(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789._-:@";
    return !text.empty() && text.size() <= kLongest
        && text.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::string_view name(ActProblem problem)
{
    return nameIn(kProblems, problem);
}

} // namespace tongban::permit
