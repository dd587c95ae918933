// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/seal_file.h"

#include "core/base/file_descriptor.h"
#include "core/storage/bulk_load.h"
#include "core/storage/file_swap.h"
#include "core/storage/sqlite_error.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace tongban::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRowsPerStep = 20'000;
constexpr int kCopyCacheKibibytes = 256 * 1024;

struct Column {
    std::string name;
    bool isKey = false; ///< Of the primary key.
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    bool hasRowNumber = false; ///< Can be copied in pieces.
};

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

struct CloseDatabase {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};

/// The SQL of a copy follows the tables as they are, so it is put together here.
class Sealer
{
public:
    Sealer(const fs::path &plain, StoreKind kind, const SealProgress &progress)
        : m_plain(plain), m_kind(kind), m_progress(progress)
    {
    }

    Result<std::int64_t> copy(Database &target);

private:
    Result<> run(const std::string &sql) const;
    Result<std::int64_t> number(const std::string &sql) const;
    Result<std::vector<std::string>> words(const std::string &sql) const;
    Result<> takePlainFile();
    Result<> readTables();
    Result<> copyTable(const Table &table);
    Result<> compareTable(const Table &table) const;
    Result<> step(std::int64_t rows);
    const SealedColumn *sealedColumn(const Table &table, const Column &column) const;
    std::string sealedValue(const Table &table, const Column &column, std::string_view prefix) const;

    const fs::path &m_plain;
    StoreKind m_kind;
    const SealProgress &m_progress;
    sqlite3 *m_handle = nullptr;
    std::vector<Table> m_tables;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
};

Result<> Sealer::run(const std::string &sql) const
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(m_handle, code, "sealing " + m_plain.filename().string());
    return {};
}

Result<std::vector<std::string>> Sealer::words(const std::string &sql) const
{
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    if (code != SQLITE_OK)
        return sqliteFailure(m_handle, code, "sealing " + m_plain.filename().string());
    std::vector<std::string> found;
    int stepped = sqlite3_step(prepared);
    for (; stepped == SQLITE_ROW; stepped = sqlite3_step(prepared)) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(prepared, 0));
        found.emplace_back(text == nullptr ? "" : text);
    }
    if (stepped != SQLITE_DONE)
        return sqliteFailure(m_handle, stepped, "sealing " + m_plain.filename().string());
    return found;
}

Result<std::int64_t> Sealer::number(const std::string &sql) const
{
    const auto found = TRY(words(sql));
    return found.empty() ? 0 : std::strtoll(found.front().c_str(), nullptr, 10);
}

/// Nobody else may have the plain file open: what another program wrote from now on would be lost. Leaving
/// the write-ahead log is only possible to the last connection, and folds it back.
Result<> Sealer::takePlainFile()
{
    std::string name = m_plain.string();
    for (std::size_t at = name.find('\''); at != std::string::npos; at = name.find('\'', at + 2))
        name.insert(at, 1, '\'');
    TRY(run("ATTACH '" + name + "' AS plain"));
    const auto mode = words("PRAGMA plain.journal_mode = DELETE");
    if (!mode || mode->empty() || mode->front() != "delete")
        return fail(ErrorCode::Unavailable,
                    m_plain.filename().string()
                        + " is open in another program; nothing was changed; close every window and worker "
                          "of this workspace and do it again");
    TRY(run("PRAGMA plain.locking_mode = EXCLUSIVE"));
    return run("BEGIN EXCLUSIVE");
}

Result<> Sealer::readTables()
{
    // What has its rows in tables of its own is copied with those.
    const auto names = TRY(words(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND name <> 'seal' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"));
    for (const std::string &name : names) {
        Table table{name, {}, false};
        for (const std::string &column : TRY(words("SELECT name FROM pragma_table_info('" + name + "')")))
            table.columns.push_back({column, false});
        for (const std::string &key :
             TRY(words("SELECT name FROM pragma_table_info('" + name + "') WHERE pk > 0")))
            for (Column &column : table.columns)
                column.isKey = column.isKey || column.name == key;
        table.hasRowNumber =
            TRY(number("SELECT count(*) FROM pragma_table_list('" + name + "') WHERE wr = 0")) > 0;
        m_total += TRY(number("SELECT count(*) FROM plain." + name));
        m_tables.push_back(std::move(table));
    }
    return {};
}

const SealedColumn *Sealer::sealedColumn(const Table &table, const Column &column) const
{
    const auto columns = sealedColumns(m_kind);
    const auto found = std::ranges::find_if(columns, [&](const SealedColumn &sealed) {
        return sealed.table == table.name && sealed.column == column.name;
    });
    return found == columns.end() ? nullptr : &*found;
}

std::string Sealer::sealedValue(const Table &table, const Column &column, std::string_view prefix) const
{
    const std::string value = std::string(prefix) + column.name;
    const SealedColumn *sealed = sealedColumn(table, column);
    if (sealed == nullptr)
        return value;
    std::string domain = "'" + std::string(sealed->domain) + "'";
    if (!sealed->onlyWhere.empty())
        domain =
            "CASE WHEN " + std::string(prefix) + std::string(sealed->onlyWhere) + " THEN " + domain + " END";
    return (sealed->isMark ? "mark(" : "seal(") + value + ", " + domain + ")";
}

Result<> Sealer::step(std::int64_t rows)
{
    m_done += rows;
    if (m_progress && !m_progress(m_done, m_total))
        return fail(ErrorCode::Conflict, "it was stopped; the file is as it was");
    return {};
}

Result<> Sealer::copyTable(const Table &table)
{
    std::string names;
    std::string values;
    for (const Column &column : table.columns) {
        names += (names.empty() ? "" : ", ") + column.name;
        values += (values.empty() ? "" : ", ") + sealedValue(table, column, "");
    }
    // Tables of an index hold rows from the beginning.
    TRY(run("DELETE FROM main." + table.name));
    const std::string copy =
        "INSERT INTO main." + table.name + " (" + names + ") SELECT " + values + " FROM plain." + table.name;
    if (!table.hasRowNumber) {
        TRY(run(copy));
        return step(TRY(number("SELECT count(*) FROM main." + table.name)));
    }
    const std::int64_t last = TRY(number("SELECT coalesce(max(rowid), 0) FROM plain." + table.name));
    std::int64_t from = TRY(number("SELECT coalesce(min(rowid), 1) FROM plain." + table.name));
    for (; from <= last; from += kRowsPerStep) {
        TRY(run(copy + " WHERE rowid >= " + std::to_string(from) + " AND rowid < "
                + std::to_string(from + kRowsPerStep)));
        TRY(step(sqlite3_changes64(m_handle)));
    }
    return {};
}

/// Every row has its twin, and every sealed field opens to what stood there.
Result<> Sealer::compareTable(const Table &table) const
{
    std::string twin;
    std::string equal;
    for (const Column &column : table.columns) {
        const SealedColumn *sealed = sealedColumn(table, column);
        if (column.isKey)
            twin += (twin.empty() ? "" : " AND ") + ("s." + column.name) + " = "
                + sealedValue(table, column, "p.");
        const std::string written = sealedValue(table, column, "p.");
        if (sealed != nullptr && !sealed->isMark && sealed->onlyWhere.empty())
            equal += " AND opened(s." + column.name + ", '" + std::string(sealed->domain) + "') IS p."
                + column.name;
        else
            equal += " AND s." + column.name + " IS " + written;
    }
    if (twin.empty())
        twin = "s.rowid = p.rowid";
    const std::int64_t rows = TRY(number("SELECT count(*) FROM plain." + table.name));
    const std::int64_t same = TRY(number("SELECT count(*) FROM plain." + table.name + " AS p CROSS JOIN main."
                                         + table.name + " AS s ON " + twin + equal));
    if (rows != same || TRY(number("SELECT count(*) FROM main." + table.name)) != rows)
        return fail(ErrorCode::Corrupted,
                    "sealing " + m_plain.filename().string() + ": " + std::to_string(rows - same)
                        + " rows of " + table.name
                        + " did not come back as they were; the plain file was kept");
    return {};
}

Result<std::int64_t> Sealer::copy(Database &target)
{
    m_handle = target.handle();
    // Without this mode a journal cannot be left away, nor the tables of a full-text index be copied.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    // What triggers keep is copied like everything else.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    // A file that is thrown away when anything fails needs no journal; it is flushed before it is renamed.
    const auto mode = TRY(words("PRAGMA main.journal_mode = OFF"));
    if (mode.empty() || mode.front() != "off")
        return fail(ErrorCode::Internal, "sealing " + m_plain.filename().string() + ": the journal stays on");
    TRY(run("PRAGMA main.synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA main.cache_size = -"
            + std::to_string(kCopyCacheKibibytes)));
    TRY(takePlainFile());
    TRY(readTables());
    for (const Table &table : m_tables)
        TRY(copyTable(table));
    for (const Table &table : m_tables)
        TRY(compareTable(table));
    TRY(run("COMMIT"));
    return m_done;
}

/// Overwrites what the file held; a disk that keeps old blocks may still have them, and only encrypting the
/// disk helps there.
Result<> overwrite(const FileDescriptor &file, const fs::path &path)
{
    struct stat status {
    };
    std::array<char, std::size_t{1} << 16U> zeros{};
    off_t left = ::fstat(file.get(), &status) == 0 ? status.st_size : -1;
    bool works = left >= 0;
    for (off_t at = 0; works && left > 0;) {
        const ssize_t written = ::pwrite(file.get(), zeros.data(),
                                         static_cast<std::size_t>(std::min<off_t>(left, zeros.size())), at);
        works = written > 0;
        at += written;
        left -= written;
    }
    if (!works || ::fsync(file.get()) != 0)
        return fail(ErrorCode::Unavailable,
                    path.string() + " was sealed, but its plain text could not be wiped from the disk");
    return {};
}

} // namespace

Result<bool> isSealedFile(const fs::path &file)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> handle(opened);
    sqlite3_stmt *prepared = nullptr;
    if (code != SQLITE_OK)
        return sqliteFailure(opened, code, file.filename().string());
    // An older file has no such table.
    const int found = sqlite3_prepare_v2(opened, "SELECT key_id FROM seal", -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    return found == SQLITE_OK && sqlite3_step(prepared) == SQLITE_ROW;
}

Result<SealReport> sealFile(const fs::path &file, StoreKind kind, const vault::DataKey &key,
                            const SealProgress &progress)
{
    OpenOptions options;
    options.key = key;
    {
        const auto opened = Database::open(file, kind, options);
        if (opened && opened->database)
            return SealReport{0, true};
        if (!opened && opened.error().code != ErrorCode::Conflict)
            return Failure(opened.error());
        if (opened)
            return fail(ErrorCode::Conflict, opened->message);
        // Brings a file of an older version up to date, so that both have the same tables.
        const auto plain = TRY(Database::open(file, kind));
        if (!plain.database || plain.database->isReadOnly())
            return fail(ErrorCode::Denied, plain.message);
        if (kind == StoreKind::Cases)
            TRY(BulkLoad::end(*plain.database)); // The same indexes in both.
    }
    const fs::path partial(file.native() + ".sealing");
    removeWithCompanions(partial);
    SealReport report;
    // Held open over the exchange: closing it earlier would give up the lock on the plain file.
    const FileDescriptor old(::open(file.c_str(), O_RDWR | O_CLOEXEC));
    Result<> sealed;
    {
        options.durability = Durability::Normal;
        const auto made = TRY(Database::open(partial, kind, options));
        auto rows = made.database ? Sealer(file, kind, progress).copy(*made.database)
                                  : Result<std::int64_t>(fail(ErrorCode::Conflict, made.message));
        if (rows) {
            report.rows = *rows;
            sealed = flushAndRename(partial, file);
        } else {
            sealed = Failure(std::move(rows).error());
        }
        if (sealed)
            sealed = overwrite(old, file);
    }
    removeWithCompanions(partial);
    TRY(std::move(sealed));
    return report;
}

} // namespace tongban::storage
