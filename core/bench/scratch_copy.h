// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/bench_centre.h"
#include "core/bench/scratch_centre.h"
#include "core/service/centre/centre_sync.h"

#include <memory>
#include <vector>

namespace tongban::bench {

/// A workspace of desktop 0's account with a device of its own, in the district of desktop 0.
struct ScratchCopy {
    SystemClock clock;
    std::unique_ptr<service::Workspace> workspace;
    std::unique_ptr<service::CentreSync> sync;

    static Result<std::unique_ptr<ScratchCopy>> join(const CentrePlan &plan, ScratchCentre &centre,
                                                     int device);
};

/// A round that reached the centre, or why it did not.
Result<> finished(const service::SyncReport &report);

/// The value below which that part of all lies; 0 of none.
double share(const std::vector<double> &sorted, double part);

} // namespace tongban::bench
