// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/bench/made_year.h"
#include "core/bench/measure.h"

#include <vector>

namespace tongban::bench {

/// A year of applications: taken in and decided, every act durable, against the bare writing of the same
/// rows; the memory it took and the size of what is kept. The registers are imported beforehand (evidence is
/// at hand).
Result<std::vector<Measure>> benchYear(const YearPlan &plan, const Clock &clock);

/// Judging the decisions of a year by changed rules: one rule of every rule set is taken out. The workspace
/// of an earlier benchYear() in the same folder is used; otherwise one is made first.
Result<std::vector<Measure>> benchReplay(const YearPlan &plan, const Clock &clock);

/// One decision with its full trace and capsule, storage and registers read, nothing written: how long a case
/// takes, case by case. At most 20,000 cases are decided.
Result<std::vector<Measure>> benchDecision(const YearPlan &plan, const Clock &clock);

/// 200 receipts set as PDF from the store, and the same issued: with their record, durable one by one.
Result<std::vector<Measure>> benchPaper(const YearPlan &plan, const Clock &clock);

/// Making a roster of as many objects as the plan has applications (at most 500,000), and searching it by
/// code, name and initials, beside SQLite's LIKE over the same rows with a column of initials.
Result<std::vector<Measure>> benchRoster(const YearPlan &plan, const Clock &clock);

} // namespace tongban::bench
