// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/deemed_acceptance.h"

#include "core/permit/act_rules.h"
#include "core/permit/deadline.h"
#include "core/service/acts/act_sink.h"
#include "core/service/acts/event_drafts.h"
#include "core/service/acts/standing.h"
#include "core/service/workspace/workspace_parts.h"

#include <deque>

namespace tongban::service {

namespace {

constexpr int kPage = 500;

/// What the program has to do to an overdue case; nothing = nothing, or not yet.
using Remedy = std::optional<permit::ActRequest> (*)(const permit::CaseState &state, const permit::Item &item,
                                                     const Resources &resources, Date openedOn, Date today);

std::optional<permit::ActRequest> resumption(const permit::CaseState &state, const permit::Item &,
                                             const Resources &, Date, Date today)
{
    const bool isSuspended = state.state == permit::State::Suspended && !state.suspensions.empty();
    const auto end = isSuspended ? state.suspensions.back().plannedEnd : std::nullopt;
    if (!end || today <= *end)
        return std::nullopt;
    permit::ActRequest request;
    request.act = permit::Act::Resume;
    request.reason = "planned_end";
    request.document = state.suspensions.back().document;
    return request;
}

/// The acts of one page, written together.
class OverduePage
{
public:
    OverduePage(Workspace &workspace, Remedy remedy, Timestamp at)
        : m_workspace(workspace), m_remedy(remedy), m_at(at)
    {
    }

    Result<std::int64_t> write(const std::vector<storage::StoredCase> &cases)
    {
        storage::Store &store = *m_workspace.parts().store;
        auto transaction = TRY(store.begin());
        m_next = TRY(m_workspace.parts().nextAcceptanceNo());
        const std::int64_t first = m_next;
        ActSink sink(m_workspace);
        std::int64_t written = 0;
        for (const storage::StoredCase &stored : cases) {
            TRY(treat(stored));
            const auto &prepared = m_events.back().prepared();
            written += static_cast<std::int64_t>(prepared.size());
            TRY(sink.add({stored.standing.version, {}, {}, 0}, prepared));
        }
        if (written == 0)
            return std::int64_t{0};
        TRY(sink.finish());
        if (m_next > first)
            TRY(m_workspace.parts().keepAcceptanceNo(m_next - 1));
        TRY(m_workspace.parts().keepStamp(m_at));
        TRY(transaction.commit());
        return written;
    }

private:
    Result<> treat(const storage::StoredCase &stored)
    {
        EventDrafts &events = m_events.emplace_back();
        const storage::CaseRecord &record = stored.record;
        const auto state = permit::parseCaseState(stored.standing.details);
        const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
        if (!state || item == nullptr)
            return {}; // damaged; told by the check of the ledger
        const Resources &resources = m_workspace.resources();
        const Date opened = openedOn(*state, record);
        const auto request = m_remedy(*state, *item, resources, opened, officialDate(m_at));
        if (!request)
            return {};
        const permit::Procedure procedure = resources.procedure();
        const permit::ActContext context{procedure,
                                         *item,
                                         m_workspace.catalogue().whoDecides(*item, record.district, opened),
                                         kProgram,
                                         permit::Role::System,
                                         {},
                                         m_at,
                                         m_next};
        auto applied = permit::apply(*state, *request, context);
        if (!applied)
            return {};
        if (applied->state.acceptanceNo == m_next)
            ++m_next;
        events.add(std::move(applied->event), record.id, record.district, m_digester);
        return m_workspace.parts().store->cases().update(
            record.no, stored.standing.version,
            standingOf(applied->state, *item, resources, stored.standing.reason));
    }

    Workspace &m_workspace;
    Remedy m_remedy;
    Timestamp m_at;
    std::int64_t m_next = 0;
    std::deque<EventDrafts> m_events; ///< The prepared events point into them.
    storage::EventDigester m_digester;
};

Result<std::int64_t> remedyAll(Workspace &workspace, permit::State state,
                               storage::CaseStore::Accepted accepted, Remedy remedy, const Progress &progress)
{
    storage::CaseStore &cases = workspace.parts().store->cases();
    std::int64_t done = 0;
    std::optional<storage::CaseCursor> after;
    do {
        const Timestamp at = TRY(workspace.stamp());
        const auto page = TRY(
            cases.overduePage(queue::kPeople, permit::name(state), accepted, officialDate(at), after, kPage));
        const auto written = OverduePage(workspace, remedy, at).write(page.cases);
        if (written)
            done += *written;
        else if (written.error().code == ErrorCode::Conflict)
            return done; // a person acted on one of them at this moment; the next run sees to the rest
        else
            return Failure(written.error());
        after = page.next;
    } while (after && !progress.stopRequested());
    return done;
}

} // namespace

std::optional<permit::ActRequest> deemedAcceptance(const permit::CaseState &state, const permit::Item &item,
                                                   const Resources &resources, Date openedOn, Date today)
{
    const auto day = permit::deemedAcceptanceDay(state, resources.calendar, *resources.limits);
    if (!day || today < day->date)
        return std::nullopt;
    permit::ActRequest request;
    request.act = permit::Act::DeemAccepted;
    request.basis = resources.limits->on(permit::LegalLimit::AcceptanceDays, *state.receivedOn).basis;
    if (item.isAutomatic())
        if (const auto rules = resources.ruleSets->inForce(item.ruleSet, openedOn))
            request.pinnedModel = rules->modelDigest().hex();
    return request;
}

Result<std::int64_t> deemLateAcceptances(Workspace &workspace, const Progress &progress)
{
    return remedyAll(workspace, permit::State::Referred, storage::CaseStore::Accepted::Never,
                     deemedAcceptance, progress);
}

Result<std::int64_t> resumeEndedSuspensions(Workspace &workspace, const Progress &progress)
{
    return remedyAll(workspace, permit::State::Suspended, storage::CaseStore::Accepted::Any, resumption,
                     progress);
}

} // namespace tongban::service
