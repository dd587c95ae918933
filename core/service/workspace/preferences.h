// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What a person chose for the own screens; it follows the account, not the machine. Values are the caller's
/// text; an unknown name has the empty one.
Result<std::string> preference(Workspace &workspace, std::string_view account, std::string_view name);
Result<> setPreference(Workspace &workspace, std::string_view account, std::string_view name,
                       std::string_view value);

/// A list that a person has put together and named.
struct SavedFilter {
    std::string name;
    CaseQuery query;
};

/// In the order of their names.
Result<std::vector<SavedFilter>> savedFilters(Workspace &workspace, std::string_view account);

/// Replaces one of the same name. InvalidInput for an empty name or one of more than 60 characters.
Result<> saveFilter(Workspace &workspace, std::string_view account, const SavedFilter &filter);
Result<> removeFilter(Workspace &workspace, std::string_view account, std::string_view name);

} // namespace tongban::service
