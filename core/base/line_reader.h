// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/byte_window.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tongban {

/// One line of a text file.
struct Line {
    std::string_view text; ///< Without its line end; valid until the next call. Empty when too long.
    std::uint64_t number = 0; ///< From 1.
    std::uint64_t offset = 0; ///< Bytes of the file before it.
    std::uint64_t size = 0; ///< Bytes without the line end, also when too long.
    bool tooLong = false; ///< Longer than the limit: skipped without being held in memory.
    bool complete =
        false; ///< Ended by a line end; false only for the last line of a file cut off or unfinished.
};

/// Reads a text file line by line in constant memory, whatever is in it. A line ends with LF or CRLF; a
/// byte-order mark of UTF-8 at the beginning is dropped. Bytes are passed as they are: whether a line is
/// UTF-8 or holds control characters is the caller's to check (core/base/text.h), line by line, so that one
/// bad line costs one line. Used by one thread.
class LineReader
{
public:
    static constexpr std::size_t kUsualLimit = std::size_t{1} << 20U;

    /// `longest`: the most bytes of a line that are held. The source outlives the reader.
    explicit LineReader(ByteSource &source, std::size_t longest = kUsualLimit);

    /// False at the end, `line` is untouched then. InvalidInput when the file begins with the mark of UTF-16
    /// or UTF-32; errors of the source are passed on.
    Result<bool> next(Line &line);

    /// Whether a byte-order mark was dropped; known after the first line.
    bool hadBom() const { return m_hadBom; }

private:
    Result<> begin();
    Result<bool> skipLongLine(Line &line);
    void finishLine(Line &line, std::size_t size, bool complete);

    ByteSource &m_source;
    std::size_t m_longest;
    ByteWindow m_window; ///< Begins with what is not yet given out.
    std::uint64_t m_offset = 0; ///< Bytes of the file before the window.
    std::uint64_t m_lines = 0;
    bool m_started = false;
    bool m_hadBom = false;
};

} // namespace tongban
