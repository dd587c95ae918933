// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act_rules.h"
#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <optional>

namespace tongban::service {

/// The act by which an application counts as accepted because nobody answered within the days the law gives
/// (Administrative Licensing Law, article 32: from the day of receipt), under the rules of the day on which
/// the case was opened. Nothing while it is too early, or when it was answered.
std::optional<permit::ActRequest> deemedAcceptance(const permit::CaseState &state, const permit::Item &item,
                                                   const Resources &resources, Date openedOn, Date today);

/// Records it for every case that lies with people and is overdue in this way; the worker sees to the others
/// when it takes them up. Short transactions; stopping keeps what was done. How many there
/// were.
Result<std::int64_t> deemLateAcceptances(Workspace &workspace, const Progress &progress);

/// Lets the clock of every suspended case go on whose planned end has passed, from the day after that end:
/// the applicant was told no more (article 45). In the same way; how many there were.
Result<std::int64_t> resumeEndedSuspensions(Workspace &workspace, const Progress &progress);

} // namespace tongban::service
