// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/manual_time.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tongban::service {

/// What automatic decisions of one item saved (S25).
struct SavedLine {
    std::string item;
    std::int64_t automatic = 0; ///< Cases that no hand decided.
    permit::ManualTime measured; ///< What people's acts tell.

    /// Nothing = not measured.
    std::optional<std::chrono::milliseconds> saved() const { return measured.saved(automatic); }
};

/// All items with automatic cases.
struct HoursSaved {
    std::vector<SavedLine> items; ///< Most automatic cases first.

    std::chrono::milliseconds total() const; ///< Of the measured items.
    std::int64_t measuredCases() const; ///< Automatic cases that total() covers.
    std::int64_t unmeasuredCases() const; ///< Automatic cases it does not.
};

/// `automatic`: automatic cases by item. Reads the ledger once.
Result<HoursSaved> hoursSaved(Workspace &workspace, const std::map<std::string, std::int64_t> &automatic);

} // namespace tongban::service
