// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/worker_lock.h"

#include <QString>

namespace tongban::service {

namespace {

Result<std::unique_ptr<QLockFile>> take(const std::filesystem::path &file, std::string_view who)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string()));
    lock->setStaleLockTime(0); // a lock ends with its process, however long that lives
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::PermissionError)
        return fail(ErrorCode::Denied, "cannot write " + file.string() + "; the workspace is read-only");
    if (lock->error() != QLockFile::LockFailedError)
        return fail(ErrorCode::Unavailable,
                    "cannot write " + file.string() + "; is the disk full, or the folder read-only?");
    qint64 process = 0;
    QString host;
    QString program;
    (void)lock->getLockInfo(&process, &host, &program);
    return fail(ErrorCode::Conflict,
                "another " + std::string(who) + " (process " + std::to_string(process)
                    + ") works on this workspace; wait for it or stop it");
}

} // namespace

Result<std::unique_ptr<QLockFile>> lockForWorker(const std::filesystem::path &workspace)
{
    return take(workspace / "worker.lock", "worker");
}

Result<std::unique_ptr<QLockFile>> lockForIntake(const std::filesystem::path &workspace)
{
    return take(workspace / "intake.lock", "import");
}

} // namespace tongban::service
