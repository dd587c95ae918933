// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/act_sink.h"

#include "core/base/canonical_json.h"
#include "core/service/workspace/workspace_parts.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

/// What an applicant does through a clerk's window is the clerk's act at the centre: he is who signed in.
std::string_view roleThere(const JoinedCentre &centre, std::string_view role)
{
    return centre.isPerson() && role == permit::name(permit::Role::Applicant)
        ? permit::name(permit::Role::Clerk)
        : role;
}

storage::OutboxRow rowFor(storage::ReplicaRow &replica, const Uuid &caseId, Timestamp at,
                          std::string_view kind, std::string body)
{
    SystemRandom random;
    storage::OutboxRow row;
    row.entry.id = Uuid::v7(at, random);
    row.entry.sequence = replica.nextSequence++;
    row.entry.generation = replica.generation;
    row.entry.body = std::move(body);
    row.district = replica.district;
    row.caseId = caseId;
    row.kind = kind;
    row.madeAt = at;
    return row;
}

/// The page that the act names, as it was kept in the same transaction; empty = it names none.
Result<std::string> pageSeen(storage::Store &store, std::string_view body)
{
    if (body.find("\"seen\":") == std::string_view::npos)
        return std::string();
    const auto told = TRY(parseJson(body));
    const auto detail = told.find("detail");
    if (detail == told.end() || !detail->is_object())
        return std::string();
    const auto digest = Digest::parse(detail->value("seen", std::string()));
    auto page = digest ? TRY(store.attachments().seen(*digest)) : std::optional<std::string>();
    return page ? *std::move(page) : std::string();
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
        TRY(send(acted, version++, event.draft, &event == &events.back()));
    return {};
}

Result<> ActSink::send(const ActedCase &acted, std::int64_t version, const storage::EventDraft &act,
                       bool isLast)
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
        const storage::OutboxRow row =
            rowFor(*replica, act.caseId, act.at, kClaimKind, claimCommand(act.caseId, role));
        claim = row.entry.id;
        TRY(store.outbox().add(row));
    }
    const std::string page = TRY(pageSeen(store, act.body));
    CommandSource source{version, role, acted.application, acted.item, acted.itemVersion, {}, {}, page, {}};
    if (version == 0)
        source.duplicateOf = acted.duplicateOf;
    if (isLast) {
        source.record = acted.record;
        source.answers = acted.answers;
    }
    storage::OutboxRow row = rowFor(*replica, act.caseId, act.at, act.act, TRY(actCommand(act, source)));
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

Result<> askForClaim(Workspace &workspace, const storage::CaseAddress &address, permit::Role role,
                     ClaimAsked asked)
{
    const auto &joined = workspace.parts().joined;
    if (!joined || !joined->isPerson())
        return {};
    storage::Store &store = *workspace.parts().store;
    auto replica = TRY(store.replica().of(address.district));
    if (!replica)
        return {};
    TRY(store.outbox().add(rowFor(*replica, address.id, TRY(workspace.stamp()), kClaimKind,
                                  claimCommand(address.id, permit::name(role), asked))));
    return store.replica().put(*replica);
}

} // namespace tongban::service
