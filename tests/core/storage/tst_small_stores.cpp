// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

class TstSmallStores : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aValueIsSetAndReplaced();
    void serialNumbersAreGivenOnce();
    void eachDistrictAndYearCountsForItself();
    void serialNumbersOfAnUndoneTransactionAreGivenAgain();

    void anIntakeGoesOnWhereItStopped();
    void quarantineCountsAddUp();

    void theNewestAnswerIsKept();
    void oldAnswersAreForgotten();

    void aBlockHoldsFromItsFirstToItsLastDay_data();
    void aBlockHoldsFromItsFirstToItsLastDay();
    void aLiftedBlockStaysReadable();

private:
    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    std::unique_ptr<Store> m_store;
};

void TstSmallStores::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    m_store = openStore(*m_folder / "store.sqlite");
}

void TstSmallStores::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TstSmallStores::aValueIsSetAndReplaced()
{
    QVERIFY(!m_store->meta().value("kind")->has_value());
    QVERIFY_OK(m_store->meta().setValue("kind", "demo"));
    QVERIFY_OK(m_store->meta().setValue("kind", "training"));
    QCOMPARE(**m_store->meta().value("kind"), std::string("training"));
}

void TstSmallStores::serialNumbersAreGivenOnce()
{
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2026), std::int64_t{1});
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2026, 500), std::int64_t{2});
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2026), std::int64_t{502});
    QVERIFY_FAILS(m_store->meta().reserveSerials(440305, 2026, 0), ErrorCode::InvalidInput);
}

void TstSmallStores::eachDistrictAndYearCountsForItself()
{
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2026, 10), std::int64_t{1});
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2027), std::int64_t{1});
    QCOMPARE(*m_store->meta().reserveSerials(440306, 2026), std::int64_t{1});
}

void TstSmallStores::serialNumbersOfAnUndoneTransactionAreGivenAgain()
{
    {
        const Result<Transaction> transaction = m_store->begin();
        QVERIFY_OK(transaction);
        QCOMPARE(*m_store->meta().reserveSerials(440305, 2026), std::int64_t{1});
    }
    QCOMPARE(*m_store->meta().reserveSerials(440305, 2026), std::int64_t{1});
}

void TstSmallStores::anIntakeGoesOnWhereItStopped()
{
    IntakeBatch batch;
    batch.file = "applications.jsonl";
    batch.digest = sha256("file");
    batch.fileBytes = 1000;
    batch.startedAt = instant();
    const Result<std::int64_t> no = m_store->intake().begin(batch);
    QVERIFY_OK(no);
    batch.no = *no;
    batch.bytesDone = 400;
    batch.linesDone = 40;
    batch.accepted = 30;
    batch.repeated = 4;
    batch.quarantined = 6;
    QVERIFY_OK(m_store->intake().progress(batch));
    m_store = openStore(*m_folder / "store.sqlite");
    const Result<std::optional<IntakeBatch>> found = m_store->intake().byDigest(sha256("file"));
    QVERIFY_OK(found);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->bytesDone, std::int64_t{400});
    QCOMPARE((*found)->linesDone, (*found)->accepted + (*found)->repeated + (*found)->quarantined);
    QVERIFY(!(*found)->finishedAt);
    QVERIFY(!m_store->intake().byDigest(sha256("another"))->has_value());
    QCOMPARE(m_store->intake().list(10)->size(), std::size_t{1});
}

void TstSmallStores::quarantineCountsAddUp()
{
    IntakeBatch batch;
    batch.digest = sha256("file");
    QVERIFY_OK(m_store->intake().begin(batch));
    QVERIFY_OK(
        m_store->intake().addQuarantined(1, {{"applicant.id", "check_digit", 3}, {"", "not_json", 1}}));
    QVERIFY_OK(m_store->intake().addQuarantined(1, {{"applicant.id", "check_digit", 2}}));
    const Result<std::vector<QuarantineCount>> counts = m_store->intake().quarantined(1);
    QVERIFY_OK(counts);
    QCOMPARE(counts->size(), std::size_t{2});
    QCOMPARE((*counts)[1].count, std::int64_t{5});
    QVERIFY_FAILS(m_store->intake().addQuarantined(9, {{"", "not_json", 1}}), ErrorCode::NotFound);
}

void TstSmallStores::theNewestAnswerIsKept()
{
    AnswerRow row{"police",
                  "person",
                  "440305199001011234",
                  "answered",
                  R"({"wanted":false})",
                  sha256(R"({"wanted":false})"),
                  fromDayNumber(20700),
                  instant(10)};
    QVERIFY_OK(m_store->answers().put(row));
    AnswerRow older = row;
    older.status = "no_record";
    older.answeredAt = instant(5);
    QVERIFY_OK(m_store->answers().put(older));
    const auto kept = m_store->answers().find("police", "person", "440305199001011234");
    QVERIFY_OK(kept);
    QCOMPARE((*kept)->status, std::string("answered"));
    QCOMPARE((*kept)->body, row.body);
    QCOMPARE(*(*kept)->asOf, fromDayNumber(20700));
    QVERIFY(!m_store->answers().find("police", "person", "another")->has_value());
}

void TstSmallStores::oldAnswersAreForgotten()
{
    for (int number = 0; number < 10; ++number)
        QVERIFY_OK(m_store->answers().put({"police", "person", std::to_string(number), "no_record", "",
                                           Digest(), std::nullopt, instant(number)}));
    QCOMPARE(*m_store->answers().forgetBefore(instant(4)), std::int64_t{4});
    QVERIFY(!m_store->answers().find("police", "person", "3")->has_value());
    QVERIFY(m_store->answers().find("police", "person", "4")->has_value());
}

void TstSmallStores::aBlockHoldsFromItsFirstToItsLastDay_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<bool>("holds");
    QTest::newRow("the day before") << 99 << false;
    QTest::newRow("the first day") << 100 << true;
    QTest::newRow("the last day") << 200 << true;
    QTest::newRow("the day after") << 201 << false;
}

void TstSmallStores::aBlockHoldsFromItsFirstToItsLastDay()
{
    QFETCH(int, day);
    QFETCH(bool, holds);
    BlockRow row{0,
                 "vin",
                 "LSVAA49J132047371",
                 "盗抢",
                 "《道路交通安全法》",
                 fromDayNumber(100),
                 fromDayNumber(200),
                 "0042"};
    QVERIFY_OK(m_store->blocks().add(row));
    QCOMPARE(!m_store->blocks().activeOn("vin", row.value, fromDayNumber(day))->empty(), holds);
    QVERIFY(m_store->blocks().activeOn("plate", row.value, fromDayNumber(day))->empty());
}

void TstSmallStores::aLiftedBlockStaysReadable()
{
    const Result<std::int64_t> no = m_store->blocks().add(
        {0, "plate", "粤B12345", "欠费", "合同", fromDayNumber(100), std::nullopt, "0042"});
    QVERIFY_OK(no);
    QVERIFY(!m_store->blocks().activeOn("plate", "粤B12345", fromDayNumber(5000))->empty());
    QVERIFY_OK(m_store->blocks().lift(*no, fromDayNumber(300)));
    QVERIFY(m_store->blocks().activeOn("plate", "粤B12345", fromDayNumber(301))->empty());
    QCOMPARE(m_store->blocks().list(0, 10)->size(), std::size_t{1});
    QVERIFY_FAILS(m_store->blocks().lift(99, fromDayNumber(1)), ErrorCode::NotFound);
}

QTEST_APPLESS_MAIN(TstSmallStores)
#include "tst_small_stores.moc"
