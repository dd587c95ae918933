// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/storage/store.h"
#include "tests/storage/samples.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <atomic>
#include <fstream>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tests::storage;

class TstDatabase : public QObject
{
    Q_OBJECT

private slots:
    void aMissingFileIsCreated();
    void anExistingStoreIsCurrent();
    void aNewerStoreIsRefusedAndNotTouched();
    void somethingElseIsNotAStore_data();
    void somethingElseIsNotAStore();
    void registersAreNotACaseStore();
    void aTruncatedFileIsCorrupted();
    void aMissingFolderIsAnError();
    void readingAMissingStoreIsNotFound();
    void aStoreInAReadOnlyFolderIsReadOnly();
    void aReadOnlyConnectionCannotWrite();
    void leavingTheScopeUndoesTheTransaction();
    void aJoinedTransactionThatFailedUndoesAll();
    void aJoinedTransactionIsCommittedByTheOuterOne();
    void aWrongParameterListIsInternal();
    void aSecondWriterWaitsAndIsThenTurnedAway();
    void whoWaitsToWriteIsNext();
    void anotherProcessCannotWriteAtTheSameTime();
    void aReaderSeesOneMomentBesideAWriter();
};

namespace {

// Runs SQL from outside the module, as somebody with the sqlite3 tool would.
void runRaw(const std::filesystem::path &file, const char *sql)
{
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &raw), SQLITE_OK);
    QCOMPARE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
}

} // namespace

void TstDatabase::aMissingFileIsCreated()
{
    const tests::TemporaryDirectory folder;
    const Result<OpenedStore> opened = Store::open(folder / "store.sqlite");
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::Created);
    QVERIFY(opened->store != nullptr);
}

void TstDatabase::anExistingStoreIsCurrent()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(addCases(*openStore(folder / "store.sqlite"), 1, 3));
    const Result<OpenedStore> opened = Store::open(folder / "store.sqlite");
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::Current);
    QCOMPARE(*opened->store->cases().count(), 3);
}

void TstDatabase::aNewerStoreIsRefusedAndNotTouched()
{
    const tests::TemporaryDirectory folder;
    const auto file = folder / "store.sqlite";
    openStore(file).reset();
    runRaw(file, "PRAGMA user_version = 999");
    const std::string before = tests::readFile(file);
    const Result<OpenedStore> opened = Store::open(file);
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::Newer);
    QVERIFY(opened->store == nullptr);
    QVERIFY(opened->message.find("999") != std::string::npos);
    QVERIFY(tests::readFile(file) == before);
}

void TstDatabase::somethingElseIsNotAStore_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("serial,name\n1,x\n");
    QTest::newRow("a few bytes") << QByteArray("SQLite");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TstDatabase::somethingElseIsNotAStore()
{
    QFETCH(QByteArray, content);
    const tests::TemporaryDirectory folder;
    const auto file = folder.write("store.sqlite", content.toStdString());
    const Result<OpenedStore> opened = Store::open(file);
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::NotAStore);
    QVERIFY(opened->store == nullptr);
    QVERIFY(!opened->message.empty());
    QVERIFY(tests::readFile(file) == content.toStdString());
}

void TstDatabase::registersAreNotACaseStore()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(Database::open(folder / "registers.sqlite", StoreKind::Registers));
    const Result<OpenedStore> opened = Store::open(folder / "registers.sqlite");
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::NotAStore);
}

void TstDatabase::aTruncatedFileIsCorrupted()
{
    const tests::TemporaryDirectory folder;
    const auto file = folder / "store.sqlite";
    QVERIFY_OK(addCases(*openStore(file), 1, 200));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const Result<OpenedStore> opened = Store::open(file);
    QVERIFY_FAILS(opened, ErrorCode::Corrupted);
    QVERIFY(opened.error().detail.find("restore the last backup") != std::string::npos);
}

void TstDatabase::aMissingFolderIsAnError()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_FAILS(Store::open(folder / "nowhere/store.sqlite"), ErrorCode::Unavailable);
}

void TstDatabase::readingAMissingStoreIsNotFound()
{
    const tests::TemporaryDirectory folder;
    OpenOptions options;
    options.access = Access::ReadOnly;
    QVERIFY_FAILS(Store::open(folder / "store.sqlite", options), ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(folder / "store.sqlite"));
}

// Rights do not stop root, a read-only mount does.
void TstDatabase::aStoreInAReadOnlyFolderIsReadOnly()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(addCases(*openStore(folder / "store.sqlite"), 1, 3));
    const char *path = folder.path().c_str();
    const bool isMounted = ::mount(path, path, nullptr, MS_BIND, nullptr) == 0
        && ::mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    const bool isRestricted = !isMounted && ::geteuid() != 0;
    if (isRestricted)
        std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    if (!isMounted && !isRestricted) {
        ::umount(path);
        QSKIP("neither a read-only mount nor file rights can make a folder read-only here");
    }
    const Result<OpenedStore> opened = Store::open(folder / "store.sqlite");
    const bool isRead = opened && opened->store != nullptr && opened->store->cases().count() == 3;
    const bool isRefused = isRead && !opened->store->begin().has_value();
    if (isMounted) {
        ::umount2(path, MNT_DETACH);
    } else {
        std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    }
    QVERIFY_OK(opened);
    QCOMPARE(opened->outcome, OpenOutcome::ReadOnly);
    QVERIFY(opened->message.find("kept") != std::string::npos);
    QVERIFY(isRead);
    QVERIFY(isRefused);
}

void TstDatabase::aReadOnlyConnectionCannotWrite()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(addCases(*openStore(folder / "store.sqlite"), 1, 3));
    OpenOptions options;
    options.access = Access::ReadOnly;
    const std::unique_ptr<Store> reader = openStore(folder / "store.sqlite", options);
    QCOMPARE(*reader->cases().count(), 3);
    QVERIFY_FAILS(reader->begin(), ErrorCode::Denied);
}

void TstDatabase::leavingTheScopeUndoesTheTransaction()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    {
        const Result<Transaction> transaction = store->begin();
        QVERIFY_OK(transaction);
        QVERIFY_OK(store->cases().insert(caseRecord(1), standing()));
    }
    QCOMPARE(*store->cases().count(), 0);
    // The words of the undone case were forgotten with it: writing them again has to work.
    QVERIFY_OK(addCases(*store, 1, 1));
    QCOMPARE(store->cases().byNo(1)->record.item, std::string("HY-002"));
}

void TstDatabase::aJoinedTransactionThatFailedUndoesAll()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    Result<Transaction> outer = store->begin();
    QVERIFY_OK(outer);
    QVERIFY_OK(store->cases().insert(caseRecord(1), standing()));
    {
        const Result<Transaction> inner = store->begin();
        QVERIFY_OK(inner);
    }
    QVERIFY_FAILS(outer->commit(), ErrorCode::Unavailable);
    QCOMPARE(*store->cases().count(), 0);
}

void TstDatabase::aJoinedTransactionIsCommittedByTheOuterOne()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    Result<Transaction> outer = store->begin();
    QVERIFY_OK(outer);
    QVERIFY_OK(addCases(*store, 1, 2));
    QVERIFY(store->database().isInTransaction());
    QVERIFY_OK(outer->commit());
    QVERIFY(!store->database().isInTransaction());
    QCOMPARE(*store->cases().count(), 2);
}

void TstDatabase::aWrongParameterListIsInternal()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_FAILS(store->database().prepare("meta_value", {"name"}, {"value"}), ErrorCode::Internal);
    QVERIFY_FAILS(store->database().prepare("meta_value", {"key"}, {"key"}), ErrorCode::Internal);
    QVERIFY_FAILS(store->database().prepare("no_such_statement"), ErrorCode::Internal);
}

void TstDatabase::aSecondWriterWaitsAndIsThenTurnedAway()
{
    const tests::TemporaryDirectory folder;
    OpenOptions impatient;
    impatient.busyTimeoutMilliseconds = 20;
    const std::unique_ptr<Store> first = openStore(folder / "store.sqlite");
    const std::unique_ptr<Store> second = openStore(folder / "store.sqlite", impatient);
    {
        const Result<Transaction> held = first->begin();
        QVERIFY_OK(held);
        const Result<Transaction> refused = second->begin();
        QVERIFY_FAILS(refused, ErrorCode::Unavailable);
        QVERIFY(refused.error().detail.find("another program is writing") != std::string::npos);
    }
    QVERIFY_OK(addCases(*second, 1, 1));
}

/// One connection writes page after page; acts of another one come in between, each after a page or two.
void TstDatabase::whoWaitsToWriteIsNext()
{
    constexpr int kActs = 40;
    const tests::TemporaryDirectory folder;
    const auto file = folder / "store.sqlite";
    const std::unique_ptr<Store> acting = openStore(file);
    std::atomic<bool> isOver = false;
    std::atomic<int> pages = 0;
    bool isCopied = true;
    std::thread copying([&] {
        const std::unique_ptr<Store> store = openStore(file);
        for (int first = 1000; !isOver && isCopied; first += 100, ++pages)
            isCopied = addCases(*store, first, 100).has_value();
    });
    while (pages == 0)
        std::this_thread::yield();
    const int before = pages;
    bool isActed = true;
    for (int act = 1; act <= kActs && isActed; ++act)
        isActed = addCases(*acting, act, 1).has_value();
    const int meanwhile = pages - before;
    isOver = true;
    copying.join();
    QVERIFY(isActed && isCopied);
    QVERIFY2(meanwhile <= 3 * kActs, std::to_string(meanwhile).c_str());
    QCOMPARE(*acting->cases().count(), kActs + 100 * pages);
}

void TstDatabase::anotherProcessCannotWriteAtTheSameTime()
{
    const tests::TemporaryDirectory folder;
    const auto file = folder / "store.sqlite";
    QVERIFY_OK(addCases(*openStore(file), 1, 1));
    // Two processes write their own cases; each waits for the other and nothing is lost or mixed.
    pid_t children[2];
    for (int child = 0; child < 2; ++child) {
        children[child] = ::fork();
        if (children[child] == 0) {
            const std::unique_ptr<Store> store = openStore(file);
            bool isWritten = true;
            for (int batch = 0; batch < 20; ++batch)
                isWritten = isWritten && addCases(*store, 1000 * (child + 1) + batch * 10, 10).has_value();
            ::_exit(isWritten ? 0 : 1);
        }
    }
    for (const pid_t child : children) {
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    const std::unique_ptr<Store> store = openStore(file);
    QCOMPARE(*store->cases().count(), 401);
    QCOMPARE(*store->events().count(), 1203);
}

void TstDatabase::aReaderSeesOneMomentBesideAWriter()
{
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Store> writer = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*writer, 1, 1));
    OpenOptions options;
    options.access = Access::ReadOnly;
    const std::unique_ptr<Store> reader = openStore(folder / "store.sqlite", options);
    {
        const Result<ReadScope> moment = ReadScope::begin(reader->database());
        QVERIFY_OK(moment);
        QCOMPARE(*reader->cases().count(), 1);
        QVERIFY_OK(addCases(*writer, 10, 5));
        QCOMPARE(*reader->cases().count(), 1);
    }
    QCOMPARE(*reader->cases().count(), 6);
}

QTEST_APPLESS_MAIN(TstDatabase)
#include "tst_database.moc"
