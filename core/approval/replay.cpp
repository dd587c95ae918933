// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/replay.h"

#include "core/approval/decision_record.h"

#include <iterator>
#include <utility>

namespace tongban::approval {

namespace {

constexpr std::size_t kMissing = static_cast<std::size_t>(-1);

/// For each fact of the changed rules its place among the facts of the old ones.
std::vector<std::size_t> matchFacts(const RuleSet &before, const RuleSet &after)
{
    std::vector<std::size_t> places;
    for (const FactDefinition &wanted : after.manifest().facts) {
        const auto place = before.factNamed(wanted.name);
        const bool fits = place && before.manifest().facts[*place].type == wanted.type;
        places.push_back(fits ? *place : kMissing);
    }
    return places;
}

} // namespace

struct Replay::State {
    RuleSetPtr changed;
    DecisionEngine engine;
    std::map<const RuleSet *, std::vector<std::size_t>> places;
    DecisionInputs before;
    DecisionInputs after;
    ReplaySummary summary;

    State(RuleSetPtr ruleSet, const feel::Limits &limits) : changed(std::move(ruleSet)), engine(limits) { }

    const std::vector<std::size_t> &placesFor(const RuleSet &ruleSet)
    {
        const auto found = places.find(&ruleSet);
        if (found != places.end())
            return found->second;
        return places.emplace(&ruleSet, matchFacts(ruleSet, *changed)).first->second;
    }

    /// The facts of then in the order of the changed rules.
    void carryOver(const std::vector<std::size_t> &factPlaces)
    {
        after.circumstances = before.circumstances;
        after.header.decidedAt = before.header.decidedAt;
        after.facts.values.resize(factPlaces.size());
        for (std::size_t i = 0; i < factPlaces.size(); ++i) {
            after.facts.values[i] = factPlaces[i] == kMissing ? Fact{feel::Value(), FactCause::FieldEmpty}
                                                              : before.facts.values[factPlaces[i]];
        }
    }

    void count(const ReplaySubject &subject, const Decision &decision,
               const std::vector<std::size_t> &factPlaces)
    {
        ++summary.cases;
        bool lacksFact = false;
        for (const std::size_t fact : decision.undetermined) {
            if (factPlaces[fact] != kMissing)
                continue;
            lacksFact = true;
            ++summary.missingFacts[changed->manifest().facts[fact].name];
        }
        if (lacksFact) {
            ++summary.cannotTell;
        } else if (decision.outcome == subject.outcome) {
            ++summary.same;
        } else {
            ++summary.flipped;
            ++summary.transitions[{subject.outcome, decision.outcome}];
            summary.flips.push_back(Flip{std::string(subject.caseName), subject.outcome, decision.outcome,
                                         std::string(subject.reason), decision.reason.text()});
        }
    }
};

Replay::Replay(RuleSetPtr changed, const feel::Limits &limits)
    : m_state(std::make_unique<State>(std::move(changed), limits))
{
}

Replay::~Replay() = default;

Result<> Replay::add(const ReplaySubject &subject)
{
    m_state->before.header.applicantId = subject.applicantId;
    TRY(readRecord(*subject.ruleSet, subject.record, m_state->before));
    const std::vector<std::size_t> &places = m_state->placesFor(*subject.ruleSet);
    m_state->carryOver(places);
    m_state->count(subject, m_state->engine.decide(*m_state->changed, m_state->after), places);
    return {};
}

ReplaySummary Replay::take()
{
    return std::exchange(m_state->summary, ReplaySummary());
}

void ReplaySummary::add(ReplaySummary &&other)
{
    cases += other.cases;
    same += other.same;
    flipped += other.flipped;
    cannotTell += other.cannotTell;
    for (const auto &[transition, count] : other.transitions)
        transitions[transition] += count;
    for (const auto &[fact, count] : other.missingFacts)
        missingFacts[fact] += count;
    flips.insert(flips.end(), std::make_move_iterator(other.flips.begin()),
                 std::make_move_iterator(other.flips.end()));
}

} // namespace tongban::approval
