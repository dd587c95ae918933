// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/failing_disk.h"

#include <atomic>
#include <limits>
#include <sqlite3.h>

namespace tests {

namespace {

constexpr long kNever = std::numeric_limits<long>::max();

std::atomic<long> s_left = kNever;
std::atomic<bool> s_isFull = false;
std::atomic<bool> s_hasFailed = false;
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

bool fails(bool isWriting)
{
    if (s_isFull && !isWriting)
        return false;
    const long left = --s_left;
    const bool isNow = left == 0 || (left < 0 && s_isFull);
    if (isNow)
        s_hasFailed = true;
    return isNow;
}

/// A method of the real file, which fails with this code in its turn.
template <auto Method, int Code, bool IsWriting, typename... Arguments>
int tried(sqlite3_file *file, Arguments... arguments)
{
    if (fails(IsWriting))
        return s_isFull ? SQLITE_FULL : Code;
    sqlite3_file *real = realOf(file);
    return (real->pMethods->*Method)(real, arguments...);
}

template <auto Method, typename... Arguments>
int passed(sqlite3_file *file, Arguments... arguments)
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
    if (fails(false))
        return SQLITE_CANTOPEN;
    const int code = s_real->xOpen(s_real, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &s_methods;
    return code;
}

int deleteFile(sqlite3_vfs * /*vfs*/, const char *name, int isDurable)
{
    return fails(false) ? SQLITE_IOERR_DELETE : s_real->xDelete(s_real, name, isDurable);
}

void setMethods()
{
    using Methods = sqlite3_io_methods;
    s_methods.iVersion = 2;
    s_methods.xClose = &passed<&Methods::xClose>;
    s_methods.xRead = &tried<&Methods::xRead, SQLITE_IOERR_READ, false, void *, int, sqlite3_int64>;
    s_methods.xWrite = &tried<&Methods::xWrite, SQLITE_IOERR_WRITE, true, const void *, int, sqlite3_int64>;
    s_methods.xTruncate = &tried<&Methods::xTruncate, SQLITE_IOERR_TRUNCATE, true, sqlite3_int64>;
    s_methods.xSync = &tried<&Methods::xSync, SQLITE_IOERR_FSYNC, true, int>;
    s_methods.xFileSize = &tried<&Methods::xFileSize, SQLITE_IOERR_FSTAT, false, sqlite3_int64 *>;
    s_methods.xLock = &passed<&Methods::xLock, int>;
    s_methods.xUnlock = &passed<&Methods::xUnlock, int>;
    s_methods.xCheckReservedLock = &passed<&Methods::xCheckReservedLock, int *>;
    s_methods.xFileControl = &passed<&Methods::xFileControl, int, void *>;
    s_methods.xSectorSize = &passed<&Methods::xSectorSize>;
    s_methods.xDeviceCharacteristics = &passed<&Methods::xDeviceCharacteristics>;
    s_methods.xShmMap =
        &tried<&Methods::xShmMap, SQLITE_IOERR_SHMMAP, false, int, int, int, volatile void **>;
    s_methods.xShmLock = &passed<&Methods::xShmLock, int, int, int>;
    s_methods.xShmBarrier = &passBarrier;
    s_methods.xShmUnmap = &passed<&Methods::xShmUnmap, int>;
}

} // namespace

FailingDisk::FailingDisk()
{
    s_real = sqlite3_vfs_find(nullptr);
    s_vfs = *s_real;
    s_vfs.zName = "failing";
    s_vfs.szOsFile = static_cast<int>(sizeof(File)) + s_real->szOsFile;
    s_vfs.xOpen = &openFile;
    s_vfs.xDelete = &deleteFile;
    setMethods();
    sqlite3_vfs_register(&s_vfs, 1);
}

void FailingDisk::failAt(int access, Fault fault)
{
    s_isFull = fault == Fault::Full;
    s_hasFailed = false;
    s_left = access;
}

void FailingDisk::heal()
{
    s_isFull = false;
    s_left = kNever;
}

bool FailingDisk::hasFailed() const
{
    return s_hasFailed;
}

} // namespace tests
