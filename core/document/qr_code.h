// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string_view>
#include <vector>

namespace tongban::document {

/// A square of dark and light modules, without the quiet zone of four modules around it.
struct QrCode {
    int size = 0;
    std::vector<bool> dark; ///< Row by row.

    bool isDark(int row, int column) const { return dark[static_cast<std::size_t>(row * size + column)]; }
};

/// UTF-8 text as a QR code with medium error correction. InvalidInput when it is too long for one.
Result<QrCode> makeQrCode(std::string_view text);

} // namespace tongban::document
