// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/batch.h"
#include "core/service/acts/claims.h"
#include "core/service/cases/case_export.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

SignedIn clerk(const std::string &name = "clerk-1")
{
    SignedIn person;
    person.account.name = name;
    person.account.displayName = name;
    person.account.roles = {permit::Role::Clerk};
    return person;
}

/// Six cases that wait for people, two of them in Futian.
void takeInSix(Office &office)
{
    office.importRegisters({});
    std::vector<ApplicationLine> lines;
    for (int n = 1; n <= 6; ++n)
        lines.push_back({.person = n, .district = n <= 2 ? "440304" : "440300", .humanPlease = true});
    office.takeIn(lines);
    office.work();
}

CaseQuery futian()
{
    CaseQuery query;
    query.queue = "people";
    query.district = 440304;
    return query;
}

std::filesystem::path exported(Office &office, const CaseQuery &query, ExportFormat format)
{
    const std::filesystem::path file = office.directory() / "list";
    const auto running = must(CaseExport::begin(office.workspace(), {file, format, query}));
    while (must(running->step(office.workspace()))) { }
    if (!running->finish())
        std::abort();
    return file;
}

void replaceInFile(const std::filesystem::path &file, const std::string &from, const std::string &to)
{
    std::string bytes = tests::readFile(file);
    const std::size_t at = bytes.find(from);
    if (at == std::string::npos)
        std::abort();
    bytes.replace(at, from.size(), to);
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

class TstListWork : public QObject
{
    Q_OBJECT

private slots:
    void theWholeFilteredListIsExported_data();
    void theWholeFilteredListIsExported();
    void aCodeThatASpreadsheetRoundedIsRefusedByRow();
    void aChangedCodeIsRefusedWithTheRightOne();
    void anExportThatIsGivenUpLeavesNothing();
    void aPreviewChangesNothingAndSaysWhoIsInTheWay();
    void everyRowOfABatchHasItsOwnResult();
    void casesOutOfTurnWaitForAReason();
    void aReceiptIsPrintedForEach();
};

void TstListWork::theWholeFilteredListIsExported_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("csv") << static_cast<int>(ExportFormat::Csv);
    QTest::newRow("xlsx") << static_cast<int>(ExportFormat::Xlsx);
}

void TstListWork::theWholeFilteredListIsExported()
{
    QFETCH(int, format);
    Office office;
    takeInSix(office);
    const auto file = exported(office, futian(), static_cast<ExportFormat>(format));
    const ReturnedSheet back = must(checkReturnedSheet(office.workspace(), file));
    QCOMPARE(back.rows, std::int64_t{2});
    QVERIFY(back.isAccepted());
    CaseQuery all;
    QCOMPARE(
        must(checkReturnedSheet(office.workspace(), exported(office, all, static_cast<ExportFormat>(format))))
            .rows,
        std::int64_t{6});
}

void TstListWork::aCodeThatASpreadsheetRoundedIsRefusedByRow()
{
    Office office;
    takeInSix(office);
    const auto file = exported(office, {}, ExportFormat::Csv);
    const std::string code = personNo(5);
    replaceInFile(file, code, code.substr(0, 15) + "000");
    replaceInFile(file, personNo(2), "4.40300E+17");
    const ReturnedSheet back = must(checkReturnedSheet(office.workspace(), file));
    QVERIFY(!back.isAccepted());
    QCOMPARE(back.problems.size(), std::size_t{2});
    for (const ReturnedRow &row : back.problems) {
        QCOMPARE(row.problem, std::string("code_rounded"));
        QCOMPARE(row.column, std::string("证件号码"));
        QVERIFY(row.row >= 2 && row.row <= 7);
        QVERIFY(row.serial == office.serialOf(5) ? row.stored == code : row.stored == personNo(2));
    }
}

void TstListWork::aChangedCodeIsRefusedWithTheRightOne()
{
    Office office;
    takeInSix(office);
    const auto file = exported(office, {}, ExportFormat::Csv);
    replaceInFile(file, personNo(3), personNo(7));
    const ReturnedSheet back = must(checkReturnedSheet(office.workspace(), file));
    QCOMPARE(back.problems.size(), std::size_t{1});
    QCOMPARE(back.problems.front().problem, std::string("changed"));
    QCOMPARE(back.problems.front().stored, personNo(3));
}

void TstListWork::anExportThatIsGivenUpLeavesNothing()
{
    Office office;
    takeInSix(office);
    const std::filesystem::path file = office.directory() / "list.xlsx";
    {
        const auto running =
            must(CaseExport::begin(office.workspace(), {file, ExportFormat::Xlsx, CaseQuery()}));
        QCOMPARE(running->total(), std::int64_t{6});
        must(running->step(office.workspace()));
    }
    for (const auto &entry : std::filesystem::directory_iterator(office.directory().path()))
        QVERIFY(!entry.path().filename().string().starts_with("list"));
}

void TstListWork::aPreviewChangesNothingAndSaysWhoIsInTheWay()
{
    Office office;
    takeInSix(office);
    must(claimCase(office.workspace(), office.serialOf(1), clerk("other")));
    const BatchPreview preview = must(previewBatch(office.workspace(), BatchVerb::Claim, futian(), clerk()));
    QCOMPARE(preview.total, std::int64_t{2});
    QVERIFY(!preview.isTooMany());
    QCOMPARE(preview.rows[0].problem, std::string("held_by_other"));
    QCOMPARE(preview.rows[0].holderName, std::string("other"));
    QVERIFY(preview.rows[1].isGood());
    QVERIFY(office.story(2).line.holder.empty());
}

void TstListWork::everyRowOfABatchHasItsOwnResult()
{
    Office office;
    takeInSix(office);
    must(claimCase(office.workspace(), office.serialOf(1), clerk("other")));
    BatchRequest request;
    request.verb = BatchVerb::Claim;
    std::string results;
    for (const int person : {1, 2})
        results +=
            must(doBatchRow(office.workspace(), request, office.serialOf(person), clerk())).problem + ";";
    QCOMPARE(results, std::string("held_by_other;;"));
    QCOMPARE(office.story(2).line.holder, std::string("clerk-1"));
    request.verb = BatchVerb::PutBack;
    QVERIFY(must(doBatchRow(office.workspace(), request, office.serialOf(2), clerk())).isGood());
    QVERIFY(office.story(2).line.holder.empty());
}

void TstListWork::casesOutOfTurnWaitForAReason()
{
    Office office;
    takeInSix(office);
    BatchRequest request;
    request.verb = BatchVerb::Claim;
    QCOMPARE(must(doBatchRow(office.workspace(), request, office.serialOf(6), clerk())).problem,
             std::string("out_of_turn"));
    request.reason = "企业集中办理";
    QVERIFY(must(doBatchRow(office.workspace(), request, office.serialOf(6), clerk())).isGood());
    QCOMPARE(must(picksOutOfTurn(office.workspace())).front().reason, std::string("企业集中办理"));
}

void TstListWork::aReceiptIsPrintedForEach()
{
    Office office;
    takeInSix(office);
    BatchRequest request;
    request.verb = BatchVerb::PrintReceipts;
    request.folder = office.directory().path();
    const BatchRow row = must(doBatchRow(office.workspace(), request, office.serialOf(1), clerk()));
    QCOMPARE(row.problem, std::string());
    QVERIFY(tests::readFile(office.directory() / (office.serialOf(1) + ".pdf")).starts_with("%PDF"));
    QVERIFY(actsOf(office.story(1)).ends_with("issue_paper"));
}

QTEST_GUILESS_MAIN(TstListWork)
#include "tst_list_work.moc"
