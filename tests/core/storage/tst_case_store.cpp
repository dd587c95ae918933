// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <functional>
#include <map>

using namespace tests::storage;

class TstCaseStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aCaseIsReadBackAsItWasWritten();
    void aCaseIsFoundByEachOfItsNames();
    void whatDoesNotExistIsNotFound();
    void theSameCaseTwiceIsAConflict_data();
    void theSameCaseTwiceIsAConflict();
    void anUpdateNeedsTheVersionThatWasRead();
    void anOpenDuplicateIsFound();
    void aFinishedCaseIsNoDuplicate();
    void casesOfAnApplicantComeFromAllChannels();
    void aQueueIsReadByPagesInOrderOfUrgency();
    void aCaseThatLeftTheQueueIsNotListed();
    void listsAreFiltered_data();
    void listsAreFiltered();
    void whatIsRareIsFoundAmongMany();
    void anUnknownWordFitsNothing();
    void pagesCoverEveryCaseOnce();
    void totalsAddUp();

private:
    void insert(int number, const CaseStanding &how);
    void write(const std::function<Result<>()> &work);

    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    std::unique_ptr<Store> m_store;
};

void TstCaseStore::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    m_store = openStore(*m_folder / "store.sqlite");
}

void TstCaseStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TstCaseStore::write(const std::function<Result<>()> &work)
{
    Result<Transaction> transaction = m_store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_OK(work());
    QVERIFY_OK(transaction->commit());
}

void TstCaseStore::insert(int number, const CaseStanding &how)
{
    write([&]() -> Result<> {
        TRY(m_store->cases().insert(caseRecord(number), how));
        return {};
    });
}

void TstCaseStore::aCaseIsReadBackAsItWasWritten()
{
    CaseRecord record = caseRecord(7);
    record.duplicateOf = caseId(3);
    record.intakeBatch = 12;
    CaseStanding how = standing("referred", "people");
    how.outcome = "refer";
    how.reason = "evidence_unknown";
    how.touchedByHuman = true;
    how.details = R"({"visits":1})";
    write([&]() -> Result<> {
        TRY(m_store->cases().insert(record, how));
        return {};
    });
    const Result<StoredCase> found = m_store->cases().byNo(1);
    QVERIFY_OK(found);
    QCOMPARE(found->record.id, record.id);
    QCOMPARE(found->record.serial, record.serial);
    QCOMPARE(found->record.channel, record.channel);
    QCOMPARE(found->record.item, record.item);
    QCOMPARE(found->record.district, record.district);
    QCOMPARE(found->record.receivedAt, record.receivedAt);
    QCOMPARE(*found->record.duplicateOf, caseId(3));
    QCOMPARE(*found->record.intakeBatch, std::int64_t{12});
    QCOMPARE(found->record.application, record.application);
    QCOMPARE(found->standing.state, how.state);
    QCOMPARE(found->standing.queue, how.queue);
    QCOMPARE(*found->standing.due, *how.due);
    QCOMPARE(found->standing.reason, how.reason);
    QVERIFY(found->standing.touchedByHuman);
    QCOMPARE(found->standing.details, how.details);
}

void TstCaseStore::aCaseIsFoundByEachOfItsNames()
{
    insert(5, standing());
    QCOMPARE(m_store->cases().byId(caseId(5))->record.no, std::int64_t{1});
    QCOMPARE(**m_store->cases().noOf(caseId(5)), std::int64_t{1});
    QVERIFY((*m_store->cases().addressOf(1))->id == caseId(5));
    QCOMPARE(m_store->cases().bySerial("深交审-2026-5")->record.no, std::int64_t{1});
    QCOMPARE(**m_store->cases().findExternal("unified_platform", "UP5"), std::int64_t{1});
}

void TstCaseStore::whatDoesNotExistIsNotFound()
{
    QVERIFY_FAILS(m_store->cases().byNo(1), ErrorCode::NotFound);
    QVERIFY_FAILS(m_store->cases().byId(caseId(1)), ErrorCode::NotFound);
    QVERIFY(!*m_store->cases().noOf(caseId(1)));
    QVERIFY(!*m_store->cases().addressOf(99));
    QVERIFY_FAILS(m_store->cases().bySerial("x"), ErrorCode::NotFound);
    QVERIFY(!m_store->cases().findExternal("window", "UP1")->has_value());
}

void TstCaseStore::theSameCaseTwiceIsAConflict_data()
{
    QTest::addColumn<int>("same");
    QTest::newRow("id") << 0;
    QTest::newRow("serial") << 1;
    QTest::newRow("channel and external number") << 2;
}

void TstCaseStore::theSameCaseTwiceIsAConflict()
{
    QFETCH(int, same);
    insert(1, standing());
    CaseRecord other = caseRecord(3);
    if (same == 0)
        other.id = caseId(1);
    else if (same == 1)
        other.serial = caseRecord(1).serial;
    else
        other.externalNo = caseRecord(1).externalNo;
    const Result<Transaction> transaction = m_store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_FAILS(m_store->cases().insert(other, standing()), ErrorCode::Conflict);
}

void TstCaseStore::anUpdateNeedsTheVersionThatWasRead()
{
    insert(1, standing());
    write([&]() -> Result<> { return m_store->cases().update(1, 1, standing("accepted", "people")); });
    QCOMPARE(m_store->cases().byNo(1)->standing.version, std::int64_t{2});
    QCOMPARE(m_store->cases().byNo(1)->standing.state, std::string("accepted"));
    const Result<Transaction> transaction = m_store->begin();
    QVERIFY_OK(transaction);
    QVERIFY_FAILS(m_store->cases().update(1, 1, standing("granted", "")), ErrorCode::Conflict);
    QCOMPARE(m_store->cases().byNo(1)->standing.state, std::string("accepted"));
}

void TstCaseStore::anOpenDuplicateIsFound()
{
    insert(1, standing());
    insert(51, standing());
    const Result<std::optional<StoredCase>> found =
        m_store->cases().openDuplicate(caseRecord(51).applicantId, caseRecord(51).duplicateKey, 2);
    QVERIFY_OK(found);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->record.no, std::int64_t{1});
}

void TstCaseStore::aFinishedCaseIsNoDuplicate()
{
    CaseStanding finished = standing("closed", "");
    finished.open = false;
    insert(1, finished);
    QVERIFY(
        !m_store->cases().openDuplicate(caseRecord(1).applicantId, caseRecord(1).duplicateKey)->has_value());
}

void TstCaseStore::casesOfAnApplicantComeFromAllChannels()
{
    insert(1, standing());
    insert(2, standing());
    insert(52, standing());
    insert(102, standing());
    const Result<std::vector<StoredCase>> found = m_store->cases().ofApplicant(caseRecord(2).applicantId, 10);
    QVERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t{3});
    QCOMPARE(found->front().record.serial, std::string("深交审-2026-102"));
}

void TstCaseStore::aQueueIsReadByPagesInOrderOfUrgency()
{
    for (int number = 1; number <= 25; ++number) {
        CaseStanding how = standing("applied", number % 5 == 0 ? "people" : "automatic");
        how.due = fromDayNumber(20800 - number % 4);
        if (number == 24)
            how.due.reset();
        insert(number, how);
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> seen;
    std::optional<CaseCursor> after;
    do {
        const Result<CasePage> page = m_store->cases().queuePage("automatic", after, 6);
        QVERIFY_OK(page);
        for (const StoredCase &entry : page->cases)
            seen.emplace_back(entry.standing.due ? dayNumber(*entry.standing.due) : 99999999,
                              entry.record.no);
        after = page->next;
    } while (after);
    QCOMPARE(seen.size(), std::size_t{20});
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(seen.back().second, std::int64_t{24});
}

void TstCaseStore::aCaseThatLeftTheQueueIsNotListed()
{
    insert(1, standing());
    write([&]() -> Result<> { return m_store->cases().update(1, 1, standing("granted", "")); });
    QVERIFY(m_store->cases().queuePage("automatic", {}, 10)->cases.empty());
    QCOMPARE(*m_store->cases().waiting("automatic"), std::int64_t{0});
}

void TstCaseStore::listsAreFiltered_data()
{
    QTest::addColumn<int>("filtered");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << 30;
    QTest::newRow("item") << 1 << 10;
    QTest::newRow("state") << 2 << 15;
    QTest::newRow("district") << 3 << 10;
    QTest::newRow("item and state") << 4 << 5;
}

void TstCaseStore::listsAreFiltered()
{
    QFETCH(int, filtered);
    QFETCH(int, expected);
    for (int number = 1; number <= 30; ++number)
        insert(number, standing(number % 2 == 0 ? "granted" : "referred", "people"));
    CaseFilter filter;
    if (filtered == 1 || filtered == 4)
        filter.items = {"CZ-001"};
    if (filtered == 2 || filtered == 4)
        filter.state = "granted";
    if (filtered == 3)
        filter.district = 440304;
    QCOMPARE(m_store->lists().list(filter, {}, 100)->cases.size(), static_cast<std::size_t>(expected));
    QCOMPARE(m_store->lists().queueList("people", filter, {}, 100)->cases.size(),
             static_cast<std::size_t>(expected));
}

/// Beyond the newest, which are looked at one by one.
void TstCaseStore::whatIsRareIsFoundAmongMany()
{
    write([&]() -> Result<> {
        for (int number = 1; number <= 20'300; ++number) {
            CaseStanding how = standing(number <= 5 ? "referred" : "granted", "people");
            how.outcome = number % 4000 == 1 ? "refused" : "granted";
            TRY(m_store->cases().insert(caseRecord(number), how));
        }
        return {};
    });
    const auto everyPage = [this](const CaseFilter &filter) {
        std::vector<std::int64_t> seen;
        std::optional<CaseCursor> after;
        do {
            const Result<CasePage> page = m_store->lists().list(filter, after, 2);
            for (const StoredCase &entry : page->cases)
                seen.push_back(entry.record.no);
            after = page->next;
        } while (after);
        return seen;
    };
    CaseFilter referred;
    referred.state = "referred";
    QCOMPARE(everyPage(referred), (std::vector<std::int64_t>{5, 4, 3, 2, 1}));
    QCOMPARE(*m_store->lists().count(referred), std::int64_t{5});
    CaseFilter refused;
    refused.outcome = "refused";
    QCOMPARE(everyPage(refused), (std::vector<std::int64_t>{20001, 16001, 12001, 8001, 4001, 1}));
}

void TstCaseStore::anUnknownWordFitsNothing()
{
    insert(1, standing());
    CaseFilter filter;
    filter.state = "no_such_state";
    QVERIFY(m_store->lists().list(filter, {}, 10)->cases.empty());
    QVERIFY(m_store->cases().queuePage("no_such_queue", {}, 10)->cases.empty());
}

void TstCaseStore::pagesCoverEveryCaseOnce()
{
    QVERIFY_OK(addCases(*m_store, 1, 23));
    std::vector<std::int64_t> seen;
    std::optional<CaseCursor> after;
    do {
        const Result<CasePage> page = m_store->lists().list({}, after, 5);
        QVERIFY_OK(page);
        for (const StoredCase &entry : page->cases)
            seen.push_back(entry.record.no);
        after = page->next;
    } while (after);
    QCOMPARE(seen.size(), std::size_t{23});
    QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
}

void TstCaseStore::totalsAddUp()
{
    for (int number = 1; number <= 40; ++number) {
        CaseStanding how = standing("referred", "people");
        how.outcome = "refer";
        how.reason = number % 4 == 0 ? "duplicate" : "evidence_unknown";
        insert(number, how);
    }
    const Result<std::vector<CaseCount>> counts = m_store->cases().counts();
    QVERIFY_OK(counts);
    std::map<std::string, std::int64_t> byReason;
    for (const CaseCount &line : *counts)
        byReason[line.reason] += line.count;
    QCOMPARE(byReason["duplicate"], std::int64_t{10});
    QCOMPARE(byReason["evidence_unknown"], std::int64_t{30});
}

QTEST_APPLESS_MAIN(TstCaseStore)
#include "tst_case_store.moc"
