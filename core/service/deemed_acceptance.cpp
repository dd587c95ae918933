// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/deemed_acceptance.h"

#include "core/permit/act_rules.h"
#include "core/permit/deadline.h"
#include "core/service/event_drafts.h"
#include "core/service/standing.h"
#include "core/service/workspace_parts.h"

#include <deque>

namespace tongban::service {

namespace {

constexpr int kPage = 500;

/// The acts of one page, written together.
class OverduePage
{
public:
    OverduePage(Workspace &workspace, Timestamp at) : m_workspace(workspace), m_at(at) { }

    Result<std::int64_t> write(const std::vector<storage::StoredCase> &cases)
    {
        storage::Store &store = *m_workspace.parts().store;
        auto transaction = TRY(store.begin());
        m_next = TRY(m_workspace.parts().nextAcceptanceNo());
        const std::int64_t first = m_next;
        std::vector<storage::PreparedEvent> prepared;
        for (const storage::StoredCase &stored : cases) {
            TRY(accept(stored));
            const auto &events = m_events.back().prepared();
            prepared.insert(prepared.end(), events.begin(), events.end());
        }
        if (m_next == first)
            return std::int64_t{0};
        TRY(store.events().append(prepared));
        TRY(m_workspace.parts().keepAcceptanceNo(m_next - 1));
        TRY(m_workspace.parts().keepStamp(m_at));
        TRY(transaction.commit());
        return m_next - first;
    }

private:
    Result<> accept(const storage::StoredCase &stored)
    {
        EventDrafts &events = m_events.emplace_back();
        const storage::CaseRecord &record = stored.record;
        const auto state = permit::parseCaseState(stored.standing.details);
        const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
        if (!state || item == nullptr)
            return {}; // damaged; told by the check of the ledger
        const Resources &resources = m_workspace.resources();
        const Date opened = openedOn(*state, record);
        const auto request = deemedAcceptance(*state, *item, resources, opened, officialDate(m_at));
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
        ++m_next;
        events.add(std::move(applied->event), record.id, record.district, m_digester);
        return m_workspace.parts().store->cases().update(
            record.no, stored.standing.version,
            standingOf(applied->state, *item, resources, stored.standing.reason));
    }

    Workspace &m_workspace;
    Timestamp m_at;
    std::int64_t m_next = 0;
    std::deque<EventDrafts> m_events; ///< The prepared events point into them.
    storage::EventDigester m_digester;
};

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
    storage::CaseStore &cases = workspace.parts().store->cases();
    std::int64_t accepted = 0;
    std::optional<storage::CaseCursor> after;
    do {
        const Timestamp at = TRY(workspace.stamp());
        const auto page = TRY(cases.unacceptedPage(queue::kPeople, permit::name(permit::State::Referred),
                                                   officialDate(at), after, kPage));
        const auto written = OverduePage(workspace, at).write(page.cases);
        if (written)
            accepted += *written;
        else if (written.error().code == ErrorCode::Conflict)
            return accepted; // a person acted on one of them at this moment; the next run sees to the rest
        else
            return Failure(written.error());
        after = page.next;
    } while (after && !progress.stopRequested());
    return accepted;
}

} // namespace tongban::service
