// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"
#include "tests/storage/samples.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

class TstBackup : public QObject
{
    Q_OBJECT

private slots:
    void aBackupIsTheStoreAtOneMoment();
    void aBackupGoesOnBesideAWriter();
    void aBackupReplacesAnOlderOne();
    void aStoppedBackupKeepsTheOlderOne();
    void aCopyThatDoesNotCheckOutDoesNotReplaceAnOlderOne();
    void aMissingFolderKeepsEverything();
    void registersAreBackedUpToo();
};

void TstBackup::aBackupIsTheStoreAtOneMoment()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 50));
    const Result<BackupReport> report = backUp(store->database(), folder / "copy.sqlite", {});
    QVERIFY_OK(report);
    QVERIFY(report->isSound());
    QCOMPARE(report->chains.events, std::int64_t{150});
    QCOMPARE(report->bytes, static_cast<std::int64_t>(std::filesystem::file_size(folder / "copy.sqlite")));
    QVERIFY(!std::filesystem::exists(folder / "copy.sqlite.partial"));
    const std::unique_ptr<Store> copy = openStore(folder / "copy.sqlite");
    QCOMPARE(*copy->cases().count(), std::int64_t{50});
    QCOMPARE(*copy->events().heads() == *store->events().heads(), true);
}

void TstBackup::aBackupGoesOnBesideAWriter()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 200));
    const std::unique_ptr<Store> writer = openStore(folder / "store.sqlite");
    int steps = 0;
    BackupOptions options;
    options.pagesPerStep = 2;
    options.progress = [&](std::int64_t, std::int64_t) {
        if (++steps <= 3)
            QVERIFY_OK(addCases(*writer, 1000 * steps, 5));
    };
    const Result<BackupReport> report = backUp(store->database(), folder / "copy.sqlite", {}, options);
    QVERIFY_OK(report);
    QVERIFY(report->isSound());
    QVERIFY(report->chains.cases >= 200);
}

void TstBackup::aBackupReplacesAnOlderOne()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    for (int round = 0; round < 3; ++round) {
        QVERIFY_OK(addCases(*store, 1 + round * 10, 10));
        QVERIFY_OK(backUp(store->database(), folder / "copy.sqlite", {}));
    }
    QCOMPARE(*openStore(folder / "copy.sqlite")->cases().count(), std::int64_t{30});
}

void TstBackup::aStoppedBackupKeepsTheOlderOne()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 10));
    QVERIFY_OK(backUp(store->database(), folder / "copy.sqlite", {}));
    QVERIFY_OK(addCases(*store, 11, 200));
    BackupOptions options;
    options.pagesPerStep = 2;
    int asked = 0;
    options.stopped = [&asked] {
        return ++asked == 3;
    };
    const Result<BackupReport> report = backUp(store->database(), folder / "copy.sqlite", {}, options);
    QVERIFY_OK(report);
    QVERIFY(!report->finished);
    QCOMPARE(*openStore(folder / "copy.sqlite")->cases().count(), std::int64_t{10});
    QVERIFY(!std::filesystem::exists(folder / "copy.sqlite.partial"));
}

void TstBackup::aCopyThatDoesNotCheckOutDoesNotReplaceAnOlderOne()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 10));
    QVERIFY_OK(backUp(store->database(), folder / "copy.sqlite", {}));
    const std::string before = tests::readFile(folder / "copy.sqlite");
    // A witness of a longer chain than the store has: somebody cut the ledger.
    EventPosition longer = store->events().heads()->front();
    longer.n += 5;
    const Result<BackupReport> report =
        backUp(store->database(), folder / "copy.sqlite", std::vector{Anchor{longer, instant()}});
    QVERIFY_OK(report);
    QVERIFY(!report->isSound());
    QCOMPARE(report->chains.problems.front().fault, ChainFault::Truncated);
    QVERIFY(tests::readFile(folder / "copy.sqlite") == before);
    QVERIFY(std::filesystem::exists(folder / "copy.sqlite.suspect"));
}

void TstBackup::aMissingFolderKeepsEverything()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 10));
    QVERIFY_FAILS(backUp(store->database(), folder / "nowhere/copy.sqlite", {}), ErrorCode::Unavailable);
    QCOMPARE(*store->cases().count(), std::int64_t{10});
}

void TstBackup::registersAreBackedUpToo()
{
    const tests::TemporaryDirectory folder;
    const Result<Opened> registers = Database::open(folder / "registers.sqlite", StoreKind::Registers);
    QVERIFY_OK(registers);
    const Result<BackupReport> report = backUp(*registers->database, folder / "copy.sqlite", {});
    QVERIFY_OK(report);
    QVERIFY(report->isSound());
}

QTEST_APPLESS_MAIN(TstBackup)
#include "tst_backup.moc"
