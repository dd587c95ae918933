// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <functional>
#include <string>

namespace tongban::service {

/// Something about a case that does not follow from what the ledger holds.
struct StandingFault {
    std::string fault; ///< "application_changed", "record_changed", "standing_changed",
                       ///< "decision_changed".
    int district = 0;
    std::int64_t n = 0; ///< Place of the act it contradicts.
    std::string detail; ///< No personal data.
};

/// Compares every case with its acts: the application with the digest in the act that opened it, the columns
/// by which cases are found with the application, those by which they are listed and counted with how the
/// case stands and with the act that decided it, how it stands with the digest in its last act, and the
/// decisions kept with the capsules that acts name. Reads the store once, in pages.
Result<> checkStandings(Workspace &workspace, const Progress &progress,
                        const std::function<void(StandingFault)> &report);

} // namespace tongban::service
