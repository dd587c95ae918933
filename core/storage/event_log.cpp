// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/event_log.h"

#include "core/base/canonical_json.h"
#include "core/storage/case_columns.h"

#include <array>

namespace tongban::storage {
namespace {

#define TONGBAN_EVENT_COLUMNS                                                                                \
    "key", "district", "n", "case_id", "act", "state", "actor", "role", "at", "reason", "basis", "body",     \
        "hash"

Result<> readEvent(const Rows &rows, Vocabulary &vocabulary, StoredEvent &event)
{
    event.key = rows.integer(0);
    event.district = static_cast<int>(rows.integer(1));
    event.n = rows.integer(2);
    event.caseId = TRY(rows.uuid(3));
    event.act = TRY(vocabulary.word(rows.integer(4)));
    event.stateAfter = TRY(vocabulary.word(rows.integer(5)));
    event.actor = TRY(vocabulary.word(rows.integer(6)));
    event.role = TRY(vocabulary.word(rows.integer(7)));
    event.at = rows.instant(8);
    event.reason = TRY(optionalWord(rows, 9, vocabulary));
    event.basis = TRY(optionalWord(rows, 10, vocabulary));
    event.body = rows.text(11);
    event.hash = TRY(rows.digest(12));
    return {};
}

Result<std::vector<StoredEvent>> readEvents(Rows rows, Vocabulary &vocabulary)
{
    std::vector<StoredEvent> events;
    while (TRY(rows.next()))
        TRY(readEvent(rows, vocabulary, events.emplace_back()));
    return events;
}

} // namespace

Digest EventDigester::digest(const EventDraft &draft)
{
    m_text.clear();
    CanonicalWriter writer(m_text);
    writer.beginObject();
    writer.key("act");
    writer.string(draft.act);
    writer.key("actor");
    writer.string(draft.actor);
    writer.key("at");
    writer.number(unixMilliseconds(draft.at));
    writer.key("basis");
    writer.string(draft.basis);
    writer.key("body");
    writer.string(sha256(draft.body).hex());
    writer.key("case");
    writer.string(draft.caseId.text());
    writer.key("district");
    writer.number(draft.district);
    writer.key("reason");
    writer.string(draft.reason);
    writer.key("role");
    writer.string(draft.role);
    writer.key("state");
    writer.string(draft.stateAfter);
    writer.endObject();
    return sha256(m_text);
}

EventDraft draftOf(const StoredEvent &event)
{
    return {event.district, event.caseId, event.act,    event.stateAfter, event.actor,
            event.role,     event.at,     event.reason, event.basis,      event.body};
}

Digest chainHash(const Digest &previous, std::int64_t n, const Digest &event)
{
    std::array<char, 72> bytes{};
    previous.blob().copy(bytes.data(), 32);
    const auto place = static_cast<std::uint64_t>(n);
    for (std::size_t i = 0; i < 8; ++i)
        bytes[32 + i] = static_cast<char>((place >> (56 - 8 * i)) & 0xff);
    event.blob().copy(bytes.data() + 40, 32);
    return sha256({bytes.data(), bytes.size()});
}

struct EventLog::Statements {
    Statement *insert;
    Statement *ofCase;
    Statement *page;
    Statement *scan;
    Statement *count;
    Statement *casesWith;
    Statement *headOf;
    Statement *headInsert;
    Statement *headMove;
    Statement *headList;
};

Result<EventLog> EventLog::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.insert = TRY(database.prepare("event_insert",
                                    {"district", "n", "case_id", "act", "state", "actor", "role", "at",
                                     "reason", "basis", "body", "hash"}));
    s.ofCase = TRY(database.prepare("event_of_case", {"case_id"}, {TONGBAN_EVENT_COLUMNS}));
    s.page = TRY(database.prepare("event_page", {"district", "after", "limit"}, {TONGBAN_EVENT_COLUMNS}));
    s.scan = TRY(database.prepare("event_scan", {"after"}, {TONGBAN_EVENT_COLUMNS}));
    s.casesWith = TRY(database.prepare("event_cases_with", {"act"}, {"once", "repeatedly"}));
    s.count = TRY(database.prepare("event_count", {}, {"count"}));
    s.headOf = TRY(database.prepare("head_of", {"district"}, {"n", "hash"}));
    s.headInsert = TRY(database.prepare("head_insert", {"district", "n", "hash"}));
    s.headMove = TRY(database.prepare("head_move", {"n", "hash", "district", "before"}));
    s.headList = TRY(database.prepare("head_list", {}, {"district", "n", "hash"}));
    return EventLog(database, vocabulary, s);
}

EventLog::EventLog(Database &database, Vocabulary &vocabulary, const Statements &statements)
    : m_database(&database), m_vocabulary(&vocabulary),
      m_statements(std::make_shared<const Statements>(statements))
{
}

// Heads are read once a transaction: under the write lock nobody else can move them.
Result<EventLog::Head *> EventLog::headOf(int district)
{
    if (m_transaction != m_database->transactions()) {
        m_heads.clear();
        m_transaction = m_database->transactions();
    }
    const auto known = m_heads.find(district);
    if (known != m_heads.end())
        return &known->second;
    Head head;
    head.position.district = district;
    Rows rows = m_statements->headOf->query(district);
    if (TRY(rows.next())) {
        head.storedN = rows.integer(0);
        head.position.n = head.storedN;
        head.position.hash = TRY(rows.digest(1));
    }
    return &m_heads.emplace(district, head).first->second;
}

Result<> EventLog::insertEvent(const EventDraft &draft, const EventPosition &position)
{
    const std::int64_t act = TRY(m_vocabulary->number(draft.act));
    const std::int64_t state = TRY(m_vocabulary->number(draft.stateAfter));
    const std::int64_t actor = TRY(m_vocabulary->number(draft.actor));
    const std::int64_t role = TRY(m_vocabulary->number(draft.role));
    const std::optional<std::int64_t> reason = TRY(optionalNumber(*m_vocabulary, draft.reason));
    const std::optional<std::int64_t> basis = TRY(optionalNumber(*m_vocabulary, draft.basis));
    return m_statements->insert->run(position.district, position.n, draft.caseId, act, state, actor, role,
                                     draft.at, reason, basis, draft.body, position.hash);
}

Result<> EventLog::storeHeads()
{
    for (auto &[district, head] : m_heads) {
        if (head.position.n == head.storedN)
            continue;
        if (head.storedN == 0) {
            TRY(m_statements->headInsert->run(district, head.position.n, head.position.hash));
        } else {
            TRY(m_statements->headMove->run(head.position.n, head.position.hash, district, head.storedN));
            if (m_statements->headMove->changes() != 1)
                return fail(ErrorCode::Conflict, "another writer extended the ledger; nothing was changed");
        }
        head.storedN = head.position.n;
    }
    return {};
}

Result<std::vector<EventPosition>> EventLog::append(std::span<const PreparedEvent> events)
{
    if (!m_database->isInTransaction())
        return fail(ErrorCode::Internal, "the ledger is extended inside a transaction only");
    std::vector<EventPosition> positions;
    positions.reserve(events.size());
    Result<> appended;
    for (const PreparedEvent &event : events) {
        Head *head = TRY(headOf(event.draft.district));
        EventPosition next = head->position;
        ++next.n;
        next.hash = chainHash(head->position.hash, next.n, event.digest);
        appended = insertEvent(event.draft, next);
        if (!appended)
            break;
        head->position = next;
        positions.push_back(next);
    }
    if (appended)
        appended = storeHeads();
    if (!appended) {
        // What this object believes about the chains is no longer what the file says.
        m_transaction = -1;
        return tl::unexpected(std::move(appended).error());
    }
    return positions;
}

Result<std::vector<StoredEvent>> EventLog::ofCase(const Uuid &caseId)
{
    return readEvents(m_statements->ofCase->query(caseId), *m_vocabulary);
}

Result<std::vector<StoredEvent>> EventLog::page(int district, std::int64_t afterN, int limit)
{
    return readEvents(m_statements->page->query(district, afterN, limit), *m_vocabulary);
}

Result<> EventLog::scan(std::int64_t afterKey, const std::function<bool(const StoredEvent &)> &visit)
{
    Rows rows = m_statements->scan->query(afterKey);
    StoredEvent event;
    while (TRY(rows.next())) {
        TRY(readEvent(rows, *m_vocabulary, event));
        if (!visit(event))
            break;
    }
    return {};
}

Result<std::vector<EventPosition>> EventLog::heads()
{
    std::vector<EventPosition> heads;
    Rows rows = m_statements->headList->query();
    while (TRY(rows.next())) {
        EventPosition &head = heads.emplace_back();
        head.district = static_cast<int>(rows.integer(0));
        head.n = rows.integer(1);
        head.hash = TRY(rows.digest(2));
    }
    return heads;
}

Result<EventLog::CaseFrequency> EventLog::casesWith(std::string_view act)
{
    Rows rows = m_statements->casesWith->query(TRY(m_vocabulary->find(act)));
    TRY(rows.next());
    return CaseFrequency{rows.integer(0), rows.integer(1)};
}

Result<std::vector<Uuid>> EventLog::casesOfAct(std::string_view act)
{
    std::vector<Uuid> cases;
    Rows rows = TRY(m_database->prepare("event_cases_of_act", {"act"}, {"case_id"}))
                    ->query(TRY(m_vocabulary->find(act)));
    while (TRY(rows.next()))
        cases.push_back(TRY(rows.uuid(0)));
    return cases;
}

Result<> EventLog::scanRoles(std::span<const std::string_view> roles,
                             const std::function<void(const RoleEvent &)> &visit)
{
    std::array<std::int64_t, 3> numbers{-1, -1, -1};
    for (std::size_t i = 0; i < roles.size() && i < numbers.size(); ++i)
        numbers[i] = TRY(m_vocabulary->find(roles[i]));
    Statement *statement = TRY(m_database->prepare("event_of_roles", {"first", "second", "third"},
                                                   {"case_id", "item", "act", "actor", "at"}));
    Rows rows = statement->query(numbers[0], numbers[1], numbers[2]);
    while (TRY(rows.next())) {
        RoleEvent event;
        event.caseId = TRY(rows.uuid(0));
        event.item = TRY(m_vocabulary->word(rows.integer(1)));
        event.act = TRY(m_vocabulary->word(rows.integer(2)));
        event.actor = TRY(m_vocabulary->word(rows.integer(3)));
        event.at = rows.instant(4);
        visit(event);
    }
    return {};
}

Result<std::int64_t> EventLog::count()
{
    Rows rows = m_statements->count->query();
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace tongban::storage
