// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/bare_sqlite.h"

#include <string>
#include <string_view>

namespace tongban::bench {

/// Objects in a plain table of SQLite, searched by LIKE: what a roster without an index of its own would do.
class BareObjects
{
public:
    static Result<BareObjects> create(const std::filesystem::path &file, const BareDatabase &like);

    Result<> begin();
    Result<> add(const std::string &code, const std::string &name, const std::string &initials);
    Result<> commit();

    enum class By { CodeBegins, NameHolds, InitialsHold };

    /// How many fit, at most `limit`. The text holds no quotes.
    Result<int> search(By by, std::string_view text, int limit) const;

private:
    explicit BareObjects(BareDatabase database) : m_database(std::move(database)) { }

    BareDatabase m_database;
    BareStatement m_insert;
};

} // namespace tongban::bench
