// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_objects.h"

namespace tongban::bench {

Result<BareObjects> BareObjects::create(const std::filesystem::path &file, const BareDatabase &like)
{
    BareObjects objects(TRY(BareDatabase::create(file, like)));
    TRY(objects.m_database.execute("CREATE TABLE object (code TEXT PRIMARY KEY, name TEXT, initials TEXT)"));
    return objects;
}

Result<> BareObjects::begin()
{
    TRY(m_database.execute("BEGIN"));
    m_insert = TRY(m_database.prepareInsert("object"));
    return {};
}

Result<> BareObjects::add(const std::string &code, const std::string &name, const std::string &initials)
{
    return m_insert.run({code, name, initials});
}

Result<> BareObjects::commit()
{
    m_insert = BareStatement();
    return m_database.execute("COMMIT");
}

Result<int> BareObjects::search(By by, std::string_view text, int limit) const
{
    std::string sql = "SELECT code, name FROM object WHERE ";
    switch (by) {
    case By::CodeBegins: sql += "code LIKE '"; break;
    case By::NameHolds: sql += "name LIKE '%"; break;
    case By::InitialsHold: sql += "initials LIKE '%"; break;
    }
    sql += std::string(text) + "%' LIMIT " + std::to_string(limit);
    BareStatement search = TRY(m_database.prepare(sql));
    int found = 0;
    while (TRY(search.next())) {
        search.row();
        ++found;
    }
    return found;
}

} // namespace tongban::bench
