// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_kind.h"

#include <algorithm>
#include <array>

namespace tongban::document {

namespace {

constexpr std::array<std::string_view, kPaperKindCount> kNames{"receipt", "acceptance",  "declined",
                                                               "notice",  "extension",   "grant",
                                                               "refusal", "certificate", "delivery"};

} // namespace

std::string_view name(PaperKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<PaperKind> parsePaperKind(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<PaperKind>(found - kNames.begin());
}

} // namespace tongban::document
