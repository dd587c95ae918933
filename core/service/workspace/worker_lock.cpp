// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/worker_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace tongban::service {

namespace {

/// Who wrote it last; while the lock is held, who holds it.
std::string holder(int file)
{
    std::string text(32, '\0');
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text.substr(0, text.find('\n'));
}

Result<WorkspaceLock> take(const std::filesystem::path &file, std::string_view who)
{
    FileDescriptor held(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!held.isOpen()) {
        const bool isDenied = errno == EACCES || errno == EPERM || errno == EROFS;
        return isDenied
            ? fail(ErrorCode::Denied, "cannot write " + file.string() + "; the workspace is read-only")
            : fail(ErrorCode::Unavailable,
                   "cannot write " + file.string() + "; is the disk full, or the folder read-only?");
    }
    if (::flock(held.get(), LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::Conflict,
                    "another " + std::string(who) + " (process " + holder(held.get())
                        + ") works on this workspace; wait for it or stop it");
    const std::string text = std::to_string(::getpid()) + '\n';
    if (::ftruncate(held.get(), 0) != 0
        || ::pwrite(held.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        return fail(ErrorCode::Unavailable, "cannot write " + file.string() + "; is the disk full?");
    return WorkspaceLock(std::move(held));
}

} // namespace

Result<WorkspaceLock> lockForWorker(const std::filesystem::path &workspace)
{
    return take(workspace / "worker.lock", "worker");
}

Result<WorkspaceLock> lockForSync(const std::filesystem::path &workspace)
{
    return take(workspace / "sync.lock", "synchronisation");
}

Result<WorkspaceLock> lockForIntake(const std::filesystem::path &workspace)
{
    return take(workspace / "intake.lock", "import");
}

} // namespace tongban::service
