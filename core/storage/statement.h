// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace tongban::storage {

/// Bytes that are not text: `Blob{digest.blob()}`. A plain string_view is bound as UTF-8 text.
struct Blob {
    std::string_view bytes;
};

/// Tells an unset value of any column type.
struct Null {
};

class Rows;

/// One prepared statement, owned and kept by its Database for as long as the connection lives. Its parameters
/// have names in the SQL file; the store that uses it lists those names once, in order, when it is prepared,
/// and from then on values are bound by position. Text and blobs are bound without copying: what is passed
/// has to live until run() returns, or until the Rows of query() are gone.
///
/// Belongs to the thread of its Database. Never used for two results at a time: query() resets an earlier
/// one.
class Statement
{
public:
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Binds the values in order and runs to the end. Fails as Database says.
    template <typename... Values>
    Result<> run(const Values &...values)
    {
        bindAll(values...);
        return execute();
    }

    /// Binds the values in order; the rows are then fetched one by one.
    template <typename... Values>
    Rows query(const Values &...values);

    /// How many rows the last run() inserted, changed or deleted.
    std::int64_t changes() const;

    /// The key of the last row this connection inserted.
    std::int64_t lastInsertedKey() const;

private:
    friend class Database;
    friend class Rows;

    Statement(sqlite3_stmt *handle, int parameters, std::string statementName)
        : m_handle(handle), m_parameters(parameters), m_name(std::move(statementName))
    {
    }

    template <typename... Values>
    void bindAll(const Values &...values)
    {
        reset();
        expectParameters(static_cast<int>(sizeof...(Values)));
        int index = 0;
        (bindOne(++index, values), ...);
    }

    template <typename Value>
    void bindOne(int index, const Value &value)
    {
        if constexpr (std::is_same_v<Value, bool>)
            bindInteger(index, value ? 1 : 0);
        else if constexpr (std::is_integral_v<Value>)
            bindInteger(index, static_cast<std::int64_t>(value));
        else if constexpr (std::is_same_v<Value, Date>)
            bindInteger(index, dayNumber(value));
        else if constexpr (std::is_same_v<Value, Timestamp>)
            bindInteger(index, unixMilliseconds(value));
        else if constexpr (std::is_same_v<Value, Uuid> || std::is_same_v<Value, Digest>)
            bindBlob(index, value.blob());
        else if constexpr (std::is_same_v<Value, Blob>)
            bindBlob(index, value.bytes);
        else if constexpr (std::is_same_v<Value, Null> || std::is_same_v<Value, std::nullopt_t>)
            bindNull(index);
        else
            bindText(index, std::string_view(value));
    }

    template <typename Value>
    void bindOne(int index, const std::optional<Value> &value)
    {
        if (value)
            bindOne(index, *value);
        else
            bindNull(index);
    }

    void reset();
    void expectParameters(int count);
    void bindInteger(int index, std::int64_t value);
    void bindText(int index, std::string_view value);
    void bindBlob(int index, std::string_view value);
    void bindNull(int index);
    Result<> execute();

    sqlite3_stmt *m_handle;
    int m_parameters;
    std::string m_name;
    bool m_bindFailed = false;
};

/// The rows of one running query. Leaving the scope ends the query, so that no half-read statement holds back
/// the write-ahead log. Columns are read by the position the store declared when it prepared the statement.
class Rows
{
public:
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Moves to the next row; false after the last one.
    Result<bool> next();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }

    /// Valid until next() or the end of the scope.
    std::string_view text(int column) const;
    std::string_view blob(int column) const;

    std::string string(int column) const { return std::string(text(column)); }
    Timestamp instant(int column) const { return fromUnixMilliseconds(integer(column)); }
    Date date(int column) const { return fromDayNumber(integer(column)); }
    std::optional<Date> optionalDate(int column) const;
    std::optional<Timestamp> optionalInstant(int column) const;

    /// Corrupted when the column does not hold 16 (32) bytes.
    Result<Uuid> uuid(int column) const;
    Result<Digest> digest(int column) const;

private:
    friend class Database;
    friend class Statement;

    explicit Rows(Statement &statement) : m_statement(&statement) { }

    Statement *m_statement;
};

template <typename... Values>
Rows Statement::query(const Values &...values)
{
    bindAll(values...);
    return Rows(*this);
}

} // namespace tongban::storage
