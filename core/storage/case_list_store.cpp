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

std::string array(const std::vector<std::int64_t> &numbers)
{
    std::string text = "[";
    for (const std::int64_t number : numbers)
        text += (text.size() > 1 ? "," : "") + std::to_string(number);
    return text + "]";
}

struct Bounds {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t through = std::numeric_limits<std::int64_t>::max();
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

struct CaseListStore::Statements {
    Statement *queueList;
    Statement *queueCount;
    Statement *list;
    Statement *facetCount;
    Statement *facetList;
    Statement *all;
    Statement *last;
    Statement *states;
    Statement *items;
    Statement *wordsLike;
};

/// A filter in the store's own numbers.
struct CaseListStore::Numbers {
    std::int64_t state = kAny;
    std::string items;
    std::int64_t district = kAny;
    std::int64_t outcome = kAny;
    std::string reasons;
    std::int64_t channel = kAny;
    Bounds received;
    Bounds due;
    std::string holder;
    bool unheld = false;
    std::string everyState; ///< For the walk over the index: what may fit, as a JSON array.
    std::string everyItem;
    bool isAny = true;
};

#define TONGBAN_FILTER_PARAMETERS                                                                            \
    "state", "items", "district", "outcome", "reasons", "channel", "received_from", "received_through",      \
        "due_from", "due_through", "holder", "unheld"

#define TONGBAN_FILTER_VALUES(f)                                                                             \
    (f).state, (f).items, (f).district, (f).outcome, (f).reasons, (f).channel, (f).received.from,            \
        (f).received.through, (f).due.from, (f).due.through, (f).holder, (f).unheld

Result<CaseListStore> CaseListStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.queueList =
        TRY(database.prepare("state_queue_list", {"queue", "due", "no", TONGBAN_FILTER_PARAMETERS, "limit"},
                             {TONGBAN_CASE_COLUMNS}));
    s.queueCount =
        TRY(database.prepare("state_queue_count", {"queue", TONGBAN_FILTER_PARAMETERS}, {"count"}));
    s.list = TRY(database.prepare("case_list", {"before", "floor", TONGBAN_FILTER_PARAMETERS, "limit"},
                                  {TONGBAN_CASE_COLUMNS}));
    s.facetCount = TRY(database.prepare("state_facet_count",
                                        {"every_state", "every_item", TONGBAN_FILTER_PARAMETERS}, {"count"}));
    s.facetList = TRY(database.prepare(
        "state_facet_list", {"every_state", "every_item", "before", TONGBAN_FILTER_PARAMETERS, "limit"},
        {TONGBAN_CASE_COLUMNS}));
    s.all = TRY(database.prepare("case_count", {}, {"count"}));
    s.last = TRY(database.prepare("case_last_no", {}, {"no"}));
    s.states = TRY(database.prepare("state_facet_states", {}, {"state"}));
    s.items = TRY(database.prepare("state_facet_items", {}, {"item"}));
    s.wordsLike = TRY(database.prepare("vocabulary_between", {"first", "last"}, {"no"}));
    return CaseListStore(vocabulary, s);
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
    if (filter.nothingDue)
        n.due = {kNothingDue, kNothingDue};
    n.holder = filter.holder;
    n.unheld = filter.unheld;
    const Bounds anyDay;
    n.isAny = n.state == kAny && items.empty() && n.district == kAny && n.outcome == kAny && n.reasons.empty()
        && n.channel == kAny && n.received.from == anyDay.from && n.received.through == anyDay.through
        && n.due.from == anyDay.from && n.due.through == anyDay.through && n.holder.empty() && !n.unheld;
    std::vector<std::int64_t> states{n.state};
    const auto collect = [](Rows rows, std::vector<std::int64_t> &into) -> Result<> {
        into.clear();
        while (TRY(rows.next()))
            into.push_back(rows.integer(0));
        return {};
    };
    if (n.state == kAny)
        TRY(collect(m_statements->states->query(), states));
    if (items.empty())
        TRY(collect(m_statements->items->query(), items));
    n.everyState = array(states);
    n.everyItem = array(items);
    return n;
}

Result<CasePage> CaseListStore::queueList(std::string_view queue, const CaseFilter &filter,
                                          const std::optional<CaseCursor> &after, int limit)
{
    const std::int64_t number = TRY(m_vocabulary->find(queue));
    const Numbers f = TRY(numbersOf(filter));
    const CaseCursor start = after.value_or(CaseCursor{f.due.from, 0});
    return readPage(
        m_statements->queueList->query(number, start.due, start.no, TONGBAN_FILTER_VALUES(f), limit),
        *m_vocabulary, false, limit);
}

Result<std::int64_t> CaseListStore::queueCount(std::string_view queue, const CaseFilter &filter)
{
    const std::int64_t number = TRY(m_vocabulary->find(queue));
    const Numbers f = TRY(numbersOf(filter));
    Rows rows = m_statements->queueCount->query(number, TONGBAN_FILTER_VALUES(f));
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::int64_t> CaseListStore::facetCount(const Numbers &f)
{
    Rows rows = m_statements->facetCount->query(f.everyState, f.everyItem, TONGBAN_FILTER_VALUES(f));
    TRY(rows.next());
    return rows.integer(0);
}

Result<CasePage> CaseListStore::list(const CaseFilter &filter, const std::optional<CaseCursor> &after,
                                     int limit)
{
    const Numbers f = TRY(numbersOf(filter));
    const std::int64_t before = after ? after->no : TRY(lastNo()) + 1;
    CasePage near = TRY(
        readPage(m_statements->list->query(before, before - 1 - kLookedAt, TONGBAN_FILTER_VALUES(f), limit),
                 *m_vocabulary, false, limit));
    if (near.next || before <= kLookedAt)
        return near;
    return readPage(
        m_statements->facetList->query(f.everyState, f.everyItem, before, TONGBAN_FILTER_VALUES(f), limit),
        *m_vocabulary, false, limit);
}

Result<std::int64_t> CaseListStore::lastNo()
{
    Rows rows = m_statements->last->query();
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::int64_t> CaseListStore::count(const CaseFilter &filter)
{
    const Numbers f = TRY(numbersOf(filter));
    if (!f.isAny)
        return facetCount(f);
    Rows rows = m_statements->all->query();
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace tongban::storage
