// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tongban {

/// Where a reader gets its bytes: a file, or a text in memory. Read by one thread, once, from front to back.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Puts up to `into.size()` bytes into `into` and says how many; 0 is the end. Errors name the file.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
};

/// A file, read in the caller's pieces, whatever its size.
class FileSource final : public ByteSource
{
public:
    /// NotFound, Denied, ... as core/base/file.h says; a folder is InvalidInput.
    static Result<FileSource> open(const std::filesystem::path &path);

    ~FileSource() override;
    FileSource(FileSource &&) noexcept;
    FileSource &operator=(FileSource &&) noexcept;

    Result<std::size_t> read(std::span<char> into) override;

    /// Bytes when it was opened; 0 for what has no size, such as a pipe.
    std::uint64_t size() const;

private:
    struct State;
    explicit FileSource(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// A text in memory, which outlives the source.
class TextSource final : public ByteSource
{
public:
    explicit TextSource(std::string_view text) : m_rest(text) { }

    Result<std::size_t> read(std::span<char> into) override;

private:
    std::string_view m_rest;
};

} // namespace tongban
