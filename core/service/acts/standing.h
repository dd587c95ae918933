// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/case_state.h"
#include "core/service/cases/queues.h"
#include "core/service/workspace/resources.h"
#include "core/storage/case_store.h"

#include <string_view>

namespace tongban::service {

/// The account under which the program itself acts.
inline constexpr std::string_view kProgram = "tongban-worker";

/// Why a case is not automatic, where it was no decision of the rules that said so.
namespace reason {
inline constexpr std::string_view kHumanRequested = "human_requested";
inline constexpr std::string_view kNotTakenByCentre =
    "not_taken_by_centre"; ///< The centre refused to open it; kept for its files.
inline constexpr std::string_view kTakenByPerson = "taken_by_person"; ///< Somebody of the staff took it over.
} // namespace reason

/// The day whose catalogue and rules decide a case: when the application was received, or when an appointment
/// or a pre-review became one (S10).
Date openedOn(const permit::CaseState &state, const storage::CaseRecord &record);

/// Where a case in this state waits; empty = it waits for nobody. A received application that no member of
/// the staff has touched waits for the worker.
std::string_view queueOf(const permit::CaseState &state);

/// The columns by which a case is listed and counted, derived from how it stands. `reason` is why it is not
/// automatic.
storage::CaseStanding standingOf(const permit::CaseState &state, const permit::Item &item,
                                 const Resources &resources, std::string_view reason);

} // namespace tongban::service
