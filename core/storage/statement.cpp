// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statement.h"

#include "core/storage/sqlite_error.h"

#include <sqlite3.h>
#include <utility>

namespace tongban::storage {

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

std::int64_t Statement::changes() const
{
    return sqlite3_changes64(sqlite3_db_handle(m_handle));
}

std::int64_t Statement::lastInsertedKey() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_handle));
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    m_bindFailed = false;
}

void Statement::expectParameters(int count)
{
    if (count != m_parameters)
        m_bindFailed = true;
}

void Statement::bindInteger(int index, std::int64_t value)
{
    if (sqlite3_bind_int64(m_handle, index, value) != SQLITE_OK)
        m_bindFailed = true;
}

void Statement::bindText(int index, std::string_view value)
{
    // A null pointer would bind NULL; an empty text is not "nothing".
    const char *bytes = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_text64(m_handle, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        m_bindFailed = true;
}

void Statement::bindBlob(int index, std::string_view value)
{
    const char *bytes = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_blob64(m_handle, index, bytes, value.size(), SQLITE_STATIC) != SQLITE_OK)
        m_bindFailed = true;
}

void Statement::bindNull(int index)
{
    if (sqlite3_bind_null(m_handle, index) != SQLITE_OK)
        m_bindFailed = true;
}

Result<> Statement::execute()
{
    if (m_bindFailed)
        return fail(ErrorCode::Internal, m_name + ": the values do not fit its parameters");
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_handle);
    if (code != SQLITE_DONE) {
        const Failure failure = sqliteFailure(sqlite3_db_handle(m_handle), code, m_name);
        sqlite3_reset(m_handle);
        return failure;
    }
    sqlite3_reset(m_handle);
    return {};
}

Rows::Rows(Rows &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) { }

Rows::~Rows()
{
    if (m_statement != nullptr)
        sqlite3_reset(m_statement->m_handle);
}

Result<bool> Rows::next()
{
    if (m_statement->m_bindFailed)
        return fail(ErrorCode::Internal, m_statement->m_name + ": the values do not fit its parameters");
    const int code = sqlite3_step(m_statement->m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteFailure(sqlite3_db_handle(m_statement->m_handle), code, m_statement->m_name);
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement->m_handle, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement->m_handle, column);
}

std::string_view Rows::text(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_statement->m_handle, column);
    if (bytes == nullptr)
        return {};
    return {reinterpret_cast<const char *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement->m_handle, column))};
}

std::string_view Rows::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement->m_handle, column);
    if (bytes == nullptr)
        return {};
    return {static_cast<const char *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement->m_handle, column))};
}

std::optional<Date> Rows::optionalDate(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return date(column);
}

std::optional<Timestamp> Rows::optionalInstant(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return instant(column);
}

Result<Uuid> Rows::uuid(int column) const
{
    Result<Uuid> uuid = Uuid::fromBlob(blob(column));
    if (!uuid)
        return fail(ErrorCode::Corrupted, m_statement->m_name + ": an identity does not have 16 bytes");
    return uuid;
}

Result<Digest> Rows::digest(int column) const
{
    Result<Digest> digest = Digest::fromBlob(blob(column));
    if (!digest)
        return fail(ErrorCode::Corrupted, m_statement->m_name + ": a digest does not have 32 bytes");
    return digest;
}

} // namespace tongban::storage
