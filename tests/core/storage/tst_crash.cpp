// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/chain_check.h"
#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace tests::storage;

class TstCrash : public QObject
{
    Q_OBJECT

private slots:
    void aKilledWriterLeavesWholeTransactionsOnly_data();
    void aKilledWriterLeavesWholeTransactionsOnly();
    void aLogWithATornEndIsReadUpToItsLastWholeTransaction();
};

namespace {

constexpr int kBatch = 25;

// Writes batches until it is killed; tells the parent over the pipe after each commit.
[[noreturn]] void writeUntilKilled(const std::filesystem::path &file, int pipe)
{
    const std::unique_ptr<Store> store = openStore(file);
    for (int batch = 0; batch < 2000; ++batch) {
        if (!addCases(*store, 1 + batch * kBatch, kBatch))
            ::_exit(1);
        const char done = '.';
        if (::write(pipe, &done, 1) != 1)
            ::_exit(1);
    }
    ::_exit(0);
}

} // namespace

void TstCrash::aKilledWriterLeavesWholeTransactionsOnly_data()
{
    QTest::addColumn<int>("commits");
    QTest::addColumn<int>("microseconds");
    for (int round = 0; round < 12; ++round)
        QTest::addRow("kill %d", round) << round * 3 << round * 137;
}

// Killed a moment after the given commit: sometimes between two batches, mostly in the middle of one.
void TstCrash::aKilledWriterLeavesWholeTransactionsOnly()
{
    QFETCH(int, commits);
    QFETCH(int, microseconds);
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = folder / "store.sqlite";
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t writer = ::fork();
    if (writer == 0)
        writeUntilKilled(file, ends[1]);
    ::close(ends[1]);
    char done = 0;
    for (int seen = 0; seen <= commits; ++seen)
        QCOMPARE(::read(ends[0], &done, 1), ssize_t{1});
    ::usleep(static_cast<useconds_t>(microseconds));
    ::kill(writer, SIGKILL);
    int status = 0;
    QCOMPARE(::waitpid(writer, &status, 0), writer);
    int told = commits + 1;
    while (::read(ends[0], &done, 1) == 1)
        ++told;
    ::close(ends[0]);

    const std::unique_ptr<Store> store = openStore(file);
    const std::int64_t cases = *store->cases().count();
    QCOMPARE(cases % kBatch, std::int64_t{0});
    QVERIFY2(cases >= std::int64_t{told} * kBatch, "a commit that was told is lost");
    QCOMPARE(*store->events().count(), cases * 3);
    const Result<ChainReport> report = checkChains(store->database(), {});
    QVERIFY_OK(report);
    QCOMPARE(report->problemCount, std::int64_t{0});
    QVERIFY(store->database().integrityProblems()->empty());
    QVERIFY_OK(addCases(*store, static_cast<int>(cases) + 1, kBatch));
}

// A power cut can leave the last write of the log half done: cut it at many places and look what is read.
void TstCrash::aLogWithATornEndIsReadUpToItsLastWholeTransaction()
{
    const tests::TemporaryDirectory folder;
    const std::filesystem::path file = folder / "store.sqlite";
    const std::unique_ptr<Store> writer = openStore(file);
    for (int batch = 0; batch < 6; ++batch)
        QVERIFY_OK(addCases(*writer, 1 + batch * kBatch, kBatch));
    const std::filesystem::path log(file.native() + "-wal");
    const std::uintmax_t size = std::filesystem::file_size(log);
    std::int64_t last = 0;
    for (std::uintmax_t step = 0; step <= 40; ++step) {
        const std::filesystem::path copy = folder / "copy.sqlite";
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(log, copy.native() + "-wal",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(copy.native() + "-wal", size * step / 40);
        const Result<OpenedStore> opened = Store::open(copy);
        QVERIFY_OK(opened);
        QVERIFY(opened->store != nullptr);
        const std::int64_t cases = *opened->store->cases().count();
        QCOMPARE(cases % kBatch, std::int64_t{0});
        QVERIFY(cases >= last);
        QCOMPARE(checkChains(opened->store->database(), {})->problemCount, std::int64_t{0});
        last = cases;
    }
    QCOMPARE(last, std::int64_t{6 * kBatch});
}

QTEST_APPLESS_MAIN(TstCrash)
#include "tst_crash.moc"
