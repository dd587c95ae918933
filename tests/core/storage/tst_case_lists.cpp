// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/wanted_scope.h"
#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

/// What a list says of its length is what it holds, by whichever way it is counted.
class TstCaseLists : public QObject
{
    Q_OBJECT

private slots:
    void countsAreWhatTheListsHoldAfterAnyChange();
    void whatNobodyWaitsForIsNotReadToItsEnd();
};

namespace {

/// Filters of every sort, each beside the others.
std::vector<CaseFilter> everyFilter()
{
    std::vector<CaseFilter> filters(11);
    filters[1].state = "referred";
    filters[2].items = {"CZ-001", "no_such_item"};
    filters[3].district = 440304;
    filters[4].outcome = "refused";
    filters[5].reasons = {"finding:"};
    filters[6].channel = "window";
    filters[7].due.through = fromDayNumber(20781);
    filters[8].due.from = fromDayNumber(20782);
    filters[9].nothingDue = true;
    filters[10].received.from = officialDate(instant(60));
    for (std::size_t one = 1; one < 7; ++one)
        for (std::size_t other = 7; other < 11; ++other) {
            CaseFilter both = filters[one];
            both.due = filters[other].due;
            both.nothingDue = filters[other].nothingDue;
            both.received = filters[other].received;
            filters.push_back(both);
        }
    for (std::size_t i = 0, before = filters.size(); i < before; ++i) {
        filters.push_back(filters[i]);
        filters.back().unheld = true;
        filters.push_back(filters[i]);
        filters.back().holder = "anna";
    }
    return filters;
}

/// A standing that depends on the number alone and looks like chance.
CaseStanding anyStanding(int number)
{
    const auto mixed = static_cast<unsigned>(number) * 2654435761U >> 8U;
    const std::vector<std::string> queues{"people", "automatic", "", "delivery"};
    CaseStanding how = standing(mixed % 3 == 0 ? "referred" : "granted", queues[mixed / 3 % 4]);
    how.outcome = mixed / 12 % 3 == 0 ? "refused" : mixed / 12 % 3 == 1 ? "granted" : "";
    how.reason = mixed / 36 % 3 == 0 ? "finding:R1" : mixed / 36 % 3 == 1 ? "duplicate" : "";
    how.touchedByHuman = mixed / 108 % 2 == 0;
    if (mixed / 216 % 4 == 0)
        how.due.reset();
    else
        how.due = fromDayNumber(20780 + mixed / 216 % 4);
    return how;
}

std::int64_t listed(CaseListStore &lists, const std::string &queue, const CaseFilter &filter)
{
    std::int64_t count = 0;
    std::optional<CaseCursor> after;
    do {
        const auto page =
            queue.empty() ? lists.list(filter, after, 7) : lists.queueList(queue, filter, after, 7);
        count += static_cast<std::int64_t>(page->cases.size());
        after = page->next;
    } while (after);
    return count;
}

} // namespace

void TstCaseLists::countsAreWhatTheListsHoldAfterAnyChange()
{
    const tests::TemporaryDirectory folder;
    const auto store = openStore(folder / "store.sqlite");
    const auto change = [&]() -> Result<> {
        Transaction transaction = TRY(store->begin());
        for (int number = 1; number <= 150; ++number)
            TRY(store->cases().insert(caseRecord(number), anyStanding(number)));
        for (int number = 1; number <= 150; number += 2)
            TRY(store->cases().update(number, 1, anyStanding(number * 7)));
        for (int number = 3; number <= 150; number += 9)
            TRY(store->claims().put(number, anyStanding(number % 2 == 1 ? number * 7 : number).queue,
                                    {number % 2 == 0 ? "anna" : "bert", instant()}));
        return transaction.commit();
    };
    QVERIFY_OK(change());
    for (const std::string queue : {"", "people", "delivery", "no_such_queue"})
        for (const CaseFilter &filter : everyFilter()) {
            const Result<std::int64_t> count =
                queue.empty() ? store->lists().count(filter) : store->lists().queueCount(queue, filter);
            QVERIFY_OK(count);
            QCOMPARE(*count, listed(store->lists(), queue, filter));
        }
    QCOMPARE(*store->cases().count(), std::int64_t{150});
    QCOMPARE(*store->cases().waiting("people"), *store->lists().queueCount("people", {}));
}

void TstCaseLists::whatNobodyWaitsForIsNotReadToItsEnd()
{
    const tests::TemporaryDirectory folder;
    const auto store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 3000));
    CaseFilter week;
    week.received.from = officialDate(instant());
    {
        const WantedScope scope(store->database(), [] { return true; });
        const Result<std::int64_t> count = store->lists().count(week);
        QVERIFY(!count);
        QCOMPARE(count.error().code, ErrorCode::Unavailable);
    }
    QCOMPARE(*store->lists().count(week), std::int64_t{3000});
}

QTEST_APPLESS_MAIN(TstCaseLists)
#include "tst_case_lists.moc"
