// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <array>
#include <map>
#include <random>

using namespace tests::storage;

namespace {

using Totals = std::map<std::string, std::int64_t>;

std::string kindOf(const std::string &state, const std::string &queue, const std::string &reason,
                   bool touched)
{
    return state + '/' + queue + '/' + reason + (touched ? "/touched" : "");
}

/// As the totals say it.
Totals told(Store &store)
{
    Totals totals;
    const auto counts = store.cases().counts();
    if (!counts)
        return {{counts.error().detail, -1}};
    for (const CaseCount &line : *counts)
        totals[kindOf(line.state, line.queue, line.reason, line.touchedByHuman)] += line.count;
    return totals;
}

/// As the cases themselves say it.
Totals counted(Store &store)
{
    Totals totals;
    const auto read = store.cases().scan(0, 1'000'000, [&](const StoredCase &found) {
        const CaseStanding &how = found.standing;
        ++totals[kindOf(how.state, how.queue, how.reason, how.touchedByHuman)];
        return true;
    });
    return read ? totals : Totals{{read.error().detail, -2}};
}

} // namespace

/// "n of N" tells the truth, whatever was written in which order and whatever of it was undone.
class TstCaseTotals : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aCaseThatChangesWithItsFirstTransaction();
    void whatIsUndoneIsNotCounted();
    void theTotalsAreThereInsideTheTransaction();
    void anyHistoryAddsUp();

private:
    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    std::unique_ptr<Store> m_store;
};

void TstCaseTotals::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    m_store = openStore(*m_folder / "store.sqlite");
}

void TstCaseTotals::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TstCaseTotals::aCaseThatChangesWithItsFirstTransaction()
{
    auto transaction = m_store->begin();
    QVERIFY_OK(transaction);
    const auto no = m_store->cases().insert(caseRecord(1), standing("accepted", "automatic"));
    QVERIFY_OK(no);
    QVERIFY_OK(m_store->cases().update(*no, 1, standing("referred", "people")));
    QVERIFY_OK(transaction->commit());
    QCOMPARE(told(*m_store), (Totals{{kindOf("referred", "people", {}, false), 1}}));
}

void TstCaseTotals::whatIsUndoneIsNotCounted()
{
    {
        auto transaction = m_store->begin();
        QVERIFY_OK(transaction);
        QVERIFY_OK(m_store->cases().insert(caseRecord(1), standing("accepted", "automatic")));
    }
    auto transaction = m_store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_OK(m_store->cases().insert(caseRecord(2), standing("referred", "people")));
    QVERIFY_OK(transaction->commit());
    QCOMPARE(told(*m_store), (Totals{{kindOf("referred", "people", {}, false), 1}}));
}

void TstCaseTotals::theTotalsAreThereInsideTheTransaction()
{
    auto transaction = m_store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_OK(m_store->cases().insert(caseRecord(1), standing("accepted", "automatic")));
    QCOMPARE(m_store->cases().count().value(), std::int64_t{1});
    QCOMPARE(m_store->cases().waiting("automatic").value(), std::int64_t{1});
    QVERIFY_OK(m_store->cases().insert(caseRecord(2), standing("accepted", "automatic")));
    QVERIFY_OK(transaction->commit());
    QCOMPARE(m_store->cases().waiting("automatic").value(), std::int64_t{2});
}

/// Seen from another connection too, which knows only what was committed.
void TstCaseTotals::anyHistoryAddsUp()
{
    const auto other = openStore(*m_folder / "store.sqlite");
    std::mt19937 random(20190823);
    const auto below = [&random](unsigned limit) {
        return int(random() % limit);
    };
    const std::array kinds{standing("accepted", "automatic"), standing("referred", "people"),
                           standing("granted", ""), standing("referred", "evidence")};
    std::vector<std::int64_t> versions;
    int number = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<std::int64_t> after = versions;
        auto transaction = m_store->begin();
        QVERIFY_OK(transaction);
        for (int step = below(8); step >= 0; --step) {
            CaseStanding how = kinds[std::size_t(below(kinds.size()))];
            how.touchedByHuman = below(2) == 0;
            const int which = after.empty() ? 0 : below(unsigned(after.size()));
            if (after.empty() || below(3) > 0) {
                QVERIFY_OK(m_store->cases().insert(caseRecord(++number), how));
                after.push_back(1);
            } else {
                QVERIFY_OK(m_store->cases().update(which + 1, after[std::size_t(which)]++, how));
            }
            if (below(10) == 0)
                QCOMPARE(told(*m_store), counted(*m_store));
        }
        if (below(4) > 0) {
            QVERIFY_OK(transaction->commit());
            versions = after;
        }
        QCOMPARE(told(*other), counted(*other));
        QCOMPARE(other->cases().wrongTotals().value(), std::int64_t{0});
    }
    QCOMPARE(other->cases().count().value(), std::int64_t(versions.size()));
}

QTEST_APPLESS_MAIN(TstCaseTotals)
#include "tst_case_totals.moc"
