// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_sqlite.h"

#include <sqlite3.h>
#include <utility>

namespace tongban::bench {

namespace {

Failure failure(sqlite3 *handle)
{
    return fail(ErrorCode::Internal, std::string("bare copy: ") + sqlite3_errmsg(handle));
}

struct Binder {
    sqlite3_stmt *statement;
    int index;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(const std::string &text) const
    {
        return sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const BareBlob &blob) const
    {
        return sqlite3_bind_blob64(statement, index, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
    }
};

Result<sqlite3 *> open(const std::filesystem::path &file, int flags)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
        const Failure failed = failure(handle);
        sqlite3_close(handle);
        return failed;
    }
    return handle;
}

} // namespace

BareStatement::BareStatement(BareStatement &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_ended(other.m_ended)
{
}

BareStatement &BareStatement::operator=(BareStatement &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_ended, other.m_ended);
    return *this;
}

BareStatement::~BareStatement()
{
    sqlite3_finalize(m_handle);
}

Result<> BareStatement::run(const std::vector<BareValue> &values)
{
    int index = 0;
    for (const BareValue &value : values)
        if (std::visit(Binder{m_handle, ++index}, value) != SQLITE_OK)
            return failure(sqlite3_db_handle(m_handle));
    const int done = sqlite3_step(m_handle);
    sqlite3_reset(m_handle);
    if (done != SQLITE_DONE)
        return failure(sqlite3_db_handle(m_handle));
    return {};
}

Result<bool> BareStatement::next()
{
    // The library starts anew when a statement is stepped beyond its end.
    if (m_ended)
        return false;
    const int step = sqlite3_step(m_handle);
    if (step == SQLITE_ROW)
        return true;
    m_ended = step == SQLITE_DONE;
    if (m_ended)
        return false;
    return failure(sqlite3_db_handle(m_handle));
}

std::vector<BareValue> BareStatement::row() const
{
    std::vector<BareValue> values;
    const int columns = sqlite3_column_count(m_handle);
    values.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_handle, i));
        switch (sqlite3_column_type(m_handle, i)) {
        case SQLITE_INTEGER: values.emplace_back(std::int64_t{sqlite3_column_int64(m_handle, i)}); break;
        case SQLITE_TEXT:
            values.emplace_back(
                std::string(reinterpret_cast<const char *>(sqlite3_column_text(m_handle, i)), size));
            break;
        case SQLITE_BLOB:
            values.emplace_back(
                BareBlob{std::string(static_cast<const char *>(sqlite3_column_blob(m_handle, i)), size)});
            break;
        default: values.emplace_back(std::monostate()); break;
        }
    }
    return values;
}

BareDatabase::BareDatabase(BareDatabase &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr))
{
}

BareDatabase::~BareDatabase()
{
    sqlite3_close_v2(m_handle);
}

Result<BareDatabase> BareDatabase::openForReading(const std::filesystem::path &file)
{
    return BareDatabase(TRY(open(file, SQLITE_OPEN_READONLY)));
}

Result<BareDatabase> BareDatabase::create(const std::filesystem::path &file, const BareDatabase &like)
{
    const std::int64_t pageSize = TRY(like.number("PRAGMA page_size"));
    BareDatabase database(TRY(open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)));
    TRY(database.execute("PRAGMA page_size = " + std::to_string(pageSize)));
    TRY(database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; "
                         "PRAGMA wal_autocheckpoint = 4096; PRAGMA temp_store = MEMORY"));
    return database;
}

Result<> BareDatabase::copySchema(const BareDatabase &from, const std::string &kinds)
{
    BareStatement statements = TRY(from.prepare("SELECT sql FROM sqlite_schema WHERE type IN (" + kinds
                                                + ") AND sql IS NOT NULL "
                                                  "AND name NOT LIKE 'case_word%' ORDER BY rowid"));
    while (TRY(statements.next()))
        TRY(execute(std::get<std::string>(statements.row().front())));
    return {};
}

Result<BareStatement> BareDatabase::prepare(const std::string &sql) const
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr)
        != SQLITE_OK)
        return failure(m_handle);
    return BareStatement(statement);
}

Result<BareStatement> BareDatabase::prepareInsert(const std::string &table) const
{
    const std::int64_t columns = TRY(number("SELECT count(*) FROM pragma_table_info('" + table + "')"));
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (std::int64_t i = 1; i < columns; ++i)
        sql += ", ?";
    return prepare(sql + ")");
}

Result<> BareDatabase::execute(const std::string &sql) const
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(m_handle);
    return {};
}

Result<std::int64_t> BareDatabase::number(const std::string &sql) const
{
    BareStatement statement = TRY(prepare(sql));
    TRY(statement.next());
    const auto row = statement.row();
    const auto *value = std::get_if<std::int64_t>(&row.front());
    return value == nullptr ? 0 : *value;
}

} // namespace tongban::bench
