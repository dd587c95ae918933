// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <string>
#include <string_view>

namespace tongban::service {

/// What a copy took over of one case when it was opened.
struct FetchedCase {
    int decisions = 0; ///< What rules decided from.
    int pages = 0; ///< What people had on the screen when they acted.
    int answers = 0; ///< Of registers and agencies.
    bool recordsDenied = false; ///< The centre does not show this account what the acts rest on, ...
    bool answersDenied = false; ///< ... or what the sources answered.

    bool hasNews() const { return decisions + pages + answers > 0 || answersDenied; }
};

/// Why a case is asked about.
enum class FetchReason {
    Opened, ///< Somebody looks at it: what this account may not read is not asked for.
    Wanted, ///< Somebody wants it expressly; a refusal stands in the centre's log.
};

/// Asks the centre for what a case's acts name and this copy lacks, and for what the sources answered, and
/// keeps it. Every such question stands in the centre's log with the purpose; what is here is not asked for
/// again until the case moves. Waits for the network: never on a window's thread. Nothing is asked where the
/// workspace belongs to no centre. Unavailable, Denied as in Connection::open().
Result<FetchedCase> fetchCase(Workspace &workspace, std::string_view key, FetchReason reason,
                              const std::string &password = {});

} // namespace tongban::service
