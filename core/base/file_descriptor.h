// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unistd.h>
#include <utility>

namespace tongban {

/// An open file that is closed at the end of the scope.
class FileDescriptor
{
public:
    explicit FileDescriptor(int handle) : m_handle(handle) { }
    ~FileDescriptor() { (void)close(); }
    FileDescriptor(FileDescriptor &&other) noexcept : m_handle(std::exchange(other.m_handle, -1)) { }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    bool isOpen() const { return m_handle >= 0; }
    int get() const { return m_handle; }

    /// False when the system reports, only now, that something was not written; errno says what.
    bool close() { return !isOpen() || ::close(std::exchange(m_handle, -1)) == 0; }

private:
    int m_handle;
};

} // namespace tongban
