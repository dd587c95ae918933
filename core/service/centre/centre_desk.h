// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_sync.h"
#include "core/service/workspace/workspace.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// An act of the centre that this program's rules would not have allowed: it stands all the same, because the
/// centre judged it by the texts and the calendar of its own day.
struct Doubt {
    int district = 0;
    std::int64_t n = 0; ///< Place in the district's chain.
    std::string problem; ///< Name of a permit::ActProblem.
    std::string serial; ///< Of the case; empty = it is not there any more.
    std::string act;
    std::string actor;
    std::optional<Timestamp> at;
};

/// What this desktop is to its centre, without asking it.
struct CentreDesk {
    std::string host; ///< Name, address, or folder of a socket.
    std::string port; ///< Empty = the usual one.
    std::string database;
    std::string login;
    bool isOverNetwork = false; ///< Then the server proves who it is, and the line is encrypted.
    std::string account; ///< As it stands in the record of acts.
    std::string kind; ///< "person", "channel", "worker", "auditor".
    std::string device; ///< As the administrator has enrolled this desktop.
    std::chrono::milliseconds clockOffset{0}; ///< By how much the centre's clock was ahead when last met.
    SyncStatus status;
    std::vector<Doubt> doubts; ///< The latest, kMostDoubts at most.
};
inline constexpr int kMostDoubts = 100;

/// Nothing = the workspace belongs to no centre.
Result<std::optional<CentreDesk>> centreDesk(Workspace &workspace);

} // namespace tongban::service
