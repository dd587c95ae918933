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

std::span<const ExitCodeLine> exitCodes()
{
    static constexpr ExitCodeLine kLines[] = {
        {ExitCode::Success, "Done."},
        {ExitCode::Findings,
         "Done, and something wrong was found: lines set aside, a capsule that differs, a broken record, "
         "cases "
         "that would come out differently."},
        {ExitCode::Usage, "The command line is wrong, or the input it names is. Nothing was changed."},
        {ExitCode::NotFound, "No such workspace, case, item, rule set or file."},
        {ExitCode::Conflict,
         "The state of things does not allow it: another worker, another version, an act "
         "that the workflow table refuses."},
        {ExitCode::Unavailable, "Not possible at the moment: busy, full, unreachable. Try again."},
        {ExitCode::Corrupted, "What is stored is not what was written. Keep the files, restore a backup."},
        {ExitCode::Denied, "No right to do it, a read-only folder, or a workspace that is locked."},
        {ExitCode::Internal, "A defect of the program."},
        {ExitCode::Interrupted, "Stopped by a signal; what was done is kept."},
    };
    return kLines;
}

} // namespace tongban::ctl
