// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/replica_store.h"

#include "core/storage/case_columns.h"

#include <array>

namespace tongban::storage {

struct ReplicaStore::Statements {
    Statement *put;
    Statement *of;
    Statement *list;
    Statement *replaceState;
    Statement *removeState;
    Statement *removeCase;
    Statement *renewCase;
    std::array<Statement *, 4> dropAnnexes;
    Statement *addDoubt;
    Statement *dropDoubts;
    Statement *recordDoubts;
    Statement *dropRecordDoubt;
    Statement *countDoubts;
    Statement *listDoubts;
    Statement *casesAbove;
    Statement *rewindBegin;
    Statement *rewindKeep;
    Statement *rewindDelete;
    Statement *rewindHead;
    Statement *rewindEnd;
    Statement *rewindCount;
};

namespace {

#define TONGBAN_REPLICA_COLUMNS                                                                              \
    "district", "device", "next_sequence", "epoch", "generation", "settled_n", "central_n", "pulled_at"

Result<ReplicaRow> readReplica(const Rows &rows)
{
    ReplicaRow row;
    row.district = static_cast<int>(rows.integer(0));
    row.device = TRY(rows.uuid(1));
    row.nextSequence = rows.integer(2);
    row.epoch = static_cast<int>(rows.integer(3));
    row.generation = static_cast<int>(rows.integer(4));
    row.settledN = rows.integer(5);
    row.centralN = rows.integer(6);
    row.pulledAt = rows.optionalInstant(7);
    return row;
}

} // namespace

Result<ReplicaStore> ReplicaStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.put = TRY(database.prepare("replica_put", {TONGBAN_REPLICA_COLUMNS}));
    s.of = TRY(database.prepare("replica_of", {"district"}, {TONGBAN_REPLICA_COLUMNS}));
    s.list = TRY(database.prepare("replica_list", {}, {TONGBAN_REPLICA_COLUMNS}));
    s.replaceState = TRY(database.prepare("state_replace",
                                          {"version", "state", "queue", "due", "outcome", "reason", "open",
                                           "touched", "changed_at", "details", "no"}));
    s.removeState = TRY(database.prepare("state_remove", {"no"}));
    s.removeCase = TRY(database.prepare("case_remove", {"no"}));
    s.renewCase =
        TRY(database.prepare("case_renew",
                             {"serial", "channel", "external_no", "item", "item_version", "received_at",
                              "duplicate_key", "applicant_id", "applicant_name", "application", "no"}));
    s.dropAnnexes = {TRY(database.prepare("case_visits_drop", {"no"})),
                     TRY(database.prepare("case_notices_drop", {"no"})),
                     TRY(database.prepare("case_clocks_drop", {"no"})),
                     TRY(database.prepare("case_deliveries_drop", {"no"}))};
    s.addDoubt = TRY(database.prepare("replica_doubt_add",
                                      {"district", "n", "problem", "differs", "unreadable", "rules"}));
    s.dropDoubts = TRY(database.prepare("replica_doubt_drop", {"district", "n"}));
    s.recordDoubts = TRY(
        database.prepare("replica_doubt_of_records", {"case_id", "differs", "unreadable", "rules"}, {"n"}));
    s.dropRecordDoubt = TRY(database.prepare("replica_doubt_of_record_drop",
                                             {"district", "n", "differs", "unreadable", "rules"}));
    s.countDoubts = TRY(database.prepare("replica_doubt_count", {}, {"count"}));
    s.listDoubts = TRY(database.prepare("replica_doubt_list", {"limit"}, {"district", "n", "problem"}));
    s.casesAbove = TRY(database.prepare("event_cases_above", {"district", "n"}, {"case_id"}));
    s.rewindBegin = TRY(database.prepare("rewind_begin", {"district", "n", "epoch", "at"}));
    s.rewindKeep = TRY(database.prepare("rewind_keep", {"district", "n"}));
    s.rewindDelete = TRY(database.prepare("rewind_delete", {"district", "n"}));
    s.rewindHead = TRY(database.prepare("rewind_head", {"n", "district"}));
    s.rewindEnd = TRY(database.prepare("rewind_end"));
    s.rewindCount = TRY(database.prepare("rewind_count", {}, {"count"}));
    return ReplicaStore(vocabulary, s);
}

ReplicaStore::ReplicaStore(Vocabulary &vocabulary, const Statements &statements)
    : m_vocabulary(&vocabulary), m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> ReplicaStore::put(const ReplicaRow &row)
{
    return m_statements->put->run(row.district, row.device, row.nextSequence, row.epoch, row.generation,
                                  row.settledN, row.centralN, row.pulledAt);
}

Result<std::optional<ReplicaRow>> ReplicaStore::of(int district)
{
    Rows rows = m_statements->of->query(district);
    if (!TRY(rows.next()))
        return std::optional<ReplicaRow>();
    return std::optional(TRY(readReplica(rows)));
}

Result<std::vector<ReplicaRow>> ReplicaStore::all()
{
    std::vector<ReplicaRow> found;
    Rows rows = m_statements->list->query();
    while (TRY(rows.next()))
        found.push_back(TRY(readReplica(rows)));
    return found;
}

Result<> ReplicaStore::replaceStanding(std::int64_t no, const CaseStanding &standing)
{
    const std::int64_t state = TRY(m_vocabulary->number(standing.state));
    const auto queue = TRY(optionalNumber(*m_vocabulary, standing.queue));
    const auto outcome = TRY(optionalNumber(*m_vocabulary, standing.outcome));
    const auto reason = TRY(optionalNumber(*m_vocabulary, standing.reason));
    const std::int64_t due = standing.due ? dayNumber(*standing.due) : kNothingDue;
    return m_statements->replaceState->run(standing.version, state, queue, due, outcome, reason,
                                           standing.open, standing.touchedByHuman, standing.changedAt,
                                           standing.details, no);
}

Result<> ReplicaStore::renew(const CaseRecord &record)
{
    const std::int64_t channel = TRY(m_vocabulary->number(record.channel));
    const std::int64_t item = TRY(m_vocabulary->number(record.item));
    return m_statements->renewCase->run(record.serial, channel, record.externalNo, item, record.itemVersion,
                                        record.receivedAt, record.duplicateKey, record.applicantId,
                                        record.applicantName, record.application, record.no);
}

Result<> ReplicaStore::dropAnnexes(std::int64_t no)
{
    for (Statement *drop : m_statements->dropAnnexes)
        TRY(drop->run(no));
    return {};
}

/// Visits and the like follow from acts, which the outbox keeps; files do not.
Result<bool> ReplicaStore::removeUnrecorded(std::int64_t no)
{
    TRY(dropAnnexes(no));
    const auto removed = m_statements->removeCase->run(no);
    if (!removed && removed.error().code == ErrorCode::NotFound)
        return false;
    TRY(removed);
    if (m_statements->removeCase->changes() != 1)
        return fail(ErrorCode::Conflict, "an act of the ledger speaks of the case");
    TRY(m_statements->removeState->run(no));
    return true;
}

Result<> ReplicaStore::addDoubt(int district, std::int64_t n, std::string_view problem)
{
    return m_statements->addDoubt->run(district, n, problem, record_doubt::kDiffers,
                                       record_doubt::kUnreadable, record_doubt::kRulesUnknown);
}

Result<std::vector<std::int64_t>> ReplicaStore::recordDoubtsOf(const Uuid &caseId)
{
    Rows rows = m_statements->recordDoubts->query(caseId, record_doubt::kDiffers, record_doubt::kUnreadable,
                                                  record_doubt::kRulesUnknown);
    std::vector<std::int64_t> places;
    while (TRY(rows.next()))
        places.push_back(rows.integer(0));
    return places;
}

Result<> ReplicaStore::dropRecordDoubt(int district, std::int64_t n)
{
    return m_statements->dropRecordDoubt->run(district, n, record_doubt::kDiffers, record_doubt::kUnreadable,
                                              record_doubt::kRulesUnknown);
}

Result<std::vector<DoubtRow>> ReplicaStore::doubtList(int limit)
{
    Rows rows = m_statements->listDoubts->query(limit);
    std::vector<DoubtRow> found;
    while (TRY(rows.next()))
        found.push_back({static_cast<int>(rows.integer(0)), rows.integer(1), rows.string(2)});
    return found;
}

Result<std::int64_t> ReplicaStore::doubts()
{
    Rows rows = m_statements->countDoubts->query();
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::vector<Uuid>> ReplicaStore::casesAbove(int district, std::int64_t n)
{
    std::vector<Uuid> cases;
    Rows rows = m_statements->casesAbove->query(district, n);
    while (TRY(rows.next()))
        cases.push_back(TRY(rows.uuid(0)));
    return cases;
}

Result<> ReplicaStore::rewind(int district, std::int64_t common, int epoch, Timestamp at)
{
    TRY(m_statements->rewindBegin->run(district, common, epoch, at));
    TRY(m_statements->rewindKeep->run(district, common));
    TRY(m_statements->rewindDelete->run(district, common));
    TRY(m_statements->rewindHead->run(common, district));
    TRY(m_statements->dropDoubts->run(district, common));
    return m_statements->rewindEnd->run();
}

Result<std::int64_t> ReplicaStore::rewinds()
{
    Rows rows = m_statements->rewindCount->query();
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace tongban::storage
