// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/case_desk.h"

#include "core/approval/rule_listing.h"
#include "core/service/acts/case_acts.h"
#include "core/service/acts/claim_rules.h"
#include "core/service/acts/decision_acts.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <array>

namespace tongban::service {

using permit::Act;
using permit::ActProblem;
using permit::Role;

namespace {

/// Acts that people at a desk do; what comes in anew has its own form, and the program's acts are the
/// program's.
constexpr std::array kStaffActs{Act::Apply,
                                Act::PreReview,
                                Act::Accept,
                                Act::Decline,
                                Act::GiveNotice,
                                Act::Supplement,
                                Act::AcceptConditionally,
                                Act::Promise,
                                Act::WithdrawPromise,
                                Act::RecordEvidence,
                                Act::AwaitEvidence,
                                Act::Grant,
                                Act::Refer,
                                Act::ProposeRefusal,
                                Act::Countersign,
                                Act::RejectProposal,
                                Act::Extend,
                                Act::Suspend,
                                Act::Resume,
                                Act::RequestHuman,
                                Act::CheckIn,
                                Act::DeliverInPerson,
                                Act::SendByCourier,
                                Act::ReturnParcel,
                                Act::Close,
                                Act::Withdraw,
                                Act::Revoke};

/// Articles that decisions of every item rest on.
constexpr std::string_view kRefuseBasis = "《中华人民共和国行政许可法》第三十八条第二款";
constexpr std::string_view kDeclineBasis = "《中华人民共和国行政许可法》第三十二条";
constexpr std::string_view kRevokeBasis = "《中华人民共和国行政许可法》第六十九条";
constexpr std::string_view kGrantReason = "申请符合法定条件、标准。";

/// What a form shows beyond what has to be filled in.
std::vector<ActInput> usualInputs(Act act, const permit::CaseState &state)
{
    switch (act) {
    case Act::GiveNotice:
        if (state.notices.empty())
            return {ActInput::Defects, ActInput::DueDay, ActInput::Reason};
        return {ActInput::Defects, ActInput::DueDay, ActInput::Reason, ActInput::Signer};
    case Act::AcceptConditionally: return {ActInput::Materials, ActInput::DueDay, ActInput::Document};
    case Act::Supplement: return {ActInput::Materials};
    case Act::Grant:
    case Act::ProposeRefusal:
    case Act::Decline: return {ActInput::Reason, ActInput::Basis};
    case Act::Countersign: return {ActInput::Reason, ActInput::Basis};
    case Act::Revoke: return {ActInput::Reason, ActInput::Basis, ActInput::Signer};
    case Act::Suspend: return {ActInput::Suspension, ActInput::Document, ActInput::DueDay, ActInput::Reason};
    case Act::Extend: return {ActInput::Workdays, ActInput::Reason};
    case Act::Apply:
    case Act::PreReview:
    case Act::Accept:
    case Act::Resume:
    case Act::CheckIn: return {};
    default: return {ActInput::Reason};
    }
}

/// One case as it is judged for one person.
struct Judge {
    const Workspace &workspace;
    const SignedIn &person;
    const permit::CaseState &state;
    const permit::Item &item;
    permit::DecisionPower power;

    ActOffer judge(Act act) const;
};

ActOffer Judge::judge(Act act) const
{
    const permit::Workflow &workflow = *workspace.resources().workflow;
    const auto role = person.roleFor(workflow, state.state, act);
    ActOffer offer;
    offer.act = act;
    offer.role = role.value_or(person.account.roles.empty() ? Role::Clerk : person.account.roles.front());
    offer.inputs = usualInputs(act, state);
    const permit::Procedure procedure = workspace.resources().procedure();
    const permit::ActContext context{procedure,
                                     item,
                                     power,
                                     person.account.name,
                                     offer.role,
                                     person.account.organisation,
                                     std::max(workspace.clock().now(), state.changedAt),
                                     1};
    permit::ActRequest request;
    request.act = act;
    request.unrepairedBadCredit = false; // The register says it when the act is done.
    const permit::ActResult tried = permit::apply(state, request, context);
    const permit::WindowProblem seat = person.account.hall.empty()
        ? permit::WindowProblem::None
        : workspace.catalogue().windowProblem(person.account.hall, person.account.window, item);
    if (seat != permit::WindowProblem::None)
        offer.obstacles.push_back({ActProblem::OutsideWindow, std::string(permit::name(seat)), {}, 0});
    if (tried)
        return offer;
    for (const permit::ActRefusal &refusal : tried.error()) {
        const auto field = inputFor(refusal.problem);
        if (!field)
            offer.obstacles.push_back(refusal);
        else if (std::ranges::find(offer.inputs, *field) == offer.inputs.end())
            offer.inputs.push_back(*field);
    }
    std::ranges::sort(offer.inputs);
    return offer;
}

void addOnce(std::vector<std::string> &texts, std::string_view text)
{
    if (!text.empty() && std::ranges::find(texts, text) == texts.end())
        texts.emplace_back(text);
}

/// What the latest decision by rules found, in the order of the model; empty without one.
Result<std::vector<approval::Finding>> findingsOf(Workspace &workspace, const storage::StoredCase &stored,
                                                  CaseDesk &desk)
{
    const auto rows = TRY(workspace.parts().store->decisions().ofCase(stored.record.no));
    if (rows.empty())
        return std::vector<approval::Finding>();
    permit::ApplicationReader reader;
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const RemadeInputs remade = TRY(remakeInputs(library, stored.record, rows.back(), reader));
    approval::DecisionEngine engine;
    std::vector<approval::Finding> findings = engine.decide(*remade.ruleSet, remade.inputs).findings;
    for (const approval::Finding &finding : findings)
        addOnce(desk.bases, finding.basis);
    for (const approval::RuleLine &rule : approval::listRules(*remade.ruleSet))
        addOnce(desk.bases, rule.basis);
    return findings;
}

void fillMaterials(const permit::Item &item, const permit::Application &application, CaseDesk &desk)
{
    std::vector<int> numbers;
    for (const permit::Material &material : item.materials) {
        const bool isDelivered =
            material.mode == permit::SourceMode::SharedData || material.mode == permit::SourceMode::ELicence;
        desk.materials.push_back({material.no, material.nameZh, material.nameEn,
                                  application.provides(material.no), isDelivered,
                                  material.importance == permit::Importance::Minor});
        numbers.push_back(material.no);
    }
    // What is missing first: that is what a notice is mostly about.
    std::ranges::stable_partition(numbers, [&](int no) { return !application.provides(no); });
    for (permit::Defect &defect : defectsOf({}, item, numbers))
        desk.defects.push_back(std::move(defect));
}

void suggest(const std::vector<approval::Finding> &findings, const permit::Item &item, CaseDesk &desk)
{
    for (ActOffer &offer : desk.offers) {
        switch (offer.act) {
        case Act::Grant:
            offer.basis = item.grantBasis();
            if (!desk.isFlagged)
                offer.reason = kGrantReason;
            break;
        case Act::ProposeRefusal:
            offer.basis = findings.empty() ? std::string(kRefuseBasis) : findings.front().basis;
            break;
        case Act::Decline: offer.basis = kDeclineBasis; break;
        case Act::Revoke: offer.basis = kRevokeBasis; break;
        default: break;
        }
    }
}

Result<> fillSigners(Workspace &workspace, const SignedIn &person, CaseDesk &desk)
{
    for (const Account &account : TRY(listAccounts(workspace)))
        if (!account.disabled && account.name != person.account.name
            && (account.holds(Role::Supervisor) || account.holds(Role::Approver)))
            desk.signers.push_back({account.name, account.displayName});
    return {};
}

} // namespace

std::optional<ActInput> inputFor(ActProblem problem)
{
    switch (problem) {
    case ActProblem::ReasonMissing:
    case ActProblem::RulesNotAsked:
    case ActProblem::VisitReasonMissing:
    case ActProblem::MaterialDelivered: return ActInput::Reason;
    case ActProblem::BasisMissing: return ActInput::Basis;
    case ActProblem::DocumentMissing: return ActInput::Document;
    case ActProblem::SignerMissing:
    case ActProblem::SecondNotice: return ActInput::Signer;
    case ActProblem::NoticeIncomplete: return ActInput::Defects;
    case ActProblem::NothingMissing:
    case ActProblem::NothingSent: return ActInput::Materials;
    case ActProblem::DueDayMissing:
    case ActProblem::DueDayOutOfRange: return ActInput::DueDay;
    case ActProblem::ExtensionTooLong: return ActInput::Workdays;
    case ActProblem::WaybillInvalid: return ActInput::Waybill;
    case ActProblem::ReceiverMissing: return ActInput::Receiver;
    default: return std::nullopt;
    }
}

const ActOffer *CaseDesk::offer(Act act) const
{
    const auto found = std::ranges::find(offers, act, &ActOffer::act);
    return found == offers.end() ? nullptr : &*found;
}

Result<CaseDesk> caseDesk(Workspace &workspace, std::string_view key, const SignedIn &person)
{
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    const permit::Item *item = TRY(itemOf(workspace, stored.record));
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    permit::ApplicationReader reader;
    const permit::Application application = TRY(reader.readStored(stored.record.application));
    CaseDesk desk;
    desk.version = state.version;
    desk.state = state.state;
    const auto findings = TRY(findingsOf(workspace, stored, desk));
    desk.isFlagged = state.adviceAgainst || !findings.empty();
    for (const approval::Finding &finding : findings) {
        addOnce(desk.reasons, finding.zh + "(" + finding.code + ")");
        desk.defects.push_back({finding.code, {}, finding.basis, finding.zh, finding.en, {}});
    }
    addOnce(desk.bases, item->legalBasis);
    addOnce(desk.bases, item->grantBasis());
    for (const std::string_view basis : {kRefuseBasis, kDeclineBasis, kRevokeBasis})
        addOnce(desk.bases, basis);
    fillMaterials(*item, application, desk);
    const Judge judge{workspace, person, state, *item,
                      workspace.catalogue().whoDecides(*item, stored.record.district,
                                                       officialDate(stored.record.receivedAt))};
    for (const Act act : kStaffActs) {
        ActOffer offer = judge.judge(act);
        const Actor actor{person.account.name, offer.role, {}};
        if (auto held = TRY(heldByOther(workspace, stored, actor, act)))
            offer.obstacles.push_back(*std::move(held));
        desk.offers.push_back(std::move(offer));
    }
    suggest(findings, *item, desk);
    const Resources &resources = workspace.resources();
    const Date today = officialDate(workspace.clock().now());
    desk.usualDueDay =
        resources.calendar
            .addWorkdays(today, resources.limits->days(permit::LegalLimit::SupplementDays, today))
            .date;
    TRY(fillSigners(workspace, person, desk));
    return desk;
}

Result<MadePaper> previewAtDesk(Workspace &workspace, std::string_view key, const SignedIn &person,
                                const DeskAct &act, document::PaperLanguage language)
{
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    permit::ActRequest request = act.request;
    if (act.signer)
        request.signer = permit::Signature{act.signer->account, Role::Supervisor};
    for (const Account &account : TRY(listAccounts(workspace)))
        if (!request.signer && !account.disabled && account.name != person.account.name
            && account.holds(Role::Supervisor))
            request.signer = permit::Signature{account.name, Role::Supervisor};
    const auto press = TRY(pressOf(workspace));
    return previewAct(workspace, *press, key, actorFor(workspace, person, state.state, request.act),
                      std::move(request), act.supplement, language);
}

Result<DeskOutcome> actAtDesk(Workspace &workspace, std::string_view key, const SignedIn &person, DeskAct act)
{
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    if (state.version != act.seenVersion)
        return fail(ErrorCode::Conflict, "the case is not as it was looked at; load it anew");
    DeskOutcome outcome;
    if (act.signer) {
        const SignInAnswer answer = TRY(signIn(workspace, *act.signer));
        outcome.signature = answer.problem;
        if (!answer.signedIn)
            return outcome;
        const bool isHead = answer.signedIn->account.holds(Role::Supervisor);
        act.request.signer =
            permit::Signature{answer.signedIn->account.name, isHead ? Role::Supervisor : Role::Approver};
    }
    const Actor actor = actorFor(workspace, person, state.state, act.request.act);
    if (act.request.act == Act::CheckIn) {
        act.request.hall = person.account.hall;
        act.request.window = person.account.window;
    }
    const std::string page = act.seen ? TRY(canonicalText(*act.seen)) : std::string();
    const Digest digest = sha256(page);
    const auto keepPage = [&](const storage::StoredCase &, Timestamp) -> Result<> {
        return workspace.parts().store->attachments().keepSeen(digest, page);
    };
    if (act.seen)
        act.request.detail = R"({"seen":")" + digest.hex() + R"("})";
    outcome.act = TRY(actOnCaseWith(workspace, key, actor, std::move(act.request), act.supplement,
                                    act.seen ? WithAct(keepPage) : WithAct()));
    return outcome;
}

} // namespace tongban::service
