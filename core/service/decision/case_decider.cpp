// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/case_decider.h"

#include "core/approval/decision_record.h"
#include "core/dmn/compiled_model.h"
#include "core/service/acts/decision_acts.h"
#include "core/service/acts/deemed_acceptance.h"
#include "core/service/acts/standing.h"
#include "core/service/decision/answer_text.h"
#include "core/service/decision/decision_inputs.h"

#include <algorithm>

namespace tongban::service {

using approval::Outcome;
using permit::Act;
using permit::ActRequest;
using permit::State;

/// One case while it is being decided.
struct CaseDecider::Run {
    const storage::StoredCase &stored;
    permit::Application application;
    permit::CaseState state;
    const permit::Item &item;
    approval::RuleSetPtr ruleSet;
    permit::ActContext context;
    DecidedCase &result;
    const approval::Decision *decision = nullptr;
    std::vector<permit::ActRefusal> refused;
};

CaseDecider::CaseDecider(const Workspace &workspace, std::shared_ptr<const approval::RuleSetLibrary> rules,
                         std::unique_ptr<EvidenceDesk> desk)
    : m_workspace(workspace), m_resources(workspace.resources()), m_rules(std::move(rules)),
      m_desk(std::move(desk))
{
    m_inputs.calendar = m_resources.calendar.version();
    m_inputs.catalogue = workspace.catalogue().digest().hex();
}

Result<std::unique_ptr<CaseDecider>>
CaseDecider::create(const Workspace &workspace, std::shared_ptr<const approval::RuleSetLibrary> rules,
                    std::shared_ptr<const approval::RuleSetLibrary> published)
{
    auto desk = TRY(EvidenceDesk::open(workspace));
    std::unique_ptr<CaseDecider> decider(new CaseDecider(workspace, std::move(rules), std::move(desk)));
    decider->m_published = std::move(published);
    return decider;
}

/// Those in force when the case was opened; once it is accepted, those it was pinned to and no others.
approval::RuleSetPtr CaseDecider::rulesFor(const permit::Item &item, const permit::CaseState &state,
                                           Date openedOn, Date today) const
{
    if (!item.isAutomatic())
        return nullptr;
    // A centre pins what it has published and is in force on the day of acceptance.
    if (m_published && !state.isAccepted())
        return m_published->inForce(item.ruleSet, today);
    return state.isAccepted() ? m_rules->pinned(item.ruleSet, state.pinnedModel)
                              : m_resources.ruleSets->inForce(item.ruleSet, openedOn);
}

DecidedChunk CaseDecider::decide(WorkChunk chunk)
{
    DecidedChunk decided;
    decided.at = chunk.at;
    decided.end = chunk.end;
    decided.firstAcceptanceNo = chunk.firstAcceptanceNo;
    decided.lastAcceptanceNo = chunk.lastAcceptanceNo;
    decided.cases.reserve(chunk.cases.size());
    for (const WaitingCase &waiting : chunk.cases) {
        auto result = decideCase(waiting, chunk.at);
        if (result) {
            if (result->isNewlyAccepted)
                decided.usedAcceptanceNo = waiting.acceptanceNo;
            decided.cases.push_back(std::move(*result));
        } else if (result.error().code == ErrorCode::Corrupted) {
            // One damaged case does not keep the others waiting.
            decided.cases.emplace_back().unreadable = waiting.stored.record.serial;
        } else {
            decided.error = result.error();
            return decided;
        }
    }
    return decided;
}

Result<DecidedCase> CaseDecider::decideCase(const WaitingCase &waiting, Timestamp at)
{
    const storage::CaseRecord &record = waiting.stored.record;
    permit::Application application = TRY(m_reader.readStored(record.application));
    addSupplement(application, waiting.supplement);
    permit::CaseState state = TRY(permit::parseCaseState(waiting.stored.standing.details));
    const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
    if (item == nullptr)
        return fail(ErrorCode::Corrupted,
                    "case " + record.serial + ": the catalogue has no version "
                        + std::to_string(record.itemVersion) + " of " + record.item);
    const permit::Procedure procedure = m_resources.procedure();
    DecidedCase result;
    result.no = record.no;
    result.expectedVersion = waiting.stored.standing.version;
    const Date opened = openedOn(state, record);
    approval::RuleSetPtr rules = rulesFor(*item, state, opened, officialDate(at));
    // Nothing is published for it at the centre yet: it waits.
    if (m_published && item->isAutomatic() && !rules && !state.isAccepted())
        return result;
    Run run{waiting.stored,
            std::move(application),
            std::move(state),
            *item,
            std::move(rules),
            {procedure,
             *item,
             m_workspace.catalogue().whoDecides(*item, record.district, opened),
             kProgram,
             permit::Role::System,
             {},
             at,
             waiting.acceptanceNo},
            result,
            nullptr,
            {}};
    deemIfLate(run);
    prepareInputs(run);
    actOn(run);
    return result;
}

void CaseDecider::deemIfLate(Run &run)
{
    if (auto request =
            deemedAcceptance(run.state, run.item, m_resources, openedOn(run.state, run.stored.record),
                             officialDate(run.context.now)))
        act(run, std::move(*request));
}

void CaseDecider::prepareInputs(const Run &run)
{
    const storage::CaseRecord &record = run.stored.record;
    describeCase(record, run.application, run.state.round, run.context.now, m_inputs.header);
    approval::Circumstances &known = m_inputs.circumstances;
    known.humanRequested = run.state.humanRequested;
    known.duplicate = record.duplicateOf.has_value();
    known.automaticItem = run.ruleSet != nullptr;
    known.insidePower = !run.context.power.organisation.empty();
    known.automatic = run.item.automaticOutcomes;
    // What is accepted can no longer be answered with a notice (article 32); a person looks at what is amiss.
    if (run.state.isAccepted())
        known.automatic.remove(permit::AutomaticOutcome::Notice);
    // Who asks to hand minor documents in later makes a promise; a person takes it (Guangdong regulation,
    // article 32).
    if (run.application.conditional)
        known.automatic.remove(permit::AutomaticOutcome::Notice);
    known.missingMaterials = missingMaterials(run.item, run.application);
}

void CaseDecider::applyRules(Run &run)
{
    const approval::RuleSet &ruleSet = *run.ruleSet;
    const auto queries = approval::queriesFor(ruleSet, run.application);
    const auto answers = m_desk->source().ask(queries, run.context.now);
    if (m_published)
        run.result.answers = answersText(answers);
    m_facts.build(ruleSet, run.application, answers, run.context.now, m_inputs.facts);
    run.decision = &m_engine.decide(ruleSet, m_inputs);
}

void CaseDecider::act(Run &run, ActRequest request)
{
    if (!run.refused.empty())
        return;
    auto applied = permit::apply(run.state, request, run.context);
    if (!applied) {
        run.refused = std::move(applied.error());
        return;
    }
    run.state = std::move(applied->state);
    run.result.events.add(std::move(applied->event), run.stored.record.id, run.stored.record.district,
                          m_digester);
}

std::string CaseDecider::ruleDetail(const Run &run, bool isKept) const
{
    std::string out = "{";
    if (isKept)
        out += R"("capsule":")" + run.result.decision->capsule.hex() + R"(",)";
    // A centre takes an automatic decision by the digest of a published model only.
    if (m_published)
        out += R"("model":")" + run.ruleSet->modelDigest().hex() + R"(",)";
    out += R"("rule_set":")" + run.ruleSet->code() + '/' + std::to_string(run.ruleSet->version()) + '"';
    if (run.decision->outcome == Outcome::AwaitEvidence)
        out += R"(,"waiting_for":)" + waitingFor(*run.ruleSet, *run.decision, m_inputs.facts);
    return out + '}';
}

/// A complete application is accepted before anything else is said about it.
void CaseDecider::addAcceptance(const Run &run, std::vector<ActRequest> &requests) const
{
    const bool isNotice = run.decision != nullptr && run.decision->outcome == Outcome::Notice;
    if (run.state.isAccepted() || isNotice || !m_inputs.circumstances.missingMaterials.empty())
        return;
    ActRequest &accept = requests.emplace_back();
    accept.act = Act::Accept;
    if (run.ruleSet)
        accept.pinnedModel = run.ruleSet->modelDigest().hex();
}

/// The statutory limit shows its light: waiting on would leave a person no time.
bool CaseDecider::isLimitNear(const Run &run) const
{
    const auto clocks =
        permit::readClocks(run.state, run.item, m_resources.clockRules(), officialDate(run.context.now));
    return std::ranges::any_of(clocks, [](const permit::ClockReading &clock) {
        return clock.kind == permit::ClockKind::Statutory && !clock.stopped
            && clock.light != permit::Light::Green;
    });
}

/// The source still owes its answer; a person finds out in another way.
void CaseDecider::handOver(Run &run, std::vector<ActRequest> &requests)
{
    run.result.outcome = Outcome::Refer;
    run.result.reason = approval::Reason{approval::ReasonKind::EvidenceUnknown, {}}.text();
    ActRequest &refer = requests.emplace_back();
    refer.act = Act::Refer;
    refer.reason = run.result.reason;
    refer.detail = ruleDetail(run, false);
    run.result.decision.reset();
}

/// The rules and the limits depend on a day of receipt that nobody vouched for; a person finds out.
void CaseDecider::askAboutReceipt(Run &run, std::vector<ActRequest> &requests)
{
    run.result.outcome = Outcome::Refer;
    run.result.reason = approval::Reason{approval::ReasonKind::TakenInLate, {}}.text();
    ActRequest &refer = requests.emplace_back();
    refer.act = Act::Refer;
    refer.reason = run.result.reason;
    refer.adviceAgainst = !run.decision->findings.empty();
    refer.detail = ruleDetail(run, false);
    run.result.decision.reset();
}

void CaseDecider::requestsByRules(Run &run, std::vector<ActRequest> &requests)
{
    const Outcome outcome = run.decision->outcome;
    addAcceptance(run, requests);
    if (outcome == Outcome::AwaitEvidence && run.state.state == State::EvidencePending) {
        if (isLimitNear(run))
            handOver(run, requests);
        return;
    }
    if (run.state.takenInLate && run.decision->isAutomatic())
        return askAboutReceipt(run, requests);
    const bool decides = outcome == Outcome::Grant || outcome == Outcome::Refuse;
    if (run.state.state == State::EvidencePending && decides)
        requests.emplace_back().act = Act::RecordEvidence;
    ActRequest &request = requests.emplace_back();
    request.reason = run.result.reason;
    request.detail = ruleDetail(run, outcome != Outcome::AwaitEvidence);
    switch (outcome) {
    case Outcome::Grant:
        request.act = Act::Grant;
        request.basis = run.item.grantBasis();
        break;
    case Outcome::Notice:
        request.act = Act::GiveNotice;
        request.defects = defectsOf(*run.decision, run.item, m_inputs.circumstances.missingMaterials);
        break;
    case Outcome::Refuse:
        request.act = Act::Refuse;
        request.reason = run.decision->conclusionCode.empty() ? "rules" : run.decision->conclusionCode;
        request.basis =
            run.decision->findings.empty() ? run.item.legalBasis : run.decision->findings.front().basis;
        break;
    case Outcome::Refer:
        request.act = Act::Refer;
        request.adviceAgainst = !run.decision->findings.empty();
        break;
    case Outcome::AwaitEvidence: request.act = Act::AwaitEvidence; break;
    }
}

/// A person asked the source and decides: that the answer is there is noted, nothing is decided here. Where
/// no rules say what to ask, the person notes it.
void CaseDecider::requestsForPerson(Run &run, std::vector<ActRequest> &requests)
{
    addAcceptance(run, requests);
    run.result.reason = run.stored.standing.reason;
    if (run.decision == nullptr || run.decision->outcome == Outcome::AwaitEvidence)
        return;
    ActRequest &request = requests.emplace_back();
    request.act = Act::RecordEvidence;
    request.detail = ruleDetail(run, false);
    run.result.outcome = Outcome::Refer;
    run.result.decision.reset();
}

void CaseDecider::keepDecision(Run &run)
{
    storage::DecisionRow &row = run.result.decision.emplace();
    row.caseNo = run.result.no;
    row.round = run.state.round;
    row.outcome = approval::name(run.decision->outcome);
    row.reason = run.decision->reason.text();
    row.model = run.ruleSet->modelDigest();
    row.manifest = run.ruleSet->manifestDigest();
    row.engine = dmn::kEngineVersion;
    row.calendar = m_inputs.calendar;
    row.catalogue = m_inputs.catalogue;
    row.capsule = m_hasher.hash(*run.ruleSet, m_inputs, *run.decision);
    row.decidedAt = run.context.now;
    approval::appendRecord(*run.ruleSet, m_inputs, row.record);
}

/// The table or a duty forbids what the rules concluded: a person looks at it.
void CaseDecider::referInstead(Run &run, permit::CaseState before, std::size_t eventsBefore)
{
    DecidedCase &result = run.result;
    const bool wasNotice = result.outcome == Outcome::Notice;
    result.reason = wasNotice ? reasonOfNotice(*run.decision)
                              : approval::Reason{reasonOfRefusals(run.refused), {}}.text();
    run.state = std::move(before);
    run.refused.clear();
    result.events.keepFirst(eventsBefore);
    if (!wasNotice)
        result.decision.reset();
    result.outcome = Outcome::Refer;
    ActRequest refer;
    refer.act = Act::Refer;
    refer.reason = result.reason;
    refer.adviceAgainst = wasNotice;
    if (wasNotice)
        refer.detail = ruleDetail(run, true);
    act(run, std::move(refer));
}

void CaseDecider::actOn(Run &run)
{
    DecidedCase &result = run.result;
    std::vector<ActRequest> requests;
    result.outcome = Outcome::Refer;
    // The rules it was pinned to are not here: a person decides, never other rules.
    const bool isLost = run.item.isAutomatic() && run.state.isAccepted() && !run.state.pinnedModel.empty();
    result.reason = approval::Reason{
        isLost ? approval::ReasonKind::ModelError : approval::ReasonKind::NotAutomaticItem,
        {}}.text();
    if (run.ruleSet) {
        applyRules(run);
        keepDecision(run);
        result.outcome = run.decision->outcome;
        result.reason = result.decision->reason;
    }
    if (waitsForPerson(run.state, run.item)) {
        requestsForPerson(run, requests);
    } else if (run.ruleSet) {
        requestsByRules(run, requests);
    } else {
        addAcceptance(run, requests);
        ActRequest &refer = requests.emplace_back();
        refer.act = Act::Refer;
        refer.reason = result.reason;
    }
    permit::CaseState before = run.state;
    const std::size_t eventsBefore = result.events.size();
    for (ActRequest &request : requests)
        act(run, std::move(request));
    if (!run.refused.empty())
        referInstead(run, std::move(before), eventsBefore);
    // A decision for which a source is still missing is made again; what is kept is why the case waits.
    if (result.outcome == Outcome::AwaitEvidence)
        result.decision.reset();
    if (result.events.isEmpty()) {
        if (result.outcome != Outcome::AwaitEvidence)
            result.outcome.reset();
        return;
    }
    result.isNewlyAccepted = run.state.isAccepted() && run.state.acceptanceNo == run.context.nextAcceptanceNo;
    result.standing = standingOf(run.state, run.item, m_resources, result.reason);
}

} // namespace tongban::service
