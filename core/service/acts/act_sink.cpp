// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/act_sink.h"

#include "core/service/acts/act_command.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

/// What an applicant does through a clerk's window is the clerk's act at the centre: he is who signed in.
std::string_view roleThere(const JoinedCentre &centre, std::string_view role)
{
    return centre.isPerson() && role == permit::name(permit::Role::Applicant)
        ? permit::name(permit::Role::Clerk)
        : role;
}

storage::OutboxRow rowFor(storage::ReplicaRow &replica, const storage::EventDraft &act, std::string_view kind,
                          std::string body)
{
    SystemRandom random;
    storage::OutboxRow row;
    row.entry.id = Uuid::v7(act.at, random);
    row.entry.sequence = replica.nextSequence++;
    row.entry.generation = replica.generation;
    row.entry.body = std::move(body);
    row.district = act.district;
    row.caseId = act.caseId;
    row.kind = kind;
    row.madeAt = act.at;
    return row;
}

} // namespace

Result<> ActSink::add(const ActedCase &acted, std::span<const storage::PreparedEvent> events)
{
    if (!m_workspace.parts().joined) {
        m_prepared.insert(m_prepared.end(), events.begin(), events.end());
        return {};
    }
    std::int64_t version = acted.version;
    for (const storage::PreparedEvent &event : events)
        TRY(send(acted, version++, event.draft));
    return {};
}

Result<> ActSink::send(const ActedCase &acted, std::int64_t version, const storage::EventDraft &act)
{
    storage::Store &store = *m_workspace.parts().store;
    const JoinedCentre &centre = *m_workspace.parts().joined;
    auto replica = TRY(store.replica().of(act.district));
    if (!replica)
        return fail(ErrorCode::Denied,
                    "district " + std::to_string(act.district) + " is not one this workspace has joined");
    const std::string_view role = roleThere(centre, act.role);
    std::optional<Uuid> claim;
    const auto known = permit::parseAct(act.act);
    if (centre.isPerson() && known && needsClaim(*known)) {
        const storage::OutboxRow row = rowFor(*replica, act, "claim", claimCommand(act.caseId, role));
        claim = row.entry.id;
        TRY(store.outbox().add(row));
    }
    const CommandSource source{version, role, acted.application, acted.item, acted.itemVersion};
    storage::OutboxRow row = rowFor(*replica, act, act.act, TRY(actCommand(act, source)));
    row.entry.tokenFrom = claim;
    TRY(store.outbox().add(row));
    return store.replica().put(*replica);
}

Result<std::vector<storage::EventPosition>> ActSink::finish()
{
    if (m_prepared.empty())
        return std::vector<storage::EventPosition>();
    return m_workspace.parts().store->events().append(m_prepared);
}

} // namespace tongban::service
