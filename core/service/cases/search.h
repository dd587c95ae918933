// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <cstdint>

namespace tongban::service {

/// How far the names can be searched.
struct SearchReach {
    std::int64_t searched = 0; ///< Cases whose names are found by their parts.
    std::int64_t total = 0;

    bool isWhole() const { return searched >= total; }
};

/// Reads the names of the next `most` cases, so that a search finds them by any part and by pinyin initials.
/// Taking cases in does not wait for it; a window does it in the background, and every search reads a few.
/// A workspace that is open for reading stays as it is.
Result<SearchReach> growSearch(Workspace &workspace, int most);

} // namespace tongban::service
