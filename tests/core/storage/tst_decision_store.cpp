// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

class TstDecisionStore : public QObject
{
    Q_OBJECT

private slots:
    void aDecisionIsReadBackAsItWasWritten();
    void aRoundIsDecidedOnce();
    void theRuleSetHasToBeKept();
    void theLatestRoundIsFound();
    void rangesCoverEveryDecisionOnce_data();
    void rangesCoverEveryDecisionOnce();
    void aPublishedVersionDoesNotChange();
    void anUnknownRuleSetIsNotFound();
    void cataloguesAreKeptAndTheLastIsCurrent();
};

namespace {

DecisionRow decision(std::int64_t caseNo, int round)
{
    DecisionRow row;
    row.caseNo = caseNo;
    row.round = round;
    row.outcome = "grant";
    row.model = sha256("model");
    row.manifest = sha256("manifest");
    row.engine = "0.1.0";
    row.calendar = "cn-2026";
    row.catalogue = "reference-1";
    row.capsule = sha256(std::to_string(caseNo));
    row.decidedAt = instant(caseNo);
    row.record = std::string("facts\0and provenance", 20);
    return row;
}

Result<> decide(Store &store, int count)
{
    Transaction transaction = TRY(store.begin());
    TRY(store.models().put("ride-hailing-driver-licence", 1, "model", "manifest", instant()));
    for (int number = 1; number <= count; ++number)
        TRY(store.decisions().insert(decision(number, 1)));
    return transaction.commit();
}

} // namespace

void TstDecisionStore::aDecisionIsReadBackAsItWasWritten()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, 3));
    const Result<std::vector<DecisionRow>> found = store->decisions().ofCase(2);
    QVERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t{1});
    const DecisionRow expected = decision(2, 1);
    const DecisionRow &read = found->front();
    QCOMPARE(read.no, std::int64_t{2});
    QCOMPARE(read.outcome, expected.outcome);
    QCOMPARE(read.reason, std::string());
    QCOMPARE(read.model, expected.model);
    QCOMPARE(read.manifest, expected.manifest);
    QCOMPARE(read.engine, expected.engine);
    QCOMPARE(read.calendar, expected.calendar);
    QCOMPARE(read.catalogue, expected.catalogue);
    QCOMPARE(read.capsule, expected.capsule);
    QCOMPARE(read.decidedAt, expected.decidedAt);
    QCOMPARE(read.record, expected.record);
}

void TstDecisionStore::aRoundIsDecidedOnce()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, 1));
    const Result<Transaction> transaction = store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_FAILS(store->decisions().insert(decision(1, 1)), ErrorCode::Conflict);
}

void TstDecisionStore::theRuleSetHasToBeKept()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    const Result<Transaction> transaction = store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_FAILS(store->decisions().insert(decision(1, 1)), ErrorCode::NotFound);
}

void TstDecisionStore::theLatestRoundIsFound()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, 1));
    QVERIFY_FAILS(store->decisions().latest(9), ErrorCode::NotFound);
    Result<Transaction> transaction = store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_OK(store->decisions().insert(decision(1, 2)));
    QVERIFY_OK(transaction->commit());
    QCOMPARE(store->decisions().latest(1)->round, 2);
}

void TstDecisionStore::rangesCoverEveryDecisionOnce_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("parts");
    QTest::newRow("none") << 0 << 3;
    QTest::newRow("one") << 1 << 3;
    QTest::newRow("even") << 9 << 3;
    QTest::newRow("odd") << 100 << 7;
}

void TstDecisionStore::rangesCoverEveryDecisionOnce()
{
    QFETCH(int, count);
    QFETCH(int, parts);
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, count));
    const Result<std::vector<DecisionRange>> ranges = store->decisions().ranges(parts);
    QVERIFY_OK(ranges);
    QVERIFY(ranges->size() <= static_cast<std::size_t>(parts));
    std::vector<std::int64_t> seen;
    for (const DecisionRange &range : *ranges)
        QVERIFY_OK(store->decisions().scan(range, [&seen](const DecisionRow &row) {
            seen.push_back(row.caseNo);
            return true;
        }));
    QCOMPARE(seen.size(), static_cast<std::size_t>(count));
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TstDecisionStore::aPublishedVersionDoesNotChange()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, 0));
    const char *code = "ride-hailing-driver-licence";
    QVERIFY_OK(store->models().put(code, 1, "model", "manifest", instant(9)));
    QVERIFY_OK(store->models().put(code, 1, "model", "manifest, withdrawn", instant(9)));
    QVERIFY_FAILS(store->models().put(code, 1, "another model", "manifest", instant(9)), ErrorCode::Conflict);
    QVERIFY_OK(store->models().put(code, 2, "another model", "manifest", instant(9)));
    QCOMPARE(store->models().list()->size(), std::size_t{3});
    const Result<RuleSetText> kept = store->models().byDigests(sha256("model"), sha256("manifest"));
    QVERIFY_OK(kept);
    QCOMPARE(kept->modelText, std::string("model"));
    QCOMPARE(kept->version, 1);
}

void TstDecisionStore::anUnknownRuleSetIsNotFound()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(decide(*store, 0));
    QVERIFY_FAILS(store->models().byDigests(sha256("model"), sha256("other")), ErrorCode::NotFound);
}

void TstDecisionStore::cataloguesAreKeptAndTheLastIsCurrent()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY(!store->models().currentCatalogue()->has_value());
    const CatalogueSnapshot first{
        sha256("1"), instant(1), "reference", {{"items.csv", "a"}, {"fields.csv", "b"}}};
    const CatalogueSnapshot second{
        sha256("2"), instant(2), "bureau", {{"items.csv", "c"}, {"fields.csv", "b"}}};
    QVERIFY_OK(store->models().putCatalogue(first));
    QVERIFY_OK(store->models().putCatalogue(second));
    QCOMPARE((*store->models().currentCatalogue())->origin, std::string("bureau"));
    const Result<CatalogueSnapshot> old = store->models().catalogue(first.digest);
    QVERIFY_OK(old);
    QCOMPARE(old->texts.size(), std::size_t{2});
    QCOMPARE(old->texts[0].name, std::string("items.csv"));
    QCOMPARE(old->texts[0].text, std::string("a"));
    QVERIFY_OK(store->models().putCatalogue(first));
    QCOMPARE((*store->models().currentCatalogue())->digest, first.digest);
}

QTEST_APPLESS_MAIN(TstDecisionStore)
#include "tst_decision_store.moc"
