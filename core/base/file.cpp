// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"

#include "core/base/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tongban {

namespace {

namespace fs = std::filesystem;

ErrorCode codeOf(int systemError)
{
    switch (systemError) {
    case ENOENT: return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorCode::Denied;
    case ENOSPC:
    case EDQUOT:
    case EBUSY:
    case EAGAIN:
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EIO:
    case EFBIG:
    case ETXTBSY:
    case ESTALE: return ErrorCode::Unavailable;
    case EISDIR:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
    case EINVAL: return ErrorCode::InvalidInput;
    default: return ErrorCode::Internal;
    }
}

Result<> writeAll(const FileDescriptor &file, std::string_view bytes, const fs::path &path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return Failure(fileError(errno, "write", path));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// A new file beside `target`; the process number keeps two programs apart, the counter a leftover of a
/// crash.
Result<FileDescriptor> createBeside(const fs::path &target, mode_t mode, fs::path &created)
{
    for (int attempt = 0;; ++attempt) {
        created = target.parent_path()
            / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "."
               + std::to_string(attempt) + ".new");
        FileDescriptor file(::open(created.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (file.isOpen())
            return file;
        if (errno != EEXIST || attempt == 100)
            return Failure(fileError(errno, "create", created));
    }
}

Result<> fillAndFlush(const FileDescriptor &file, std::string_view bytes, const fs::path &path)
{
    TRY(writeAll(file, bytes, path));
    if (::fsync(file.get()) != 0)
        return Failure(fileError(errno, "flush", path));
    return {};
}

/// Without this the rename itself may be lost when the power fails. Some file systems cannot flush a folder;
/// the new file is whole in any case.
void flushFolder(const fs::path &folder)
{
    const FileDescriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.isOpen())
        (void)::fsync(handle.get());
}

} // namespace

Error fileError(int systemError, std::string_view operation, const fs::path &path, const char *where, int at)
{
    return {codeOf(systemError),
            "cannot " + std::string(operation) + " " + path.string() + ": "
                + std::generic_category().message(systemError),
            where, at};
}

Result<std::string> readFile(const fs::path &path, std::size_t limit)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return Failure(fileError(errno, "open", path));
    // Some files (/proc, pipes) tell no size, and a file may grow while it is read: go by what arrives.
    struct stat status {
    };
    std::string bytes;
    if (::fstat(file.get(), &status) == 0 && status.st_size > 0)
        bytes.reserve(std::min(limit, static_cast<std::size_t>(status.st_size)) + 1);
    for (;;) {
        const std::size_t before = bytes.size();
        const std::size_t room = std::max<std::size_t>(bytes.capacity() - before, 4096);
        bytes.resize(before + std::min(room, limit - before + 1));
        const ssize_t got = ::read(file.get(), bytes.data() + before, bytes.size() - before);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno != EINTR)
            return Failure(fileError(errno, "read", path));
        if (got == 0)
            return bytes;
        if (bytes.size() > limit)
            return fail(ErrorCode::InvalidInput,
                        path.string() + " is larger than " + std::to_string(limit) + " bytes");
    }
}

Result<> replaceFile(const fs::path &path, std::string_view bytes)
{
    std::error_code ignored;
    const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
    struct stat status {
    };
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return Failure(fileError(EISDIR, "write", path));

    fs::path created;
    FileDescriptor file = TRY(createBeside(target, 0666, created));
    if (exists)
        (void)::fchmod(file.get(), status.st_mode & 07777);
    Result<> outcome = fillAndFlush(file, bytes, path);
    if (outcome && !file.close())
        outcome = Failure(fileError(errno, "close", path));
    if (outcome && ::rename(created.c_str(), target.c_str()) != 0)
        outcome = Failure(fileError(errno, "replace", path));
    if (!outcome) {
        (void)::unlink(created.c_str());
        return outcome;
    }
    flushFolder(target.has_parent_path() ? target.parent_path() : fs::path("."));
    return {};
}

} // namespace tongban
