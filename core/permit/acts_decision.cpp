// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"
#include "core/permit/act_work.h"
#include "core/permit/deadline.h"

namespace tongban::permit {

namespace {

void needAcceptance(ActWork &work)
{
    if (!work.before.isAccepted())
        work.refuse(ActProblem::NotAccepted);
}

/// What the program may decide alone: what the item names, where nobody has asked for a person and none has
/// had a hand in it (S22; Personal Information Protection Law, article 24).
void checkProgram(ActWork &work, AutomaticOutcome outcome)
{
    if (!work.byProgram())
        return;
    if (!work.context.item.automaticOutcomes.has(outcome))
        work.refuse(ActProblem::NotAutomatic);
    if (work.before.humanRequested)
        work.refuse(ActProblem::HumanRequested);
    if (work.before.touchedByHuman)
        work.refuse(ActProblem::TouchedByHuman);
}

/// Granting against what the rules found, or before they looked, is an override: it says why, and a second
/// person signs (S24). Where the applicant asked for a person, that person needs no rules.
void checkOverride(ActWork &work)
{
    if (work.byProgram())
        return;
    const bool isUnasked =
        work.context.item.isAutomatic() && !work.before.rulesAsked && !work.before.humanRequested;
    if (!work.before.adviceAgainst && !isUnasked)
        return;
    if (trimmed(work.request.reason).empty())
        work.refuse(isUnasked ? ActProblem::RulesNotAsked : ActProblem::ReasonMissing);
    work.needSigner(Role::Supervisor, Role::Approver);
}

void decide(ActWork &work, DecisionKind kind)
{
    const DecisionPower &power = work.context.power;
    if (power.powerEntry.empty() || work.basis.empty())
        work.refuse(ActProblem::BasisMissing);
    if (!work.refusals.empty())
        return;
    work.after.decision = {kind,
                           work.context.now,
                           std::string(work.context.actor),
                           work.byProgram(),
                           work.basis,
                           std::string(power.powerEntry),
                           std::string(power.organisation)};
    work.tell("organisation", power.organisation);
    work.tell("power_entry", power.powerEntry);
}

} // namespace

void promise(ActWork &work)
{
    const Item &item = work.context.item;
    if (item.safetyRelated)
        work.refuse(ActProblem::PromiseSafety);
    else if (!item.promiseAllowed)
        work.refuse(ActProblem::PromiseNotOffered);
    if (!work.request.unrepairedBadCredit)
        work.refuse(ActProblem::PromiseCreditUnknown);
    else if (*work.request.unrepairedBadCredit)
        work.refuse(ActProblem::PromiseBadCredit);
    work.after.promised = true;
    work.after.promiseDocument = work.request.document;
}

void withdrawPromise(ActWork &work)
{
    if (!work.before.promised)
        work.refuse(ActProblem::NoPromise);
    work.after.promised = false;
    work.after.promiseDocument.clear();
}

void refer(ActWork &work)
{
    // The program refers after its rules have looked at the case.
    if (work.byProgram() && work.context.item.isAutomatic())
        work.after.rulesAsked = true;
    if (!work.request.adviceAgainst)
        return;
    work.after.adviceAgainst = true;
    work.tellRaw("advice_against", "true");
}

void requestHuman(ActWork &work)
{
    work.after.humanRequested = true;
    if (!work.before.decision)
        return;
    // A decided case comes back only from a refusal that no person has seen.
    if (!work.before.decision->automatic || work.before.decision->kind != DecisionKind::Refused) {
        work.refuse(ActProblem::NotAutomatic);
        return;
    }
    work.after.decision.reset();
    work.after.delivery.reset();
    work.after.adviceAgainst = true;
}

void grant(ActWork &work)
{
    needAcceptance(work);
    checkProgram(work, AutomaticOutcome::Grant);
    if (work.before.conditional && !work.before.conditional->missing.empty())
        work.refuse(ActProblem::ConditionalOpen, joined(work.before.conditional->missing));
    checkOverride(work);
    decide(work, DecisionKind::Granted);
}

void refuseAutomatically(ActWork &work)
{
    needAcceptance(work);
    checkProgram(work, AutomaticOutcome::Refuse);
    decide(work, DecisionKind::Refused);
}

void proposeRefusal(ActWork &work)
{
    needAcceptance(work);
    work.after.proposal = {std::string(work.context.actor), work.reason, work.basis, work.context.now};
}

void countersign(ActWork &work)
{
    needAcceptance(work);
    const std::optional<RefusalProposal> &proposal = work.before.proposal;
    if (proposal && work.reason.empty())
        work.reason = proposal->reason;
    if (proposal && work.basis.empty())
        work.basis = proposal->basis;
    if (proposal)
        work.tell("proposer", proposal->proposer);
    decide(work, DecisionKind::Refused);
}

void rejectProposal(ActWork &work)
{
    work.after.proposal.reset();
}

void revoke(ActWork &work)
{
    if (!work.before.decision || work.before.decision->kind != DecisionKind::Granted)
        work.refuse(ActProblem::NotGranted);
}

void extend(ActWork &work)
{
    needAcceptance(work);
    const LegalLimit limit =
        work.context.item.jointHandling ? LegalLimit::JointExtensionDays : LegalLimit::ExtensionDays;
    const int longest = work.context.procedure.limits.days(limit, work.today);
    if (work.before.extension)
        work.refuse(ActProblem::ExtendedAlready, {}, work.before.extension->grantedOn);
    if (work.request.workdays < 1 || work.request.workdays > longest)
        work.refuse(ActProblem::ExtensionTooLong, {}, {}, longest);
    if (work.before.isAccepted()) {
        const Calendar &calendar = work.context.procedure.calendar;
        const Date last = decisionDeadline(work.before, work.context.item, calendar, work.today).date;
        if (work.today > last)
            work.refuse(ActProblem::LimitPassed, {}, last);
    }
    const bool bySigner = work.context.role != Role::Supervisor && work.request.signer;
    work.after.extension = {work.request.workdays, work.today,
                            bySigner ? work.request.signer->actor : std::string(work.context.actor)};
    work.tell("workdays", work.request.workdays);
}

void suspend(ActWork &work)
{
    needAcceptance(work);
    if (!work.before.suspensions.empty() && !work.before.suspensions.back().through)
        work.refuse(ActProblem::AlreadySuspended, {}, work.before.suspensions.back().from);
    if (work.request.dueOn && *work.request.dueOn < work.today)
        work.refuse(ActProblem::DueDayOutOfRange, {}, work.today);
    work.after.suspensions.push_back(
        {work.request.suspension, work.today, std::nullopt, work.request.document, work.request.dueOn});
    work.tell("kind", name(work.request.suspension));
    if (work.request.dueOn)
        work.tell("planned_end", isoDate(*work.request.dueOn));
}

void resume(ActWork &work)
{
    if (work.after.suspensions.empty())
        return;
    // The day on which work goes on counts again; so does what lies behind the time that the applicant was
    // told, however late somebody notices.
    Suspension &last = work.after.suspensions.back();
    last.through = work.today - std::chrono::days(1);
    if (!last.plannedEnd)
        return;
    if (work.byProgram() && work.today <= *last.plannedEnd)
        work.refuse(ActProblem::SuspensionRunning, {}, last.plannedEnd);
    last.through = std::min(*last.through, *last.plannedEnd);
}

void withdraw(ActWork &work)
{
    // The program ends an application only when the applicant let the time to supplement pass.
    if (work.byProgram() && work.before.state == State::SupplementPending && !work.before.notices.empty()
        && work.today <= work.before.notices.back().dueOn)
        work.refuse(ActProblem::NoticeRunning, {}, work.before.notices.back().dueOn);
    if (work.before.state == State::Suspended && !work.after.suspensions.empty())
        work.after.suspensions.back().through = work.today;
}

} // namespace tongban::permit
