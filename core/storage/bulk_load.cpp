// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/bulk_load.h"

#include "core/storage/sqlite_error.h"

#include <sqlite3.h>
#include <string>

namespace tongban::storage {

namespace {

constexpr std::string_view kPutAside = "bulk_load";

/// The statements that make the indexes again, each with its end; empty = none is aside.
Result<std::string> putAside(Database &database)
{
    Rows rows = TRY(database.prepare("meta_value", {"key"}, {"value"}))->query(kPutAside);
    return TRY(rows.next()) ? rows.string(0) : std::string();
}

Result<> keepAside(Database &database, std::string_view statements)
{
    return TRY(database.prepare("meta_set", {"key", "value"}))->run(kPutAside, statements);
}

Result<> execute(Database &database, const std::string &sql)
{
    const int code = sqlite3_exec(database.handle(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(database.handle(), code, kPutAside);
    return {};
}

} // namespace

Result<bool> BulkLoad::isUnderWay(Database &database)
{
    return !TRY(putAside(database)).empty();
}

Result<> BulkLoad::begin(Database &database)
{
    Transaction transaction = TRY(Transaction::begin(database));
    if (!TRY(putAside(database)).empty())
        return transaction.commit();
    std::string drop;
    std::string make;
    {
        Rows rows = TRY(database.prepare("bulk_load_indexes", {}, {"name", "sql"}))->query();
        while (TRY(rows.next())) {
            drop += "DROP INDEX " + rows.string(0) + ";\n";
            make += rows.string(1) + ";\n";
        }
    }
    TRY(keepAside(database, make));
    TRY(execute(database, drop));
    return transaction.commit();
}

Result<> BulkLoad::end(Database &database)
{
    // Asked after every round with a centre: a quiet one writes nothing.
    if (TRY(putAside(database)).empty())
        return {};
    Transaction transaction = TRY(Transaction::begin(database));
    if (const std::string make = TRY(putAside(database)); !make.empty()) {
        TRY(execute(database, make));
        TRY(keepAside(database, {}));
    }
    return transaction.commit();
}

} // namespace tongban::storage
