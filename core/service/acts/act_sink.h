// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/acts/act_command.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/case_store.h"
#include "core/storage/event_log.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tongban::service {

/// The case that acts are done to, as it was before the first of them.
struct ActedCase {
    std::int64_t version = 0; ///< 0 = the first act opens it.
    std::string_view application; ///< For an act that opens it.
    std::string_view item;
    int itemVersion = 0;
    std::string_view record = {}; ///< Of the decision by rules that the last act carries out.
    std::string_view duplicateOf = {}; ///< Id of the older case that this one looks like, as it is opened.
    std::string_view answers = {}; ///< JSON array of what the sources answered before the last act.
};

/// Where acts go. In a workspace without a centre: into the ledger. In one that belongs to a centre: as
/// commands into the outbox, and the ledger grows when the centre has told of them. Inside one open
/// transaction; what is added belongs to the caller until finish().
class ActSink
{
public:
    explicit ActSink(Workspace &workspace) : m_workspace(workspace) { }

    /// The acts of one case in their order. Denied when the centre's district is not one of this workspace.
    Result<> add(const ActedCase &acted, std::span<const storage::PreparedEvent> events);

    /// The places in the ledger; none where the centre gives them.
    Result<std::vector<storage::EventPosition>> finish();

private:
    Result<> send(const ActedCase &acted, std::int64_t version, const storage::EventDraft &act, bool isLast);

    Workspace &m_workspace;
    std::vector<storage::PreparedEvent> m_prepared;
};

/// Asks the centre for a case as somebody of this role, in a workspace that belongs to one and to a person;
/// nothing elsewhere. In the open transaction of what happens to the claim here.
Result<> askForClaim(Workspace &workspace, const storage::CaseAddress &address, permit::Role role,
                     ClaimAsked asked);

} // namespace tongban::service
