// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/calendar.h"
#include "core/base/deadline_account.h"
#include "core/permit/case_state.h"
#include "core/permit/legal_limits.h"
#include "core/permit/time_light.h"

#include <optional>
#include <vector>

namespace tongban::permit {

/// The clocks of a case. Several run side by side; a step can be late while the whole is in time.
enum class ClockKind {
    Acceptance, ///< Accept or give notice, from the day of receipt (article 32).
    Supplement, ///< The applicant's time after a notice.
    Conditional, ///< Documents to follow a conditional acceptance.
    Statutory, ///< The legal limit to decide, from acceptance (article 42), with extension, without
               ///< suspensions (45).
    Promised, ///< The limit promised to the public, from acceptance, without suspensions; an extension does
              ///< not move it.
    StepStatutory, ///< The step the case is in, from the day it began.
    StepPromised,
    Delivery, ///< From the decision to the applicant's hands (article 44).
    Rectification, ///< To put right what a very dissatisfied applicant met with.
};

/// One clock on one day.
struct ClockReading {
    ClockKind kind = ClockKind::Statutory;
    std::optional<Step> step; ///< Of the two step clocks.
    Date start; ///< Not counted itself.
    int workdays = 0; ///< How many it allows, extension included.
    Deadline deadline;
    int left = 0; ///< Working days until the deadline, without suspensions; negative = late by so many.
    bool stopped = false; ///< Suspended: the deadline moves on by the day.
    Light light = Light::Green;
    std::string basis; ///< Article or promise it rests on.
};

/// What clocks are read by.
struct ClockRules {
    const Calendar &calendar;
    const LegalLimits &limits;
    const LightRules &lights;
};

/// Every clock that runs for the case on `today`, the most urgent first. Empty when nothing runs: booked,
/// closed.
std::vector<ClockReading> readClocks(const CaseState &state, const Item &item, const ClockRules &rules,
                                     Date today);

/// The earliest deadline among the clocks that bind the office (all but the applicant's own), or the planned
/// end of a suspension: what a queue is sorted by. Cheap enough to be asked after every act.
std::optional<Deadline> dueDay(const CaseState &state, const Item &item, const Calendar &calendar,
                               const LegalLimits &limits);

/// The last day to decide by law (article 42), with the extension and without suspensions; one that still
/// lasts counts up to `today`. For accepted cases.
Deadline decisionDeadline(const CaseState &state, const Item &item, const Calendar &calendar, Date today);

/// The day-by-day strip of one clock (B7): it ends with the deadline of readClocks(). NotFound when this
/// clock does not run. `today` stands for the end of a suspension that still lasts.
Result<DeadlineAccount> clockAccount(const CaseState &state, const Item &item, const ClockRules &rules,
                                     ClockKind kind, Date today);

/// The first day on which an application that nobody answered counts as accepted (article 32): the day after
/// the last of the five. Nothing when it is accepted, answered, or not received yet.
std::optional<Deadline> deemedAcceptanceDay(const CaseState &state, const Calendar &calendar,
                                            const LegalLimits &limits);

std::string_view name(ClockKind kind);
std::optional<ClockKind> parseClockKind(std::string_view name);

} // namespace tongban::permit
