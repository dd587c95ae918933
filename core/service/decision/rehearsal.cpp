// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/rehearsal.h"

#include "core/service/acts/standing.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/centre/waiting_acts.h"
#include "core/service/decision/case_decider.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

struct Rehearsal::Parts {
    Workspace &workspace;
    std::unique_ptr<CaseDecider> decider;
};

Rehearsal::Rehearsal(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Rehearsal::~Rehearsal() = default;

Result<std::unique_ptr<Rehearsal>> Rehearsal::open(Workspace &workspace)
{
    auto rules = std::make_shared<const approval::RuleSetLibrary>(TRY(everyRuleSet(workspace)));
    auto decider = TRY(CaseDecider::create(workspace, std::move(rules)));
    return std::unique_ptr<Rehearsal>(
        new Rehearsal(std::make_unique<Parts>(Parts{workspace, std::move(decider)})));
}

Result<RehearsedDecision> Rehearsal::decide(std::int64_t caseNo)
{
    storage::Store &store = *m_parts->workspace.parts().store;
    WorkChunk chunk;
    chunk.at = TRY(m_parts->workspace.stamp());
    WaitingCase &waiting = chunk.cases.emplace_back();
    waiting.stored = TRY(store.cases().byNo(caseNo));
    waiting.acceptanceNo = TRY(m_parts->workspace.parts().nextAcceptanceNo());
    waiting.supplement = supplementsIn(TRY(actsOf(m_parts->workspace, waiting.stored)));
    DecidedChunk decided = m_parts->decider->decide(std::move(chunk));
    if (decided.error)
        return Failure(*decided.error);
    DecidedCase &result = decided.cases.front();
    RehearsedDecision rehearsed{result.outcome, std::move(result.reason), {}};
    if (result.decision)
        rehearsed.capsule = result.decision->capsule;
    return rehearsed;
}

Result<std::vector<std::int64_t>> Rehearsal::waiting(int limit)
{
    const auto page =
        TRY(m_parts->workspace.parts().store->cases().queuePage(queue::kAutomatic, std::nullopt, limit));
    std::vector<std::int64_t> numbers;
    for (const storage::StoredCase &stored : page.cases)
        numbers.push_back(stored.record.no);
    return numbers;
}

} // namespace tongban::service
