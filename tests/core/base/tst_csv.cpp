// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace tongban;
using namespace std::string_literals;

namespace {

/// Gives one byte a call, so that every boundary inside a record is crossed.
class DrippingSource final : public ByteSource
{
public:
    explicit DrippingSource(std::string_view text) : m_source(text) { }

    Result<std::size_t> read(std::span<char> into) override { return m_source.read(into.first(1)); }

private:
    TextSource m_source;
};

class FailingSource final : public ByteSource
{
public:
    Result<std::size_t> read(std::span<char> into) override
    {
        if (m_given)
            return fail(ErrorCode::Unavailable, "the disk is gone");
        m_given = true;
        into[0] = 'a';
        return std::size_t{1};
    }

private:
    bool m_given = false;
};

/// "1: a|b" for a record on line 1, "3-4: ..." for one that takes two lines, "5! problem 2" for field 2 of
/// line 5.
std::string readAll(ByteSource &source, const CsvLimits &limits = {})
{
    CsvReader reader(source, limits);
    CsvRecord record;
    std::string out;
    for (;;) {
        const auto more = reader.next(record);
        if (!more)
            return out + "error: " + more.error().detail;
        if (!*more)
            return out;
        out += std::to_string(record.line);
        if (record.lines > 1)
            out += "-" + std::to_string(record.line + record.lines - 1);
        if (record.problem != CsvProblem::None) {
            out += "! " + std::string(name(record.problem)) + " " + std::to_string(record.column) + "\n";
            continue;
        }
        out += ": ";
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            out += (i == 0 ? "" : "|") + record.fields[i];
        out += record.complete ? "\n" : " (unfinished)\n";
    }
}

} // namespace

class TstCsv : public QObject
{
    Q_OBJECT

private slots:
    void recordsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("records");
        QTest::newRow("empty file") << QByteArray("") << QByteArray("");
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << QByteArray("");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a,b\n")
                              << QByteArray("1: a|b\n");
        QTest::newRow("line feed") << QByteArray("a,b\nc,d\n") << QByteArray("1: a|b\n2: c|d\n");
        QTest::newRow("both") << QByteArray("a,b\r\nc,d\r\n") << QByteArray("1: a|b\n2: c|d\n");
        QTest::newRow("no end") << QByteArray("a,b\nc,d") << QByteArray("1: a|b\n2: c|d (unfinished)\n");
        QTest::newRow("ends in quote") << QByteArray("\"a\"") << QByteArray("1: a (unfinished)\n");
        QTest::newRow("carriage return at the end")
            << QByteArray("a\r") << QByteArray("1: a\r (unfinished)\n");
        QTest::newRow("carriage return inside") << QByteArray("a\rb,c\n") << QByteArray("1: a\rb|c\n");
        QTest::newRow("empty fields") << QByteArray(",\n,,x\n") << QByteArray("1: |\n2: ||x\n");
        QTest::newRow("empty lines") << QByteArray("\n\r\na\n\n\nb\n\n") << QByteArray("3: a\n6: b\n");
        QTest::newRow("quoted empty") << QByteArray("\"\"\n") << QByteArray("1: \n");
        QTest::newRow("quoted separator") << QByteArray("\"a,b\",c\n") << QByteArray("1: a,b|c\n");
        QTest::newRow("doubled quote")
            << QByteArray("\"a \"\"b\"\"\"\n\"\"\"\"\n") << QByteArray("1: a \"b\"\n2: \"\n");
        QTest::newRow("line end inside")
            << QByteArray("\"a\nb\",c\n\"d\r\ne\"\r\nf\n") << QByteArray("1-2: a\nb|c\n3-4: d\r\ne\n5: f\n");
        QTest::newRow("spaces stay") << QByteArray(" a , b \n") << QByteArray("1:  a | b \n");
        QTest::newRow("chinese") << QByteArray("\"南山区,深圳\",粤B12345\n")
                                 << QByteArray("1: 南山区,深圳|粤B12345\n");
        QTest::newRow("zero byte") << QByteArray("a\0b,c\n", 6) << QByteArray("1: a\0b|c\n", 9);
        QTest::newRow("not UTF-8 passes")
            << QByteArray("\xff,\xc9\xee\n") << QByteArray("1: \xff|\xc9\xee\n");
        QTest::newRow("text after quote")
            << QByteArray("a,\"b\"c,d\nok\n") << QByteArray("1! text_after_quote 2\n2: ok\n");
        QTest::newRow("carriage return after quote")
            << QByteArray("\"b\"\rc\nok\n") << QByteArray("1! text_after_quote 1\n2: ok\n");
        QTest::newRow("quote inside")
            << QByteArray("a,5\" pipe\nok\n") << QByteArray("1! quote_inside_field 2\n2: ok\n");
        QTest::newRow("space before quote")
            << QByteArray("a, \"b\"\nok\n") << QByteArray("1! quote_inside_field 2\n2: ok\n");
        QTest::newRow("never closed")
            << QByteArray("a\nb,\"c\nd\ne\n") << QByteArray("1: a\n2! unterminated_quote 2\n3: d\n4: e\n");
        QTest::newRow("never closed at the end")
            << QByteArray("a,\"") << QByteArray("1! unterminated_quote 2\n");
        QTest::newRow("one stray quote costs one line")
            << QByteArray("a,\"b\nc,d\ne,\"f\"\ng\n")
            << QByteArray("1! text_after_quote 2\n2: c|d\n3: e|f\n4: g\n");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0,\0",
                                              6)
                                << QByteArray("error: the file is UTF-16 or UTF-32, not UTF-8");
    }

    void recordsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, records);
        const std::string bytes = text.toStdString();
        TextSource whole(bytes);
        QCOMPARE(readAll(whole), records.toStdString());
        DrippingSource dripping(bytes);
        QCOMPARE(readAll(dripping), records.toStdString());
    }

    void limitsAreKept()
    {
        const CsvLimits limits{.separator = ';', .longestRecord = 10, .mostFields = 3};
        const std::string text =
            "1;2;3\n1;2;3;4\n0123456789\n01234567890\n\"0123456\n\";x\n\"012345678901\nok\n;;\n"
            "012345678901234567890123456789\n0;1234567;\n0;12345678;\n";
        const std::string expected = "1: 1|2|3\n2! too_many_fields 3\n3: 0123456789\n4! too_long 1\n"
                                     "5! too_long 2\n6! text_after_quote 1\n7! unterminated_quote 1\n8: ok\n"
                                     "9: ||\n10! too_long 1\n11: 0|1234567|\n12! too_long 3\n";
        TextSource whole(text);
        const std::string read = readAll(whole, limits);
        DrippingSource dripping(text);
        QCOMPARE(readAll(dripping, limits), read);
        QCOMPARE(read, expected);
    }

    void aHugeQuotedFieldIsNotHeld()
    {
        std::string text = "a\n\"" + std::string(5'000'000, 'x') + "\n";
        text += "b\n";
        TextSource source(text);
        QCOMPARE(readAll(source), "1: a\n2! unterminated_quote 1\n3: b\n"s);
    }

    void anErrorOfTheSourceIsPassedOn()
    {
        FailingSource source;
        QCOMPARE(readAll(source), "error: the disk is gone"s);
    }

    void writtenRecordsAreReadBack()
    {
        const std::vector<std::vector<std::string_view>> records{
            {"a", "b"}, {""}, {"", ""}, {"a,b", "c\"d", "e\nf", "g\r\nh", " i "}, {"深圳;南山"}, {"\r"}};
        std::string text;
        for (const auto &record : records)
            appendCsvRecord(text, record);
        TextSource source(text);
        CsvReader reader(source);
        CsvRecord record;
        for (const auto &expected : records) {
            QVERIFY(*reader.next(record));
            QCOMPARE(record.problem, CsvProblem::None);
            QVERIFY(std::ranges::equal(record.fields, expected));
        }
        QVERIFY(!*reader.next(record));
    }
};

QTEST_APPLESS_MAIN(TstCsv)
#include "tst_csv.moc"
