// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/cases.h"

#include "core/approval/evidence_words.h"
#include "core/base/canonical_json.h"
#include "core/service/acts/standing.h"
#include "core/service/cases/case_answers.h"
#include "core/service/cases/case_line.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/record_note.h"
#include "core/service/centre/waiting_acts.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

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

Result<> explainLatest(Workspace &workspace, const storage::StoredCase &stored,
                       const std::vector<storage::StoredEvent> &acts, approval::Language language,
                       CaseStory &story)
{
    storage::Store &store = *workspace.parts().store;
    const auto rows = TRY(store.decisions().ofCase(stored.record.no));
    if (workspace.parts().joined)
        story.recordNote = recordNote(acts, rows, language);
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

Result<> tellAnswers(Workspace &workspace, const storage::StoredCase &stored, approval::Language language,
                     CaseStory &story)
{
    for (ViewEvidence &line : TRY(answersTold(workspace, stored.record.no, language)))
        story.answers.push_back({std::move(line.source), std::move(line.label), std::move(line.value),
                                 line.asOf, line.answeredAt});
    if (story.answers.empty())
        story.answersNote = TRY(answersNote(workspace, stored, language));
    return {};
}

} // namespace

StoryEvent storyEvent(const storage::StoredEvent &event)
{
    return {event.district, event.n,      event.act,   event.stateAfter, event.actor,     event.role,
            event.at,       event.reason, event.basis, event.body,       event.hash.hex()};
}

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
        story.duplicateOf = TRY(serialOf(store, *stored.record.duplicateOf));
    story.item = TRY(itemOf(workspace, stored.record));
    story.state = TRY(permit::parseCaseState(stored.standing.details));
    story.power = workspace.catalogue().whoDecides(*story.item, stored.record.district,
                                                   openedOn(story.state, stored.record));
    if (const ApprovalQueue *desk = workspace.resources().approvalQueues.queueFor(*story.item))
        story.approvalQueue = *desk;
    story.clocks = permit::readClocks(story.state, *story.item, workspace.resources().clockRules(),
                                      officialDate(workspace.clock().now()));
    const auto acts = TRY(actsOf(workspace, stored));
    for (const storage::StoredEvent &event : acts)
        story.events.push_back(storyEvent(event));
    if (story.state.state == permit::State::EvidencePending)
        story.waitingFor = waitingFor(story.events);
    for (EvidenceGap &gap : story.waitingFor)
        gap.words = gapWords(workspace, gap, language);
    TRY(explainLatest(workspace, stored, acts, language, story));
    if (workspace.parts().joined)
        TRY(tellAnswers(workspace, stored, language, story));
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

} // namespace tongban::service
