// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/bench/measure.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace tongban::bench {

struct CentrePlan {
    std::filesystem::path folder; ///< For the scratch server; made when missing.
    std::filesystem::path resources;
    int commands = 20'000; ///< benchPush().
    int pulledActs = 100'000; ///< benchPull(): what a desktop misses that was away for some weeks.
    std::int64_t cases = 1'000'000; ///< benchBootstrap().
    int backlog = 150'000; ///< benchInterference().
    int clients = 16; ///< benchCentre().
    int seconds = 10; ///< benchCentre(): how long our side is measured; benchPropagate().
};

/// Sending a queue of received applications from one desktop to a centre on
/// this machine, every act durable, against the same function called in a bare
/// libpq loop with the same batches, in turns.
Result<std::vector<Measure>> benchPush(const CentrePlan &plan);

/// Many desktops that send one act at a time to the districts of one centre:
/// how many acts a second, how long one waits and what memory the server's
/// processes come to hold, against the same function called bare by as many
/// clients, in turns.
Result<std::vector<Measure>> benchCentre(const CentrePlan &plan);

} // namespace tongban::bench
