// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/storage/event_log.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tongban::storage {

/// One witness: at this time the chain of the district ended here.
struct Anchor {
    EventPosition position;
    Timestamp at{};
};

/// What the file of witnesses says, and whether it is whole.
struct AnchorLines {
    std::vector<Anchor> anchors; ///< All witnesses in order.
    std::vector<Digest> lines; ///< The digest of each witness's line.
    std::vector<std::int64_t> broken; ///< Numbers of the lines that do not follow the line before them.

    /// Whether a line with this digest is there.
    bool has(const Digest &line) const;
};

/// `anchors.jsonl` beside the store: one line for each witness, appended after a commit and never changed.
/// Each line names the digest of the one before it, and the store remembers a line, so that neither a changed
/// nor a missing one goes unnoticed. Whoever cuts the end off the ledger, or puts an older copy of the store
/// in place, has to forge this file too; a copy of it elsewhere is a witness that cannot be forged. A line
/// that was cut off by a power failure is ignored. Several processes may append at once.
class AnchorFile
{
public:
    explicit AnchorFile(std::filesystem::path file) : m_file(std::move(file)) { }

    /// Appends the heads that differ from the last witness of their district and flushes them to the disk.
    Result<> append(std::span<const EventPosition> heads, Timestamp at);

    /// All witnesses; none when there is no file. Corrupted names the line that cannot be read.
    Result<AnchorLines> read() const;

    /// The digest of the last line; nothing when there is no file or no whole line in its end.
    Result<std::optional<Digest>> lastLine() const;

    /// Writes the lines of this file up to and with `line` to another file, or all when there is no such
    /// line.
    Result<> copyThrough(const std::optional<Digest> &line, const std::filesystem::path &target) const;

private:
    std::filesystem::path m_file;
};

} // namespace tongban::storage
