// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/placeholder.h"

namespace tongban::document {

Result<std::vector<Placeholder>> findPlaceholders(std::string_view text)
{
    std::vector<Placeholder> found;
    std::size_t from = 0;
    while ((from = text.find("{{", from)) != std::string_view::npos) {
        const std::size_t end = text.find("}}", from);
        if (end == std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "has {{ without }}");
        found.push_back({from, end + 2 - from, text.substr(from + 2, end - from - 2)});
        from = end + 2;
    }
    return found;
}

} // namespace tongban::document
