// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_store.h"

#include <set>
#include <utility>

namespace tongban::storage {
namespace {

#define TONGBAN_VERSION_COLUMNS                                                                              \
    "no", "source", "record", "as_of", "file", "imported_at", "row_count", "rejected", "contradictions"

Result<RegisterVersion> readVersion(const Rows &rows)
{
    RegisterVersion version;
    version.no = rows.integer(0);
    version.source = rows.text(1);
    version.record = rows.text(2);
    version.asOf = rows.date(3);
    version.file = TRY(rows.digest(4));
    version.importedAt = rows.instant(5);
    version.rows = rows.integer(6);
    version.rejected = rows.integer(7);
    version.contradictoryKeys = rows.integer(8);
    return version;
}

// Stands in the place of a row that could not be read. No sound row has it: an empty text is no JSON.
constexpr std::string_view kUnreadableBody;

} // namespace

struct RegisterStore::Parts {
    std::unique_ptr<Database> database;
    Statement *begin = nullptr;
    Statement *insertRow = nullptr;
    Statement *find = nullptr;
    Statement *repeatedKeys = nullptr;
    Statement *retire = nullptr;
    Statement *publish = nullptr;
    Statement *rowsInForce = nullptr;
    Statement *deleteRows = nullptr;
    Statement *byNo = nullptr;
    Statement *versions = nullptr;
    Statement *rowsByKey = nullptr;

    // What is in force as of the moment the last lookup saw; read again when the file has changed since.
    std::vector<RegisterVersion> inForce;
    std::uint32_t seenData = 0;
    bool isKnown = false;
    std::int64_t rowsOfVersion = 0;
    std::int64_t unreadableOfVersion = 0;

    Result<> prepare();
    Result<bool> hasRow(std::int64_t versionNo, std::string_view key);
    Result<bool> readRows(std::int64_t versionNo, std::string_view key, RegisterAnswer &answer);
    Result<> refresh();
    const RegisterVersion *current(std::string_view source, std::string_view record) const;
    Result<std::int64_t> contradictoryKeys(std::int64_t versionNo);
};

Result<> RegisterStore::Parts::prepare()
{
    begin = TRY(
        database->prepare("register_version_begin", {"source", "record", "as_of", "file", "imported_at"}));
    insertRow = TRY(database->prepare("register_row_insert", {"version", "key", "digest", "body"}));
    find = TRY(database->prepare("register_find", {"version", "key"}, {"digest", "body"}));
    repeatedKeys = TRY(database->prepare("register_repeated_keys", {"version"}, {"key"}));
    retire = TRY(database->prepare("register_retire", {"source", "record"}));
    publish = TRY(
        database->prepare("register_publish", {"row_count", "rejected", "contradictions", "stored", "no"}));
    rowsInForce =
        TRY(database->prepare("register_rows_in_force", {"source", "record"}, {"first_row", "last_row"}));
    deleteRows = TRY(database->prepare("register_delete_rows", {"first_row", "last_row"}));
    byNo = TRY(database->prepare("register_version_by_no", {"no"}, {TONGBAN_VERSION_COLUMNS}));
    versions = TRY(database->prepare("register_versions", {}, {TONGBAN_VERSION_COLUMNS}));
    rowsByKey = TRY(database->prepare("register_rows_by_key", {"version"}, {"key", "digest", "body"}));
    return {};
}

Result<bool> RegisterStore::Parts::hasRow(std::int64_t versionNo, std::string_view key)
{
    Rows rows = find->query(versionNo, key);
    return rows.next();
}

// Fills the answer from the rows of the key; false when there is none.
Result<bool> RegisterStore::Parts::readRows(std::int64_t versionNo, std::string_view key,
                                            RegisterAnswer &answer)
{
    Rows rows = find->query(versionNo, key);
    if (!TRY(rows.next()))
        return false;
    answer.status = RegisterStatus::Found;
    answer.digest = TRY(rows.digest(0));
    answer.body = rows.text(1);
    while (TRY(rows.next())) {
        if (rows.blob(0) == answer.digest.blob())
            continue;
        answer.status = RegisterStatus::Contradictory;
        break;
    }
    if (answer.status == RegisterStatus::Found && answer.body == kUnreadableBody)
        answer.status = RegisterStatus::Unreadable;
    if (answer.status != RegisterStatus::Found) {
        answer.body.clear();
        answer.digest = Digest();
    }
    return true;
}

Result<> RegisterStore::Parts::refresh()
{
    const std::uint32_t data = database->dataVersion();
    if (isKnown && data == seenData)
        return {};
    inForce.clear();
    Rows rows = versions->query();
    while (TRY(rows.next()))
        inForce.push_back(TRY(readVersion(rows)));
    // The first read of a scope is what brings the connection up to date; the number from before it may be
    // older.
    seenData = database->dataVersion();
    isKnown = true;
    return {};
}

const RegisterVersion *RegisterStore::Parts::current(std::string_view source, std::string_view record) const
{
    for (const RegisterVersion &version : inForce) {
        if (version.record == record && version.source == source)
            return &version;
    }
    return nullptr;
}

Result<std::int64_t> RegisterStore::Parts::contradictoryKeys(std::int64_t versionNo)
{
    std::int64_t contradictory = 0;
    Rows keys = repeatedKeys->query(versionNo);
    while (TRY(keys.next())) {
        std::set<std::string, std::less<>> digests;
        Rows rows = find->query(versionNo, keys.text(0));
        while (TRY(rows.next()))
            digests.emplace(rows.blob(0));
        contradictory += digests.size() > 1 ? 1 : 0;
    }
    return contradictory;
}

RegisterStore::RegisterStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

RegisterStore::~RegisterStore() = default;

OpenOptions RegisterStore::writingOptions()
{
    OpenOptions options;
    options.durability = Durability::Normal;
    options.cacheKibibytes = 96 * 1024;
    options.checkpointPages = 16384;
    return options;
}

OpenOptions RegisterStore::readingOptions()
{
    OpenOptions options;
    options.access = Access::ReadOnly;
    options.cacheKibibytes = 48 * 1024;
    return options;
}

Result<RegisterStore::Opening> RegisterStore::open(const std::filesystem::path &file,
                                                   const OpenOptions &options)
{
    Opened opened = TRY(Database::open(file, StoreKind::Registers, options));
    Opening result;
    result.outcome = opened.outcome;
    result.message = std::move(opened.message);
    if (opened.database != nullptr) {
        auto parts = std::make_unique<Parts>();
        parts->database = std::move(opened.database);
        TRY(parts->prepare());
        result.store.reset(new RegisterStore(std::move(parts)));
    }
    return result;
}

Database &RegisterStore::database()
{
    return *m_parts->database;
}

Result<> RegisterStore::find(std::string_view source, std::string_view record, std::string_view key,
                             RegisterAnswer &answer)
{
    const ReadScope moment = TRY(ReadScope::begin(*m_parts->database));
    TRY(m_parts->refresh());
    answer.body.clear();
    answer.digest = Digest();
    const RegisterVersion *version = m_parts->current(source, record);
    if (version == nullptr) {
        answer.status = RegisterStatus::NotImported;
        return {};
    }
    answer.asOf = version->asOf;
    answer.importedAt = version->importedAt;
    if (TRY(m_parts->readRows(version->no, key, answer)))
        return {};
    const bool mayBeLost = version->rejected > 0 && TRY(m_parts->hasRow(version->no, {}));
    answer.status = mayBeLost ? RegisterStatus::Unreadable : RegisterStatus::NoRecord;
    return {};
}

namespace {

/// The rows of one key, one after the other.
struct KeyRows {
    std::string key;
    std::string digest;
    std::string body;
    bool isOne = true; ///< No two that differ.
    bool any = false;

    bool isUsable() const { return any && isOne && !key.empty() && body != kUnreadableBody; }
};

} // namespace

Result<std::int64_t>
RegisterStore::forEach(std::string_view source, std::string_view record,
                       const std::function<Result<>(std::string_view, std::string_view)> &visit)
{
    const ReadScope moment = TRY(ReadScope::begin(*m_parts->database));
    TRY(m_parts->refresh());
    const RegisterVersion *version = m_parts->current(source, record);
    if (version == nullptr)
        return 0;
    std::int64_t leftOut = 0;
    KeyRows group;
    const auto finish = [&]() -> Result<> {
        if (group.isUsable())
            return visit(group.key, group.body);
        leftOut += group.any ? 1 : 0;
        return {};
    };
    Rows rows = m_parts->rowsByKey->query(version->no);
    while (TRY(rows.next())) {
        if (group.any && rows.text(0) == group.key) {
            group.isOne = group.isOne && rows.blob(1) == group.digest;
            continue;
        }
        TRY(finish());
        group = {rows.string(0), std::string(rows.blob(1)), rows.string(2), true, true};
    }
    TRY(finish());
    return leftOut;
}

Result<std::vector<RegisterVersion>> RegisterStore::versions()
{
    std::vector<RegisterVersion> found;
    Rows rows = m_parts->versions->query();
    while (TRY(rows.next()))
        found.push_back(TRY(readVersion(rows)));
    return found;
}

Result<std::optional<RegisterVersion>> RegisterStore::version(std::string_view source,
                                                              std::string_view record)
{
    std::vector<RegisterVersion> found = TRY(versions());
    for (RegisterVersion &candidate : found) {
        if (candidate.source == source && candidate.record == record)
            return std::optional<RegisterVersion>(std::move(candidate));
    }
    return std::optional<RegisterVersion>();
}

Result<std::int64_t> RegisterStore::beginVersion(const RegisterVersion &version)
{
    m_parts->rowsOfVersion = 0;
    m_parts->unreadableOfVersion = 0;
    TRY(m_parts->begin->run(version.source, version.record, version.asOf, version.file, version.importedAt));
    return m_parts->begin->lastInsertedKey();
}

Result<> RegisterStore::addRow(std::int64_t versionNo, std::string_view key, std::string_view body,
                               const Digest &digest)
{
    ++m_parts->rowsOfVersion;
    return m_parts->insertRow->run(versionNo, key, digest, body);
}

Result<> RegisterStore::addUnreadableRow(std::int64_t versionNo, std::string_view key)
{
    ++m_parts->unreadableOfVersion;
    return m_parts->insertRow->run(versionNo, key, sha256(kUnreadableBody), kUnreadableBody);
}

Result<RegisterVersion> RegisterStore::publishVersion(std::int64_t versionNo, std::int64_t rejected)
{
    const std::int64_t contradictory = TRY(m_parts->contradictoryKeys(versionNo));
    RegisterVersion published;
    {
        Rows rows = m_parts->byNo->query(versionNo);
        if (!TRY(rows.next()))
            return fail(ErrorCode::NotFound, "there is no such version of a register");
        published = TRY(readVersion(rows));
    }
    std::optional<std::pair<std::int64_t, std::int64_t>> old;
    {
        Rows rows = m_parts->rowsInForce->query(published.source, published.record);
        if (TRY(rows.next()))
            old = std::pair(rows.integer(0), rows.integer(1));
    }
    if (old)
        TRY(m_parts->deleteRows->run(old->first, old->second));
    TRY(m_parts->retire->run(published.source, published.record));
    TRY(m_parts->publish->run(m_parts->rowsOfVersion, rejected, contradictory,
                              m_parts->rowsOfVersion + m_parts->unreadableOfVersion, versionNo));
    published.rows = m_parts->rowsOfVersion;
    published.rejected = rejected;
    published.contradictoryKeys = contradictory;
    m_parts->isKnown = false;
    return published;
}

} // namespace tongban::storage
