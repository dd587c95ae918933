// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/failing_disk.h"

#include <atomic>
#include <cstring>
#include <sqlite3.h>

namespace tests {

namespace {

std::atomic<int> s_left = 0;
sqlite3_vfs *s_real = nullptr;
sqlite3_vfs s_vfs;
sqlite3_io_methods s_methods;

/// The real file stands behind ours.
struct File {
    sqlite3_file base;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

bool fails()
{
    return s_left > 0 && --s_left == 0;
}

int readFile(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
    return fails() ? SQLITE_IOERR_READ : realOf(file)->pMethods->xRead(realOf(file), to, amount, at);
}

int writeFile(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    return fails() ? SQLITE_IOERR_WRITE : realOf(file)->pMethods->xWrite(realOf(file), from, amount, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags);
}

/// A method that goes straight to the real file.
template <auto Method, typename... Arguments>
int pass(sqlite3_file *file, Arguments... arguments)
{
    sqlite3_file *real = realOf(file);
    return (real->pMethods->*Method)(real, arguments...);
}

void passBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int openFile(sqlite3_vfs * /*vfs*/, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const int code = s_real->xOpen(s_real, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &s_methods;
    return code;
}

} // namespace

FailingDisk::FailingDisk()
{
    s_real = sqlite3_vfs_find(nullptr);
    s_vfs = *s_real;
    s_vfs.zName = "failing";
    s_vfs.szOsFile = static_cast<int>(sizeof(File)) + s_real->szOsFile;
    s_vfs.xOpen = &openFile;
    using Methods = sqlite3_io_methods;
    s_methods.iVersion = 2;
    s_methods.xClose = &pass<&Methods::xClose>;
    s_methods.xRead = &readFile;
    s_methods.xWrite = &writeFile;
    s_methods.xTruncate = &truncateFile;
    s_methods.xSync = &syncFile;
    s_methods.xFileSize = &pass<&Methods::xFileSize, sqlite3_int64 *>;
    s_methods.xLock = &pass<&Methods::xLock, int>;
    s_methods.xUnlock = &pass<&Methods::xUnlock, int>;
    s_methods.xCheckReservedLock = &pass<&Methods::xCheckReservedLock, int *>;
    s_methods.xFileControl = &pass<&Methods::xFileControl, int, void *>;
    s_methods.xSectorSize = &pass<&Methods::xSectorSize>;
    s_methods.xDeviceCharacteristics = &pass<&Methods::xDeviceCharacteristics>;
    s_methods.xShmMap = &pass<&Methods::xShmMap, int, int, int, volatile void **>;
    s_methods.xShmLock = &pass<&Methods::xShmLock, int, int, int>;
    s_methods.xShmBarrier = &passBarrier;
    s_methods.xShmUnmap = &pass<&Methods::xShmUnmap, int>;
    sqlite3_vfs_register(&s_vfs, 1);
}

void FailingDisk::failAt(int access)
{
    s_left = access;
}

bool FailingDisk::hasFailed() const
{
    return s_left <= 0;
}

} // namespace tests
