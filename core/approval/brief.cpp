// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/brief.h"

#include "core/approval/condition_story.h"
#include "core/approval/evidence_words.h"
#include "core/approval/result_story.h"
#include "core/approval/rule_set_parts.h"
#include "core/dmn/evaluator.h"

#include <algorithm>

namespace tongban::approval {

namespace {

FactLine tellFact(const RuleSet &ruleSet, const DecisionInputs &inputs, const FactStory &story,
                  std::size_t fact)
{
    const FactDefinition &definition = ruleSet.manifest().facts[fact];
    FactLine line;
    line.name = story.factName(fact);
    line.value = story.factValue(fact);
    line.origin = definition.origin;
    line.cause = inputs.facts.values[fact].cause;
    line.maxAgeDays = definition.maxAgeDays;
    if (definition.origin != FactOrigin::Register)
        return line;
    line.source =
        recordWords(ruleSet.parts().dictionary, definition.source, definition.record, story.language());
    const EvidenceUse &use = inputs.facts.evidence[ruleSet.needOf(fact)];
    line.isRecord = use.status != EvidenceStatus::NoRecord;
    if (use.status != EvidenceStatus::Unknown)
        line.asOf = use.asOf;
    if (use.answeredAt != Timestamp{})
        line.answeredAt = use.answeredAt;
    if (use.status == EvidenceStatus::Answered)
        line.digest = use.digest.hex();
    return line;
}

} // namespace

Brief briefOf(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine, Language language)
{
    const Decision &decision = engine.decide(ruleSet, inputs);
    const dmn::Trace &trace = engine.lastRun().trace();
    const FactStory story(ruleSet, inputs, language);
    const ResultStory result(inputs, decision, story);
    Brief brief;
    brief.outcome = decision.outcome;
    brief.result = result.result();
    std::erase(brief.result, '*');
    if (decision.outcome == Outcome::AwaitEvidence || decision.outcome == Outcome::Refer)
        brief.why = result.reason();
    for (std::size_t fact = 0; fact < ruleSet.manifest().facts.size(); ++fact)
        brief.facts.push_back(tellFact(ruleSet, inputs, story, fact));
    for (std::size_t i = 0; i < decision.tables.size(); ++i)
        brief.tables.push_back(tellTable(ruleSet, story, decision.tables[i], trace.tables()[i]));
    brief.changes = result.changes(brief.tables);
    brief.ruleSet = ruleSet.code() + "/" + std::to_string(ruleSet.version());
    brief.modelDigest = ruleSet.modelDigest().hex();
    return brief;
}

} // namespace tongban::approval
