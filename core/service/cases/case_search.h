// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/search.h"
#include "core/storage/store.h"

#include <string_view>
#include <vector>

namespace tongban::service {

/// What a search finds, newest first; private to core/service.
struct FoundCases {
    std::vector<storage::StoredCase> cases; ///< At most kMostFound.
    bool isCut = false; ///< There is more.
    std::int64_t unsearched = 0; ///< Cases whose names are not read yet.
};

/// The words of a case that has gone away: its number may be given to the next one, whose name has to be
/// found then. Inside an open transaction, after the case has gone.
Result<> forgetName(storage::Store &store, std::int64_t no, std::string_view name);

/// A number that checks itself is a case number; what lies between its hyphens is one too. Everything else
/// may be an identity, a plate (also without its province), the number of the channel, a part of a name, or
/// the pinyin initials of one.
Result<FoundCases> searchCases(Workspace &workspace, std::string_view words);

} // namespace tongban::service
