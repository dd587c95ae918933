// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"

#include "core/storage/file_swap.h"
#include "core/storage/sqlite_error.h"

#include <memory>
#include <sqlite3.h>
#include <system_error>

namespace tongban::storage {
namespace {

namespace fs = std::filesystem;

struct CloseHandle {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

/// False when it was stopped.
Result<bool> copyPages(sqlite3 *source, sqlite3 *target, const std::string &what,
                       const BackupOptions &options)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup == nullptr)
        return sqliteFailure(target, sqlite3_errcode(target), what);
    int code = SQLITE_OK;
    int waited = 0;
    bool isStopped = false;
    while (!isStopped && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)) {
        code = sqlite3_backup_step(backup, options.pagesPerStep);
        if (options.progress)
            options.progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                             sqlite3_backup_pagecount(backup));
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            if (++waited > 500)
                break;
            sqlite3_sleep(10);
        }
        isStopped = code != SQLITE_DONE && options.stopped && options.stopped();
    }
    const int finished = sqlite3_backup_finish(backup);
    if (isStopped)
        return false;
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        return sqliteFailure(target, finished != SQLITE_OK ? finished : code, what);
    return true;
}

Result<BackupReport> checkCopy(const fs::path &copy, const Database &source, std::span<const Anchor> anchors,
                               const BackupOptions &backup)
{
    BackupReport report;
    OpenOptions options;
    options.access = Access::ReadOnly;
    options.key = source.key();
    const Opened opened = TRY(Database::open(copy, source.kind(), options));
    if (opened.database == nullptr) {
        report.damages.push_back(opened.message);
        return report;
    }
    report.damages = TRY(opened.database->integrityProblems());
    ChainCheckOptions chains;
    chains.stopped = backup.stopped;
    if (source.kind() == StoreKind::Cases)
        report.chains = TRY(checkChains(*opened.database, anchors, chains));
    report.finished = !backup.stopped || !backup.stopped();
    return report;
}

} // namespace

Result<BackupReport> backUp(Database &source, const fs::path &target, std::span<const Anchor> anchors,
                            const BackupOptions &options)
{
    const fs::path partial(target.native() + ".partial");
    removeWithCompanions(partial);
    bool isWhole = false;
    {
        sqlite3 *opened = nullptr;
        const int code = sqlite3_open_v2(partial.c_str(), &opened,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
                                             | SQLITE_OPEN_EXRESCODE,
                                         nullptr);
        const Handle copy(opened);
        Result<bool> copied = true;
        if (code != SQLITE_OK)
            copied = sqliteFailure(opened, code, "backup");
        else
            copied = copyPages(source.handle(), opened, "backup", options);
        if (!copied) {
            removeWithCompanions(partial);
            return tl::unexpected(std::move(copied).error());
        }
        isWhole = *copied;
    }
    BackupReport cut;
    cut.finished = false;
    Result<BackupReport> report = isWhole ? checkCopy(partial, source, anchors, options) : cut;
    if (report && !report->finished) {
        removeWithCompanions(partial);
        return report;
    }
    std::error_code error;
    if (report)
        report->bytes = static_cast<std::int64_t>(fs::file_size(partial, error));
    if (!report || !report->isSound()) {
        fs::rename(partial, fs::path(target.native() + ".suspect"), error);
        removeWithCompanions(partial);
        return report;
    }
    Result<> renamed = flushAndRename(partial, target);
    removeWithCompanions(partial);
    if (!renamed)
        return tl::unexpected(std::move(renamed).error());
    return report;
}

} // namespace tongban::storage
