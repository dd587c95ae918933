// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/office_record.h"

#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/storage/event_log.h"

namespace tongban::storage {

struct OfficeRecord::Statements {
    Statement *head;
    Statement *moveHead;
    Statement *append;
    Statement *page;
    Statement *scan;
};

namespace {

Digest digestOf(const OfficeChange &change)
{
    std::string text;
    CanonicalWriter writer(text);
    writer.beginObject();
    writer.key("actor");
    writer.string(change.actor);
    writer.key("at");
    writer.number(unixMilliseconds(change.at));
    writer.key("detail");
    writer.string(sha256(change.detail).hex());
    writer.key("kind");
    writer.string(change.kind);
    writer.key("subject");
    writer.string(change.subject);
    writer.endObject();
    return sha256(text);
}

OfficeChange readChange(const Rows &rows)
{
    return {rows.integer(0), rows.instant(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5)};
}

struct Head {
    std::int64_t n = 0;
    Digest hash;
};

Result<Head> readHead(Statement &statement)
{
    Rows rows = statement.query();
    if (!TRY(rows.next()))
        return fail(ErrorCode::Corrupted, "the record of the office has no head");
    return Head{rows.integer(0), TRY(rows.digest(1))};
}

} // namespace

Result<OfficeRecord> OfficeRecord::create(Database &database)
{
    Statements s{};
    s.head = TRY(database.prepare("office_head", {}, {"n", "hash"}));
    s.moveHead = TRY(database.prepare("office_move_head", {"n", "hash"}));
    s.append =
        TRY(database.prepare("office_append", {"n", "at", "actor", "kind", "subject", "detail", "hash"}));
    s.page = TRY(database.prepare("office_page", {"before", "limit"},
                                  {"n", "at", "actor", "kind", "subject", "detail"}));
    s.scan =
        TRY(database.prepare("office_scan", {}, {"n", "at", "actor", "kind", "subject", "detail", "hash"}));
    return OfficeRecord(s);
}

OfficeRecord::OfficeRecord(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> OfficeRecord::append(const OfficeChange &change)
{
    const Head head = TRY(readHead(*m_statements->head));
    const std::int64_t n = head.n + 1;
    const Digest hash = chainHash(head.hash, n, digestOf(change));
    TRY(m_statements->append->run(n, change.at, change.actor, change.kind, change.subject, change.detail,
                                  hash));
    return m_statements->moveHead->run(n, hash);
}

Result<std::vector<OfficeChange>> OfficeRecord::page(std::int64_t before, int limit)
{
    std::vector<OfficeChange> changes;
    Rows rows = m_statements->page->query(before, limit);
    while (TRY(rows.next()))
        changes.push_back(readChange(rows));
    return changes;
}

Result<std::vector<OfficeFault>> OfficeRecord::check()
{
    Head end;
    Rows rows = m_statements->scan->query();
    while (TRY(rows.next())) {
        const OfficeChange change = readChange(rows);
        if (change.n != end.n + 1)
            return std::vector{OfficeFault{end.n + 1, "gap"}};
        end = {change.n, chainHash(end.hash, change.n, digestOf(change))};
        if (TRY(rows.digest(6)) != end.hash)
            return std::vector{OfficeFault{change.n, "edited"}};
    }
    const Head head = TRY(readHead(*m_statements->head));
    if (head.n != end.n || head.hash != end.hash)
        return std::vector{OfficeFault{end.n + 1, "truncated"}};
    return std::vector<OfficeFault>();
}

} // namespace tongban::storage
