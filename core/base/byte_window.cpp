// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/byte_window.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace tongban {

namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10U;

} // namespace

void ByteWindow::resize(std::size_t longest)
{
    bytes.resize(longest + kBlock);
}

Result<bool> ByteWindow::fill(ByteSource &source)
{
    if (atEnd)
        return false;
    if (begin > 0) {
        std::memmove(bytes.data(), bytes.data() + begin, end - begin);
        end -= begin;
        begin = 0;
    }
    // Never more than a block at a time: what was just read is still in the processor's cache when it is
    // searched.
    const std::span<char> room = std::span(bytes).subspan(end);
    const std::size_t got = TRY(source.read(room.first(std::min(room.size(), kBlock))));
    atEnd = got == 0;
    end += got;
    return !atEnd;
}

} // namespace tongban
