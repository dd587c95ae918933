// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::storage {

/// What a person chose for the own screens, as text by name: it follows the account, not the machine. Writes
/// need an open Transaction. On the thread of its Database.
class PreferenceStore
{
public:
    static Result<PreferenceStore> create(Database &database);

    Result<std::optional<std::string>> value(std::string_view account, std::string_view name);
    /// By name, in order.
    Result<std::vector<std::pair<std::string, std::string>>> list(std::string_view account);
    Result<> put(std::string_view account, std::string_view name, std::string_view value);
    Result<> drop(std::string_view account, std::string_view name);

private:
    struct Statements;

    explicit PreferenceStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
