// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>

namespace tongban {

LineReader::LineReader(ByteSource &source, std::size_t longest) : m_source(source), m_longest(longest)
{
    // With CRLF.
    m_window.resize(m_longest + 2);
}

Result<> LineReader::begin()
{
    m_started = true;
    while (m_window.end < 4) {
        const bool more = TRY(m_window.fill(m_source));
        if (!more)
            break;
    }
    const Bom bom = detectBom({m_window.bytes.data(), m_window.end});
    if (bom != Bom::None && bom != Bom::Utf8)
        return fail(ErrorCode::InvalidInput, "the file is UTF-16 or UTF-32, not UTF-8");
    m_hadBom = bom == Bom::Utf8;
    m_window.begin = bomSize(bom);
    m_offset = m_window.begin;
    return {};
}

void LineReader::finishLine(Line &line, std::size_t size, bool complete)
{
    const bool carriageReturn = complete && size > 0 && m_window.bytes[m_window.begin + size - 1] == '\r';
    line.size = size - (carriageReturn ? 1 : 0);
    line.number = ++m_lines;
    line.offset = m_offset;
    line.complete = complete;
    line.tooLong = line.size > m_longest;
    line.text = line.tooLong ? std::string_view()
                             : std::string_view(m_window.bytes.data() + m_window.begin, line.size);
    m_window.begin += size + (complete ? 1 : 0);
    m_offset += size + (complete ? 1 : 0);
}

Result<bool> LineReader::skipLongLine(Line &line)
{
    line.number = ++m_lines;
    line.offset = m_offset;
    line.text = {};
    line.tooLong = true;
    std::uint64_t size = 0;
    char last = '\0';
    for (;;) {
        const char *from = m_window.bytes.data() + m_window.begin;
        const std::size_t held = m_window.end - m_window.begin;
        const void *found = held == 0 ? nullptr : std::memchr(from, '\n', held);
        const std::size_t piece =
            found == nullptr ? held : static_cast<std::size_t>(static_cast<const char *>(found) - from);
        if (piece > 0)
            last = from[piece - 1];
        size += piece;
        m_window.begin += piece;
        if (found != nullptr) {
            ++m_window.begin;
            m_offset += size + 1;
            line.size = size - (last == '\r' ? 1 : 0);
            line.complete = true;
            return true;
        }
        const bool more = TRY(m_window.fill(m_source));
        if (!more) {
            m_offset += size;
            line.size = size;
            line.complete = false;
            return true;
        }
    }
}

Result<bool> LineReader::next(Line &line)
{
    if (!m_started)
        TRY(begin());
    std::size_t searched = 0;
    for (;;) {
        const char *from = m_window.bytes.data() + m_window.begin;
        const std::size_t held = m_window.end - m_window.begin;
        const void *found = held == searched ? nullptr : std::memchr(from + searched, '\n', held - searched);
        if (found != nullptr) {
            finishLine(line, static_cast<std::size_t>(static_cast<const char *>(found) - from), true);
            return true;
        }
        if (held > m_longest + 1)
            return skipLongLine(line);
        searched = held;
        const bool more = TRY(m_window.fill(m_source));
        if (more)
            continue;
        if (m_window.begin == m_window.end)
            return false;
        finishLine(line, m_window.end - m_window.begin, false);
        return true;
    }
}

} // namespace tongban
