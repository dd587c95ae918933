// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

class TstEventLog : public QObject
{
    Q_OBJECT

private slots:
    void theDigestIsThatOfTheCanonicalText();
    void eachDistrictHasItsOwnGaplessChain();
    void theChainGoesOnAfterReopening();
    void aRolledBackEventLeavesNoTrace();
    void appendingNeedsATransaction();
    void theStoryOfACaseIsInOrder();
    void eventsAreReadBackAsTheyWereWritten();
    void aDistrictIsReadByPages();
    void aHeadMovedBySomebodyElseIsSeen();
};

namespace {

Result<std::vector<EventPosition>> append(Store &store, const std::vector<PreparedEvent> &events)
{
    Transaction transaction = TRY(store.begin());
    std::vector<EventPosition> positions = TRY(store.events().append(events));
    TRY(transaction.commit());
    return positions;
}

} // namespace

// Written out once more by hand: an auditor has to be able to do the same with any tool.
void TstEventLog::theDigestIsThatOfTheCanonicalText()
{
    const PreparedEvent prepared = preparedEvent(1, "apply", "applied");
    const std::string text = R"({"act":"apply","actor":"system","at":1790000001000,"basis":")"
        + std::string(prepared.draft.basis) + R"(","body":")" + sha256(R"({"digest":"00"})").hex()
        + R"(","case":")" + caseId(1).text()
        + R"(","district":440304,"reason":"","role":"system","state":"applied"})";
    QCOMPARE(prepared.digest, sha256(text));
    std::string place(32, '\0');
    place += std::string("\0\0\0\0\0\0\0\1", 8);
    place += prepared.digest.blob();
    QCOMPARE(chainHash(Digest(), 1, prepared.digest), sha256(place));
}

void TstEventLog::eachDistrictHasItsOwnGaplessChain()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 9));
    const Result<std::vector<EventPosition>> heads = store->events().heads();
    QVERIFY_OK(heads);
    QCOMPARE(heads->size(), std::size_t{3});
    for (const EventPosition &head : *heads)
        QCOMPARE(head.n, std::int64_t{9});
}

void TstEventLog::theChainGoesOnAfterReopening()
{
    const tests::TemporaryDirectory folder;
    const auto first = append(*openStore(folder / "store.sqlite"), {preparedEvent(1, "apply", "applied")});
    QVERIFY_OK(first);
    const PreparedEvent second = preparedEvent(1, "accept", "accepted");
    const auto next = append(*openStore(folder / "store.sqlite"), {second});
    QVERIFY_OK(next);
    QCOMPARE(next->front().n, std::int64_t{2});
    QCOMPARE(next->front().hash, chainHash(first->front().hash, 2, second.digest));
}

void TstEventLog::aRolledBackEventLeavesNoTrace()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    {
        const Result<Transaction> transaction = store->begin();
        QVERIFY_OK(transaction);
        QVERIFY_OK(store->events().append(std::vector{preparedEvent(1, "apply", "applied")}));
    }
    QCOMPARE(*store->events().count(), std::int64_t{0});
    const auto again = append(*store, {preparedEvent(1, "apply", "applied")});
    QVERIFY_OK(again);
    QCOMPARE(again->front().n, std::int64_t{1});
}

void TstEventLog::appendingNeedsATransaction()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_FAILS(store->events().append(std::vector{preparedEvent(1, "apply", "applied")}),
                  ErrorCode::Internal);
}

void TstEventLog::theStoryOfACaseIsInOrder()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 5));
    const Result<std::vector<StoredEvent>> story = store->events().ofCase(caseId(4));
    QVERIFY_OK(story);
    QCOMPARE(story->size(), std::size_t{3});
    QCOMPARE((*story)[0].act, std::string("apply"));
    QCOMPARE((*story)[1].act, std::string("accept"));
    QCOMPARE((*story)[2].act, std::string("grant"));
}

void TstEventLog::eventsAreReadBackAsTheyWereWritten()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    PreparedEvent written = preparedEvent(2, "decline", "declined");
    written.draft.actor = "工号 0042";
    written.draft.role = "clerk";
    written.draft.reason = "材料与登记不符";
    written.draft.body = R"({"说明":"x"})";
    const auto positions = append(*store, {written});
    QVERIFY_OK(positions);
    const Result<std::vector<StoredEvent>> story = store->events().ofCase(caseId(2));
    QVERIFY_OK(story);
    const StoredEvent &read = story->front();
    QCOMPARE(read.district, written.draft.district);
    QCOMPARE(read.n, std::int64_t{1});
    QCOMPARE(read.caseId, caseId(2));
    QCOMPARE(std::string_view(read.act), written.draft.act);
    QCOMPARE(std::string_view(read.stateAfter), written.draft.stateAfter);
    QCOMPARE(std::string_view(read.actor), written.draft.actor);
    QCOMPARE(std::string_view(read.role), written.draft.role);
    QCOMPARE(read.at, written.draft.at);
    QCOMPARE(std::string_view(read.reason), written.draft.reason);
    QCOMPARE(std::string_view(read.basis), written.draft.basis);
    QCOMPARE(std::string_view(read.body), written.draft.body);
    QCOMPARE(read.hash, positions->front().hash);
}

void TstEventLog::aDistrictIsReadByPages()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 9));
    std::int64_t after = 0;
    for (std::int64_t expected = 4; expected <= 8; expected += 4) {
        const Result<std::vector<StoredEvent>> page = store->events().page(440304, after, 4);
        QVERIFY_OK(page);
        QCOMPARE(page->size(), std::size_t{4});
        after = page->back().n;
        QCOMPARE(after, expected);
    }
    QCOMPARE(store->events().page(440304, after, 4)->size(), std::size_t{1});
}

void TstEventLog::aHeadMovedBySomebodyElseIsSeen()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> first = openStore(folder / "store.sqlite");
    const std::unique_ptr<Store> second = openStore(folder / "store.sqlite");
    QVERIFY_OK(append(*first, {preparedEvent(1, "apply", "applied")}));
    QVERIFY_OK(append(*second, {preparedEvent(1, "accept", "accepted")}));
    const auto third = append(*first, {preparedEvent(1, "grant", "granted")});
    QVERIFY_OK(third);
    QCOMPARE(third->front().n, std::int64_t{3});
}

QTEST_APPLESS_MAIN(TstEventLog)
#include "tst_event_log.moc"
