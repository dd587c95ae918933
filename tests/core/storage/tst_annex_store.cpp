// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

class TstAnnexStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aSuspensionIsOpenUntilItIsEnded();
    void noticesAreKeptInOrder();
    void visitsAreCounted();
    void aParcelComesBack();
    void whatBelongsToNoCaseIsNotFound();

private:
    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    std::unique_ptr<Store> m_store;
};

void TstAnnexStore::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    m_store = openStore(*m_folder / "store.sqlite");
    QVERIFY_OK(addCases(*m_store, 1, 2));
}

void TstAnnexStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TstAnnexStore::aSuspensionIsOpenUntilItIsEnded()
{
    const Result<std::int64_t> no = m_store->annexes().addSpan(
        {0, 1, "suspension", fromDayNumber(100), std::nullopt, 0, "深交鉴〔2026〕7号", "专家评审"});
    QVERIFY_OK(no);
    QVERIFY(!m_store->annexes().spans(1)->front().to);
    QVERIFY_OK(m_store->annexes().endSpan(*no, fromDayNumber(110)));
    const Result<std::vector<ClockSpan>> spans = m_store->annexes().spans(1);
    QVERIFY_OK(spans);
    QCOMPARE(*spans->front().to, fromDayNumber(110));
    QCOMPARE(spans->front().document, std::string("深交鉴〔2026〕7号"));
    QVERIFY(m_store->annexes().spans(2)->empty());
}

void TstAnnexStore::noticesAreKeptInOrder()
{
    QVERIFY_OK(m_store->annexes().addNotice({0, 1, 1, instant(1), fromDayNumber(100), std::nullopt, "[]"}));
    const Result<std::int64_t> second =
        m_store->annexes().addNotice({0, 1, 2, instant(2), fromDayNumber(110), std::nullopt, R"(["x"])"});
    QVERIFY_OK(second);
    QVERIFY_OK(m_store->annexes().answerNotice(*second, instant(3)));
    const Result<std::vector<NoticeRow>> notices = m_store->annexes().notices(1);
    QVERIFY_OK(notices);
    QCOMPARE(notices->size(), std::size_t{2});
    QVERIFY(!(*notices)[0].answeredAt);
    QCOMPARE(*(*notices)[1].answeredAt, instant(3));
    QCOMPARE((*notices)[1].defects, std::string(R"(["x"])"));
}

void TstAnnexStore::visitsAreCounted()
{
    QVERIFY_OK(m_store->annexes().addVisit({0, 1, instant(1), "H01", "W03", "submit", ""}));
    QVERIFY_OK(m_store->annexes().addVisit({0, 1, instant(2), "H01", "W04", "collect", "核对原件"}));
    const Result<std::vector<VisitRow>> visits = m_store->annexes().visits(1);
    QVERIFY_OK(visits);
    QCOMPARE(visits->size(), std::size_t{2});
    QCOMPARE((*visits)[1].window, std::string("W04"));
    QCOMPARE((*visits)[1].reason, std::string("核对原件"));
}

void TstAnnexStore::aParcelComesBack()
{
    const Result<std::int64_t> no = m_store->annexes().addDelivery(
        {0, 2, "courier", "SF1234567890128", instant(1), std::nullopt, std::nullopt, ""});
    QVERIFY_OK(no);
    QVERIFY_OK(m_store->annexes().endDelivery(*no, std::nullopt, instant(9)));
    const Result<std::vector<DeliveryRow>> deliveries = m_store->annexes().deliveries(2);
    QVERIFY_OK(deliveries);
    QCOMPARE(deliveries->size(), std::size_t{1});
    QVERIFY(!deliveries->front().deliveredAt);
    QCOMPARE(*deliveries->front().returnedAt, instant(9));
}

void TstAnnexStore::whatBelongsToNoCaseIsNotFound()
{
    QVERIFY_FAILS(m_store->annexes().addVisit({0, 99, instant(1), "H01", "W03", "submit", ""}),
                  ErrorCode::NotFound);
    QVERIFY_FAILS(m_store->annexes().endSpan(99, fromDayNumber(1)), ErrorCode::NotFound);
    QVERIFY_FAILS(m_store->annexes().answerNotice(99, instant()), ErrorCode::NotFound);
    QVERIFY_FAILS(m_store->annexes().endDelivery(99, instant(), std::nullopt), ErrorCode::NotFound);
}

QTEST_APPLESS_MAIN(TstAnnexStore)
#include "tst_annex_store.moc"
