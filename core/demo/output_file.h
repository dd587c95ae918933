// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tongban::demo {

/// A file written from front to back through one buffer. The first failure is kept and told at close().
class OutputFile
{
public:
    static Result<OutputFile> create(const std::filesystem::path &path);

    /// Where the next bytes go; call written() after each piece.
    std::string &buffer() { return m_buffer; }
    void written()
    {
        if (m_buffer.size() >= kFlushBytes)
            flush();
    }

    /// Writes what is left; Unavailable when any write failed.
    Result<> close();

private:
    struct Closer {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };

    static constexpr std::size_t kFlushBytes = 256 * 1024;

    void flush();

    std::string m_name;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::string m_buffer;
    int m_error = 0;
};

/// Appends one CSV cell, quoted where RFC 4180 asks for it.
void appendCsvCell(std::string &out, std::string_view text);

} // namespace tongban::demo
