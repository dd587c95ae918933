// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/outcome_rules.h"

#include <algorithm>

namespace tongban::approval {

namespace {

using permit::AutomaticOutcome;

const Finding *firstWith(Handling handling, const Decision &decision)
{
    for (const Finding &finding : decision.findings) {
        if (finding.handling == handling)
            return &finding;
    }
    return nullptr;
}

/// What has to go to a person whatever the rules say.
ReasonKind reasonBeforeRules(const Circumstances &circumstances)
{
    if (circumstances.humanRequested)
        return ReasonKind::HumanRequested;
    if (circumstances.duplicate)
        return ReasonKind::Duplicate;
    if (!circumstances.automaticItem)
        return ReasonKind::NotAutomaticItem;
    if (!circumstances.insidePower)
        return ReasonKind::OutsidePower;
    if (!circumstances.missingMaterials.empty() && !circumstances.automatic.has(AutomaticOutcome::Notice))
        return ReasonKind::MaterialsIncomplete;
    return ReasonKind::None;
}

/// Whether the conclusion follows from the findings as every rule set promises it does.
bool fitsFindings(Outcome conclusion, const Decision &decision)
{
    const bool hasNotice = firstWith(Handling::Notice, decision) != nullptr;
    const bool hasRefer = firstWith(Handling::Refer, decision) != nullptr;
    const bool hasRefuse = firstWith(Handling::Refuse, decision) != nullptr;
    switch (conclusion) {
    case Outcome::Grant: return decision.findings.empty();
    case Outcome::Notice: return hasNotice && !hasRefer && !hasRefuse;
    case Outcome::Refuse: return hasRefuse && !hasRefer;
    case Outcome::Refer: return hasRefer;
    case Outcome::AwaitEvidence: return false;
    }
    return false;
}

Reason findingReason(const Finding *finding)
{
    return finding ? Reason{ReasonKind::Finding, finding->code} : Reason{ReasonKind::Conflict, {}};
}

void refer(Decision &decision, Reason reason)
{
    decision.outcome = Outcome::Refer;
    decision.reason = std::move(reason);
}

void conclude(Decision &decision, Outcome outcome)
{
    decision.outcome = outcome;
    decision.reason = Reason();
}

/// A register that holds nothing about somebody may be a part of one; that is no ground to refuse by itself.
bool restsOnRecords(const Facts &facts)
{
    return std::none_of(facts.evidence.begin(), facts.evidence.end(),
                        [](const EvidenceUse &use) { return use.status == EvidenceStatus::NoRecord; });
}

/// The conclusion stands and is sound; now what the item lets the machine do with it.
void applyPermission(Outcome conclusion, const DecisionInputs &inputs, Decision &decision)
{
    const Circumstances &circumstances = inputs.circumstances;
    const auto &automatic = circumstances.automatic;
    const bool lacksMaterials = !circumstances.missingMaterials.empty();
    switch (conclusion) {
    case Outcome::Grant:
        if (lacksMaterials)
            conclude(decision, Outcome::Notice); // allowed, or MaterialsIncomplete would have come first
        else if (automatic.has(AutomaticOutcome::Grant))
            conclude(decision, Outcome::Grant);
        else
            refer(decision, Reason{ReasonKind::NotAutomaticItem, {}});
        return;
    case Outcome::Notice:
        if (automatic.has(AutomaticOutcome::Notice))
            conclude(decision, Outcome::Notice);
        else
            refer(decision, findingReason(firstWith(Handling::Notice, decision)));
        return;
    case Outcome::Refuse:
        // Nobody is refused on an application that is not complete yet.
        if (lacksMaterials)
            refer(decision, Reason{ReasonKind::MaterialsIncomplete, {}});
        else if (automatic.has(AutomaticOutcome::Refuse) && restsOnRecords(inputs.facts))
            conclude(decision, Outcome::Refuse);
        else
            refer(decision, Reason{ReasonKind::RefusalNeedsHuman, {}});
        return;
    case Outcome::Refer:
    case Outcome::AwaitEvidence: refer(decision, findingReason(firstWith(Handling::Refer, decision))); return;
    }
}

} // namespace

std::optional<Outcome> outcomeOfModel(std::string_view conclusion)
{
    if (conclusion == "准予")
        return Outcome::Grant;
    if (conclusion == "补正")
        return Outcome::Notice;
    if (conclusion == "转人工")
        return Outcome::Refer;
    if (conclusion == "不予")
        return Outcome::Refuse;
    return std::nullopt;
}

void concludeOutcome(const DecisionInputs &inputs, Decision &decision)
{
    const ReasonKind before = reasonBeforeRules(inputs.circumstances);
    if (before != ReasonKind::None) {
        refer(decision, Reason{before, {}});
        return;
    }
    if (!decision.undetermined.empty()) {
        const bool mayWait = std::any_of(
            decision.undetermined.begin(), decision.undetermined.end(),
            [&inputs](std::size_t fact) { return mayBecomeKnown(inputs.facts.values[fact].cause); });
        decision.outcome = mayWait ? Outcome::AwaitEvidence : Outcome::Refer;
        decision.reason = Reason{mayWait ? ReasonKind::EvidencePending : ReasonKind::EvidenceUnknown, {}};
        return;
    }
    const std::optional<Outcome> conclusion = outcomeOfModel(decision.conclusion);
    if (!decision.modelErrors.empty() || !conclusion) {
        const Finding *serious = firstWith(Handling::Refer, decision);
        refer(decision,
              serious && !serious->code.empty() ? findingReason(serious)
                                                : Reason{ReasonKind::ModelError, {}});
        return;
    }
    if (!fitsFindings(*conclusion, decision)) {
        refer(decision, Reason{ReasonKind::Conflict, {}});
        return;
    }
    applyPermission(*conclusion, inputs, decision);
}

} // namespace tongban::approval
