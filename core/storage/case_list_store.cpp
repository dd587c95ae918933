// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/case_list_store.h"

#include "core/storage/case_columns.h"

#include <algorithm>

namespace tongban::storage {

namespace {

// A filter value that fits every row, and one that fits none because no word has this number.
constexpr std::int64_t kAny = -1;
constexpr std::int64_t kNone = -2;
constexpr std::int64_t kInNone = 0; ///< Of queues: what waits nowhere.
constexpr std::int64_t kLastDay = 99'999'998; ///< Before kNothingDue.

/// So many cases are looked at one by one, newest first; when they do not fill a page, what fits is rare, and
/// the index knows where it lies.
constexpr std::int64_t kLookedAt = 20'000;

Result<std::int64_t> filterNumber(Vocabulary &vocabulary, const std::string &word)
{
    if (word.empty())
        return kAny;
    const std::int64_t number = TRY(vocabulary.find(word));
    return number < 0 ? kNone : number;
}

std::string between(const std::vector<std::int64_t> &numbers)
{
    std::string text = ",";
    for (const std::int64_t number : numbers)
        text += std::to_string(number) + ",";
    return text;
}

struct Bounds {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t through = std::numeric_limits<std::int64_t>::max();

    friend bool operator==(const Bounds &, const Bounds &) = default;
};

Bounds boundsOf(const DayRange &range, std::int64_t last)
{
    Bounds bounds;
    if (range.from)
        bounds.from = dayNumber(*range.from);
    if (range.through)
        bounds.through = dayNumber(*range.through);
    else if (range.from)
        bounds.through = last;
    return bounds;
}

} // namespace

/// A filter in the store's own numbers.
struct CaseListStore::Numbers {
    std::int64_t queue = kAny;
    std::int64_t state = kAny;
    std::string items;
    std::int64_t district = kAny;
    std::int64_t outcome = kAny;
    std::string reasons;
    std::int64_t channel = kAny;
    Bounds received;
    Bounds due;
    bool nothingDue = false;
    std::string holder;
    bool unheld = false;

    bool isOfAnyKind() const
    {
        return state == kAny && items.empty() && district == kAny && outcome == kAny && reasons.empty()
            && channel == kAny;
    }
    bool isBoundByDue() const { return due != Bounds() && !nothingDue; }
};

struct CaseListStore::Statements {
    Statement *queueList;
    Statement *queueListOfKinds;
    Statement *queueListHeld;
    Statement *list;
    Statement *listOfKinds;
    Statement *listOfDue;
    Statement *listHeld;
    Statement *countOfKinds;
    Statement *countOfDays;
    Statement *countOfReceived;
    Statement *countOfDue;
    Statement *countHeld;
    Statement *last;
    Statement *wordsLike;

    Result<> prepareLists(Database &database);
    Result<> prepareCounts(Database &database);

    Result<std::int64_t> kinds(const Numbers &f, std::int64_t timed) const;
    Result<std::int64_t> days(const Numbers &f) const;
    Result<std::int64_t> due(const Numbers &f) const;
    Result<std::int64_t> held(const Numbers &f) const;
    Result<std::int64_t> ofAnyHolder(const Numbers &f) const;
    Result<bool> isRare(const Numbers &f, int limit) const;
};

#define TONGBAN_KIND_PARAMETERS "state", "items", "district", "outcome", "reasons", "channel"
#define TONGBAN_KIND_VALUES(f) (f).state, (f).items, (f).district, (f).outcome, (f).reasons, (f).channel
#define TONGBAN_RECEIVED_PARAMETERS "received_from", "received_through"
#define TONGBAN_RECEIVED_VALUES(f) (f).received.from, (f).received.through
#define TONGBAN_DUE_PARAMETERS "due_from", "due_through"
#define TONGBAN_DUE_VALUES(f) (f).due.from, (f).due.through
#define TONGBAN_REST_PARAMETERS TONGBAN_RECEIVED_PARAMETERS, TONGBAN_DUE_PARAMETERS, "holder", "unheld"
#define TONGBAN_REST_VALUES(f) TONGBAN_RECEIVED_VALUES(f), TONGBAN_DUE_VALUES(f), (f).holder, (f).unheld

Result<CaseListStore> CaseListStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    TRY(s.prepareLists(database));
    TRY(s.prepareCounts(database));
    return CaseListStore(vocabulary, s);
}

Result<> CaseListStore::Statements::prepareCounts(Database &database)
{
    countOfKinds =
        TRY(database.prepare("count_of_kinds", {"queue", "timed", TONGBAN_KIND_PARAMETERS}, {"count"}));
    countOfDays = TRY(database.prepare(
        "count_of_days",
        {"queue", TONGBAN_KIND_PARAMETERS, TONGBAN_RECEIVED_PARAMETERS, TONGBAN_DUE_PARAMETERS}, {"count"}));
    countOfReceived = TRY(database.prepare(
        "count_of_received", {"queue", TONGBAN_KIND_PARAMETERS, TONGBAN_RECEIVED_PARAMETERS}, {"count"}));
    countOfDue = TRY(database.prepare(
        "count_of_due",
        {"queue", TONGBAN_DUE_PARAMETERS, TONGBAN_KIND_PARAMETERS, TONGBAN_RECEIVED_PARAMETERS}, {"count"}));
    countHeld = TRY(database.prepare(
        "count_held",
        {"holder", "queue", TONGBAN_KIND_PARAMETERS, TONGBAN_RECEIVED_PARAMETERS, TONGBAN_DUE_PARAMETERS},
        {"count"}));
    last = TRY(database.prepare("case_last_no", {}, {"no"}));
    wordsLike = TRY(database.prepare("vocabulary_between", {"first", "last"}, {"no"}));
    return {};
}

Result<> CaseListStore::Statements::prepareLists(Database &database)
{
    const std::initializer_list<const char *> columns{TONGBAN_CASE_COLUMNS};
    queueList = TRY(database.prepare(
        "queue_list", {"queue", "due", "no", TONGBAN_KIND_PARAMETERS, TONGBAN_REST_PARAMETERS, "limit"},
        columns));
    queueListOfKinds = TRY(database.prepare(
        "queue_list_of_kinds",
        {"queue", TONGBAN_KIND_PARAMETERS, "due", "no", TONGBAN_REST_PARAMETERS, "limit"}, columns));
    queueListHeld = TRY(database.prepare("queue_list_held",
                                         {"holder", "queue", "due", "no", TONGBAN_KIND_PARAMETERS,
                                          TONGBAN_RECEIVED_PARAMETERS, TONGBAN_DUE_PARAMETERS, "limit"},
                                         columns));
    list = TRY(database.prepare(
        "case_list", {"before", "floor", TONGBAN_KIND_PARAMETERS, TONGBAN_REST_PARAMETERS, "limit"},
        columns));
    listOfKinds = TRY(database.prepare(
        "case_list_of_kinds", {"queue", TONGBAN_KIND_PARAMETERS, "before", TONGBAN_REST_PARAMETERS, "limit"},
        columns));
    listOfDue = TRY(database.prepare("case_list_of_due",
                                     {"queue", TONGBAN_DUE_PARAMETERS, "before", TONGBAN_KIND_PARAMETERS,
                                      TONGBAN_RECEIVED_PARAMETERS, "holder", "unheld", "limit"},
                                     columns));
    listHeld = TRY(database.prepare("case_list_held",
                                    {"holder", "before", TONGBAN_KIND_PARAMETERS, TONGBAN_RECEIVED_PARAMETERS,
                                     TONGBAN_DUE_PARAMETERS, "limit"},
                                    columns));
    return {};
}

CaseListStore::CaseListStore(Vocabulary &vocabulary, const Statements &statements)
    : m_vocabulary(&vocabulary), m_statements(std::make_shared<const Statements>(statements))
{
}

/// A kind of reason ("finding:") stands for all of its reasons.
Result<std::string> CaseListStore::reasonNumbers(const std::vector<std::string> &reasons)
{
    std::vector<std::int64_t> numbers;
    for (const std::string &reason : reasons) {
        if (!reason.ends_with(':')) {
            numbers.push_back(TRY(filterNumber(*m_vocabulary, reason)));
            continue;
        }
        Rows rows = m_statements->wordsLike->query(reason, reason + "\xf4\x8f\xbf\xbf");
        while (TRY(rows.next()))
            numbers.push_back(rows.integer(0));
        if (numbers.empty())
            numbers.push_back(kNone);
    }
    return numbers.empty() ? std::string() : between(numbers);
}

Result<CaseListStore::Numbers> CaseListStore::numbersOf(const CaseFilter &filter)
{
    Numbers n;
    n.state = TRY(filterNumber(*m_vocabulary, filter.state));
    std::vector<std::int64_t> items;
    for (const std::string &item : filter.items)
        items.push_back(TRY(filterNumber(*m_vocabulary, item)));
    n.items = items.empty() ? std::string() : between(items);
    n.district = filter.district == 0 ? kAny : filter.district;
    n.outcome = TRY(filterNumber(*m_vocabulary, filter.outcome));
    n.reasons = TRY(reasonNumbers(filter.reasons));
    n.channel = TRY(filterNumber(*m_vocabulary, filter.channel));
    n.received = boundsOf(filter.received, std::numeric_limits<std::int64_t>::max());
    n.due = boundsOf(filter.due, kLastDay);
    n.nothingDue = filter.nothingDue;
    if (n.nothingDue)
        n.due = {kNothingDue, kNothingDue};
    n.holder = filter.holder;
    n.unheld = filter.unheld;
    return n;
}

/// Looking at each of a queue until a page is full takes longer the fewer fit; putting all that fit in order
/// takes longer the more do.
Result<bool> CaseListStore::Statements::isRare(const Numbers &f, int limit) const
{
    if (f.isOfAnyKind())
        return false;
    Numbers any;
    any.queue = f.queue;
    const std::int64_t all = TRY(kinds(any, kAny));
    const std::int64_t fitting = TRY(kinds(f, kAny));
    return fitting == 0 || fitting < all * limit / fitting;
}

Result<CasePage> CaseListStore::queueList(std::string_view queue, const CaseFilter &filter,
                                          const std::optional<CaseCursor> &after, int limit)
{
    Numbers f = TRY(numbersOf(filter));
    f.queue = TRY(filterNumber(*m_vocabulary, std::string(queue)));
    const CaseCursor start = after.value_or(CaseCursor{f.due.from, 0});
    if (!f.holder.empty())
        return readPage(m_statements->queueListHeld->query(f.holder, f.queue, start.due, start.no,
                                                           TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f),
                                                           TONGBAN_DUE_VALUES(f), limit),
                        *m_vocabulary, false, limit);
    if (TRY(m_statements->isRare(f, limit)))
        return readPage(m_statements->queueListOfKinds->query(f.queue, TONGBAN_KIND_VALUES(f), start.due,
                                                              start.no, TONGBAN_REST_VALUES(f), limit),
                        *m_vocabulary, false, limit);
    return readPage(m_statements->queueList->query(f.queue, start.due, start.no, TONGBAN_KIND_VALUES(f),
                                                   TONGBAN_REST_VALUES(f), limit),
                    *m_vocabulary, false, limit);
}

Result<CasePage> CaseListStore::list(const CaseFilter &filter, const std::optional<CaseCursor> &after,
                                     int limit)
{
    const Numbers f = TRY(numbersOf(filter));
    const std::int64_t before = after ? after->no : TRY(lastNo()) + 1;
    if (!f.holder.empty())
        return readPage(m_statements->listHeld->query(f.holder, before, TONGBAN_KIND_VALUES(f),
                                                      TONGBAN_RECEIVED_VALUES(f), TONGBAN_DUE_VALUES(f),
                                                      limit),
                        *m_vocabulary, false, limit);
    CasePage near =
        TRY(readPage(m_statements->list->query(before, before - 1 - kLookedAt, TONGBAN_KIND_VALUES(f),
                                               TONGBAN_REST_VALUES(f), limit),
                     *m_vocabulary, false, limit));
    if (near.next || before <= kLookedAt)
        return near;
    if (f.isBoundByDue())
        return readPage(m_statements->listOfDue->query(kInNone, TONGBAN_DUE_VALUES(f), before,
                                                       TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f),
                                                       f.holder, f.unheld, limit),
                        *m_vocabulary, false, limit);
    return readPage(
        m_statements->listOfKinds->query(kAny, TONGBAN_KIND_VALUES(f), before, TONGBAN_REST_VALUES(f), limit),
        *m_vocabulary, false, limit);
}

Result<std::int64_t> CaseListStore::lastNo()
{
    Rows rows = m_statements->last->query();
    TRY(rows.next());
    return rows.integer(0);
}

namespace {

Result<std::int64_t> numberIn(Rows rows)
{
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace

Result<std::int64_t> CaseListStore::Statements::kinds(const Numbers &f, std::int64_t timed) const
{
    return numberIn(countOfKinds->query(f.queue, timed, TONGBAN_KIND_VALUES(f)));
}

Result<std::int64_t> CaseListStore::Statements::days(const Numbers &f) const
{
    return numberIn(countOfDays->query(f.queue, TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f),
                                       TONGBAN_DUE_VALUES(f)));
}

/// In the queues by the day; what is in none, by its kind.
Result<std::int64_t> CaseListStore::Statements::due(const Numbers &f) const
{
    const std::int64_t waiting = TRY(numberIn(countOfDue->query(
        f.queue, TONGBAN_DUE_VALUES(f), TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f))));
    if (f.queue != kAny)
        return waiting;
    Numbers others = f;
    others.queue = kInNone;
    return waiting + TRY(days(others));
}

/// Whoever holds them. What the totals say is never counted.
Result<std::int64_t> CaseListStore::Statements::ofAnyHolder(const Numbers &f) const
{
    const bool isOfAnyDay = f.received == Bounds();
    if (isOfAnyDay && f.nothingDue)
        return kinds(f, 0);
    if (isOfAnyDay && !f.isBoundByDue())
        return kinds(f, kAny);
    if (!f.isBoundByDue() && !f.nothingDue)
        return numberIn(countOfReceived->query(f.queue, TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f)));
    if (!f.isBoundByDue())
        return days(f);
    if (!isOfAnyDay || f.due.through < kLastDay)
        return due(f);
    // Due from a day on: mostly more than what is due before it.
    Numbers before = f;
    before.due = {Bounds().from, f.due.from - 1};
    return TRY(kinds(f, 1)) - TRY(due(before));
}

Result<std::int64_t> CaseListStore::Statements::held(const Numbers &f) const
{
    return numberIn(countHeld->query(f.holder, f.queue, TONGBAN_KIND_VALUES(f), TONGBAN_RECEIVED_VALUES(f),
                                     TONGBAN_DUE_VALUES(f)));
}

Result<std::int64_t> CaseListStore::facetCount(const Numbers &f)
{
    if (!f.holder.empty())
        return m_statements->held(f);
    const std::int64_t all = TRY(m_statements->ofAnyHolder(f));
    return f.unheld ? all - TRY(m_statements->held(f)) : all;
}

Result<std::int64_t> CaseListStore::count(const CaseFilter &filter)
{
    return facetCount(TRY(numbersOf(filter)));
}

Result<std::int64_t> CaseListStore::queueCount(std::string_view queue, const CaseFilter &filter)
{
    Numbers f = TRY(numbersOf(filter));
    f.queue = TRY(filterNumber(*m_vocabulary, std::string(queue)));
    return facetCount(f);
}

} // namespace tongban::storage
