// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/output_file.h"

#include <cerrno>
#include <cstring>

namespace tongban::demo {

Result<OutputFile> OutputFile::create(const std::filesystem::path &path)
{
    OutputFile result;
    result.m_name = path.string();
    result.m_file.reset(std::fopen(result.m_name.c_str(), "wb"));
    if (!result.m_file)
        return fail(ErrorCode::Unavailable, "cannot write " + result.m_name + ": " + std::strerror(errno));
    // Our own buffer is larger than stdio's: a second copy would only cost time.
    std::setvbuf(result.m_file.get(), nullptr, _IONBF, 0);
    result.m_buffer.reserve(kFlushBytes + 4096);
    return result;
}

void OutputFile::flush()
{
    if (m_error == 0 && std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_file.get()) != m_buffer.size())
        m_error = errno;
    m_buffer.clear();
}

Result<> OutputFile::close()
{
    flush();
    if (std::fclose(m_file.release()) != 0 && m_error == 0)
        m_error = errno;
    if (m_error != 0)
        return fail(ErrorCode::Unavailable, "cannot write " + m_name + ": " + std::strerror(m_error));
    return {};
}

void appendCsvCell(std::string &out, std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace tongban::demo
