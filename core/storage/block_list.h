// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// Somebody or something that may not get a permit for a time, with the reason and the law.
struct BlockRow {
    std::int64_t no = 0; ///< Set by add().
    std::string kind; ///< "resident_id", "uscc", "vin", "plate"
    std::string value;
    std::string reason;
    std::string basis;
    Date from{};
    std::optional<Date> until; ///< Last day; nothing = until lifted.
    std::string addedBy;
};

/// The bureau's own block list. Writes need an open Transaction. On the thread of its Database.
class BlockList
{
public:
    static Result<BlockList> create(Database &database);

    Result<std::int64_t> add(const BlockRow &row);

    /// The entry ends on `lastDay`; it stays readable.
    Result<> lift(std::int64_t no, Date lastDay);

    /// What stands against `value` on this day.
    Result<std::vector<BlockRow>> activeOn(std::string_view kind, std::string_view value, Date day);
    Result<std::vector<BlockRow>> list(std::int64_t afterNo, int limit);

private:
    struct Statements;

    explicit BlockList(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
