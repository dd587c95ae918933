// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/case_decider.h"

#include "core/approval/decision_record.h"
#include "core/dmn/compiled_model.h"
#include "core/service/decision_inputs.h"
#include "core/service/deemed_acceptance.h"
#include "core/service/standing.h"

#include <algorithm>

namespace tongban::service {

using approval::Outcome;
using permit::Act;
using permit::ActRequest;
using permit::State;

namespace {

constexpr std::string_view kActor = "tongban-worker";

/// The defects of a notice: what the rules found and what is missing, all in one.
std::vector<permit::Defect> defectsOf(const approval::Decision &decision, const permit::Item &item,
                                      const std::vector<int> &missing)
{
    std::vector<permit::Defect> defects;
    for (const approval::Finding &finding : decision.findings)
        if (finding.handling == approval::Handling::Notice)
            defects.push_back({finding.code, {}, finding.basis, finding.zh, finding.en, {}});
    for (const int number : missing) {
        const permit::Material &material = *item.material(number);
        defects.push_back({"material:" + std::to_string(number),
                           "materials",
                           item.legalBasis,
                           "缺少材料:" + material.nameZh,
                           "Missing document: " + material.nameEn,
                           {}});
    }
    return defects;
}

} // namespace

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

CaseDecider::CaseDecider(const Workspace &workspace, std::unique_ptr<EvidenceDesk> desk)
    : m_workspace(workspace), m_resources(workspace.resources()), m_desk(std::move(desk))
{
    m_inputs.calendar = m_resources.calendar.version();
    m_inputs.catalogue = workspace.catalogue().digest().hex();
}

Result<std::unique_ptr<CaseDecider>> CaseDecider::create(const Workspace &workspace)
{
    return std::unique_ptr<CaseDecider>(new CaseDecider(workspace, TRY(EvidenceDesk::open(workspace))));
}

DecidedChunk CaseDecider::decide(WorkChunk chunk)
{
    DecidedChunk decided;
    decided.at = chunk.at;
    decided.cases.reserve(chunk.cases.size());
    for (const WaitingCase &waiting : chunk.cases) {
        auto result = decideCase(waiting, chunk.at);
        if (!result) {
            decided.error = result.error();
            return decided;
        }
        decided.lastAcceptanceNo = waiting.acceptanceNo;
        decided.cases.push_back(std::move(*result));
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
    Run run{waiting.stored,
            std::move(application),
            std::move(state),
            *item,
            item->isAutomatic()
                ? m_resources.ruleSets->inForce(item->ruleSet, officialDate(record.receivedAt))
                : nullptr,
            {procedure,
             *item,
             m_workspace.catalogue().whoDecides(*item, record.district, officialDate(record.receivedAt)),
             kActor,
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
    if (auto request = deemedAcceptance(run.state, run.item, m_resources, officialDate(run.context.now)))
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
    known.missingMaterials = missingMaterials(run.item, run.application);
}

void CaseDecider::applyRules(Run &run)
{
    const approval::RuleSet &ruleSet = *run.ruleSet;
    const auto queries = approval::queriesFor(ruleSet, run.application);
    const auto answers = m_desk->source().ask(queries, run.context.now);
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

void CaseDecider::requestsFor(Run &run, std::vector<ActRequest> &requests)
{
    const Outcome outcome = run.decision->outcome;
    const std::string reason = run.decision->reason.text();
    const bool complete = m_inputs.circumstances.missingMaterials.empty();
    if (run.state.state == State::Applied && outcome != Outcome::Notice && complete) {
        ActRequest &accept = requests.emplace_back();
        accept.act = Act::Accept;
        accept.pinnedModel = run.ruleSet->modelDigest().hex();
    }
    const bool decides = outcome == Outcome::Grant || outcome == Outcome::Refuse;
    if (run.state.state == State::EvidencePending && decides)
        requests.emplace_back().act = Act::RecordEvidence;
    if (outcome == Outcome::AwaitEvidence && run.state.state == State::EvidencePending)
        return;
    ActRequest &request = requests.emplace_back();
    request.reason = reason;
    request.detail = R"({"capsule":")" + run.result.decision->capsule.hex() + R"(","rule_set":")"
        + run.ruleSet->code() + '/' + std::to_string(run.ruleSet->version()) + R"("})";
    switch (outcome) {
    case Outcome::Grant:
        request.act = Act::Grant;
        request.basis = run.item.legalBasis;
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

void CaseDecider::actOn(Run &run)
{
    DecidedCase &result = run.result;
    std::vector<ActRequest> requests;
    if (run.ruleSet) {
        applyRules(run);
        storage::DecisionRow &row = result.decision.emplace();
        row.caseNo = result.no;
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
        result.outcome = run.decision->outcome;
        result.reason = row.reason;
        requestsFor(run, requests);
    } else {
        result.outcome = Outcome::Refer;
        result.reason = approval::Reason{approval::ReasonKind::NotAutomaticItem, {}}.text();
        if (run.state.state == State::Applied && m_inputs.circumstances.missingMaterials.empty())
            requests.emplace_back().act = Act::Accept;
        ActRequest &refer = requests.emplace_back();
        refer.act = Act::Refer;
        refer.reason = result.reason;
    }
    const permit::CaseState before = run.state;
    const std::size_t eventsBefore = result.events.size();
    for (ActRequest &request : requests)
        act(run, std::move(request));
    if (!run.refused.empty()) {
        // The table or a duty forbids what the rules concluded: a person looks at it.
        run.state = before;
        run.refused.clear();
        result.events.keepFirst(eventsBefore);
        result.decision.reset();
        result.outcome = Outcome::Refer;
        result.reason = approval::Reason{approval::ReasonKind::Conflict, {}}.text();
        ActRequest refer;
        refer.act = Act::Refer;
        refer.reason = result.reason;
        act(run, std::move(refer));
    }
    // A decision for which a source is still missing is made again; what is kept is the reason why the case
    // waits.
    if (result.outcome == Outcome::AwaitEvidence)
        result.decision.reset();
    if (result.events.isEmpty()) {
        result.outcome.reset();
        return;
    }
    result.standing = standingOf(run.state, run.item, m_resources, result.reason);
}

} // namespace tongban::service
