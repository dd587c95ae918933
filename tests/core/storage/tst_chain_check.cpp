// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/chain_check.h"
#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <sqlite3.h>

using namespace tests::storage;

class TstChainCheck : public QObject
{
    Q_OBJECT

private slots:
    void anUntouchedLedgerHasNoProblem();
    void anEmptyStoreHasNoProblem();
    void tamperingIsFoundAndNamed_data();
    void tamperingIsFoundAndNamed();
    void aCutEndIsSeenByTheWitness();
    void arebuiltChainIsSeenByTheWitness();
    void anOlderCopyOfTheStoreIsSeenByTheWitness();
    void aTriggerStopsTheCarelessHand();
    void everyByteOfAnEventIsCovered();
};

namespace {

// What somebody with the sqlite3 tool and bad intentions can do.
bool tamper(const std::filesystem::path &file, const QByteArray &sql)
{
    sqlite3 *raw = nullptr;
    sqlite3_open(file.c_str(), &raw);
    const bool done = sqlite3_exec(raw, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(raw);
    return done;
}

const QByteArray kDisarm = "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;";

std::vector<Anchor> witnesses(Store &store)
{
    std::vector<Anchor> anchors;
    const Result<std::vector<EventPosition>> heads = store.events().heads();
    for (const EventPosition &head : *heads)
        anchors.push_back({head, instant(5)});
    return anchors;
}

// Eight cases in three districts: 440304 (Futian) holds the cases 1, 4 and 7 and nine events.
std::filesystem::path sampleStore(const tests::TemporaryDirectory &folder)
{
    std::filesystem::path file = folder / "store.sqlite";
    const std::unique_ptr<Store> store = openStore(file);
    if (!addCases(*store, 1, 8))
        std::abort();
    return file;
}

std::string describe(const ChainReport &report)
{
    std::string text;
    for (const ChainProblem &problem : report.problems)
        text += std::string(name(problem.fault)) + " " + std::to_string(problem.district) + " "
            + std::to_string(problem.n) + "\n";
    return text;
}

} // namespace

void TstChainCheck::anUntouchedLedgerHasNoProblem()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(sampleStore(folder));
    const Result<ChainReport> report = checkChains(store->database(), witnesses(*store));
    QVERIFY_OK(report);
    QCOMPARE(QByteArray(describe(*report).c_str()), QByteArray());
    QCOMPARE(report->events, std::int64_t{24});
    QCOMPARE(report->cases, std::int64_t{8});
    QVERIFY(report->ends == *store->events().heads());
}

void TstChainCheck::anEmptyStoreHasNoProblem()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    const Result<ChainReport> report = checkChains(store->database(), {});
    QVERIFY_OK(report);
    QCOMPARE(report->problemCount, std::int64_t{0});
}

void TstChainCheck::tamperingIsFoundAndNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("expected");
    // clang-format off
    QTest::newRow("body edited")
        << QByteArray("UPDATE event SET body = '{\"digest\":\"01\"}' WHERE district = 440304 AND n = 5")
        << QByteArray("edited 440304 5\n");
    QTest::newRow("act edited")
        << QByteArray("UPDATE event SET act = (SELECT act FROM event WHERE n = 1) WHERE district = 440304 AND n = 6")
        << QByteArray("edited 440304 6\n");
    QTest::newRow("time edited")
        << QByteArray("UPDATE event SET at = at + 1 WHERE district = 440304 AND n = 2")
        << QByteArray("edited 440304 2\n");
    QTest::newRow("word renamed")
        << QByteArray("UPDATE vocabulary SET word = '王某' WHERE word = 'apply'")
        << QByteArray("edited 440304 1\nedited 440305 1\nedited 440303 1\nedited 440304 4\nedited 440305 4\n"
                      "edited 440303 4\nedited 440304 7\nedited 440305 7\n");
    QTest::newRow("row removed")
        << QByteArray("DELETE FROM event WHERE district = 440304 AND n = 5")
        << QByteArray("gap 440304 5\n");
    QTest::newRow("rows removed")
        << QByteArray("DELETE FROM event WHERE district = 440304 AND n BETWEEN 4 AND 6")
        << QByteArray("gap 440304 4\n"
                      "standing_changed 440304 0\n");
    QTest::newRow("two rows swapped")
        << QByteArray("UPDATE event SET n = 100 WHERE district = 440304 AND n = 4;"
                      "UPDATE event SET n = 4 WHERE district = 440304 AND n = 5;"
                      "UPDATE event SET n = 5 WHERE district = 440304 AND n = 100")
        << QByteArray("reordered 440304 4\nedited 440304 6\n");
    QTest::newRow("end cut off")
        << QByteArray("DELETE FROM event WHERE district = 440304 AND n > 7")
        << QByteArray("truncated 440304 8\nstanding_changed 440304 7\n");
    QTest::newRow("row put at the end")
        << QByteArray("INSERT INTO event SELECT NULL, district, 10, case_id, act, state, actor, role, at, reason, basis, "
                      "body, hash FROM event WHERE district = 440304 AND n = 9")
        << QByteArray("edited 440304 10\nforged 440304 10\n");
    QTest::newRow("head pulled back")
        << QByteArray("UPDATE head SET n = 8, hash = (SELECT hash FROM event WHERE district = 440304 AND n = 8) "
                      "WHERE district = 440304")
        << QByteArray("forged 440304 9\n");
    QTest::newRow("head removed")
        << QByteArray("DELETE FROM head WHERE district = 440304;"
                      "DELETE FROM event WHERE district = 440304 AND n > 1")
        << QByteArray("forged 440304 1\nstanding_changed 440304 1\nstanding_changed 440304 0\n"
                      "standing_changed 440304 0\n");
    QTest::newRow("head hash changed")
        << QByteArray("UPDATE head SET hash = zeroblob(32) WHERE district = 440304")
        << QByteArray("head_mismatch 440304 9\n");
    QTest::newRow("event of a case that does not exist")
        << QByteArray("UPDATE event SET case_id = zeroblob(16) WHERE district = 440304 AND n = 4")
        << QByteArray("edited 440304 4\nforged 440304 4\n");
    QTest::newRow("state changed without an act")
        << QByteArray("UPDATE case_state SET state = (SELECT no FROM vocabulary WHERE word = 'applied') WHERE no = 4")
        << QByteArray("standing_changed 440304 6\n");
    // clang-format on
}

void TstChainCheck::tamperingIsFoundAndNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, expected);
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = sampleStore(folder);
    QVERIFY(tamper(file, kDisarm + sql));
    const Result<ChainReport> report = checkChains(openStore(file)->database(), {});
    QVERIFY_OK(report);
    QCOMPARE(QByteArray(describe(*report).c_str()), expected);
}

// Head and events agree with each other again; only the witness knows better.
void TstChainCheck::aCutEndIsSeenByTheWitness()
{
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = sampleStore(folder);
    const std::vector<Anchor> anchors = witnesses(*openStore(file));
    QVERIFY(tamper(
        file,
        kDisarm
            + "DELETE FROM event WHERE district = 440304 AND n > 6;"
              "DELETE FROM case_state WHERE no = 7; DELETE FROM permit_case WHERE no = 7;"
              "UPDATE head SET n = 6, hash = (SELECT hash FROM event WHERE district = 440304 AND n = 6)"
              " WHERE district = 440304"));
    const std::unique_ptr<Store> store = openStore(file);
    QCOMPARE(checkChains(store->database(), {})->problemCount, std::int64_t{0});
    const Result<ChainReport> report = checkChains(store->database(), anchors);
    QVERIFY_OK(report);
    QCOMPARE(QByteArray(describe(*report).c_str()), QByteArray("truncated 440304 7\n"));
}

void TstChainCheck::arebuiltChainIsSeenByTheWitness()
{
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = sampleStore(folder);
    const std::vector<Anchor> anchors = witnesses(*openStore(file));
    const std::filesystem::path other = folder / "other.sqlite";
    {
        const std::unique_ptr<Store> forged = openStore(other);
        QVERIFY_OK(addCases(*forged, 1, 7));
        Result<Transaction> transaction = forged->begin();
        QVERIFY_OK(transaction);
        QVERIFY_OK(forged->cases().insert(caseRecord(8), standing("granted", "")));
        const std::vector<PreparedEvent> events = {preparedEvent(8, "apply", "applied"),
                                                   preparedEvent(8, "accept", "accepted"),
                                                   preparedEvent(8, "promise", "granted")};
        QVERIFY_OK(forged->events().append(events));
        QVERIFY_OK(transaction->commit());
    }
    const std::unique_ptr<Store> store = openStore(other);
    QCOMPARE(checkChains(store->database(), {})->problemCount, std::int64_t{0});
    const Result<ChainReport> report = checkChains(store->database(), anchors);
    QVERIFY_OK(report);
    QCOMPARE(QByteArray(describe(*report).c_str()), QByteArray("rewritten 440305 9\n"));
}

void TstChainCheck::anOlderCopyOfTheStoreIsSeenByTheWitness()
{
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = sampleStore(folder);
    std::filesystem::copy_file(file, folder / "older.sqlite");
    const std::unique_ptr<Store> store = openStore(file);
    QVERIFY_OK(addCases(*store, 10, 3));
    const Result<ChainReport> report =
        checkChains(openStore(folder / "older.sqlite")->database(), witnesses(*store));
    QVERIFY_OK(report);
    QCOMPARE(report->problemCount, std::int64_t{3});
    QCOMPARE(report->problems.front().fault, ChainFault::Truncated);
}

void TstChainCheck::aTriggerStopsTheCarelessHand()
{
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = sampleStore(folder);
    QVERIFY(!tamper(file, "UPDATE event SET at = 0"));
    QVERIFY(!tamper(file, "DELETE FROM event"));
    QCOMPARE(checkChains(openStore(file)->database(), {})->problemCount, std::int64_t{0});
}

void TstChainCheck::everyByteOfAnEventIsCovered()
{
    const EventDraft draft = preparedEvent(1, "apply", "applied").draft;
    EventDigester digester;
    const Digest original = digester.digest(draft);
    std::vector<EventDraft> changed(9, draft);
    changed[0].district += 1;
    changed[1].caseId = caseId(2);
    changed[2].act = "applY";
    changed[3].stateAfter = "applieD";
    changed[4].actor = "systeM";
    changed[5].role = "systeM";
    changed[6].at += std::chrono::milliseconds(1);
    changed[7].reason = "x";
    changed[8].body = R"({"digest":"10"})";
    for (const EventDraft &other : changed)
        QVERIFY(digester.digest(other) != original);
}

QTEST_APPLESS_MAIN(TstChainCheck)
#include "tst_chain_check.moc"
