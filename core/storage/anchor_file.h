// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/storage/event_log.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tongban::storage {

/// One witness: at this time the chain of the district ended here.
struct Anchor {
    EventPosition position;
    Timestamp at{};
};

/// `anchors.jsonl` beside the store: one line for each witness, appended after a commit and never changed.
/// Whoever cuts the end off the ledger, or puts an older copy of the store in place, has to forge this file
/// too; a copy of it elsewhere is a witness that cannot be forged. A line that was cut off by a power failure
/// is ignored when it is the last.
class AnchorFile
{
public:
    explicit AnchorFile(std::filesystem::path file) : m_file(std::move(file)) { }

    /// Appends the heads that differ from the last witness of their district and flushes them to the disk.
    Result<> append(std::span<const EventPosition> heads, Timestamp at);

    /// All witnesses in order; none when there is no file. Corrupted names the line that cannot be read.
    Result<std::vector<Anchor>> read() const;

private:
    std::filesystem::path m_file;
};

} // namespace tongban::storage
