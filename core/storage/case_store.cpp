// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/case_store.h"

#include "core/storage/case_columns.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace tongban::storage {
namespace {

CaseCursor startOr(const std::optional<CaseCursor> &after)
{
    return after.value_or(CaseCursor{std::numeric_limits<std::int64_t>::min(), 0});
}

} // namespace

struct CaseStore::Statements {
    Statement *insertCase;
    Statement *insertState;
    Statement *updateState;
    Statement *setItemVersion;
    Statement *byNo;
    Statement *nameByNo;
    Statement *noById;
    Statement *addressByNo;
    Statement *noBySerial;
    Statement *noByExternal;
    Statement *openDuplicate;
    Statement *grantedDuplicate;
    Statement *repeatedIn;
    Statement *sameMatter;
    Statement *setDuplicateOf;
    Statement *ofApplicant;
    Statement *queuePage;
    Statement *overduePage;
    Statement *scan;
    Statement *totals;
    Statement *count;
    Statement *lastNo;
    Statement *waiting;
    Statement *wrongTotals;
};

Result<CaseStore> CaseStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.insertCase = TRY(database.prepare("case_insert",
                                        {"id", "serial", "channel", "external_no", "item", "item_version",
                                         "district", "received_at", "duplicate_key", "duplicate_of",
                                         "intake_batch", "applicant_id", "applicant_name", "application"}));
    s.insertState = TRY(
        database.prepare("state_insert",
                         {"no", "version", "item", "district", "state", "queue", "due", "outcome", "reason",
                          "open", "touched", "changed_at", "details", "channel", "received_day"}));
    s.updateState = TRY(database.prepare("state_update",
                                         {"state", "queue", "due", "outcome", "reason", "open", "touched",
                                          "changed_at", "details", "no", "version"}));
    s.setItemVersion = TRY(database.prepare("case_set_item_version", {"item_version", "no"}));
    s.byNo = TRY(database.prepare("case_by_no", {"no"}, {TONGBAN_CASE_COLUMNS, "application", "details"}));
    s.nameByNo = TRY(database.prepare("case_name_by_no", {"no"}, {"serial", "applicant_id"}));
    s.noById = TRY(database.prepare("case_no_by_id", {"id"}, {"no"}));
    s.addressByNo = TRY(database.prepare("case_address_by_no", {"no"}, {"id", "district"}));
    s.noBySerial = TRY(database.prepare("case_no_by_serial", {"serial"}, {"no"}));
    s.noByExternal = TRY(database.prepare("case_no_by_external", {"external_no", "channel"}, {"no"}));
    s.grantedDuplicate = TRY(database.prepare(
        "case_granted_duplicate", {"applicant_id", "duplicate_key", "outcome", "revoked", "since"}, {"no"}));
    s.openDuplicate =
        TRY(database.prepare("case_open_duplicate", {"applicant_id", "duplicate_key", "except"}, {"no"}));
    s.repeatedIn = TRY(database.prepare("case_repeated", {"after", "through"}, {"no"}));
    s.sameMatter =
        TRY(database.prepare("case_same_matter", {"applicant_id", "duplicate_key", "except"}, {"no"}));
    s.setDuplicateOf = TRY(database.prepare("case_set_duplicate_of", {"duplicate_of", "no"}));
    s.ofApplicant =
        TRY(database.prepare("case_of_applicant", {"applicant_id", "limit"}, {TONGBAN_CASE_COLUMNS}));
    s.queuePage = TRY(database.prepare("state_queue_page", {"queue", "due", "no", "limit"},
                                       {TONGBAN_CASE_COLUMNS, "application", "details"}));
    s.overduePage =
        TRY(database.prepare("state_overdue_page", {"queue", "due", "no", "before", "state", "any", "limit"},
                             {TONGBAN_CASE_COLUMNS, "application", "details"}));
    s.scan = TRY(database.prepare("case_scan", {"after", "through"},
                                  {TONGBAN_CASE_COLUMNS, "application", "details"}));
    s.totals = TRY(database.prepare(
        "state_totals", {}, {"item", "district", "state", "queue", "outcome", "reason", "touched", "cases"}));
    s.count = TRY(database.prepare("case_count", {}, {"count"}));
    s.lastNo = TRY(database.prepare("case_last_no", {}, {"no"}));
    s.waiting = TRY(database.prepare("state_waiting", {"queue"}, {"count"}));
    s.wrongTotals = TRY(database.prepare("totals_wrong", {}, {"kinds"}));
    return CaseStore(vocabulary, s, TRY(CaseTally::create(database)));
}

CaseStore::CaseStore(Vocabulary &vocabulary, const Statements &statements, std::shared_ptr<CaseTally> tally)
    : m_vocabulary(&vocabulary), m_statements(std::make_shared<const Statements>(statements)),
      m_tally(std::move(tally))
{
}

Result<std::int64_t> CaseStore::insert(const CaseRecord &record, const CaseStanding &standing)
{
    const std::int64_t channel = TRY(m_vocabulary->number(record.channel));
    const std::int64_t item = TRY(m_vocabulary->number(record.item));
    const std::int64_t state = TRY(m_vocabulary->number(standing.state));
    const std::optional<std::int64_t> queue = TRY(optionalNumber(*m_vocabulary, standing.queue));
    const std::optional<std::int64_t> outcome = TRY(optionalNumber(*m_vocabulary, standing.outcome));
    const std::optional<std::int64_t> reason = TRY(optionalNumber(*m_vocabulary, standing.reason));
    TRY(m_statements->insertCase->run(record.id, record.serial, channel, record.externalNo, item,
                                      record.itemVersion, record.district, record.receivedAt,
                                      record.duplicateKey, record.duplicateOf, record.intakeBatch,
                                      record.applicantId, record.applicantName, record.application));
    const std::int64_t no = m_statements->insertCase->lastInsertedKey();
    TRY(m_statements->insertState->run(no, standing.version, item, record.district, state, queue,
                                       dueNumber(standing), outcome, reason, standing.open,
                                       standing.touchedByHuman, standing.changedAt, standing.details, channel,
                                       officialDate(record.receivedAt)));
    TRY(m_tally->count({state, item, record.district, queue.value_or(0), outcome.value_or(0),
                        reason.value_or(0), standing.touchedByHuman, channel, standing.due.has_value()}));
    return no;
}

Result<> CaseStore::update(std::int64_t no, std::int64_t expectedVersion, const CaseStanding &standing)
{
    const std::int64_t state = TRY(m_vocabulary->number(standing.state));
    const std::optional<std::int64_t> queue = TRY(optionalNumber(*m_vocabulary, standing.queue));
    const std::optional<std::int64_t> outcome = TRY(optionalNumber(*m_vocabulary, standing.outcome));
    const std::optional<std::int64_t> reason = TRY(optionalNumber(*m_vocabulary, standing.reason));
    TRY(m_statements->updateState->run(state, queue, dueNumber(standing), outcome, reason, standing.open,
                                       standing.touchedByHuman, standing.changedAt, standing.details, no,
                                       expectedVersion));
    if (m_statements->updateState->changes() != 1)
        return fail(ErrorCode::Conflict,
                    "the case was changed by somebody else; nothing was changed; look at it again");
    return {};
}

Result<> CaseStore::setItemVersion(std::int64_t no, int version)
{
    return m_statements->setItemVersion->run(version, no);
}

Result<StoredCase> CaseStore::byNo(std::int64_t no)
{
    Rows rows = m_statements->byNo->query(no);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "there is no such case");
    StoredCase found;
    TRY(readCase(rows, *m_vocabulary, true, found));
    return found;
}

Result<> CaseStore::nameOf(std::int64_t no, CaseName &name)
{
    Rows rows = m_statements->nameByNo->query(no);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "there is no such case");
    name.serial = rows.text(0);
    name.applicantId = rows.text(1);
    return {};
}

Result<StoredCase> CaseStore::byId(const Uuid &id)
{
    const auto no = TRY(noOf(id));
    if (!no)
        return fail(ErrorCode::NotFound, "there is no case with this id");
    return byNo(*no);
}

Result<std::optional<std::int64_t>> CaseStore::noOf(const Uuid &id)
{
    Rows rows = m_statements->noById->query(id);
    if (!TRY(rows.next()))
        return std::optional<std::int64_t>();
    return std::optional(rows.integer(0));
}

Result<std::optional<CaseAddress>> CaseStore::addressOf(std::int64_t no)
{
    Rows rows = m_statements->addressByNo->query(no);
    if (!TRY(rows.next()))
        return std::optional<CaseAddress>();
    return std::optional(CaseAddress{TRY(rows.uuid(0)), static_cast<int>(rows.integer(1))});
}

Result<StoredCase> CaseStore::bySerial(std::string_view serial)
{
    Rows rows = m_statements->noBySerial->query(serial);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "there is no case with this number");
    return byNo(rows.integer(0));
}

Result<std::optional<std::int64_t>> CaseStore::findExternal(std::string_view channel,
                                                            std::string_view externalNo)
{
    const std::int64_t channelNumber = TRY(m_vocabulary->find(channel));
    if (channelNumber < 0)
        return std::optional<std::int64_t>();
    Rows rows = m_statements->noByExternal->query(externalNo, channelNumber);
    if (!TRY(rows.next()))
        return std::optional<std::int64_t>();
    return std::optional<std::int64_t>(rows.integer(0));
}

Result<std::optional<StoredCase>> CaseStore::openDuplicate(std::string_view applicantId,
                                                           std::int64_t duplicateKey, std::int64_t exceptNo)
{
    Rows rows = m_statements->openDuplicate->query(applicantId, duplicateKey, exceptNo);
    if (!TRY(rows.next()))
        return std::optional<StoredCase>();
    return std::optional<StoredCase>(TRY(byNo(rows.integer(0))));
}

Result<std::optional<StoredCase>> CaseStore::grantedDuplicate(std::string_view applicantId,
                                                              std::int64_t duplicateKey, Timestamp since)
{
    const std::int64_t granted = TRY(m_vocabulary->find("granted"));
    const std::int64_t revoked = TRY(m_vocabulary->find("revoked"));
    Rows rows = m_statements->grantedDuplicate->query(applicantId, duplicateKey, granted, revoked, since);
    if (!TRY(rows.next()))
        return std::optional<StoredCase>();
    return std::optional<StoredCase>(TRY(byNo(rows.integer(0))));
}

namespace {

Result<std::vector<std::int64_t>> numbersOf(Rows rows)
{
    std::vector<std::int64_t> found;
    while (TRY(rows.next()))
        found.push_back(rows.integer(0));
    return found;
}

} // namespace

Result<std::vector<std::int64_t>> CaseStore::repeatedIn(std::int64_t after, std::int64_t through)
{
    return numbersOf(m_statements->repeatedIn->query(after, through));
}

Result<std::vector<std::int64_t>> CaseStore::sameMatter(std::string_view applicantId,
                                                        std::int64_t duplicateKey, std::int64_t exceptNo)
{
    return numbersOf(m_statements->sameMatter->query(applicantId, duplicateKey, exceptNo));
}

Result<> CaseStore::setDuplicateOf(std::int64_t no, const Uuid &older)
{
    return m_statements->setDuplicateOf->run(older, no);
}

Result<std::vector<StoredCase>> CaseStore::ofApplicant(std::string_view applicantId, int limit)
{
    return TRY(readPage(m_statements->ofApplicant->query(applicantId, limit), *m_vocabulary, false, limit))
        .cases;
}

Result<CasePage> CaseStore::queuePage(std::string_view queue, const std::optional<CaseCursor> &after,
                                      int limit)
{
    const std::int64_t number = TRY(m_vocabulary->find(queue));
    const CaseCursor start = startOr(after);
    return readPage(m_statements->queuePage->query(number, start.due, start.no, limit), *m_vocabulary, true,
                    limit);
}

Result<CasePage> CaseStore::overduePage(std::string_view queue, std::string_view state, Accepted accepted,
                                        Date before, const std::optional<CaseCursor> &after, int limit)
{
    const std::int64_t number = TRY(m_vocabulary->find(queue));
    const std::int64_t stateNumber = TRY(m_vocabulary->find(state));
    const CaseCursor start = startOr(after);
    return readPage(m_statements->overduePage->query(number, start.due, start.no, before, stateNumber,
                                                     accepted == Accepted::Any, limit),
                    *m_vocabulary, true, limit);
}

Result<> CaseStore::scan(std::int64_t after, std::int64_t through,
                         const std::function<bool(const StoredCase &)> &visit)
{
    Rows rows = m_statements->scan->query(after, through);
    StoredCase found;
    while (TRY(rows.next())) {
        TRY(readCase(rows, *m_vocabulary, true, found));
        if (!visit(found))
            break;
    }
    return {};
}

Result<std::vector<CaseCount>> CaseStore::counts()
{
    using Key = std::array<std::int64_t, 7>;
    struct KeyHash {
        std::size_t operator()(const Key &key) const
        {
            std::uint64_t hash = 1469598103934665603U;
            for (const std::int64_t part : key)
                hash = (hash ^ static_cast<std::uint64_t>(part)) * 1099511628211U;
            return hash;
        }
    };
    TRY(m_tally->write());
    std::unordered_map<Key, std::int64_t, KeyHash> totals;
    {
        Rows rows = m_statements->totals->query();
        while (TRY(rows.next())) {
            Key key{};
            for (int column = 0; column < 7; ++column)
                key[static_cast<std::size_t>(column)] = rows.integer(column);
            totals[key] += rows.integer(7);
        }
    }
    // Word numbers begin at 1, so that 0 means no word.
    const auto text = [this](std::int64_t number) -> Result<std::string> {
        if (number == 0)
            return std::string();
        return std::string(TRY(m_vocabulary->word(number)));
    };
    std::vector<CaseCount> counts;
    for (const auto &[key, total] : totals) {
        CaseCount &line = counts.emplace_back();
        line.item = TRY(text(key[0]));
        line.district = static_cast<int>(key[1]);
        line.state = TRY(text(key[2]));
        line.queue = TRY(text(key[3]));
        line.outcome = TRY(text(key[4]));
        line.reason = TRY(text(key[5]));
        line.touchedByHuman = key[6] != 0;
        line.count = total;
    }
    return counts;
}

Result<std::int64_t> CaseStore::count()
{
    TRY(m_tally->write());
    Rows rows = m_statements->count->query();
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::int64_t> CaseStore::lastNo()
{
    Rows rows = m_statements->lastNo->query();
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::int64_t> CaseStore::waiting(std::string_view queue)
{
    TRY(m_tally->write());
    Rows rows = m_statements->waiting->query(TRY(m_vocabulary->find(queue)));
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::int64_t> CaseStore::wrongTotals()
{
    TRY(m_tally->write());
    Rows rows = m_statements->wrongTotals->query();
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace tongban::storage
