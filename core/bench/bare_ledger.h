// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/bench_centre.h"
#include "core/bench/scratch_centre.h"

#include <cstdint>

namespace tongban::bench {

/// Puts `cases` made-up applications into the ledger of desktop 0's district, as if they had been taken in
/// one after the other, every second one accepted by the program: the same rows, digests and chain that the
/// centre's functions would have written, by COPY. Only for a centre without acts. Returns the acts.
Result<std::int64_t> makeLedger(const CentrePlan &plan, ScratchCentre &centre, std::int64_t cases);

} // namespace tongban::bench
