// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/bench/bench_centre.h"
#include "core/bench/measure.h"

#include <vector>

namespace tongban::bench {

/// A district copied into an empty workspace, act by act, every hash checked and every case followed through
/// the rules, against bare inserts of the same rows into the same tables and indexes in transactions of the
/// same size.
Result<std::vector<Measure>> benchPull(const CentrePlan &plan);

/// How long an act of one desktop takes to stand in another one's store, beside `clients` connected desktops
/// that look for news four times a second.
Result<std::vector<Measure>> benchPropagate(const CentrePlan &plan);

/// How long a person's act takes to be durable while the same workspace copies a backlog of `backlog` acts as
/// fast as it can, and the longest turn of a loop that gives acts to the workspace's thread as a window does.
Result<std::vector<Measure>> benchInterference(const CentrePlan &plan);

/// The first copy of a district of `cases` cases into an empty workspace, hashes checked, with indexes and
/// the words of names, against COPY out of the same rows, bare inserts of what came of them, the same indexes
/// and words.
Result<std::vector<Measure>> benchBootstrap(const CentrePlan &plan);

} // namespace tongban::bench
