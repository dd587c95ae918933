// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QObject>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace tongban;
namespace fs = std::filesystem;

namespace {

int entriesOf(const fs::path &folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TstFile : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsReadWhole()
    {
        const tests::TemporaryDirectory folder;
        const std::string bytes("a\0b\r\n\xff", 6);
        QCOMPARE(*readFile(folder.write("f", bytes), 100), bytes);
        QCOMPARE(*readFile(folder.write("empty", ""), 0), std::string());
        const std::string large(200'000, 'x');
        QCOMPARE(*readFile(folder.write("large", large), 1'000'000), large);
    }

    void theLimitIsKept()
    {
        const tests::TemporaryDirectory folder;
        const auto path = folder.write("f", "12345");
        QVERIFY_OK(readFile(path, 5));
        QVERIFY_FAILS(readFile(path, 4), ErrorCode::InvalidInput);
        QVERIFY_FAILS(readFile("/dev/zero", 100'000), ErrorCode::InvalidInput);
        QVERIFY_OK(readFile("/proc/self/status", 100'000)); // tells no size
    }

    void whatCannotBeReadSaysSo()
    {
        const tests::TemporaryDirectory folder;
        const auto absent = readFile(folder / "absent", 10);
        QVERIFY_FAILS(absent, ErrorCode::NotFound);
        QVERIFY(absent.error().detail.find((folder / "absent").string()) != std::string::npos);
        QVERIFY_FAILS(readFile(folder.path(), 10), ErrorCode::InvalidInput);
    }

    void aFileIsMadeAndReplaced()
    {
        const tests::TemporaryDirectory folder;
        const auto path = folder / "f";
        QVERIFY_OK(replaceFile(path, "first"));
        QCOMPARE(tests::readFile(path), std::string("first"));
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        QVERIFY_OK(replaceFile(path, "second"));
        QCOMPARE(tests::readFile(path), std::string("second"));
        QVERIFY(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        QCOMPARE(entriesOf(folder.path()), 1);
    }

    void aLinkIsFollowed()
    {
        const tests::TemporaryDirectory folder;
        const auto target = folder.write("target", "old");
        fs::create_symlink(target, folder / "link");
        QVERIFY_OK(replaceFile(folder / "link", "new"));
        QCOMPARE(tests::readFile(target), std::string("new"));
        QVERIFY(fs::is_symlink(folder / "link"));
    }

    void aFailedReplacementLeavesTheOldFileAndNothingElse()
    {
        const tests::TemporaryDirectory folder;
        const auto path = folder.write("f", "old");
        // A limit on the size of files stands in for a full disk.
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit usual {
        };
        getrlimit(RLIMIT_FSIZE, &usual);
        struct rlimit small = usual;
        small.rlim_cur = 1000;
        setrlimit(RLIMIT_FSIZE, &small);
        const auto outcome = replaceFile(path, std::string(100'000, 'x'));
        setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY_FAILS(outcome, ErrorCode::Unavailable);
        QCOMPARE(tests::readFile(path), std::string("old"));
        QCOMPARE(entriesOf(folder.path()), 1);
    }

    void whatCannotBeWrittenSaysSo()
    {
        const tests::TemporaryDirectory folder;
        QVERIFY_FAILS(replaceFile(folder / "no/such/folder", "x"), ErrorCode::NotFound);
        QVERIFY_FAILS(replaceFile(folder.path(), "x"), ErrorCode::InvalidInput);
        if (::geteuid() == 0)
            return; // root may write anywhere
        fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
        QVERIFY_FAILS(replaceFile(folder / "f", "x"), ErrorCode::Denied);
        fs::permissions(folder.path(), fs::perms::owner_all);
    }

    void errorsOfTheSystemSayWhatToDo()
    {
        const auto codeOf = [](int error) {
            return fileError(error, "write", "/a/b").code;
        };
        QCOMPARE(codeOf(ENOSPC), ErrorCode::Unavailable);
        QCOMPARE(codeOf(EDQUOT), ErrorCode::Unavailable);
        QCOMPARE(codeOf(EROFS), ErrorCode::Denied);
        QCOMPARE(codeOf(EACCES), ErrorCode::Denied);
        QCOMPARE(codeOf(ENOENT), ErrorCode::NotFound);
        QCOMPARE(codeOf(EISDIR), ErrorCode::InvalidInput);
        QCOMPARE(fileError(ENOSPC, "write", "/a/b").detail,
                 std::string("cannot write /a/b: No space left on device"));
    }
};

QTEST_APPLESS_MAIN(TstFile)
#include "tst_file.moc"
