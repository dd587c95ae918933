// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/decision_acts.h"

#include "core/base/canonical_json.h"

#include <algorithm>
#include <array>
#include <set>

namespace tongban::service {

using permit::State;

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

std::string waitingFor(const approval::RuleSet &ruleSet, const approval::Decision &decision,
                       const approval::Facts &facts)
{
    std::set<std::array<std::string_view, 3>> gaps;
    for (const std::size_t place : decision.undetermined) {
        const approval::FactDefinition &fact = ruleSet.manifest().facts[place];
        const approval::FactCause cause = facts.values[place].cause;
        if (approval::mayBecomeKnown(cause))
            gaps.insert({fact.source, fact.record, approval::name(cause)});
    }
    std::string out;
    CanonicalWriter w(out);
    w.beginArray();
    for (const auto &[source, record, cause] : gaps) {
        w.beginObject();
        w.key("cause");
        w.string(cause);
        w.key("record");
        w.string(record);
        w.key("source");
        w.string(source);
        w.endObject();
    }
    w.endArray();
    return out;
}

std::string reasonOfNotice(const approval::Decision &decision)
{
    using approval::ReasonKind;
    if (decision.findings.empty())
        return approval::Reason{ReasonKind::MaterialsIncomplete, {}}.text();
    return approval::Reason{ReasonKind::Finding, decision.findings.front().code}.text();
}

approval::ReasonKind reasonOfRefusals(const std::vector<permit::ActRefusal> &refusals)
{
    const auto has = [&](permit::ActProblem problem) {
        return std::ranges::find(refusals, problem, &permit::ActRefusal::problem) != refusals.end();
    };
    if (has(permit::ActProblem::HumanRequested))
        return approval::ReasonKind::HumanRequested;
    if (has(permit::ActProblem::ConditionalOpen))
        return approval::ReasonKind::MaterialsIncomplete;
    return approval::ReasonKind::Conflict;
}

bool waitsForPerson(const permit::CaseState &state, const permit::Item &item)
{
    return state.state == State::EvidencePending
        && (state.touchedByHuman || !item.isAutomatic()
            || (!state.waitingFrom.empty() && state.waitingFrom.back() == State::Referred));
}

} // namespace tongban::service
