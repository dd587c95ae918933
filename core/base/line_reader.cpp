// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>

namespace tongban {

namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10U;

} // namespace

LineReader::LineReader(ByteSource &source, std::size_t longest) : m_source(source), m_longest(longest)
{
    // Room for the longest line with CRLF, and a block beside it so that reads stay large.
    m_buffer.resize(m_longest + 2 + kBlock);
}

Result<bool> LineReader::fill()
{
    if (m_atEnd)
        return false;
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    // Never more than a block at a time: what was just read is still in the processor's cache when it is
    // searched.
    const std::span<char> room = std::span(m_buffer).subspan(m_end);
    const std::size_t got = TRY(m_source.read(room.first(std::min(room.size(), kBlock))));
    m_atEnd = got == 0;
    m_end += got;
    return !m_atEnd;
}

Result<> LineReader::begin()
{
    m_started = true;
    while (m_end < 4) {
        const bool more = TRY(fill());
        if (!more)
            break;
    }
    const Bom bom = detectBom({m_buffer.data(), m_end});
    if (bom != Bom::None && bom != Bom::Utf8)
        return fail(ErrorCode::InvalidInput, "the file is UTF-16 or UTF-32, not UTF-8");
    m_hadBom = bom == Bom::Utf8;
    m_begin = bomSize(bom);
    m_offset = m_begin;
    return {};
}

void LineReader::finishLine(Line &line, std::size_t size, bool complete)
{
    const bool carriageReturn = complete && size > 0 && m_buffer[m_begin + size - 1] == '\r';
    line.size = size - (carriageReturn ? 1 : 0);
    line.number = ++m_lines;
    line.offset = m_offset;
    line.complete = complete;
    line.tooLong = line.size > m_longest;
    line.text = line.tooLong ? std::string_view() : std::string_view(m_buffer.data() + m_begin, line.size);
    m_begin += size + (complete ? 1 : 0);
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
        const char *from = m_buffer.data() + m_begin;
        const std::size_t held = m_end - m_begin;
        const void *found = held == 0 ? nullptr : std::memchr(from, '\n', held);
        const std::size_t piece =
            found == nullptr ? held : static_cast<std::size_t>(static_cast<const char *>(found) - from);
        if (piece > 0)
            last = from[piece - 1];
        size += piece;
        m_begin += piece;
        if (found != nullptr) {
            ++m_begin;
            m_offset += size + 1;
            line.size = size - (last == '\r' ? 1 : 0);
            line.complete = true;
            return true;
        }
        const bool more = TRY(fill());
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
        const char *from = m_buffer.data() + m_begin;
        const std::size_t held = m_end - m_begin;
        const void *found = held == searched ? nullptr : std::memchr(from + searched, '\n', held - searched);
        if (found != nullptr) {
            finishLine(line, static_cast<std::size_t>(static_cast<const char *>(found) - from), true);
            return true;
        }
        if (held > m_longest + 1)
            return skipLongLine(line);
        searched = held;
        const bool more = TRY(fill());
        if (more)
            continue;
        if (m_begin == m_end)
            return false;
        finishLine(line, m_end - m_begin, false);
        return true;
    }
}

} // namespace tongban
