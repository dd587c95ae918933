// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/worker_lock.h"

#include <QString>

namespace tongban::service {

Result<std::unique_ptr<QLockFile>> lockForWorker(const std::filesystem::path &workspace)
{
    const auto file = workspace / "worker.lock";
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string()));
    lock->setStaleLockTime(0); // a lock ends with its process, however long that lives
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::PermissionError)
        return fail(ErrorCode::Denied, "cannot write " + file.string() + "; the workspace is read-only");
    qint64 process = 0;
    QString host;
    QString program;
    (void)lock->getLockInfo(&process, &host, &program);
    return fail(ErrorCode::Conflict,
                "another worker (process " + std::to_string(process)
                    + ") works on this workspace; wait for it or stop it");
}

} // namespace tongban::service
