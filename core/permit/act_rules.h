// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/calendar.h"
#include "core/permit/act.h"
#include "core/permit/catalogue_entries.h"
#include "core/permit/legal_limits.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// What acts are judged by; the same for every case of a run.
struct Procedure {
    const Workflow &workflow;
    const LegalLimits &limits;
    const Calendar &calendar;
};

/// Who acts, when, and for which item.
struct ActContext {
    const Procedure &procedure;
    const Item &
        item; ///< The version pinned to the case; for the first acts, the one in force on the day of receipt.
    DecisionPower power; ///< Who decides this case: Catalogue::whoDecides() on the day of receipt.
    std::string_view actor; ///< Account of the person, or the name of the program.
    Role role = Role::System;
    /// For whom the actor acts; empty = for whoever holds the power, as the program does.
    std::string_view organisation;
    Timestamp now;
    std::int64_t nextAcceptanceNo = 0; ///< Given to the case if this act accepts it.
    bool isRecorded = false; ///< The ledger has the event already: it is not put together again.
};

/// A case after an act, and the event that tells of it (unless the context says that it is recorded).
struct AppliedAct {
    CaseState state;
    ActEvent event;
};

/// An act done, or every reason why not. A refusal is an answer, not an error: nothing has changed.
using ActResult = tl::expected<AppliedAct, std::vector<ActRefusal>>;

/// Opens a case: Book, PreReview or Apply where there is none yet. The version of the item is pinned here
/// (S10). `receivedAt` is when the application arrived by the clock of its channel; at most
/// kChannelClockTolerance after `now`.
ActResult open(const ActRequest &request, const ActContext &context, int district, Timestamp receivedAt);

/// Does an act to a case. A pure function: same case, request and context, same result on every machine.
/// Knows the table of transitions, what has to come with an act, separation of duties, the second-notice
/// guard, visits, extension and suspension, deemed and conditional acceptance, promises, the right to a
/// person, powers as of the day, and delivery.
ActResult apply(const CaseState &state, const ActRequest &request, const ActContext &context);

/// What the role could do now, by the table alone: the acts a screen offers.
std::vector<Act> possibleActs(const CaseState &state, const Workflow &workflow, Role role);

} // namespace tongban::permit
