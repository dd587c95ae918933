// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/exit_code.h"

namespace tongban::ctl {

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return ExitCode::Usage;
    case ErrorCode::NotFound: return ExitCode::NotFound;
    case ErrorCode::Conflict: return ExitCode::Conflict;
    case ErrorCode::Unavailable: return ExitCode::Unavailable;
    case ErrorCode::Corrupted: return ExitCode::Corrupted;
    case ErrorCode::Denied: return ExitCode::Denied;
    case ErrorCode::Internal: return ExitCode::Internal;
    }
    return ExitCode::Internal;
}

} // namespace tongban::ctl
