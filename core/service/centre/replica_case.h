// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/pull.h"
#include "core/permit/act.h"
#include "core/permit/application_reader.h"
#include "core/permit/recorded_act.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What a case is called until the centre has counted it: no other desktop gives the same.
std::string provisionalSerial(const Uuid &caseId);

/// Whether a command is an act that a copy through this place of the ledger does not show yet.
bool isOnTop(const storage::OutboxRow &row, std::int64_t through);

/// A case on the way through the acts of a ledger.
struct FoldedCase {
    storage::CaseRecord record; ///< `no` = 0 until it is stored.
    std::optional<permit::CaseState> state; ///< Nothing before the first act.
    std::string reason; ///< Why it is not automatic.
    std::optional<storage::CaseStanding> standing; ///< Of `state`, where it was worked out beforehand.
    bool isStored = false;
    bool isRenewed = false; ///< Its record has to be written anew too.
    bool isAhead = false; ///< Was followed through the whole page before it was written.
};

/// Follows a case through what a centre's ledger tells and through what this desktop has done on top. Pure
/// but for the catalogue and the rules of the workspace, which are the same for every desktop.
class CaseFolder
{
public:
    explicit CaseFolder(const Workspace &workspace) : m_workspace(workspace) { }

    /// The record of a case that the centre opened. What an application lacks is left empty: the centre has
    /// taken it, so it has to be shown.
    storage::CaseRecord recordOf(const central::PulledEvent &opening);

    /// One act of the ledger. The doubt is a word for the log; empty = none.
    Result<std::string> follow(FoldedCase &folded, const storage::StoredEvent &event);

    /// One act of this desktop that the centre has not told of, and what it wrote down. What can no longer be
    /// done is left out: the centre will say why.
    std::optional<permit::ActEvent> putOnTop(FoldedCase &folded, const storage::OutboxRow &row);

    /// The columns by which the case is listed.
    storage::CaseStanding standing(const FoldedCase &folded) const;

private:
    struct Rules {
        const permit::Item *item = nullptr;
        permit::DecisionPower power;
    };
    Rules rulesFor(const FoldedCase &folded, permit::Act act, Date day);
    const permit::Item &itemOf(const storage::CaseRecord &record) const;

    const Workspace &m_workspace;
    permit::ApplicationReader m_reader;
};

} // namespace tongban::service
