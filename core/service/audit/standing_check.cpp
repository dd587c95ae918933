// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/standing_check.h"

#include "core/base/canonical_json.h"
#include "core/permit/application_reader.h"
#include "core/permit/duplicate.h"
#include "core/service/acts/standing.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/decision/decision_text.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

constexpr std::int64_t kPage = 2000;

std::string standingIn(const storage::StoredEvent &event)
{
    const auto body = parseJson(event.body);
    return body && body->is_object() ? body->value("standing", std::string()) : std::string();
}

/// A due day by the calendar of the year in which it was counted. A later year may get its holidays after the
/// act, so that the day counted then is not the one that would be counted now.
bool isFirmDay(const std::optional<Date> &day, Timestamp countedAt)
{
    return !day
        || std::chrono::year_month_day(*day).year()
        == std::chrono::year_month_day(officialDate(countedAt)).year();
}

class CaseCheck
{
public:
    CaseCheck(Workspace &workspace, const std::function<void(StandingFault)> &report)
        : m_workspace(workspace), m_report(report)
    {
    }

    Result<> check(const storage::StoredCase &stored)
    {
        const auto events = TRY(m_workspace.parts().store->events().ofCase(stored.record.id));
        if (events.empty() || TRY(isCovered(stored.record)))
            return {}; // the check of the chains tells
        checkApplication(stored.record, events.front());
        checkStanding(stored, events);
        return isCopy() ? checkCopiedDecisions(stored.record, events) : checkDecisions(stored.record, events);
    }

private:
    /// The centre's acts carry no digest of the standing, and it takes applications as they are.
    bool isCopy() const { return m_workspace.parts().joined.has_value(); }

    /// Acts of this desktop that the centre has not told of lie on top of what the ledger says.
    Result<bool> isCovered(const storage::CaseRecord &record)
    {
        if (!isCopy())
            return false;
        const auto rows = TRY(m_workspace.parts().store->outbox().ofCase(record.id));
        return std::ranges::any_of(rows, [](const storage::OutboxRow &row) {
            return row.entry.state == sync::CommandState::Saved
                || row.entry.state == sync::CommandState::Told;
        });
    }

    void tell(std::string_view fault, const storage::StoredEvent &event, const storage::CaseRecord &record,
              std::string_view what)
    {
        m_report({std::string(fault), event.district, event.n,
                  "case " + std::to_string(record.no) + ": " + std::string(what)});
    }

    void checkApplication(const storage::CaseRecord &record, const storage::StoredEvent &opening)
    {
        const std::string expected = detailOf(opening, "application");
        if (!expected.empty() && sha256(record.application).hex() != expected) {
            tell("application_changed", opening, record, "the application is not the one that was taken in");
            return;
        }
        if (isCopy())
            return;
        const auto application = m_reader.readStored(record.application);
        const bool same = application && permit::name(application->channel) == record.channel
            && application->externalNo == record.externalNo && application->item == record.item
            && application->district == record.district && application->receivedAt == record.receivedAt
            && application->applicant.id == record.applicantId
            && application->applicant.name == record.applicantName
            && permit::duplicateKey(*application) == record.duplicateKey
            && permit::caseId(*application).uuid() == record.id;
        if (!same)
            tell("record_changed", opening, record, "its columns are not those of its application");
    }

    void checkStanding(const storage::StoredCase &stored, const std::vector<storage::StoredEvent> &events)
    {
        const storage::CaseStanding &standing = stored.standing;
        const storage::StoredEvent &last = events.back();
        const auto state = permit::parseCaseState(standing.details);
        const permit::Item *item =
            m_workspace.catalogue().version(stored.record.item, stored.record.itemVersion);
        if (!state || item == nullptr) {
            tell("standing_changed", last, stored.record, "how it stands cannot be read");
            return;
        }
        const auto expected = standingOf(*state, *item, m_workspace.resources(), standing.reason);
        const bool same = expected.state == standing.state && expected.queue == standing.queue
            && expected.outcome == standing.outcome && expected.open == standing.open
            && expected.touchedByHuman == standing.touchedByHuman && expected.changedAt == standing.changedAt
            && (expected.due == standing.due || !isFirmDay(expected.due, last.at))
            && last.stateAfter == standing.state && state->changedAt == last.at
            && (isCopy() || standingIn(last) == permit::standingDigest(standing.details))
            && static_cast<std::size_t>(state->version) == events.size()
            && state->district == stored.record.district && state->item == stored.record.item
            && isDecidedBy(decidingEvent(events), *state);
        if (!same)
            tell("standing_changed", last, stored.record, "it does not stand as its acts left it");
    }

    /// Every capsule that an act names is kept, and no other.
    Result<> checkDecisions(const storage::CaseRecord &record,
                            const std::vector<storage::StoredEvent> &events)
    {
        std::vector<std::string> kept;
        for (const storage::DecisionRow &row : TRY(m_workspace.parts().store->decisions().ofCase(record.no)))
            kept.push_back(row.capsule.hex());
        for (const storage::StoredEvent &event : events) {
            const std::string named = detailOf(event, "capsule");
            if (named.empty())
                continue;
            const auto place = std::ranges::find(kept, named);
            if (place == kept.end())
                tell("decision_changed", event, record, "the decision that this act names is not kept");
            else
                kept.erase(place);
        }
        if (!kept.empty())
            tell("decision_changed", events.back(), record, "a decision is kept that no act names");
        return {};
    }

    /// A copy need not hold what an act names; what it holds instead is another thing.
    Result<> checkCopiedDecisions(const storage::CaseRecord &record,
                                  const std::vector<storage::StoredEvent> &events)
    {
        std::vector<std::string> kept;
        for (const storage::DecisionRow &row : TRY(m_workspace.parts().store->decisions().ofCase(record.no)))
            kept.push_back(sha256(decisionText(row)).hex());
        const storage::StoredEvent *missing = nullptr;
        for (const storage::StoredEvent &event : events) {
            const std::string named = detailOf(event, "record");
            if (!named.empty() && std::erase(kept, named) == 0)
                missing = &event;
        }
        if (missing != nullptr && !kept.empty())
            tell("decision_changed", *missing, record,
                 "the decision that is kept is not the one that this act names");
        return {};
    }

    /// The act that decided the case as it stands; null pointer when none did or the decision was taken back.
    static const storage::StoredEvent *decidingEvent(const std::vector<storage::StoredEvent> &events)
    {
        const storage::StoredEvent *deciding = nullptr;
        for (const storage::StoredEvent &event : events) {
            const auto act = permit::parseAct(event.act);
            if (act == permit::Act::Grant || act == permit::Act::Refuse || act == permit::Act::Countersign)
                deciding = &event;
            else if (act == permit::Act::RequestHuman)
                deciding = nullptr;
        }
        return deciding;
    }

    static bool isDecidedBy(const storage::StoredEvent *event, const permit::CaseState &state)
    {
        if (event == nullptr || !state.decision)
            return event == nullptr && !state.decision;
        const bool isGrant = event->act == permit::name(permit::Act::Grant);
        const permit::DecisionMade &decision = *state.decision;
        return (decision.kind == permit::DecisionKind::Granted) == isGrant && decision.actor == event->actor
            && decision.at == event->at && decision.basis == event->basis
            && decision.automatic == (event->role == permit::name(permit::Role::System));
    }

    Workspace &m_workspace;
    const std::function<void(StandingFault)> &m_report;
    permit::ApplicationReader m_reader;
};

} // namespace

Result<> checkStandings(Workspace &workspace, const Progress &progress,
                        const std::function<void(StandingFault)> &report)
{
    storage::CaseStore &cases = workspace.parts().store->cases();
    const std::int64_t last = TRY(cases.lastNo());
    CaseCheck check(workspace, report);
    for (std::int64_t after = 0; after < last; after += kPage) {
        if (progress.stopRequested())
            return {};
        std::vector<storage::StoredCase> page;
        TRY(cases.scan(after, std::min(after + kPage, last), [&](const storage::StoredCase &stored) {
            page.push_back(stored);
            return true;
        }));
        for (const storage::StoredCase &stored : page)
            TRY(check.check(stored));
        progress.say(std::min(after + kPage, last), last);
    }
    return {};
}

} // namespace tongban::service
