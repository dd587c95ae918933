// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/permit/act_rules.h"
#include "core/storage/event_log.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tongban::service {

/// What a command to the centre needs beside the event: see docs/centre.md.
struct CommandSource {
    std::int64_t version = 0; ///< Of the case before the act; 0 = the act opens it.
    std::string_view role; ///< As which the account acts there.
    std::string_view application; ///< Canonical JSON; with an act that opens the case.
    std::string_view item; ///< The same.
    int itemVersion = 0;
    std::string_view duplicateOf = {}; ///< With an act that opens the case: what it looks like.
    std::string_view record = {}; ///< What the rules decided from (decisionText()); goes with their act.
    std::string_view page = {}; ///< What was on the screen, where the act names its digest.
    std::string_view answers = {}; ///< JSON array of what the sources answered.
};

/// The act as a command. What only the centre may say (its numbers, the pinned model, the power) is left out.
/// The centre refuses a command that is too long: what an act rests on stays here then, and the act says so
/// ("left_out" in its detail).
Result<std::string> actCommand(const storage::EventDraft &act, const CommandSource &source);

/// What can be asked of the centre about a claim: to have it, to put it back, to take it from whoever has it
/// (a supervisor's).
enum class ClaimAsked { Claim, Release, Seize };
std::string claimCommand(const Uuid &caseId, std::string_view role, ClaimAsked asked = ClaimAsked::Claim);
/// Under which name all three stand in the outbox.
inline constexpr std::string_view kClaimKind = "claim";

/// Whether people need the case's claim for the act; the centre's table core.act_rule says the same.
bool needsClaim(permit::Act act);

/// A command as it waits, read back: what this desktop did and the centre has not told yet.
struct WaitingAct {
    permit::ActRequest request;
    permit::Role role = permit::Role::Clerk;
    std::string application; ///< Empty unless it opens a case.
    int itemVersion = 0; ///< The same.
};
Result<WaitingAct> readActCommand(std::string_view body);

/// The command for another try: at this version of the case, without the token of a claim that has ended.
Result<std::string> commandAnew(std::string_view body, std::int64_t version);

} // namespace tongban::service
