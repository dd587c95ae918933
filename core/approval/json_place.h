// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tongban::approval {

/// A place inside a JSON text.
struct JsonPlace {
    std::string pointer; ///< RFC 6901; empty for the document itself.
    std::size_t begin = 0; ///< Where the value starts that stands there.
};

/// The innermost value, or member name, that the byte at `offset` belongs to. The text up to there must be
/// JSON without white space, as canonical texts are.
JsonPlace placeOf(std::string_view json, std::size_t offset);

/// The value that starts at `begin`, cut to some length for a message.
std::string shortValueAt(std::string_view json, std::size_t begin);

} // namespace tongban::approval
