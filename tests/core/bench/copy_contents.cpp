// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/copy_contents.h"

#include <functional>
#include <sqlite3.h>

namespace tests {

namespace {

/// Each field of each row, a null as "-"; a statement that does not work tells why.
void readFields(const std::filesystem::path &store, const char *query,
                const std::function<void(const char *text)> &take)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(store.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, query, -1, &statement, nullptr) != SQLITE_OK)
        take(sqlite3_errmsg(handle));
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
            take(text != nullptr ? text : "-");
        }
    sqlite3_finalize(statement);
    sqlite3_close_v2(handle);
}

} // namespace

QByteArray contents(const std::filesystem::path &store)
{
    constexpr const char *kQueries[] = {
        "SELECT hex(c.id), c.serial, c.external_no, c.item_version, c.received_at, c.duplicate_key, "
        "c.applicant_id, "
        "c.applicant_name, c.application, s.version, s.due, s.open, s.touched, s.changed_at, s.details, "
        "s.received_day, "
        "(SELECT word FROM vocabulary WHERE no = s.state), (SELECT word FROM vocabulary WHERE no = s.queue) "
        "FROM permit_case c JOIN case_state s ON s.no = c.no ORDER BY c.id",
        "SELECT district, n, hex(case_id), at, body, hex(hash), (SELECT word FROM vocabulary WHERE no = act) "
        "FROM event "
        "ORDER BY district, n",
        "SELECT district, n, hex(hash) FROM head ORDER BY district",
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"};
    QByteArray all;
    for (const char *query : kQueries)
        readFields(store, query, [&](const char *text) { all.append(text).append('|'); });
    return all;
}

QByteArray standings(const std::filesystem::path &store)
{
    QByteArray all;
    readFields(
        store,
        "SELECT hex(c.id) || ' ' || (SELECT word FROM vocabulary WHERE no = s.state) || ' ' || s.version "
        "FROM permit_case c JOIN case_state s ON s.no = c.no ORDER BY c.id",
        [&](const char *text) { all.append(text).append('\n'); });
    return all;
}

std::set<std::string> paperNumbers(const std::filesystem::path &store)
{
    std::set<std::string> numbers;
    readFields(store, "SELECT external_no FROM permit_case", [&](const char *text) { numbers.insert(text); });
    return numbers;
}

} // namespace tests
