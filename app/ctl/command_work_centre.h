// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace tongban::ctl {

class Session;

/// `work --centre`.
struct CentreWorkPlan {
    std::string connect; ///< Joins first; empty = the workspace belongs to a centre already.
    std::string device;
    bool service = false; ///< Until a signal; otherwise until nothing waits.
    unsigned threads = 1;
    int intervalMs = 1000; ///< Between two looks when there was nothing to do.
    int leaseSeconds = 120;
    int askAgainSeconds = 60;
    int healthPort = -1; ///< -1 = none, 0 = any free one.
};

Result<> workAtCentre(Session &session, const CentreWorkPlan &plan);

} // namespace tongban::ctl
