// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <span>
#include <string_view>

namespace tongban::ctl {

/// What a script can branch on. Documented in the manual page; never renumbered.
enum class ExitCode {
    Success = 0,
    Findings =
        1, ///< The command ran and found something wrong: a capsule that differs, a broken chain, bad lines.
    Usage = 2, ///< The command line is wrong, or the input it names is.
    NotFound = 3,
    Conflict = 4, ///< Another worker, another version, or the state of the case does not allow it.
    Unavailable = 5, ///< Busy, full or unreachable: try again.
    Corrupted = 6,
    Denied = 7,
    Internal = 8,
    Interrupted = 130 ///< Stopped by a signal; what was done is kept.
};

ExitCode exitCodeFor(ErrorCode code);

struct ExitCodeLine {
    ExitCode code;
    std::string_view meaning;
};

/// All codes with what they mean, for the help and the manual page.
std::span<const ExitCodeLine> exitCodes();

} // namespace tongban::ctl
