// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include "core/storage/field_seal.h"
#include "core/storage/sql_texts.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/write_turn.h"

#include <sqlite3.h>
#include <utility>

namespace tongban::storage {
namespace {

bool hasParameters(sqlite3_stmt *statement, std::initializer_list<const char *> names)
{
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(names.size()))
        return false;
    int index = 0;
    for (const char *expected : names) {
        const char *found = sqlite3_bind_parameter_name(statement, ++index);
        if (found == nullptr || std::string_view(found).substr(1) != expected)
            return false;
    }
    return true;
}

bool hasColumns(sqlite3_stmt *statement, std::initializer_list<const char *> names)
{
    if (sqlite3_column_count(statement) != static_cast<int>(names.size()))
        return false;
    int index = 0;
    for (const char *expected : names) {
        const char *found = sqlite3_column_name(statement, index++);
        if (found == nullptr || std::string_view(found) != expected)
            return false;
    }
    return true;
}

} // namespace

std::string_view name(OpenOutcome outcome)
{
    switch (outcome) {
    case OpenOutcome::Created: return "created";
    case OpenOutcome::Current: return "current";
    case OpenOutcome::Upgraded: return "upgraded";
    case OpenOutcome::Newer: return "newer";
    case OpenOutcome::NotAStore: return "not_a_store";
    case OpenOutcome::ReadOnly: return "read_only";
    }
    return "";
}

Database::Database(sqlite3 *handle, StoreKind kind, std::filesystem::path file)
    : m_handle(handle), m_seal(std::make_unique<FieldSeal>()), m_kind(kind), m_file(std::move(file)),
      m_texts(namedStatements(statementFiles(kind)))
{
    m_turn = WriteTurn::of(m_file);
    m_texts.merge(namedStatements(connectionFiles()));
}

Database::~Database()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle);
    if (m_depth > 0)
        m_turn->leave();
}

const vault::DataKey &Database::key() const
{
    return m_seal->key();
}

bool Database::isInTransaction() const
{
    return m_depth > 0;
}

Result<Statement *> Database::prepareText(std::string_view statementName, std::string_view sql)
{
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(m_handle, code, statementName);
    const int parameters = sqlite3_bind_parameter_count(prepared);
    std::unique_ptr<Statement> statement(new Statement(prepared, parameters, std::string(statementName)));
    return m_statements.insert_or_assign(std::string(statementName), std::move(statement))
        .first->second.get();
}

Result<Statement *> Database::prepare(std::string_view statementName,
                                      std::initializer_list<const char *> parameters,
                                      std::initializer_list<const char *> columns)
{
    const auto kept = m_statements.find(statementName);
    Statement *statement = kept == m_statements.end() ? nullptr : kept->second.get();
    if (statement == nullptr) {
        const auto text = m_texts.find(statementName);
        if (text == m_texts.end())
            return fail(ErrorCode::Internal, "no SQL file has a statement " + std::string(statementName));
        statement = TRY(prepareText(statementName, text->second));
    }
    if (!hasParameters(statement->m_handle, parameters))
        return fail(ErrorCode::Internal,
                    std::string(statementName) + ": its parameters are not the expected ones");
    if (!hasColumns(statement->m_handle, columns))
        return fail(ErrorCode::Internal,
                    std::string(statementName) + ": its columns are not the expected ones");
    return statement;
}

std::vector<std::string_view> Database::statementNames(StoreKind kind)
{
    std::vector<std::string_view> names;
    for (const auto &[statementName, text] : namedStatements(statementFiles(kind)))
        names.push_back(statementName);
    return names;
}

Result<std::string> Database::plan(std::string_view statementName)
{
    const auto text = m_texts.find(statementName);
    if (text == m_texts.end())
        return fail(ErrorCode::NotFound, "no SQL file has a statement " + std::string(statementName));
    std::string sql(m_texts.at("connection_explain"));
    sql += text->second;
    Statement *explain = TRY(prepareText("connection_explain", sql));
    explain->reset();
    Rows rows(*explain);
    std::string steps;
    while (TRY(rows.next()))
        (steps += rows.text(3)) += '\n';
    return steps;
}

std::uint32_t Database::dataVersion() const
{
    std::uint32_t version = 0;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_DATA_VERSION, &version);
    return version;
}

Result<std::vector<std::string>> Database::integrityProblems()
{
    Statement *check = TRY(prepare("connection_integrity", {}, {"integrity_check"}));
    std::vector<std::string> problems;
    Rows rows = check->query();
    while (TRY(rows.next())) {
        if (rows.text(0) != "ok")
            problems.push_back(rows.string(0));
    }
    return problems;
}

Result<> Database::checkpoint()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(m_handle, code, "checkpoint");
    return {};
}

Result<bool> Database::shrink()
{
    Statement *step = TRY(prepare("connection_shrink"));
    TRY(step->run());
    Statement *left = TRY(prepare("connection_free_pages", {}, {"freelist_count"}));
    Rows rows = left->query();
    return TRY(rows.next()) && rows.integer(0) > 0;
}

Result<> Database::runConnectionStatement(std::string_view statementName)
{
    Statement *statement = TRY(prepare(statementName));
    return statement->run();
}

Result<> Database::begin()
{
    if (m_depth == 0) {
        if (m_isReading)
            return fail(ErrorCode::Internal, "a writing transaction may not begin inside a read scope");
        TRY(takeTurn());
        ++m_transactions;
        m_isDoomed = false;
    }
    ++m_depth;
    return {};
}

/// First among the connections of this process, then against the others.
Result<> Database::takeTurn()
{
    if (!m_turn->enter(m_patience))
        return sqliteFailure(nullptr, SQLITE_BUSY, "connection_begin");
    Result<> begun = runConnectionStatement("connection_begin");
    if (!begun)
        m_turn->leave();
    return begun;
}

/// Copies the write-ahead log back into the file once it is long, while others may write again. A short
/// transaction is a person's, who waits for it: it leaves that to the next long one for a while.
void Database::foldBack()
{
    constexpr int kShortTransaction = 100;
    int written = 0;
    int highest = 0;
    sqlite3_db_status(m_handle, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 1);
    const int limit = written < kShortTransaction ? 2 * m_checkpointPages : m_checkpointPages;
    if (m_checkpointPages == 0 || m_logPages < limit)
        return;
    // Whatever keeps it from being copied now does not concern what was committed; the next one tries again.
    sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_logPages = 0;
}

Result<> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    // A full disk ends the transaction inside the library; a joined scope that failed ends it for all.
    if (m_isDoomed || sqlite3_get_autocommit(m_handle) != 0) {
        rollback();
        return fail(ErrorCode::Unavailable,
                    "a part of the change failed, so all of it was undone; do it again");
    }
    Result<> committed;
    for (const auto &work : m_beforeCommit)
        if (committed)
            committed = work();
    if (committed)
        committed = runConnectionStatement("connection_commit");
    if (!committed) {
        rollback();
        return committed;
    }
    m_depth = 0;
    m_turn->leave();
    foldBack();
    return {};
}

void Database::rollback()
{
    if (--m_depth > 0) {
        m_isDoomed = true;
        return;
    }
    m_depth = 0;
    ++m_rollbacks;
    if (sqlite3_get_autocommit(m_handle) == 0) {
        // Nothing can be done about a failure here: closing the connection undoes what is left.
        const Result<> undone = runConnectionStatement("connection_rollback");
        static_cast<void>(undone);
    }
    m_turn->leave();
}

Result<Transaction> Transaction::begin(Database &database)
{
    TRY(database.begin());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        m_database->rollback();
}

Result<> Transaction::commit()
{
    Database *database = std::exchange(m_database, nullptr);
    if (database == nullptr)
        return fail(ErrorCode::Internal, "the transaction has ended already");
    return database->commit();
}

Result<ReadScope> ReadScope::begin(Database &database)
{
    if (database.m_isReading || database.m_depth > 0)
        return ReadScope(nullptr);
    TRY(database.runConnectionStatement("connection_begin_read"));
    database.m_isReading = true;
    return ReadScope(&database);
}

ReadScope::ReadScope(ReadScope &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

ReadScope::~ReadScope()
{
    if (m_database == nullptr)
        return;
    m_database->m_isReading = false;
    const Result<> ended = m_database->runConnectionStatement("connection_commit");
    static_cast<void>(ended);
}

} // namespace tongban::storage
