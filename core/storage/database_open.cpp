// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/bulk_load.h"
#include "core/storage/database.h"
#include "core/storage/field_seal.h"
#include "core/storage/sql_texts.h"
#include "core/storage/sqlite_error.h"

#include <array>
#include <fstream>
#include <sqlite3.h>
#include <system_error>
#include <utility>

namespace tongban::storage {
namespace {

namespace fs = std::filesystem;

// 'TGBC', 'TGBR' and 'TGBO': the first migration writes them into the file's header.
constexpr std::int64_t kCasesApplication = 0x54474243;
constexpr std::int64_t kRegistersApplication = 0x54474252;
constexpr std::int64_t kRosterApplication = 0x5447424F;
constexpr std::string_view kMagic("SQLite format 3\0", 16);

enum class FileLook { Missing, Empty, SqliteFile, Foreign, Unreadable };

FileLook lookAt(const fs::path &file)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return error ? FileLook::Unreadable : FileLook::Missing;
    if (!fs::is_regular_file(file, error))
        return FileLook::Foreign;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return FileLook::Unreadable;
    std::array<char, 16> head{};
    stream.read(head.data(), head.size());
    if (stream.gcount() == 0)
        return FileLook::Empty;
    const bool matches = std::string_view(head.data(), static_cast<std::size_t>(stream.gcount())) == kMagic;
    return matches ? FileLook::SqliteFile : FileLook::Foreign;
}

std::string replaceNumber(std::string_view text, std::string_view word, std::int64_t number)
{
    std::string result(text);
    const std::size_t at = result.find(word);
    if (at != std::string::npos)
        result.replace(at, word.size(), std::to_string(number));
    return result;
}

// A path as the library's URI form wants it.
std::string uriOf(const fs::path &file, std::string_view parameters)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '?' || c == '#' || c == '%' || byte < 0x21 || byte > 0x7e) {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 15];
        } else {
            uri += c;
        }
    }
    return uri.append(parameters);
}

bool hasUnfoldedLog(const fs::path &file)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(fs::path(file.native() + "-wal"), error);
    return !error && size > 0;
}

} // namespace

/// Takes a file from its path to a configured connection of the right version, or to the reason why not.
class DatabaseOpener
{
public:
    DatabaseOpener(const fs::path &file, StoreKind kind, const OpenOptions &options)
        : m_file(file), m_kind(kind), m_options(options)
    {
    }

    Result<Opened> open();

private:
    enum class Way { Write, Read, ReadUnchanging };

    struct Versions {
        std::int64_t application = 0;
        std::int64_t version = 0;
        std::int64_t tables = 0;
    };

    Result<std::unique_ptr<Database>> connect(Way way) const;
    Result<std::unique_ptr<Database>> connectForReading() const;
    static Result<std::int64_t> number(Database &database, std::string_view statementName);
    static Result<Versions> versions(Database &database);
    Result<> script(Database &database, std::string_view statementName) const;
    Result<> execute(Database &database, const std::string &sql, std::string_view what) const;
    Result<> configure(Database &database, bool isNew) const;
    Result<int> migrate(Database &database) const;
    Result<std::optional<std::string>> sealOf(Database &database) const;
    Result<> unlock(Database &database, bool isNew) const;
    Result<Opened> finish(std::unique_ptr<Database> database, bool fellBack) const;
    Opened refused(OpenOutcome outcome, std::string message, std::int64_t version) const;

    std::string quotedName() const { return m_file.filename().string(); }
    int latest() const { return static_cast<int>(migrationFiles(m_kind).size()); }
    std::int64_t application() const;

    const fs::path &m_file;
    StoreKind m_kind;
    const OpenOptions &m_options;
};

std::int64_t DatabaseOpener::application() const
{
    switch (m_kind) {
    case StoreKind::Cases: return kCasesApplication;
    case StoreKind::Registers: return kRegistersApplication;
    case StoreKind::Roster: return kRosterApplication;
    }
    return 0;
}

Result<std::unique_ptr<Database>> DatabaseOpener::connect(Way way) const
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= way == Way::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    std::string path = m_file.string();
    if (way == Way::ReadUnchanging) {
        flags |= SQLITE_OPEN_URI;
        path = uriOf(m_file, "?immutable=1");
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle, m_kind, m_file));
    if (code != SQLITE_OK)
        return sqliteFailure(handle, code, quotedName());
    if (const int installed = database->m_seal->install(handle); installed != SQLITE_OK)
        return sqliteFailure(handle, installed, quotedName());
    sqlite3_busy_timeout(handle, m_options.busyTimeoutMilliseconds);
    database->m_patience = std::chrono::milliseconds(m_options.busyTimeoutMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database->m_readOnly = sqlite3_db_readonly(handle, "main") == 1;
    // The first read is what opens the write-ahead log; only now is it known whether this way works.
    TRY(versions(*database));
    return database;
}

Result<std::unique_ptr<Database>> DatabaseOpener::connectForReading() const
{
    Result<std::unique_ptr<Database>> database = connect(Way::Read);
    if (database || database.error().code == ErrorCode::Corrupted)
        return database;
    if (hasUnfoldedLog(m_file))
        return fail(ErrorCode::Denied,
                    quotedName()
                        + " has changes in its write-ahead log that cannot be read in a read-only folder; "
                          "nothing was changed; copy the folder to a place that can be written");
    // On a medium that nobody can write, the file does not change under the reader's feet.
    return connect(Way::ReadUnchanging);
}

Result<std::int64_t> DatabaseOpener::number(Database &database, std::string_view statementName)
{
    Statement *statement = TRY(database.prepareText(statementName, database.m_texts.at(statementName)));
    Rows rows = statement->query();
    TRY(rows.next());
    return rows.integer(0);
}

Result<DatabaseOpener::Versions> DatabaseOpener::versions(Database &database)
{
    Versions found;
    found.application = TRY(number(database, "connection_application"));
    found.version = TRY(number(database, "connection_version"));
    found.tables = TRY(number(database, "connection_tables"));
    return found;
}

Result<> DatabaseOpener::execute(Database &database, const std::string &sql, std::string_view what) const
{
    const int code = sqlite3_exec(database.m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(database.m_handle, code, quotedName() + " " + std::string(what));
    return {};
}

Result<> DatabaseOpener::script(Database &database, std::string_view statementName) const
{
    return execute(database, std::string(database.m_texts.at(statementName)), statementName);
}

Result<> DatabaseOpener::configure(Database &database, bool isNew) const
{
    if (isNew)
        TRY(script(database,
                   m_kind == StoreKind::Cases ? "connection_new_cases" : "connection_new_replaced"));
    if (database.m_readOnly) {
        TRY(script(database, "connection_read_only"));
    } else {
        TRY(script(database, "connection_write_ahead"));
        TRY(script(database,
                   m_options.durability == Durability::Full ? "connection_full" : "connection_normal"));
    }
    std::string settings(database.m_texts.at("connection_settings"));
    settings = replaceNumber(settings, "{cache}", m_options.cacheKibibytes);
    settings = replaceNumber(settings, "{map}", m_options.mapBytes);
    TRY(execute(database, settings, "settings"));
    if (!database.m_readOnly) {
        // In place of SQLite's own, which copies while the transaction's turn lasts.
        database.m_checkpointPages = m_options.checkpointPages;
        sqlite3_wal_hook(
            database.m_handle,
            [](void *pages, sqlite3 *, const char *, int inLog) {
                *static_cast<int *>(pages) = inLog;
                return SQLITE_OK;
            },
            &database.m_logPages);
    }
    if (m_options.maximumPages)
        TRY(execute(
            database,
            replaceNumber(database.m_texts.at("connection_limit"), "{pages}", *m_options.maximumPages),
            "limit"));
    return {};
}

/// The identifier of the key by which the file is sealed; nothing when it is plain.
Result<std::optional<std::string>> DatabaseOpener::sealOf(Database &database) const
{
    if (TRY(number(database, "connection_has_seal")) == 0)
        return std::optional<std::string>();
    Rows rows = TRY(database.prepare("connection_seal", {}, {"key_id"}))->query();
    if (!TRY(rows.next()))
        return std::optional<std::string>();
    return std::optional<std::string>(rows.blob(0));
}

/// Before anything reads a row. A new file takes the key when it is made (migrate).
Result<> DatabaseOpener::unlock(Database &database, bool isNew) const
{
    const std::optional<std::string> sealedBy = TRY(sealOf(database));
    if (!sealedBy && m_options.key && !isNew)
        return fail(ErrorCode::Conflict,
                    quotedName()
                        + " is still plain although the workspace has a vault; nothing was changed; finish "
                          "it with 'tongbanctl vault create'");
    if (!sealedBy)
        return {};
    if (!m_options.key)
        return fail(ErrorCode::Denied,
                    quotedName() + " is sealed and needs the key of its workspace; nothing was changed");
    if (vault::keyIdOf(*m_options.key) != *sealedBy)
        return fail(ErrorCode::Denied,
                    quotedName() + " is sealed with another key than the one given; nothing was changed");
    database.m_seal->use(m_options.key);
    return {};
}

// Returns the version the file had once this connection held the write lock: another program may have been
// first.
Result<int> DatabaseOpener::migrate(Database &database) const
{
    Transaction transaction = TRY(Transaction::begin(database));
    const Versions before = TRY(versions(database));
    const std::span<const SqlFile> files = migrationFiles(m_kind);
    // A migration may name an index that a first copy, killed half-way, has put aside.
    if (m_kind == StoreKind::Cases && before.version > 0)
        TRY(BulkLoad::end(database));
    // A migration may say that a column holds more kinds of values than before.
    sqlite3_db_config(database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    Result<> migrated;
    for (std::size_t step = static_cast<std::size_t>(before.version); migrated && step < files.size(); ++step)
        migrated = execute(database, std::string(files[step].text), files[step].path);
    sqlite3_db_config(database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRY(std::move(migrated));
    if (before.version == 0 && m_options.key) {
        Statement *set = TRY(database.prepare("connection_seal_set", {"key_id"}));
        TRY(set->run(Blob{vault::keyIdOf(*m_options.key)}));
        database.m_seal->use(m_options.key);
    }
    TRY(transaction.commit());
    return static_cast<int>(before.version);
}

Opened DatabaseOpener::refused(OpenOutcome outcome, std::string message, std::int64_t version) const
{
    Opened opened;
    opened.outcome = outcome;
    opened.message = std::move(message);
    opened.foundVersion = static_cast<int>(version);
    return opened;
}

Result<Opened> DatabaseOpener::finish(std::unique_ptr<Database> database, bool fellBack) const
{
    const Versions found = TRY(versions(*database));
    const bool isNew = found.tables == 0 && found.application == 0 && found.version == 0;
    if (!isNew && found.application != application())
        return refused(
            OpenOutcome::NotAStore,
            quotedName() + " is a database of something else; it was not touched; choose another file", 0);
    if (found.version > latest())
        return refused(OpenOutcome::Newer,
                       quotedName() + " was written by a newer version of this program (format "
                           + std::to_string(found.version) + ", this program knows "
                           + std::to_string(latest()) + "); it was not touched; install the newer version",
                       found.version);
    Opened opened;
    opened.foundVersion = static_cast<int>(found.version);
    if (database->m_readOnly && found.version < latest())
        return fail(ErrorCode::Denied,
                    quotedName()
                        + " is of an older version and cannot be brought up to date because it cannot be "
                          "written; nothing was changed; open it once where it can be written");
    TRY(unlock(*database, isNew));
    TRY(configure(*database, isNew));
    if (found.version < latest()) {
        opened.foundVersion = TRY(migrate(*database));
        opened.outcome = isNew ? OpenOutcome::Created : OpenOutcome::Upgraded;
        if (!isNew)
            opened.message = quotedName() + " was brought from format " + std::to_string(opened.foundVersion)
                + " to " + std::to_string(latest()) + "; everything in it was kept";
    }
    if (fellBack) {
        opened.outcome = OpenOutcome::ReadOnly;
        opened.message = quotedName()
            + " can be read but not changed (read-only folder or medium, or missing rights); everything in "
              "it is "
              "kept; allow writing to go on working";
    }
    opened.database = std::move(database);
    return opened;
}

Result<Opened> DatabaseOpener::open()
{
    const FileLook look = lookAt(m_file);
    if (look == FileLook::Foreign)
        return refused(OpenOutcome::NotAStore,
                       quotedName() + " is not a store; it was not touched; choose another file", 0);
    if (look == FileLook::Unreadable)
        return fail(ErrorCode::Denied,
                    quotedName() + " cannot be read (missing rights); nothing was changed");
    const bool isMissing = look == FileLook::Missing || look == FileLook::Empty;
    if (m_options.access == Access::ReadOnly) {
        if (isMissing)
            return fail(ErrorCode::NotFound, quotedName() + " does not exist; open it for writing first");
        return finish(TRY(connectForReading()), false);
    }
    Result<std::unique_ptr<Database>> writable = connect(Way::Write);
    if (writable && !(*writable)->m_readOnly) {
        Result<Opened> opened = finish(std::move(*writable), false);
        if (opened || isMissing || opened.error().code != ErrorCode::Denied)
            return opened;
    } else if (!writable && (isMissing || writable.error().code == ErrorCode::Corrupted)) {
        return tl::unexpected(std::move(writable).error());
    }
    return finish(TRY(connectForReading()), true);
}

Result<Opened> Database::open(const std::filesystem::path &file, StoreKind kind, const OpenOptions &options)
{
    return DatabaseOpener(file, kind, options).open();
}

} // namespace tongban::storage
