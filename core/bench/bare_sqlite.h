// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tongban::bench {

/// What a column can hold: NULL, an integer, text, bytes.
struct BareBlob {
    std::string bytes;
};
using BareValue = std::variant<std::monostate, std::int64_t, std::string, BareBlob>;

/// A prepared statement of the library, and nothing around it.
class BareStatement
{
public:
    BareStatement() = default;
    explicit BareStatement(sqlite3_stmt *handle) : m_handle(handle) { }
    BareStatement(BareStatement &&other) noexcept;
    BareStatement &operator=(BareStatement &&other) noexcept;
    ~BareStatement();

    /// Binds without copying and runs to the end.
    Result<> run(const std::vector<BareValue> &values);

    /// Moves to the next row; false after the last one.
    Result<bool> next();
    std::vector<BareValue> row() const;

private:
    sqlite3_stmt *m_handle = nullptr;
    bool m_ended = false;
};

/// A connection without any of what core/storage adds. For benchmarks only; one thread.
class BareDatabase
{
public:
    static Result<BareDatabase> openForReading(const std::filesystem::path &file);

    /// A new file with the page size of `like` and the settings of a store: write-ahead log, every commit
    /// durable.
    static Result<BareDatabase> create(const std::filesystem::path &file, const BareDatabase &like);

    BareDatabase(BareDatabase &&other) noexcept;
    BareDatabase &operator=(BareDatabase &&) = delete;
    ~BareDatabase();

    /// Tables and indexes (or what of them `kinds` names, quoted) as they stand in the other file; no
    /// triggers, and not the words of names, which are written after the fact.
    Result<> copySchema(const BareDatabase &from, const std::string &kinds = "'table', 'index'");

    Result<BareStatement> prepare(const std::string &sql) const;
    /// An INSERT of all columns of a table.
    Result<BareStatement> prepareInsert(const std::string &table) const;
    Result<> execute(const std::string &sql) const;
    Result<std::int64_t> number(const std::string &sql) const;

private:
    explicit BareDatabase(sqlite3 *handle) : m_handle(handle) { }

    sqlite3 *m_handle;
};

} // namespace tongban::bench
