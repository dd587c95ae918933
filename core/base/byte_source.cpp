// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/byte_source.h"

#include "core/base/file.h"
#include "core/base/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tongban {

struct FileSource::State {
    FileDescriptor file;
    std::filesystem::path path;
    std::uint64_t size = 0;
};

FileSource::FileSource(std::unique_ptr<State> state) : m_state(std::move(state)) { }
FileSource::~FileSource() = default;
FileSource::FileSource(FileSource &&) noexcept = default;
FileSource &FileSource::operator=(FileSource &&) noexcept = default;

Result<FileSource> FileSource::open(const std::filesystem::path &path)
{
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {
    };
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0)
        return Failure(fileError(errno, "open", path));
    if (S_ISDIR(status.st_mode))
        return Failure(fileError(EISDIR, "read", path));
    const auto size = static_cast<std::uint64_t>(std::max<off_t>(0, status.st_size));
    return FileSource(std::make_unique<State>(State{std::move(file), path, size}));
}

Result<std::size_t> FileSource::read(std::span<char> into)
{
    for (;;) {
        const ssize_t got = ::read(m_state->file.get(), into.data(), into.size());
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            return Failure(fileError(errno, "read", m_state->path));
    }
}

std::uint64_t FileSource::size() const
{
    return m_state->size;
}

Result<std::size_t> TextSource::read(std::span<char> into)
{
    const std::size_t count = m_rest.copy(into.data(), into.size());
    m_rest.remove_prefix(count);
    return count;
}

} // namespace tongban
