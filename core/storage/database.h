// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/statement.h"
#include "core/vault/secret_key.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;

namespace tongban::storage {

/// Which of the files of a workspace: the cases with their ledger, the imported registers, or the roster of
/// objects.
enum class StoreKind { Cases, Registers, Roster };

enum class Access { ReadWrite, ReadOnly };

/// Full: a committed act survives a power cut. Normal: it survives the death of the program, but the last
/// moments before a power cut may be missing; only for what can be imported again.
enum class Durability { Full, Normal };

/// How a file is opened. Sizes are upper limits for one connection.
struct OpenOptions {
    Access access = Access::ReadWrite;
    Durability durability = Durability::Full;
    int busyTimeoutMilliseconds = 5000;
    int cacheKibibytes = 32 * 1024;
    std::int64_t mapBytes = 0; ///< Part of the file read through memory mapping; 0 = none.
    int checkpointPages = 4096; ///< The write-ahead log is folded back after this many pages.
    std::optional<int>
        maximumPages; ///< The file may not grow past this; for a quota, and to rehearse a full disk.
    vault::DataKey key; ///< Of the workspace, when its personal fields are sealed: new files are made so.
};

/// What opening a file found.
/// - Created: there was no file; an empty store stands there now.
/// - Current: the file has this program's version.
/// - Upgraded: the file was of an older version; every migration ran in one transaction.
/// - Newer: a newer program wrote the file; it was not touched and is not opened.
/// - NotAStore: the file is something else; it was not touched and is not opened.
/// - ReadOnly: the file can be read but not changed (folder, medium or rights); opened for reading.
enum class OpenOutcome { Created, Current, Upgraded, Newer, NotAStore, ReadOnly };

/// "created", "current", ...
std::string_view name(OpenOutcome outcome);

class Database;
class FieldSeal;
class WriteTurn;

/// The outcome with the connection where there is one, and a sentence that says what was kept and what to do
/// for every outcome but Created and Current.
struct Opened {
    OpenOutcome outcome = OpenOutcome::Current;
    std::unique_ptr<Database> database;
    std::string message;
    int foundVersion = 0; ///< Of the file before opening; 0 = it did not exist.
};

/// One connection to one file: write-ahead log, foreign keys on, strict tables. Owned and used by the thread
/// that opened it; other threads open their own. A write takes the write lock at the beginning (BEGIN
/// IMMEDIATE); connections of one process come in the order in which they asked, however much one of them
/// writes. It waits up to the busy timeout for the others and then fails with Unavailable.
///
/// Failures of any statement: Unavailable (disk full, another writer, file cannot be opened), Denied
/// (read-only), Corrupted (the file is damaged), Conflict (a key exists already), Internal (a defect). The
/// sentence says what was kept and what to do.
class Database
{
public:
    /// A sealed file (SQL table `seal`) needs its key: Denied without one or with another. A key for a file
    /// that is plain is a Conflict: it waits to be sealed.
    static Result<Opened> open(const std::filesystem::path &file, StoreKind kind,
                               const OpenOptions &options = {});

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    StoreKind kind() const { return m_kind; }
    const std::filesystem::path &file() const { return m_file; }
    bool isReadOnly() const { return m_readOnly; }
    bool isInTransaction() const;

    /// With what the personal fields are sealed; null in a plain file.
    const vault::DataKey &key() const;

    /// The statement `statementName` of this store's SQL files; prepared on first use and kept. `parameters`
    /// and `columns` are the names in the order in which they will be bound and read; Internal when the SQL
    /// says otherwise, so that a changed file can never bind a value to the wrong place.
    Result<Statement *> prepare(std::string_view statementName,
                                std::initializer_list<const char *> parameters = {},
                                std::initializer_list<const char *> columns = {});

    /// The names of all statements of this kind of store.
    static std::vector<std::string_view> statementNames(StoreKind kind);

    /// SQLite's plan for a statement, one step a line.
    Result<std::string> plan(std::string_view statementName);

    /// Changes whenever a commit of any connection became visible to this one; meaningful inside a ReadScope.
    std::uint32_t dataVersion() const;

    /// Runs SQLite's own structure check over the whole file; the damages it names, none when it is sound.
    /// Reads everything.
    Result<std::vector<std::string>> integrityProblems();

    /// Copies the write-ahead log back into the file and empties it; waits for nobody.
    Result<> checkpoint();

    /// Gives back a part of what deleted rows occupied (registers only); true when there is more.
    Result<bool> shrink();

    /// Grows by one with every transaction that was rolled back: whoever caches what it wrote forgets it
    /// then.
    std::int64_t rollbacks() const { return m_rollbacks; }

    /// Called inside every transaction of this connection right before it is committed, for what is written
    /// once for all of it; a failure undoes the transaction.
    void beforeCommit(std::function<Result<>()> work) { m_beforeCommit.push_back(std::move(work)); }

    /// Grows by one with every transaction that was begun.
    std::int64_t transactions() const { return m_transactions; }

    /// The connection for the library's own backup interface; private to core/storage.
    sqlite3 *handle() const { return m_handle; }

private:
    friend class Transaction;
    friend class ReadScope;
    friend class DatabaseOpener;

    Database(sqlite3 *handle, StoreKind kind, std::filesystem::path file);

    Result<Statement *> prepareText(std::string_view statementName, std::string_view sql);
    Result<> runConnectionStatement(std::string_view statementName);
    Result<> begin();
    Result<> takeTurn();
    Result<> commit();
    void rollback();
    void foldBack();

    sqlite3 *m_handle;
    std::unique_ptr<FieldSeal> m_seal;
    std::shared_ptr<WriteTurn> m_turn;
    std::chrono::milliseconds m_patience{5000};
    int m_checkpointPages = 0;
    int m_logPages = 0; ///< Of the write-ahead log after the last commit of this connection.
    StoreKind m_kind;
    std::filesystem::path m_file;
    bool m_readOnly = false;
    std::int64_t m_rollbacks = 0;
    std::int64_t m_transactions = 0;
    int m_depth = 0;
    bool m_isReading = false;
    bool m_isDoomed = false;
    std::vector<std::function<Result<>()>> m_beforeCommit;
    std::map<std::string_view, std::string_view> m_texts;
    std::map<std::string, std::unique_ptr<Statement>, std::less<>> m_statements;
};

/// A scope that is a writing transaction. Begun inside another one it joins it: the outermost commits.
/// Leaving the scope without commit() undoes everything, also what the outer scopes did, because the work is
/// no longer whole. A store method never begins one; the use case does.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);

    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// On failure nothing of the transaction is kept.
    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) { }

    Database *m_database;
};

/// A scope in which every read sees the same moment of the file, and a row of small reads costs one lock
/// instead of one each. Joins a transaction or a scope that is open. Keep it short: it holds back the
/// write-ahead log.
class ReadScope
{
public:
    static Result<ReadScope> begin(Database &database);

    ReadScope(const ReadScope &) = delete;
    ReadScope &operator=(const ReadScope &) = delete;
    ReadScope(ReadScope &&other) noexcept;
    ReadScope &operator=(ReadScope &&) = delete;
    ~ReadScope();

private:
    explicit ReadScope(Database *database) : m_database(database) { }

    Database *m_database;
};

} // namespace tongban::storage
