// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// Claims: who works on a case right now, seen by everybody. Nobody else acts on a claimed case; a supervisor
/// may take it over with a reason. A claim ends when the case leaves the queue in which it was claimed. It is
/// no act, because nothing in the case changes; every step is kept, and a case taken out of turn needs a
/// reason (S24, B19). In a workspace that belongs to a centre a claim holds at once here and is asked of the
/// centre, whose word is the last: a claim it gave to somebody else ends here, "released" for a reason that
/// begins with "centre:".

enum class ClaimProblem {
    None,
    WaitsForNobody, ///< The case is over, or nothing is left to do.
    HeldByOther, ///< See `holderName`.
    NotHeld, ///< There is nothing to put back.
    OutOfTurn, ///< `passedOver` cases of the same kind wait longer: say why.
    ReasonMissing, ///< Taking over needs one.
    RoleMayNot, ///< Only a supervisor takes over; only staff claim.
    AccountUnknown,
};

std::string_view name(ClaimProblem problem);

struct ClaimOutcome {
    ClaimProblem problem = ClaimProblem::None;
    std::string holder; ///< Who holds the case now; empty = nobody.
    std::string holderName;
    std::optional<Timestamp> since; ///< At this desktop.
    /// Somebody at another desktop of the centre holds the case, this long if nothing more is heard of it; by
    /// the centre's clock.
    std::optional<Timestamp> until = {};
    int passedOver = 0;
};

struct ClaimRequest {
    std::string reason; ///< Of taking a case out of turn, or over.
    bool takeOver = false; ///< From whoever holds it.
};

/// How things stand with one case: None with its holder, or WaitsForNobody.
Result<ClaimOutcome> claimOf(Workspace &workspace, std::string_view key);

/// The order that counts: the most urgent of the same item, district and state first, equal days as they
/// came. Claiming what one holds already changes nothing. NotFound when there is no such case.
Result<ClaimOutcome> claimCase(Workspace &workspace, std::string_view key, const SignedIn &person,
                               const ClaimRequest &request = {});

/// Puts the case back. Only the holder can.
Result<ClaimOutcome> releaseCase(Workspace &workspace, std::string_view key, const SignedIn &person);

/// One thing that happened to claims on a case.
struct ClaimStep {
    std::string serial;
    std::string item;
    std::string kind; ///< "claimed", "taken_over", "released", "picked" (an act without a claim), "done".
    std::string account;
    Timestamp at{};
    std::optional<Timestamp> since; ///< When the claim that ended here began: what lies between was worked.
    std::string before; ///< Who held the case until then; empty = nobody.
    int passedOver = 0; ///< Cases of the same kind that waited longer and that nobody worked on.
    std::string reason;
};

Result<std::vector<ClaimStep>> claimSteps(Workspace &workspace, std::string_view key);

/// Claims that ended with their case, with the time they took: what a person needs for an item is measured,
/// not assumed.
Result<std::vector<ClaimStep>> finishedClaims(Workspace &workspace);

/// Every case that was taken up while others of its kind waited longer (B19).
Result<std::vector<ClaimStep>> picksOutOfTurn(Workspace &workspace);

} // namespace tongban::service
