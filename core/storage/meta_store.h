// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::storage {

/// Small facts about the workspace as text by name, and the counters behind case numbers.
/// Writes need an open Transaction. On the thread of its Database.
class MetaStore
{
public:
    static Result<MetaStore> create(Database &database);

    Result<std::optional<std::string>> value(std::string_view key);
    Result<> setValue(std::string_view key, std::string_view value);

    /// Reserves `count` serial numbers of a district and year; returns the first. Never gives one twice;
    /// numbers of a transaction that is rolled back are given again.
    Result<std::int64_t> reserveSerials(int district, int year, std::int64_t count = 1);

private:
    struct Statements;

    explicit MetaStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
