// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/intake/intake_chunk.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tongban::service {

/// The lines of one intake file that were set aside: one JSON object a line with the line's number, every
/// problem (field, reason, sentence) and the line as it came: as "application" where it is an object,
/// otherwise as "text" or "cells". Corrected under "application", the file can be taken in itself. Holds
/// personal data like the store itself.
class QuarantineFile
{
public:
    explicit QuarantineFile(std::filesystem::path file) : m_file(std::move(file)) { }

    const std::filesystem::path &file() const { return m_file; }

    /// Drops what a run that was killed wrote beyond its last transaction.
    Result<> keepThrough(std::int64_t line);

    /// Appends and flushes to the disk; called before the transaction that counts these lines is committed.
    Result<> append(std::span<const RejectedLine> lines);

private:
    std::filesystem::path m_file;
};

/// The application in a line of such a file, as a line of its own; nothing when the line is another one.
std::optional<std::string> setAsideApplication(std::string_view line);

} // namespace tongban::service
