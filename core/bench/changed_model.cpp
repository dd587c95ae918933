// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/changed_model.h"

namespace tongban::bench {

Result<std::string> withoutFirstFinding(std::string_view model)
{
    // Shipped models name the rules of their findings tables so; see docs/rule-sets.md.
    constexpr std::string_view kOpening = "<rule id=\"table_";
    constexpr std::string_view kClosing = "</rule>";
    const std::size_t first = model.find(kOpening);
    const std::size_t end = model.find(kClosing, first);
    if (first == std::string_view::npos || end == std::string_view::npos)
        return fail(ErrorCode::NotFound, "the model has no rule that finds something");
    std::string changed(model.substr(0, first));
    changed += model.substr(end + kClosing.size());
    return changed;
}

} // namespace tongban::bench
