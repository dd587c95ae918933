// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/outbox_store.h"

namespace tongban::storage {

struct OutboxStore::Statements {
    Statement *insert;
    Statement *save;
    Statement *close;
    Statement *remove;
    Statement *open;
    Statement *aboveToo;
    Statement *ofCase;
    Statement *caseWithTail;
    Statement *byId;
    Statement *list;
    Statement *counts;
    Statement *appliedAfter;
    Statement *confirm;
    Statement *settle;
};

namespace {

#define TONGBAN_OUTBOX_COLUMNS                                                                               \
    "no", "id", "district", "case_id", "kind", "sequence", "generation", "state", "may_be_sent",             \
        "token_from", "outcome", "detail", "n", "version", "token", "outcome_before", "made_at", "told_at",  \
        "note", "body"

std::optional<sync::Outcome> outcomeIn(const Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : sync::parseOutcome(rows.text(column));
}

Result<OutboxRow> readRow(const Rows &rows)
{
    OutboxRow row;
    row.no = rows.integer(0);
    row.entry.id = TRY(rows.uuid(1));
    row.district = static_cast<int>(rows.integer(2));
    row.caseId = TRY(rows.uuid(3));
    row.kind = rows.string(4);
    row.entry.sequence = rows.integer(5);
    row.entry.generation = static_cast<int>(rows.integer(6));
    const auto state = sync::parseState(rows.text(7));
    if (!state)
        return fail(ErrorCode::Corrupted, "the outbox holds an unknown state");
    row.entry.state = *state;
    row.entry.mayBeSent = rows.boolean(8);
    if (!rows.isNull(9))
        row.entry.tokenFrom = TRY(rows.uuid(9));
    row.entry.outcome = outcomeIn(rows, 10);
    row.entry.detail = rows.string(11);
    row.entry.n = rows.integer(12);
    row.entry.version = rows.integer(13);
    row.entry.token = rows.integer(14);
    row.entry.outcomeBefore = outcomeIn(rows, 15);
    row.madeAt = rows.instant(16);
    row.toldAt = rows.optionalInstant(17);
    row.note = rows.string(18);
    row.entry.body = rows.string(19);
    return row;
}

Result<std::vector<OutboxRow>> readAll(Rows rows)
{
    std::vector<OutboxRow> found;
    while (TRY(rows.next()))
        found.push_back(TRY(readRow(rows)));
    return found;
}

std::optional<std::string_view> nameOf(const std::optional<sync::Outcome> &outcome)
{
    return outcome ? std::optional<std::string_view>(sync::name(*outcome)) : std::nullopt;
}

Result<> wantOne(const Statement &statement, const char *otherwise)
{
    if (statement.changes() != 1)
        return fail(ErrorCode::Conflict, otherwise);
    return {};
}

} // namespace

Result<OutboxStore> OutboxStore::create(Database &database)
{
    Statements s{};
    s.insert = TRY(database.prepare("outbox_insert",
                                    {"id", "district", "case_id", "kind", "sequence", "generation", "state",
                                     "token_from", "made_at", "body"}));
    s.save =
        TRY(database.prepare("outbox_save",
                             {"sequence", "generation", "state", "may_be_sent", "token_from", "outcome",
                              "detail", "n", "version", "token", "outcome_before", "told_at", "body", "id"}));
    s.close = TRY(database.prepare("outbox_close", {"note", "id"}));
    s.remove = TRY(database.prepare("outbox_remove", {"id"}));
    s.open = TRY(database.prepare("outbox_open", {"district"}, {TONGBAN_OUTBOX_COLUMNS}));
    s.aboveToo = TRY(database.prepare("outbox_told_above", {"district", "n"}, {TONGBAN_OUTBOX_COLUMNS}));
    s.ofCase = TRY(database.prepare("outbox_of_case", {"case_id"}, {TONGBAN_OUTBOX_COLUMNS}));
    s.caseWithTail = TRY(database.prepare("outbox_case_with_tail", {"digits"}, {"case_id"}));
    s.byId = TRY(database.prepare("outbox_by_id", {"id"}, {TONGBAN_OUTBOX_COLUMNS}));
    s.list = TRY(database.prepare("outbox_list", {"after", "all", "limit"}, {TONGBAN_OUTBOX_COLUMNS}));
    s.counts = TRY(database.prepare("outbox_counts", {}, {"saved", "unsent", "told", "attention", "oldest"}));
    s.appliedAfter = TRY(database.prepare("outbox_applied_after", {"no"}, {"count"}));
    s.confirm = TRY(database.prepare("outbox_confirm", {"district", "n"}));
    s.settle = TRY(database.prepare("outbox_settle", {"district", "n"}));
    return OutboxStore(s);
}

OutboxStore::OutboxStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> OutboxStore::add(const OutboxRow &row)
{
    const sync::Entry &entry = row.entry;
    return m_statements->insert->run(entry.id, row.district, row.caseId, row.kind, entry.sequence,
                                     entry.generation, sync::name(entry.state), entry.tokenFrom, row.madeAt,
                                     entry.body);
}

Result<> OutboxStore::save(const sync::Entry &entry, std::optional<Timestamp> toldAt)
{
    TRY(m_statements->save->run(entry.sequence, entry.generation, sync::name(entry.state), entry.mayBeSent,
                                entry.tokenFrom, nameOf(entry.outcome), entry.detail, entry.n, entry.version,
                                entry.token, nameOf(entry.outcomeBefore), toldAt, entry.body, entry.id));
    return wantOne(*m_statements->save, "the command is no longer in the outbox");
}

Result<> OutboxStore::close(const Uuid &id, std::string_view note)
{
    TRY(m_statements->close->run(note, id));
    return wantOne(*m_statements->close, "the command does not wait for a person");
}

Result<> OutboxStore::remove(const Uuid &id)
{
    TRY(m_statements->remove->run(id));
    return wantOne(*m_statements->remove, "the command may have reached the centre");
}

Result<std::vector<OutboxRow>> OutboxStore::open(int district)
{
    return readAll(m_statements->open->query(district));
}

Result<std::vector<OutboxRow>> OutboxStore::openOrAbove(int district, std::int64_t n)
{
    return readAll(m_statements->aboveToo->query(district, n));
}

Result<std::vector<OutboxRow>> OutboxStore::ofCase(const Uuid &caseId)
{
    return readAll(m_statements->ofCase->query(caseId));
}

Result<std::optional<Uuid>> OutboxStore::caseWithTail(std::string_view digits)
{
    Rows rows = m_statements->caseWithTail->query(digits);
    if (!TRY(rows.next()))
        return std::optional<Uuid>();
    return std::optional(TRY(rows.uuid(0)));
}

Result<OutboxRow> OutboxStore::byId(const Uuid &id)
{
    Rows rows = m_statements->byId->query(id);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "there is no such command in the outbox");
    return readRow(rows);
}

Result<std::vector<OutboxRow>> OutboxStore::list(bool all, std::int64_t after, int limit)
{
    return readAll(m_statements->list->query(after, all, limit));
}

Result<OutboxCounts> OutboxStore::counts()
{
    Rows rows = m_statements->counts->query();
    TRY(rows.next());
    return OutboxCounts{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3),
                        rows.optionalInstant(4)};
}

Result<std::int64_t> OutboxStore::appliedAfter(std::int64_t no)
{
    Rows rows = m_statements->appliedAfter->query(no);
    TRY(rows.next());
    return rows.integer(0);
}

Result<> OutboxStore::confirmThrough(int district, std::int64_t n)
{
    return m_statements->confirm->run(district, n);
}

Result<> OutboxStore::settleThrough(int district, std::int64_t n)
{
    return m_statements->settle->run(district, n);
}

} // namespace tongban::storage
