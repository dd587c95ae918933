// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/anchor_file.h"
#include "tests/storage/samples.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <fstream>

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
    const Result<std::vector<Anchor>> anchors = file.read();
    QVERIFY_OK(anchors);
    QCOMPARE(anchors->size(), std::size_t{3});
    QVERIFY((*anchors)[0].position == head(440303, 5));
    QVERIFY((*anchors)[2].position == head(440303, 9));
    QCOMPARE((*anchors)[2].at, instant(2));
}

void TstAnchorFile::anUnchangedHeadIsNotWrittenAgain()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(1)));
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(2)));
    QCOMPARE(file.read()->size(), std::size_t{1});
}

void TstAnchorFile::aMissingFileHasNoWitness()
{
    const tests::TemporaryDirectory folder;
    const Result<std::vector<Anchor>> anchors = AnchorFile(folder / "anchors.jsonl").read();
    QVERIFY_OK(anchors);
    QVERIFY(anchors->empty());
}

void TstAnchorFile::aLineCutOffByAPowerFailureIsIgnored()
{
    const tests::TemporaryDirectory folder;
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5), head(440304, 7)}, instant(1)));
    const std::string text = tests::readFile(folder / "anchors.jsonl");
    for (std::size_t cut = 1; cut + 2 < text.size() / 2; ++cut) {
        folder.write("anchors.jsonl", text.substr(0, text.size() - 1 - cut));
        const Result<std::vector<Anchor>> anchors = file.read();
        QVERIFY_OK(anchors);
        QCOMPARE(anchors->size(), std::size_t{1});
    }
}

void TstAnchorFile::theNextWitnessStartsOnItsOwnLine()
{
    const tests::TemporaryDirectory folder;
    folder.write("anchors.jsonl", R"({"at":1,"distr)");
    AnchorFile file(folder / "anchors.jsonl");
    QVERIFY_OK(file.append(std::vector{head(440303, 5)}, instant(1)));
    const Result<std::vector<Anchor>> anchors = file.read();
    QVERIFY_OK(anchors);
    QCOMPARE(anchors->size(), std::size_t{1});
}

void TstAnchorFile::aChangedLineIsCorrupted()
{
    const tests::TemporaryDirectory folder;
    folder.write("anchors.jsonl", "{\"at\":1,\"district\":440303,\"hash\":\"00\",\"n\":1}\n");
    const Result<std::vector<Anchor>> anchors = AnchorFile(folder / "anchors.jsonl").read();
    QVERIFY_FAILS(anchors, ErrorCode::Corrupted);
    QVERIFY(anchors.error().detail.find("line 1") != std::string::npos);
}

QTEST_APPLESS_MAIN(TstAnchorFile)
#include "tst_anchor_file.moc"
