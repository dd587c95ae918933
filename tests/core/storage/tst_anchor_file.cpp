// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/anchor_file.h"
#include "tests/storage/samples.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <sstream>

using namespace tests::storage;

class TstAnchorFile : public QObject
{
    Q_OBJECT

private slots:
    void witnessesAreReadBackInOrder();
    void anUnchangedHeadIsNotWrittenAgain();
    void aMissingFileHasNoWitness();
    void aLineCutOffByAPowerFailureIsIgnored();
    void theNextWitnessStartsOnItsOwnLine();
    void aChangedLineIsCorrupted();
    void everyLineNamesTheOneBeforeIt();
    void aChangedMovedOrMissingLineBreaksTheOrder_data();
    void aChangedMovedOrMissingLineBreaksTheOrder();
    void aCopyEndsWithTheLineAskedFor();
};

namespace {

EventPosition head(int district, std::int64_t n)
{
    return {district, n, sha256(std::to_string(district) + "/" + std::to_string(n))};
}

} // namespace

void TstAnchorFile::witnessesAreReadBackInOrder()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5), head(440304, 7)}, instant(1)));
    QVERIFY_OK(file.append(std::vector{head(440303, 9)}, instant(2)));
    const Result<AnchorLines> anchors = file.read();
    QVERIFY_OK(anchors);
    QCOMPARE(anchors->anchors.size(), std::size_t{3});
    QVERIFY(anchors->anchors[0].position == head(440303, 5));
    QVERIFY(anchors->anchors[2].position == head(440303, 9));
    QCOMPARE(anchors->anchors[2].at, instant(2));
}

void TstAnchorFile::anUnchangedHeadIsNotWrittenAgain()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(1)));
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(2)));
    QCOMPARE(file.read()->anchors.size(), std::size_t{1});
}

void TstAnchorFile::aMissingFileHasNoWitness()
{
    const tests::TemporaryDirectory folder;
    const Result<AnchorLines> anchors = AnchorFile(folder / "anchors.jsonl").read();
    QVERIFY_OK(anchors);
    QVERIFY(anchors->anchors.empty());
}

void TstAnchorFile::aLineCutOffByAPowerFailureIsIgnored()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5), head(440304, 7)}, instant(1)));
    const std::string text = tests::readFile(folder / "anchors.jsonl");
    for (std::size_t cut = 1; cut + 2 < text.size() / 2; ++cut) {
        folder.write("anchors.jsonl", text.substr(0, text.size() - 1 - cut));
        const Result<AnchorLines> anchors = file.read();
        QVERIFY_OK(anchors);
        QCOMPARE(anchors->anchors.size(), std::size_t{1});
    }
}

void TstAnchorFile::theNextWitnessStartsOnItsOwnLine()
{
    const tests::TemporaryDirectory folder;
    folder.write("anchors.jsonl", R"({"at":1,"distr)");
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(1)));
    const Result<AnchorLines> anchors = file.read();
    QVERIFY_OK(anchors);
    QCOMPARE(anchors->anchors.size(), std::size_t{1});
}

void TstAnchorFile::aChangedLineIsCorrupted()
{
    const tests::TemporaryDirectory folder;
    folder.write("anchors.jsonl", "{\"at\":1,\"district\":440303,\"hash\":\"00\",\"n\":1}\n");
    const Result<AnchorLines> anchors = AnchorFile(folder / "anchors.jsonl").read();
    QVERIFY_FAILS(anchors, ErrorCode::Corrupted);
    QVERIFY(anchors.error().detail.find("line 1") != std::string::npos);
}

void TstAnchorFile::everyLineNamesTheOneBeforeIt()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY(!file.lastLine()->has_value());
    for (int n = 1; n <= 4; ++n)
        QVERIFY_OK(file.append(std::vector{head(440303, n), head(440304, n)}, instant(n)));
    const Result<AnchorLines> read = file.read();
    QVERIFY_OK(read);
    QVERIFY(read->broken.empty());
    QCOMPARE(read->lines.size(), std::size_t{8});
    QVERIFY(*file.lastLine() == read->lines.back());
    QVERIFY(read->has(read->lines.front()));
    QVERIFY(!read->has(sha256("another")));
}

void TstAnchorFile::aChangedMovedOrMissingLineBreaksTheOrder_data()
{
    QTest::addColumn<std::string>("order");
    QTest::addColumn<int>("firstBroken");
    QTest::newRow("whole") << std::string("0123") << 0;
    QTest::newRow("the end is missing") << std::string("01") << 0; // the store remembers a line
    QTest::newRow("the beginning is missing") << std::string("123") << 1;
    QTest::newRow("one is missing") << std::string("023") << 2;
    QTest::newRow("two are exchanged") << std::string("0213") << 2;
    QTest::newRow("one is changed") << std::string("0c23") << 3;
}

void TstAnchorFile::aChangedMovedOrMissingLineBreaksTheOrder()
{
    QFETCH(std::string, order);
    QFETCH(int, firstBroken);
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    for (int n = 1; n <= 4; ++n)
        QVERIFY_OK(file.append(std::vector{head(440303, n)}, instant(n)));
    std::vector<std::string> lines;
    std::istringstream whole(tests::readFile(folder / "anchors.jsonl"));
    for (std::string line; std::getline(whole, line);)
        lines.push_back(line + '\n');
    std::string changed = lines[1];
    changed.replace(changed.find("\"n\":2"), 5, "\"n\":9");
    std::string text;
    for (const char place : order) // 'c': the second line, changed
        text += place == 'c' ? changed : lines[static_cast<std::size_t>(place - '0')];
    folder.write("anchors.jsonl", text);
    const Result<AnchorLines> read = file.read();
    QVERIFY_OK(read);
    QCOMPARE(read->broken.empty(), firstBroken == 0);
    if (firstBroken != 0)
        QCOMPARE(read->broken.front(), std::int64_t{firstBroken});
}

void TstAnchorFile::aCopyEndsWithTheLineAskedFor()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    for (int n = 1; n <= 4; ++n)
        QVERIFY_OK(file.append(std::vector{head(440303, n)}, instant(n)));
    const AnchorLines all = *file.read();
    QVERIFY_OK(file.copyThrough(all.lines[2], folder / "copy.jsonl"));
    const Result<AnchorLines> copy = AnchorFile(folder / "copy.jsonl").read();
    QVERIFY_OK(copy);
    QCOMPARE(copy->lines.size(), std::size_t{3});
    QVERIFY(copy->broken.empty());
}

QTEST_APPLESS_MAIN(TstAnchorFile)
#include "tst_anchor_file.moc"
