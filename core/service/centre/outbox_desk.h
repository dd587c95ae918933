// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// An act of this desktop and what has become of it.
struct OutboxLine {
    std::int64_t no = 0; ///< In the order in which they were made.
    std::string id;
    std::string act; ///< Name of the act, or "claim".
    std::string caseId;
    std::string serial; ///< Of the case as it is called now; empty when the centre refused it.
    int district = 0;
    std::string state; ///< "saved", "told", "confirmed", "settled", "attention", "closed".
    bool mayBeSent = false; ///< No longer to be withdrawn.
    std::string outcome; ///< "applied", "conflict", "refused", "invalid", "quarantined"; empty = no answer.
    std::string detail; ///< Why not; of the claim that was made for it, where that is the reason.
    Timestamp madeAt{};
    std::optional<Timestamp> toldAt;
    std::string note; ///< Of the person who closed it.
};

/// What the centre has not taken in yet.
struct OutboxCount {
    std::int64_t underWay = 0; ///< Saved or told, without the centre's word.
    std::int64_t attention = 0; ///< Not carried out; a person has to look.
};

/// Nothing when the workspace belongs to no centre.
Result<std::optional<OutboxCount>> outboxCount(Workspace &workspace);

/// Oldest first; without `all` only what is under way or waits for a person.
Result<std::vector<OutboxLine>> outboxLines(Workspace &workspace, bool all);

/// Takes an act back that was never sent. Conflict when it may have reached the centre, or when a later act
/// rests on it.
Result<> withdrawCommand(Workspace &workspace, std::string_view id);

/// A person has seen to an act that was not carried out. Conflict when it does not wait for one.
Result<> closeCommand(Workspace &workspace, std::string_view id, std::string_view note);

/// Does an act again that was not carried out, to the case as it is now; the first try is closed. The id of
/// the new one. Conflict when it does not wait for a person, or the case no longer stands so that it could be
/// done.
Result<std::string> redoCommand(Workspace &workspace, std::string_view id);

/// Both sides of an act that was not carried out: what was meant, and how the case stands instead.
struct CommandConflict {
    OutboxLine line;
    std::string meant; ///< The command, JSON.
    std::string state; ///< Of the case as the centre has it; empty = it has none.
    std::string outcome; ///< What was decided instead; empty = nothing.
    std::string lastAct; ///< ... and by whom, when.
    std::string lastActor;
    std::optional<Timestamp> lastAt;
    std::optional<permit::ActRequest> request; ///< `meant`, read back; nothing for a claim.
    std::string role; ///< As which it was done.
    std::int64_t seenVersion = 0; ///< Of the case, when the act was made; 0 = it was to open it.
    std::string seenState; ///< How the case stood at that version; empty = the centre has no such version.
    std::vector<StoryEvent> since; ///< What the centre carried out after that version.
    std::int64_t doneBehind = 0; ///< Acts made after this one that went through all the same.
};
Result<CommandConflict> commandConflict(Workspace &workspace, std::string_view id);

/// Writes everything the centre has not confirmed into a file, one command a line with its number and key: a
/// last resort for an office whose network stays away. Durable when it returns; how many.
Result<std::int64_t> exportOutbox(Workspace &workspace, const std::filesystem::path &file);

} // namespace tongban::service
