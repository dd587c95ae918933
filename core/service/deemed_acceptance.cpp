// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/deemed_acceptance.h"

#include "core/permit/deadline.h"
#include "core/service/event_drafts.h"
#include "core/service/standing.h"
#include "core/service/workspace_parts.h"

namespace tongban::service {

namespace {

constexpr int kCasesPerCommit = 500;
constexpr std::string_view kActor = "tongban-worker";

/// Goes through one queue, the most urgent first, up to the cases that are due today.
class LateAcceptances
{
public:
    LateAcceptances(Workspace &workspace, const Progress &progress)
        : m_workspace(workspace), m_store(*workspace.parts().store), m_progress(progress)
    {
    }

    Result<> run(std::string_view queue)
    {
        std::optional<storage::CaseCursor> after;
        do {
            const storage::CasePage page = TRY(m_store.cases().queuePage(queue, after, kCasesPerCommit));
            after = page.next;
            const Timestamp now = TRY(m_workspace.stamp());
            auto transaction = TRY(m_store.begin());
            for (const storage::StoredCase &stored : page.cases) {
                if (!stored.standing.due || *stored.standing.due >= officialDate(now))
                    after.reset();
                else
                    TRY(deem(stored, now));
            }
            TRY(m_workspace.parts().keepStamp(now));
            TRY(transaction.commit());
        } while (after && !m_progress.stopRequested());
        return {};
    }

    std::int64_t count() const { return m_count; }

private:
    Result<> deem(const storage::StoredCase &stored, Timestamp now)
    {
        const storage::CaseRecord &record = stored.record;
        const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
        const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
        if (item == nullptr)
            return fail(ErrorCode::Corrupted, "case " + record.serial + ": its item is not in the catalogue");
        const Resources &resources = m_workspace.resources();
        const auto request = deemedAcceptance(state, *item, resources, officialDate(now));
        if (!request)
            return {};
        const permit::Procedure procedure = resources.procedure();
        const std::int64_t acceptanceNo = TRY(m_workspace.parts().nextAcceptanceNo());
        const permit::ActContext context{
            procedure,
            *item,
            m_workspace.catalogue().whoDecides(*item, record.district, officialDate(record.receivedAt)),
            kActor,
            permit::Role::System,
            {},
            now,
            acceptanceNo};
        auto applied = permit::apply(state, *request, context);
        if (!applied)
            return {};
        EventDrafts events;
        events.add(std::move(applied->event), record.id, record.district, m_digester);
        TRY(m_store.cases().update(record.no, stored.standing.version,
                                   standingOf(applied->state, *item, resources, stored.standing.reason)));
        TRY(m_store.events().append(events.prepared()));
        TRY(m_workspace.parts().keepAcceptanceNo(acceptanceNo));
        ++m_count;
        return {};
    }

    Workspace &m_workspace;
    storage::Store &m_store;
    const Progress &m_progress;
    storage::EventDigester m_digester;
    std::int64_t m_count = 0;
};

} // namespace

std::optional<permit::ActRequest> deemedAcceptance(const permit::CaseState &state, const permit::Item &item,
                                                   const Resources &resources, Date today)
{
    const auto day = permit::deemedAcceptanceDay(state, resources.calendar, *resources.limits);
    if (!day || today < day->date)
        return std::nullopt;
    permit::ActRequest request;
    request.act = permit::Act::DeemAccepted;
    request.basis = resources.limits->on(permit::LegalLimit::AcceptanceDays, *state.receivedOn).basis;
    if (item.isAutomatic())
        if (const auto rules = resources.ruleSets->inForce(item.ruleSet, *state.receivedOn))
            request.pinnedModel = rules->modelDigest().hex();
    return request;
}

Result<std::int64_t> deemLateAcceptances(Workspace &workspace, const Progress &progress)
{
    LateAcceptances late(workspace, progress);
    TRY(late.run(queue::kPeople));
    TRY(late.run(queue::kEvidence));
    return late.count();
}

} // namespace tongban::service
