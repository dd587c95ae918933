// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sheet/row_seal.h"
#include "core/sheet/sheet_reader.h"
#include "core/sheet/sheet_writer.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <fstream>
#include <zip.h>

using namespace tongban;
using namespace tongban::sheet;

namespace {

using Table = std::vector<std::vector<std::string>>;

std::vector<std::string> sealed(std::vector<std::string> cells)
{
    cells.push_back(sealOf(cells));
    return cells;
}

/// Names that could be formulas, quotes, line ends, rare characters, codes of 18 digits.
Table table()
{
    return {{"受理号", "申请人", "证件号码", "校验"},
            sealed({"一", "林\"安宁\", 有限", "440300199105010010"}),
            sealed({"二", "=1+1", "91440300MA5DA1XX0K"}),
            sealed({"三", "𠮷田\n第二行", "440300199105011000"}),
            sealed({"四", "-", ""})};
}

void write(const std::filesystem::path &file, Format format, const Table &rows)
{
    auto writer = createSheet(file, format);
    QVERIFY_OK(writer);
    for (const auto &row : rows)
        QVERIFY_OK((*writer)->add(row));
    QVERIFY_OK((*writer)->finish());
}

/// Replaces one part of an XLSX file.
void replacePart(const std::filesystem::path &file, const char *part, const std::string &bytes)
{
    int fault = 0;
    zip_t *zip = zip_open(file.string().c_str(), 0, &fault);
    QVERIFY(zip != nullptr);
    zip_source_t *source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    QVERIFY(zip_file_add(zip, part, source, ZIP_FL_OVERWRITE) >= 0);
    QCOMPARE(zip_close(zip), 0);
}

} // namespace

class TstSheet : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void aWriterThatGoesLeavesNothing();
    void aFolderThatIsNotThereIsSaid();
    void csvIsMarkedAndNoFormulaRuns();
    void roundedCodesAreFound_data();
    void roundedCodesAreFound();
    void aChangedCellIsFound();
    void aRowWithoutASealIsFound();
    void numbersOfASpreadsheetAreReadAsTheyStand();
    void whatIsNoSheetIsRefused();
};

void TstSheet::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("csv") << static_cast<int>(Format::Csv);
    QTest::newRow("xlsx") << static_cast<int>(Format::Xlsx);
}

void TstSheet::whatIsWrittenIsReadAgain()
{
    QFETCH(int, format);
    const tests::TemporaryDirectory folder;
    write(folder / "sheet", static_cast<Format>(format), table());
    const auto rows = readSheet(folder / "sheet");
    QVERIFY_OK(rows);
    Table wanted = table();
    QVERIFY(*rows == wanted);
    const SealReport report = checkSeals(*rows);
    QCOMPARE(report.rows, std::int64_t{4});
    QVERIFY(report.problems.empty()); // also the code that really ends in 000
    QVERIFY(!std::filesystem::exists(folder / "sheet.part"));
}

void TstSheet::aWriterThatGoesLeavesNothing()
{
    const tests::TemporaryDirectory folder;
    for (const Format format : {Format::Csv, Format::Xlsx}) {
        auto writer = createSheet(folder / "sheet", format);
        QVERIFY_OK(writer);
        QVERIFY_OK((*writer)->add(table().front()));
        writer->reset();
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }
}

void TstSheet::aFolderThatIsNotThereIsSaid()
{
    const tests::TemporaryDirectory folder;
    for (const Format format : {Format::Csv, Format::Xlsx})
        QCOMPARE(createSheet(folder / "none" / "sheet", format).error().code, ErrorCode::NotFound);
}

void TstSheet::csvIsMarkedAndNoFormulaRuns()
{
    const tests::TemporaryDirectory folder;
    write(folder / "sheet.csv", Format::Csv, table());
    const std::string bytes = tests::readFile(folder / "sheet.csv");
    QVERIFY(bytes.starts_with("\xef\xbb\xbf"));
    QVERIFY(bytes.find(",'=1+1,") != std::string::npos || bytes.find(",\"'=1+1\",") != std::string::npos);
}

void TstSheet::roundedCodesAreFound_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("as saved by a spreadsheet") << QStringLiteral("440300199105010000");
    QTest::newRow("as shown by a spreadsheet") << QStringLiteral("4.403E+17");
    QTest::newRow("with all digits") << QStringLiteral("4.40300199105010E+17");
}

void TstSheet::roundedCodesAreFound()
{
    QFETCH(QString, code);
    Table rows = table();
    rows[1][2] = code.toStdString();
    const SealReport report = checkSeals(rows);
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems.front().row, std::int64_t{2});
    QCOMPARE(report.problems.front().problem, SealProblem::CodeRounded);
    QCOMPARE(report.problems.front().key, std::string("一"));
    QCOMPARE(report.problems.front().column, std::string("证件号码"));
}

void TstSheet::aChangedCellIsFound()
{
    Table rows = table();
    rows[1][1] = "别人";
    const SealReport report = checkSeals(rows);
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems.front().problem, SealProblem::Changed);
    QCOMPARE(report.problems.front().row, std::int64_t{2});
}

void TstSheet::aRowWithoutASealIsFound()
{
    Table rows = table();
    rows[2].pop_back();
    rows.push_back({"", "", "", ""}); // what spreadsheets leave behind
    const SealReport report = checkSeals(rows);
    QCOMPARE(report.rows, std::int64_t{4});
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems.front().problem, SealProblem::SealMissing);
}

void TstSheet::numbersOfASpreadsheetAreReadAsTheyStand()
{
    const tests::TemporaryDirectory folder;
    write(folder / "sheet.xlsx", Format::Xlsx, table());
    replacePart(folder / "sheet.xlsx", "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>受</t></r><r><t>理"
                "</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c></row><row r=\"3\"><c r=\"C3\">"
                "<v>4.4030019910501E+17</v></c></row></sheetData></worksheet>");
    const auto rows = readSheet(folder / "sheet.xlsx");
    QVERIFY_OK(rows);
    const Table wanted{{"受理"}, {}, {"", "", "4.4030019910501E+17"}};
    QVERIFY(*rows == wanted);
}

void TstSheet::whatIsNoSheetIsRefused()
{
    const tests::TemporaryDirectory folder;
    const auto refused = [&](const std::string &bytes) {
        std::ofstream(folder / "sheet", std::ios::binary) << bytes;
        const auto rows = readSheet(folder / "sheet");
        return !rows && rows.error().code == ErrorCode::InvalidInput;
    };
    QVERIFY(refused(""));
    QVERIFY(refused("PK\x03\x04 and nothing"));
    QVERIFY(refused("\xd5\xc5\xce\xb0,\xff\xfe\n"));
    write(folder / "sheet", Format::Xlsx, table());
    replacePart(folder / "sheet", "xl/worksheets/sheet1.xml", "<worksheet><row><c t=\"s\"><v>99</v></c>");
    const auto rows = readSheet(folder / "sheet");
    QVERIFY(!rows && rows.error().code == ErrorCode::InvalidInput);
}

QTEST_APPLESS_MAIN(TstSheet)
#include "tst_sheet.moc"
