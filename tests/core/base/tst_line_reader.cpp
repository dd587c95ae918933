// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QObject>
#include <QTest>

#include <cstdio>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace tongban;
using namespace std::string_literals;

namespace {

class DrippingSource final : public ByteSource
{
public:
    explicit DrippingSource(std::string_view text) : m_source(text) { }

    Result<std::size_t> read(std::span<char> into) override { return m_source.read(into.first(1)); }

private:
    TextSource m_source;
};

/// "1@0 abc" a line; "..." for unfinished, "(12 bytes)" for too long.
std::string readAll(ByteSource &source, std::size_t longest)
{
    LineReader reader(source, longest);
    Line line;
    std::string out;
    for (;;) {
        const auto more = reader.next(line);
        if (!more)
            return out + "error: " + more.error().detail;
        if (!*more)
            return out;
        out += std::to_string(line.number) + "@" + std::to_string(line.offset) + " ";
        out += line.tooLong ? "(" + std::to_string(line.size) + " bytes)" : std::string(line.text);
        out += line.complete ? "\n" : "...\n";
    }
}

/// The most memory this process has had, in kilobytes.
long peakMemory()
{
    struct rusage usage {
    };
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TstLineReader : public QObject
{
    Q_OBJECT

private slots:
    void linesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << QByteArray("");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a\n")
                              << QByteArray("1@3 a\n");
        QTest::newRow("one") << QByteArray("abc\n") << QByteArray("1@0 abc\n");
        QTest::newRow("unfinished") << QByteArray("a\nbc") << QByteArray("1@0 a\n2@2 bc...\n");
        QTest::newRow("unfinished with carriage return") << QByteArray("a\r") << QByteArray("1@0 a\r...\n");
        QTest::newRow("both ends") << QByteArray("a\r\nb\n\r\n\n")
                                   << QByteArray("1@0 a\n2@3 b\n3@5 \n4@7 \n");
        QTest::newRow("carriage returns alone end nothing")
            << QByteArray("a\rb\n\r\r\n") << QByteArray("1@0 a\rb\n2@4 \r\n");
        QTest::newRow("as long as allowed")
            << QByteArray("0123456789\r\n0123456789") << QByteArray("1@0 0123456789\n2@12 0123456789...\n");
        QTest::newRow("too long by one")
            << QByteArray("0123456789a\nb\n") << QByteArray("1@0 (11 bytes)\n2@12 b\n");
        QTest::newRow("too long with both ends")
            << QByteArray("0123456789a\r\nb\n") << QByteArray("1@0 (11 bytes)\n2@13 b\n");
        QTest::newRow("too long by far") << QByteArray(100, 'x') + "\nb\n"
                                         << QByteArray("1@0 (100 bytes)\n2@101 b\n");
        QTest::newRow("too long and unfinished")
            << QByteArray("a\n") + QByteArray(20, 'x') << QByteArray("1@0 a\n2@2 (20 bytes)...\n");
        QTest::newRow("zero bytes") << QByteArray("a\0b\n\0\n", 6) << QByteArray("1@0 a\0b\n2@4 \0\n", 14);
        QTest::newRow("not UTF-8 passes") << QByteArray("\xff\xc9\n") << QByteArray("1@0 \xff\xc9\n");
        QTest::newRow("UTF-16") << QByteArray("\xFE\xFF\0a", 4)
                                << QByteArray("error: the file is UTF-16 or UTF-32, not UTF-8");
    }

    void linesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, lines);
        const std::string bytes = text.toStdString();
        TextSource whole(bytes);
        QCOMPARE(readAll(whole, 10), lines.toStdString());
        DrippingSource dripping(bytes);
        QCOMPARE(readAll(dripping, 10), lines.toStdString());
    }

    void theMarkIsTold()
    {
        TextSource source("\xEF\xBB\xBF"
                          "a\n");
        LineReader reader(source);
        Line line;
        QVERIFY(*reader.next(line));
        QVERIFY(reader.hadBom());
        QVERIFY(!*reader.next(line));
        QVERIFY(!*reader.next(line));
    }

    void aLineOfThreeGigabytesTakesNoMemory()
    {
        const tests::TemporaryDirectory folder;
        const auto path = folder.write("huge.jsonl", "first\n");
        constexpr off_t kSize = off_t{3} << 30U;
        QCOMPARE(::truncate(path.c_str(), kSize), 0);
        std::FILE *file = std::fopen(path.c_str(), "ab");
        QVERIFY(file != nullptr);
        std::fputs("\nlast\n", file);
        std::fclose(file);

        auto source = FileSource::open(path);
        QVERIFY_OK(source);
        QCOMPARE(source->size(), static_cast<std::uint64_t>(kSize) + 6);
        const long before = peakMemory();
        LineReader reader(*source);
        Line line;
        QVERIFY(*reader.next(line));
        QCOMPARE(line.text, std::string_view("first"));
        QVERIFY(*reader.next(line));
        QVERIFY(line.tooLong && line.complete && line.text.empty());
        QCOMPARE(line.number, 2U);
        QCOMPARE(line.size, static_cast<std::uint64_t>(kSize) - 6);
        QVERIFY(*reader.next(line));
        QCOMPARE(line.text, std::string_view("last"));
        QCOMPARE(line.offset, static_cast<std::uint64_t>(kSize) + 1);
        QVERIFY(!*reader.next(line));
        QVERIFY2(peakMemory() - before < 16 * 1024, std::to_string(peakMemory() - before).c_str());
    }

    void aFolderOrAnAbsentFileIsRefused()
    {
        const tests::TemporaryDirectory folder;
        QVERIFY_FAILS(FileSource::open(folder.path()), ErrorCode::InvalidInput);
        QVERIFY_FAILS(FileSource::open(folder / "absent"), ErrorCode::NotFound);
        QVERIFY_FAILS(FileSource::open(folder.write("a", "x") / "b"), ErrorCode::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(TstLineReader)
#include "tst_line_reader.moc"
