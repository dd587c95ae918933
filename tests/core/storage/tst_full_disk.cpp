// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"
#include "core/storage/chain_check.h"
#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <functional>
#include <sys/mount.h>

using namespace tests::storage;

class TstFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskUndoesTheBatchAndKeepsTheRest();
    void aFileAtItsLimitUndoesTheBatchAndKeepsTheRest();
    void writingGoesOnWhenThereIsSpaceAgain();
    void aBackupToAFullDiskKeepsTheOlderCopy();
};

namespace {

// A file system of a few megabytes; needs the right to mount.
class SmallDisk
{
public:
    explicit SmallDisk(const std::filesystem::path &path, const char *options) : m_path(path)
    {
        std::filesystem::create_directories(path);
        m_isMounted = ::mount("tmpfs", path.c_str(), "tmpfs", 0, options) == 0;
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_path.c_str(), MNT_DETACH);
    }

    bool isMounted() const { return m_isMounted; }

private:
    std::filesystem::path m_path;
    bool m_isMounted = false;
};

// Adds batches until one is refused; the number of whole batches.
int fillUp(Store &store, Result<> &refusal)
{
    int batches = 0;
    do
        refusal = addCases(store, 1 + batches * 100, 100);
    while (refusal && ++batches < 10000);
    return batches;
}

void checkWhole(Store &store, int batches)
{
    QCOMPARE(*store.cases().count(), std::int64_t{batches} * 100);
    QCOMPARE(*store.events().count(), std::int64_t{batches} * 300);
    const Result<ChainReport> report = checkChains(store.database(), {});
    QVERIFY_OK(report);
    QCOMPARE(report->problemCount, std::int64_t{0});
}

} // namespace

void TstFullDisk::aFullDiskUndoesTheBatchAndKeepsTheRest()
{
    const tests::TemporaryDirectory folder;
    const SmallDisk disk(folder / "disk", "size=6m");
    if (!disk.isMounted())
        QSKIP("mounting a small file system needs root; the limit of the file is tested instead");
    const std::unique_ptr<Store> store = openStore(folder / "disk/store.sqlite");
    Result<> refusal;
    const int batches = fillUp(*store, refusal);
    QVERIFY(batches > 0);
    QVERIFY_FAILS(refusal, ErrorCode::Unavailable);
    QVERIFY2(refusal.error().detail.find("free some space") != std::string::npos,
             refusal.error().detail.c_str());
    checkWhole(*store, batches);
}

void TstFullDisk::aFileAtItsLimitUndoesTheBatchAndKeepsTheRest()
{
    const tests::TemporaryDirectory folder;
    OpenOptions options;
    options.maximumPages = 400;
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite", options);
    Result<> refusal;
    const int batches = fillUp(*store, refusal);
    QVERIFY(batches > 0);
    QVERIFY_FAILS(refusal, ErrorCode::Unavailable);
    QVERIFY2(refusal.error().detail.find("everything committed before is kept") != std::string::npos,
             refusal.error().detail.c_str());
    checkWhole(*store, batches);
}

void TstFullDisk::writingGoesOnWhenThereIsSpaceAgain()
{
    const tests::TemporaryDirectory folder;
    int batches = 0;
    {
        OpenOptions options;
        options.maximumPages = 400;
        const std::unique_ptr<Store> store = openStore(folder / "store.sqlite", options);
        Result<> refusal;
        batches = fillUp(*store, refusal);
    }
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1 + batches * 100, 100));
    checkWhole(*store, batches + 1);
}

void TstFullDisk::aBackupToAFullDiskKeepsTheOlderCopy()
{
    const tests::TemporaryDirectory folder;
    const SmallDisk disk(folder / "disk", "size=2m");
    if (!disk.isMounted())
        QSKIP("mounting a small file system needs root");
    const std::unique_ptr<Store> store = openStore(folder / "store.sqlite");
    QVERIFY_OK(addCases(*store, 1, 50));
    QVERIFY_OK(backUp(store->database(), folder / "disk/copy.sqlite", {}));
    QVERIFY_OK(addCases(*store, 100, 3000));
    QVERIFY_FAILS(backUp(store->database(), folder / "disk/copy.sqlite", {}), ErrorCode::Unavailable);
    QVERIFY(!std::filesystem::exists(folder / "disk/copy.sqlite.partial"));
    QCOMPARE(*openStore(folder / "disk/copy.sqlite")->cases().count(), std::int64_t{50});
}

QTEST_APPLESS_MAIN(TstFullDisk)
#include "tst_full_disk.moc"
