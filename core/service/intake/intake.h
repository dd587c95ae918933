// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tongban::service {

struct IntakeOptions {
    unsigned threads = 1; ///< That check lines; the calling thread writes.
    int linesPerCommit = 4000;
    /// Look at the lines of a file once more that was taken in before: what was set aside then may be good
    /// now (an item that came into the catalogue since). What became a case is counted as repeated.
    bool again = false;
    /// Another office or system received the applications on the days that the file states. Otherwise a case
    /// whose limit to answer was over when it was taken in goes to a person, who finds out.
    bool receivedElsewhere = false;
    Progress progress; ///< In bytes of the file.
    /// Of an application that a clerk typed: the opening act is this account's, and its detail has these
    /// members too (canonical JSON). Empty = what came in is the channel's.
    std::string enteredBy = {};
    std::string openingDetail = {};
};

/// Why lines were set aside, for people to correct.
struct IntakeFault {
    std::string field;
    std::string reason;
    std::int64_t count = 0;
};

/// What became of the lines of one file: lines = accepted + repeated + quarantined + blank, always.
struct IntakeReport {
    std::int64_t lines = 0;
    std::int64_t accepted = 0; ///< New cases.
    std::int64_t repeated = 0; ///< Came in before, by channel and external number; nothing was changed.
    std::int64_t quarantined = 0; ///< Set aside with line, field and reason.
    std::int64_t blank =
        0; ///< Lines that hold no application: empty ones, the header and continuation lines of a CSV file.
    bool finished = false; ///< False: stopped; the same command goes on where it stopped.
    bool resumed = false; ///< An earlier run of this very file had been stopped.
    bool wasFinished = false; ///< This very file was taken in before; nothing was done.
    std::filesystem::path quarantineFile; ///< Empty = nothing was set aside.
    std::vector<IntakeFault> faults; ///< By count.
};

/// Takes in a file of applications (JSON Lines; CSV where the name ends in .csv), by
/// resources/schema/application.schema.json. Idempotent by channel and external number, and by the file
/// itself: a run that was killed goes on where its last transaction ended. Bad lines go to a quarantine file
/// below the workspace, the rest goes on; corrected there, under "application", that file can be taken in
/// like any other. Memory does not depend on the file's size.
Result<IntakeReport> takeIn(Workspace &workspace, const std::filesystem::path &file,
                            const IntakeOptions &options);

} // namespace tongban::service
