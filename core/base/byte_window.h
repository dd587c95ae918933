// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/result.h"

#include <cstddef>
#include <vector>

namespace tongban {

/// The part of a file that a reader holds at one time: bytes between `begin` and `end` are read and not yet
/// given out.
struct ByteWindow {
    std::vector<char> bytes;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool atEnd = false; ///< The source has no more.

    /// Room for `longest` bytes, and a block beside them so that reads stay large.
    void resize(std::size_t longest);

    /// Moves what is held to the front and reads a block more; false at the end of the source, whose errors
    /// are passed on. Views into the window are void afterwards.
    Result<bool> fill(ByteSource &source);
};

} // namespace tongban
