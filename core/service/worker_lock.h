// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <filesystem>
#include <memory>

namespace tongban::service {

/// Holds the workspace against other workers, and against changes of what a running worker has in memory.
/// Conflict names the process that holds it, Denied a folder that cannot be written, Unavailable a full disk.
/// What a killed process left behind does not count.
Result<std::unique_ptr<QLockFile>> lockForWorker(const std::filesystem::path &workspace);

/// Holds the intake against a second import, which would count the lines of one file twice. Works beside a
/// worker.
Result<std::unique_ptr<QLockFile>> lockForIntake(const std::filesystem::path &workspace);

} // namespace tongban::service
