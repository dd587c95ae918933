// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

constexpr std::string_view kPersonHeader =
    "record,key,name,household_shenzhen,residence_permit_valid_to,crime_record,drug_record,wanted,deceased\n";

std::string personLine(int person, std::string_view crime = "false")
{
    return "person," + personNo(person) + ",林安宁,true,," + std::string(crime) + ",false,false,false\n";
}

} // namespace

/// What a register says, does not say, or says twice; unknown is never "no".
class TstRegisters : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreCountedAndFaultsNamed();
    void aRowThatCannotBeReadMakesItsPersonUnknown();
    void aRowThatDoesNotTellWhoseItIsMakesNobodyUnrecorded();
    void contradictoryRowsMakeTheCaseWait();
    void aRegisterThatWasNeverImportedLeavesTheCaseToAPerson();
    void noRecordIsAnAnswer();
    void aNewerRegisterTakesThePlaceOfTheOldOne();
    void aWrongFileLeavesTheRegisterInForce_data();
    void aWrongFileLeavesTheRegisterInForce();
    void aDoubtfulFileLeavesTheRegisterInForce();
    void aFieldLeftOutOfAJsonRowIsNotAnOpenOne();

private:
    static std::string caseAfter(Office &office);
};

/// The state of the one case after the worker, with what it waits for.
std::string TstRegisters::caseAfter(Office &office)
{
    office.takeIn({{.person = 1}});
    const WorkReport report = office.work();
    if (report.refused > 0)
        return "refused";
    const CaseStory story = office.story(1);
    std::string text = story.line.state;
    for (const EvidenceGap &gap : story.waitingFor)
        text += " " + gap.source + "." + gap.record + ":" + gap.cause;
    return text;
}

void TstRegisters::rowsAreCountedAndFaultsNamed()
{
    Office office;
    std::string text(kPersonHeader);
    text += personLine(1) + personLine(2, "perhaps") + "person,123,甲,true,,false,false,false,false\n"
        + personLine(4);
    const RegisterReport report = office.importRegister("police.person", text);
    QCOMPARE(report.read, std::int64_t{4});
    QCOMPARE(report.rows, std::int64_t{2});
    QCOMPARE(report.rejected, std::int64_t{2});
    QCOMPARE(report.findings.size(), std::size_t{2});
    QCOMPARE(report.findings[0].line, std::int64_t{3});
    QCOMPARE(report.findings[0].field, std::string("crime_record"));
    QCOMPARE(report.findings[1].field, std::string("key"));
    for (const RegisterFinding &finding : report.findings)
        QVERIFY(finding.detail.find("perhaps") == std::string::npos);
    QVERIFY(office.importRegister("police.person", text).wasCurrent);
}

void TstRegisters::aRowThatCannotBeReadMakesItsPersonUnknown()
{
    Office office;
    office.importRegisters({{.person = 1}, {.person = 2}});
    office.importRegister("police.person", std::string(kPersonHeader) + personLine(1, "?") + personLine(2));
    QCOMPARE(caseAfter(office), std::string("evidence_pending police.person:malformed"));
    office.takeIn({{.person = 2}});
    QCOMPARE(office.work().granted, std::int64_t{1});
}

void TstRegisters::aRowThatDoesNotTellWhoseItIsMakesNobodyUnrecorded()
{
    Office office;
    office.importRegisters({{.person = 1}});
    // Without the broken row this would mean "no bad credit is recorded".
    office.importRegister("transport.credit",
                          "record,key,unrepaired_bad_credit,grade,block_until\ncredit,4403\n");
    QCOMPARE(caseAfter(office), std::string("evidence_pending transport.credit:malformed"));
}

void TstRegisters::contradictoryRowsMakeTheCaseWait()
{
    Office office;
    office.importRegisters({{.person = 1}});
    const RegisterReport report = office.importRegister(
        "police.person",
        std::string(kPersonHeader) + personLine(1) + personLine(1, "true") + personLine(2) + personLine(2));
    QCOMPARE(report.contradictoryKeys, std::int64_t{1});
    QCOMPARE(caseAfter(office), std::string("evidence_pending police.person:contradictory"));
    office.importRegisters({{.person = 1}}, "2026-11-23");
    QCOMPARE(office.work().granted, std::int64_t{1});
}

void TstRegisters::aRegisterThatWasNeverImportedLeavesTheCaseToAPerson()
{
    Office office;
    QCOMPARE(caseAfter(office), std::string("referred"));
    QCOMPARE(office.story(1).line.reason, std::string("evidence_unknown"));
    QVERIFY(office.story(1).explanation.find("尚未接入") != std::string::npos);
}

void TstRegisters::noRecordIsAnAnswer()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.importRegister("transport.credit",
                          "record,key,unrepaired_bad_credit,grade,block_until\ncredit," + personNo(2)
                              + ",false,A,\n");
    QCOMPARE(caseAfter(office), std::string("granted"));
}

void TstRegisters::aNewerRegisterTakesThePlaceOfTheOldOne()
{
    Office office;
    office.importRegister("police.person", std::string(kPersonHeader) + personLine(1) + personLine(2, "?"));
    office.importRegister("police.person", std::string(kPersonHeader) + personLine(3), "2026-11-23");
    const auto lines = must(registersInForce(office.workspace()));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front().rows, std::int64_t{1});
    QCOMPARE(isoDate(lines.front().asOf), std::string("2026-11-23"));
    QVERIFY(!must(registerRecord(office.workspace(), "police", "person", personNo(1))));
    QVERIFY(must(registerRecord(office.workspace(), "police", "person", personNo(3))));
    QCOMPARE(askSql(office.folder() / "registers.sqlite", "SELECT count(*) FROM register_row"),
             std::string("1"));
}

void TstRegisters::aWrongFileLeavesTheRegisterInForce_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("text");
    QTest::newRow("a column missing")
        << std::string("police.person.csv") << std::string("record,key,name\nperson,1,甲\n");
    QTest::newRow("empty") << std::string("police.person.csv") << std::string();
    QTest::newRow("another record") << std::string("police.pets.csv") << std::string("record,key\n");
    QTest::newRow("half a JSON file")
        << std::string("police.person.json")
        << std::string(R"({"source":"police","record":"person","as_of":"2026-11-22","rows":[{"key":")");
    QTest::newRow("GBK") << std::string("police.person.csv") << std::string("record,key,\xD0\xD5\xC3\xFB\n");
}

void TstRegisters::aWrongFileLeavesTheRegisterInForce()
{
    QFETCH(std::string, name);
    QFETCH(std::string, text);
    Office office;
    office.importRegister("police.person", std::string(kPersonHeader) + personLine(1));
    const auto file = office.directory().write(name, text);
    const auto report =
        service::importRegister(office.workspace(), file, must(parseIsoDate("2026-11-23")), {});
    QVERIFY_FAILS(report, ErrorCode::InvalidInput);
    const auto lines = must(registersInForce(office.workspace()));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(isoDate(lines.front().asOf), std::string("2026-11-22"));
}

void TstRegisters::aDoubtfulFileLeavesTheRegisterInForce()
{
    Office office;
    const std::string header = "record,key,vehicle_count,deregistered_vin,stolen_open\n";
    std::string whole = header;
    for (int i = 1; i <= 10; ++i)
        whole += "owner," + personNo(i) + ",0,,false\n";
    office.importRegister("traffic_police.owner", whole);
    const auto tried = [&](const std::string &csv, std::string_view asOf, DoubtfulRegister doubtful) {
        const auto file = office.directory().write("traffic_police.owner.csv", csv);
        return importRegister(office.workspace(), file, parseIsoDate(asOf).value(), {}, doubtful);
    };
    const auto rows = [&] {
        return must(registersInForce(office.workspace())).front().rows;
    };
    // Everybody a register lacks has "no record": a part of it must not pass for the whole.
    QVERIFY_FAILS(tried(header, "2026-11-22", DoubtfulRegister::Refuse), ErrorCode::Conflict);
    QVERIFY_FAILS(
        tried(header + "owner," + personNo(1) + ",0,,false\n", "2026-11-23", DoubtfulRegister::Refuse),
        ErrorCode::Conflict);
    QVERIFY_FAILS(tried(whole, "2026-10-01", DoubtfulRegister::Refuse), ErrorCode::Conflict);
    QVERIFY_FAILS(tried(whole, "2026-11-24", DoubtfulRegister::Accept), ErrorCode::InvalidInput);
    QCOMPARE(rows(), std::int64_t{10});
    QVERIFY_OK(
        tried(header + "owner," + personNo(1) + ",0,,false\n", "2026-11-23", DoubtfulRegister::Accept));
    QCOMPARE(rows(), std::int64_t{1});
}

void TstRegisters::aFieldLeftOutOfAJsonRowIsNotAnOpenOne()
{
    Office office;
    const std::string rest =
        R"(,"name":"甲","household_shenzhen":true,"crime_record":false,"drug_record":false,)"
        R"("wanted":false,"deceased":false)";
    const std::string text = R"({"source":"police","record":"person","as_of":"2026-11-22","rows":[{"key":")"
        + personNo(1) + "\"" + rest + R"(},{"key":")" + personNo(2) + R"(","residence_permit_valid_to":null)"
        + rest + "}]}";
    const auto file = office.directory().write("police.person.json", text);
    const RegisterReport report = must(service::importRegister(office.workspace(), file, std::nullopt, {}));
    QCOMPARE(report.rows, std::int64_t{1});
    QCOMPARE(report.rejected, std::int64_t{1});
    QCOMPARE(report.findings.front().field, std::string("residence_permit_valid_to"));
    const auto left = registerRecord(office.workspace(), "police", "person", personNo(1));
    QVERIFY_FAILS(left, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TstRegisters)
#include "tst_registers.moc"
