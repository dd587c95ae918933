// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/intake_store.h"

namespace tongban::storage {
namespace {

#define TONGBAN_BATCH_COLUMNS                                                                                \
    "no", "file", "digest", "file_bytes", "started_at", "finished_at", "bytes_done", "lines_done",           \
        "accepted", "repeated", "quarantined"

Result<> readBatch(const Rows &rows, IntakeBatch &batch)
{
    batch.no = rows.integer(0);
    batch.file = rows.text(1);
    batch.digest = TRY(rows.digest(2));
    batch.fileBytes = rows.integer(3);
    batch.startedAt = rows.instant(4);
    batch.finishedAt = rows.optionalInstant(5);
    batch.bytesDone = rows.integer(6);
    batch.linesDone = rows.integer(7);
    batch.accepted = rows.integer(8);
    batch.repeated = rows.integer(9);
    batch.quarantined = rows.integer(10);
    return {};
}

} // namespace

struct IntakeStore::Statements {
    Statement *begin;
    Statement *byDigest;
    Statement *progress;
    Statement *list;
    Statement *addQuarantined;
    Statement *quarantined;
};

Result<IntakeStore> IntakeStore::create(Database &database)
{
    Statements s{};
    s.begin = TRY(database.prepare("intake_begin",
                                   {"file", "digest", "file_bytes", "started_at", "finished_at", "bytes_done",
                                    "lines_done", "accepted", "repeated", "quarantined"}));
    s.byDigest = TRY(database.prepare("intake_by_digest", {"digest"}, {TONGBAN_BATCH_COLUMNS}));
    s.progress = TRY(database.prepare(
        "intake_progress",
        {"finished_at", "bytes_done", "lines_done", "accepted", "repeated", "quarantined", "no"}));
    s.list = TRY(database.prepare("intake_list", {"limit"}, {TONGBAN_BATCH_COLUMNS}));
    s.addQuarantined = TRY(database.prepare("quarantine_add", {"batch", "field", "reason", "count"}));
    s.quarantined = TRY(database.prepare("quarantine_of_batch", {"batch"}, {"field", "reason", "count"}));
    return IntakeStore(s);
}

IntakeStore::IntakeStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::int64_t> IntakeStore::begin(const IntakeBatch &batch)
{
    TRY(m_statements->begin->run(batch.file, batch.digest, batch.fileBytes, batch.startedAt, batch.finishedAt,
                                 batch.bytesDone, batch.linesDone, batch.accepted, batch.repeated,
                                 batch.quarantined));
    return m_statements->begin->lastInsertedKey();
}

Result<std::optional<IntakeBatch>> IntakeStore::byDigest(const Digest &digest)
{
    Rows rows = m_statements->byDigest->query(digest);
    if (!TRY(rows.next()))
        return std::optional<IntakeBatch>();
    IntakeBatch batch;
    TRY(readBatch(rows, batch));
    return std::optional<IntakeBatch>(std::move(batch));
}

Result<> IntakeStore::progress(const IntakeBatch &batch)
{
    TRY(m_statements->progress->run(batch.finishedAt, batch.bytesDone, batch.linesDone, batch.accepted,
                                    batch.repeated, batch.quarantined, batch.no));
    if (m_statements->progress->changes() != 1)
        return fail(ErrorCode::NotFound, "there is no such intake batch");
    return {};
}

Result<> IntakeStore::addQuarantined(std::int64_t batchNo, const std::vector<QuarantineCount> &counts)
{
    for (const QuarantineCount &line : counts)
        TRY(m_statements->addQuarantined->run(batchNo, line.field, line.reason, line.count));
    return {};
}

Result<std::vector<QuarantineCount>> IntakeStore::quarantined(std::int64_t batchNo)
{
    std::vector<QuarantineCount> counts;
    Rows rows = m_statements->quarantined->query(batchNo);
    while (TRY(rows.next()))
        counts.push_back({rows.string(0), rows.string(1), rows.integer(2)});
    return counts;
}

Result<std::vector<IntakeBatch>> IntakeStore::list(int limit)
{
    std::vector<IntakeBatch> batches;
    Rows rows = m_statements->list->query(limit);
    while (TRY(rows.next()))
        TRY(readBatch(rows, batches.emplace_back()));
    return batches;
}

} // namespace tongban::storage
