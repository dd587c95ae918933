// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::document {

/// One {{name}} in a text.
struct Placeholder {
    std::size_t position = 0;
    std::size_t length = 0;
    std::string_view name;
};

/// In order. InvalidInput when a brace is not closed. The names are views into `text`.
Result<std::vector<Placeholder>> findPlaceholders(std::string_view text);

/// The text with each name replaced by what `valueOf` says.
template <typename ValueOf>
std::string filled(std::string_view text, const ValueOf &valueOf)
{
    std::string out;
    std::size_t from = 0;
    const auto parts = findPlaceholders(text);
    if (!parts)
        return std::string(text);
    for (const Placeholder &part : *parts) {
        out += text.substr(from, part.position - from);
        out += valueOf(part.name);
        from = part.position + part.length;
    }
    return out += text.substr(from);
}

} // namespace tongban::document
