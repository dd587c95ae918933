// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/file_swap.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace tongban::storage {

namespace fs = std::filesystem;

void removeWithCompanions(const fs::path &file)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(file.native() + suffix), ignored);
}

// The name must not be worth more than the bytes behind it.
Result<> flushAndRename(const fs::path &from, const fs::path &to)
{
    const int file = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    std::error_code error;
    if (flushed)
        fs::rename(from, to, error);
    if (!flushed || error)
        return fail(ErrorCode::Unavailable,
                    to.filename().string()
                        + ": the finished copy could not be put under its name; the older copy is "
                          "kept; check the target disk and do it again");
    const int folder = ::open(fs::absolute(to).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace tongban::storage
