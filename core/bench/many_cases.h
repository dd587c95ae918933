// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/made_year.h"

#include <cstdint>
#include <filesystem>

namespace tongban::bench {

/// Makes a demo workspace of `cases` cases in `<plan.folder>/workspace`, fast: plan.applications of them go
/// the whole way through intake and decision, the rest are copies of those rows under numbers, names and
/// identities of their own. For measuring lists and searches; the chains of the copies prove nothing. With
/// practice accounts. Returns the folder of the workspace.
Result<std::filesystem::path> makeManyCases(const YearPlan &plan, const Clock &clock, std::int64_t cases);

} // namespace tongban::bench
