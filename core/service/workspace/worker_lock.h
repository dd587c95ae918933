// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

#include <filesystem>
#include <utility>

namespace tongban::service {

/// A lock of the operating system on a file, which it takes away itself when the process ends, however it
/// ends. The file stays; what stands in it only names the holder for people.
class WorkspaceLock
{
public:
    explicit WorkspaceLock(FileDescriptor held) : m_held(std::move(held)) { }

private:
    FileDescriptor m_held;
};

/// Holds the workspace against other workers, and against changes of what a running worker has in memory.
/// Conflict names the process that holds it, Denied a folder that cannot be written, Unavailable a full disk.
/// What a killed process left behind does not count.
Result<WorkspaceLock> lockForWorker(const std::filesystem::path &workspace);

/// Of the only process that talks to the centre for this workspace.
Result<WorkspaceLock> lockForSync(const std::filesystem::path &workspace);

/// Holds the intake against a second import, which would count the lines of one file twice. Works beside a
/// worker.
Result<WorkspaceLock> lockForIntake(const std::filesystem::path &workspace);

} // namespace tongban::service
