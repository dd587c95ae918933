// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/storage/case_tally.h"
#include "core/storage/database.h"
#include "core/storage/vocabulary.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// What is written once when a case comes in and never changes, but for the item's version: an appointment or
/// a pre-review takes the one of the day on which it becomes an application.
struct CaseRecord {
    std::int64_t no = 0; ///< The store's own number of the case, 1.. in order of arrival; set by insert().
    Uuid id = Uuid::fromBytes({});
    std::string serial; ///< The number people see; unique.
    std::string channel; ///< Unique together with externalNo.
    std::string externalNo;
    std::string item;
    int itemVersion = 0;
    int district = 0; ///< Division code, 440300-440399.
    Timestamp receivedAt{};
    std::string applicantId;
    std::string applicantName;
    std::int64_t duplicateKey = 0; ///< Equal for applications that may be one: eight bytes of a digest.
    std::optional<Uuid> duplicateOf;
    std::optional<std::int64_t> intakeBatch;
    std::string application; ///< Canonical JSON; left empty by the list calls.
};

/// How a case stands: what acts change. `version` counts them, so that two people never overwrite each other.
struct CaseStanding {
    std::int64_t version = 1;
    std::string state;
    std::string
        queue; ///< Where it waits ("automatic", "evidence", "people", ...); empty = it waits for nobody.
    std::optional<Date> due;
    std::string outcome; ///< Empty until decided.
    std::string reason; ///< The machine code why it is not automatic; empty = none.
    bool open = true; ///< Counts as an unfinished case when a later application looks like it.
    bool touchedByHuman = false; ///< An act of a person stands between acceptance and decision.
    Timestamp changedAt{};
    std::string
        details; ///< The rest of the standing, canonical JSON of the caller; left empty by the list calls.
};

struct StoredCase {
    CaseRecord record;
    CaseStanding standing;
};

/// What has to find a case, and reads nothing of it, needs.
struct CaseAddress {
    Uuid id = Uuid::fromBytes({});
    int district = 0;
};

inline CaseAddress addressOf(const StoredCase &stored)
{
    return {stored.record.id, stored.record.district};
}

/// What a list of flips needs of a case.
struct CaseName {
    std::string serial;
    std::string applicantId;
};

/// A place in a list: the last row of the page before. A list starts with nothing.
struct CaseCursor {
    std::int64_t due = 0; ///< Day number; cases without a due day come last.
    std::int64_t no = 0;
};

struct CasePage {
    std::vector<StoredCase> cases;
    std::optional<CaseCursor> next; ///< Nothing = this was the last page.
};

/// One line of the totals; the caller adds up what it wants to show.
struct CaseCount {
    std::string item;
    int district = 0;
    std::string state;
    std::string queue;
    std::string outcome;
    std::string reason;
    bool touchedByHuman = false;
    std::int64_t count = 0;
};

/// The cases and how they stand. Keeps, finds and lists; decides nothing. Writes need an open Transaction.
/// On the thread of its Database.
class CaseStore
{
public:
    static Result<CaseStore> create(Database &database, Vocabulary &vocabulary);

    /// Returns the case's number. Conflict when id, serial or (channel, external number) exist already.
    Result<std::int64_t> insert(const CaseRecord &record, const CaseStanding &standing);

    /// Writes `standing` with version `expectedVersion` + 1 (whatever standing.version says). Conflict when
    /// the stored version is another one: somebody else was first.
    Result<> update(std::int64_t no, std::int64_t expectedVersion, const CaseStanding &standing);

    /// Pins the case to another version of its item.
    Result<> setItemVersion(std::int64_t no, int version);

    /// NotFound when there is none.
    Result<StoredCase> byNo(std::int64_t no);

    /// The same without reading the rest; `name` keeps its buffers. NotFound when there is none.
    Result<> nameOf(std::int64_t no, CaseName &name);
    Result<StoredCase> byId(const Uuid &id);

    /// Only where a case is: what a damaged field of it never stands in the way of. Nothing when there is
    /// none.
    Result<std::optional<std::int64_t>> noOf(const Uuid &id);
    Result<std::optional<CaseAddress>> addressOf(std::int64_t no);

    Result<StoredCase> bySerial(std::string_view serial);

    /// Whether an application came in before; the number of its case.
    Result<std::optional<std::int64_t>> findExternal(std::string_view channel, std::string_view externalNo);

    /// The oldest open case of the same applicant with the same duplicate key, other than `exceptNo`.
    Result<std::optional<StoredCase>> openDuplicate(std::string_view applicantId, std::int64_t duplicateKey,
                                                    std::int64_t exceptNo = 0);

    /// The oldest granted case of the same applicant with the same duplicate key that was not revoked,
    /// received at `since` or later.
    Result<std::optional<StoredCase>> grantedDuplicate(std::string_view applicantId,
                                                       std::int64_t duplicateKey, Timestamp since);

    /// The numbers of those in (after, through] without a mark whose applicant has another case with the same
    /// duplicate key.
    Result<std::vector<std::int64_t>> repeatedIn(std::int64_t after, std::int64_t through);
    /// The numbers of all other cases of the applicant with this key, in order.
    Result<std::vector<std::int64_t>> sameMatter(std::string_view applicantId, std::int64_t duplicateKey,
                                                 std::int64_t exceptNo);
    /// Found after the case had come.
    Result<> setDuplicateOf(std::int64_t no, const Uuid &older);

    /// All cases of one applicant, newest first, whatever channel they came by (at most `limit`).
    Result<std::vector<StoredCase>> ofApplicant(std::string_view applicantId, int limit);

    /// The cases that wait in one queue, most urgent first; equal days in order of arrival. With
    /// `application` and `details`: this is what a worker takes its work from.
    Result<CasePage> queuePage(std::string_view queue, const std::optional<CaseCursor> &after, int limit);

    /// The cases in one state that wait in one queue and were due before `before`, or of these only those
    /// never accepted; with the texts, in the order of queuePage().
    enum class Accepted { Any, Never };
    Result<CasePage> overduePage(std::string_view queue, std::string_view state, Accepted accepted,
                                 Date before, const std::optional<CaseCursor> &after, int limit);

    /// Every case with `no` in (after, through], in order; for exports and checks. `visit` returns false to
    /// stop.
    Result<> scan(std::int64_t after, std::int64_t through,
                  const std::function<bool(const StoredCase &)> &visit);

    /// Totals by item, district, state, queue, outcome and reason.
    Result<std::vector<CaseCount>> counts();

    Result<std::int64_t> count();
    Result<std::int64_t> lastNo();

    /// How many cases wait in a queue.
    Result<std::int64_t> waiting(std::string_view queue);

    /// Of how many kinds of case the totals are not what counting the cases gives; 0 = they are right. Reads
    /// every case.
    Result<std::int64_t> wrongTotals();

private:
    struct Statements;

    CaseStore(Vocabulary &vocabulary, const Statements &statements, std::shared_ptr<CaseTally> tally);

    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
    std::shared_ptr<CaseTally> m_tally;
};

} // namespace tongban::storage
