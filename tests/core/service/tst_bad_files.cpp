// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

#include <chrono>
#include <fcntl.h>
#include <random>
#include <unistd.h>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

/// Files as they come when something went wrong before us: nothing is lost, nothing crashes, and the totals
/// add up.
class TstBadFiles : public QObject
{
    Q_OBJECT

private slots:
    void aHalfWrittenFileGivesItsWholeLines();
    void aFileThatGrewIsTakenInFromItsBeginningWithoutRepeating();
    void anotherEncodingIsSetAsideLineByLine();
    void utf16IsRefusedAsAWhole();
    void aMarkOfByteOrderIsNoFault();
    void aLineOfTwoGigabytesIsSetAside();
    void aCellOfTwoGigabytesIsSetAside();
    void anyBytesAreTakenInWithoutACrash();
    void anEmptyFileIsAFileOfNothing();
    void aFolderOrAMissingFileIsNotFound();
};

namespace {

void checkTotals(const IntakeReport &report)
{
    QCOMPARE(report.accepted + report.repeated + report.quarantined + report.blank, report.lines);
    QVERIFY(report.finished);
}

/// A sparse file: `before`, then zeros, then `after`; takes no room on the disk.
std::filesystem::path sparseFile(const Office &office, std::string_view name, std::string_view before,
                                 std::uint64_t zeros, std::string_view after)
{
    const auto file = office.directory().write(name, before);
    std::filesystem::resize_file(file, before.size() + zeros);
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND);
    if (descriptor < 0
        || ::write(descriptor, after.data(), after.size()) != static_cast<ssize_t>(after.size()))
        std::abort();
    ::close(descriptor);
    return file;
}

} // namespace

void TstBadFiles::aHalfWrittenFileGivesItsWholeLines()
{
    Office office;
    const std::string last = ApplicationLine{.person = 3}.text();
    const auto file = office.directory().write("half.jsonl",
                                               ApplicationLine{.person = 1}.text() + "\n"
                                                   + ApplicationLine{.person = 2}.text() + "\n"
                                                   + last.substr(0, last.size() / 2));
    const IntakeReport report = office.takeInFile(file);
    checkTotals(report);
    QCOMPARE(report.accepted, std::int64_t{2});
    QCOMPARE(report.quarantined, std::int64_t{1});
    QCOMPARE(report.faults.front().reason, std::string("not_json"));
}

void TstBadFiles::aFileThatGrewIsTakenInFromItsBeginningWithoutRepeating()
{
    Office office;
    const std::string whole =
        ApplicationLine{.person = 1}.text() + "\n" + ApplicationLine{.person = 2}.text() + "\n";
    office.takeInFile(office.directory().write("a.jsonl", whole.substr(0, whole.size() - 9)));
    const IntakeReport report = office.takeInFile(office.directory().write("a.jsonl", whole));
    checkTotals(report);
    QCOMPARE(report.repeated, std::int64_t{1});
    QCOMPARE(report.accepted, std::int64_t{1});
}

void TstBadFiles::anotherEncodingIsSetAsideLineByLine()
{
    Office office;
    const std::string gbk = ApplicationLine{.person = 1, .name = "\xC1\xD6\xB0\xB2"}.text();
    const auto file = office.writeFile("gbk.jsonl", {gbk, ApplicationLine{.person = 2}.text()});
    const IntakeReport report = office.takeInFile(file);
    checkTotals(report);
    QCOMPARE(report.quarantined, std::int64_t{1});
    QCOMPARE(report.accepted, std::int64_t{1});
    QCOMPARE(report.faults.front().reason, std::string("not_utf8"));
}

void TstBadFiles::utf16IsRefusedAsAWhole()
{
    Office office;
    std::string wide("\xFF\xFE", 2);
    for (const char c : ApplicationLine{.person = 1, .name = "Lin"}.text() + "\n")
        (wide += c) += '\0';
    const auto report =
        service::takeIn(office.workspace(), office.directory().write("utf16.jsonl", wide), {});
    QVERIFY_FAILS(report, ErrorCode::InvalidInput);
    QVERIFY(report.error().detail.find("UTF-16") != std::string::npos);
    QCOMPARE(must(statusOf(office.workspace())).all.cases, std::int64_t{0});
}

void TstBadFiles::aMarkOfByteOrderIsNoFault()
{
    Office office;
    const auto lines =
        office.directory().write("bom.jsonl", "\xEF\xBB\xBF" + ApplicationLine{.person = 1}.text() + "\r\n");
    QCOMPARE(office.takeInFile(lines).accepted, std::int64_t{1});
    const auto table = office.directory().write(
        "bom.csv",
        "\xEF\xBB\xBF"
        "channel,external_no,item,district,received_at,applicant.kind,applicant.id,applicant.name\r\n"
        "window,P-2,CZ-001,440300,2026-11-20T10:00:00+08:00,person,"
            + personNo(2) + ",林\r\n");
    QCOMPARE(office.takeInFile(table).accepted, std::int64_t{1});
}

void TstBadFiles::aLineOfTwoGigabytesIsSetAside()
{
    Office office;
    const auto file =
        sparseFile(office, "long.jsonl", ApplicationLine{.person = 1}.text() + "\n{\"channel\":\"",
                   std::uint64_t{2} << 30U, "\"}\n" + ApplicationLine{.person = 2}.text() + "\n");
    const auto begin = std::chrono::steady_clock::now();
    const IntakeReport report = office.takeInFile(file);
    checkTotals(report);
    QCOMPARE(report.lines, std::int64_t{3});
    QCOMPARE(report.accepted, std::int64_t{2});
    QCOMPARE(report.quarantined, std::int64_t{1});
    QCOMPARE(report.faults.front().reason, std::string("too_long"));
    QVERIFY(std::filesystem::file_size(report.quarantineFile) < 10'000);
    QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

void TstBadFiles::aCellOfTwoGigabytesIsSetAside()
{
    Office office;
    const std::string header =
        "channel,external_no,item,district,received_at,applicant.kind,applicant.id,applicant.name\n";
    const auto row = [](int person) {
        return "window,P-" + std::to_string(person) + ",CZ-001,440300,2026-11-20T10:00:00+08:00,person,"
            + personNo(person) + ",";
    };
    const auto file = sparseFile(office, "long.csv", header + row(1) + "林\n" + row(2),
                                 std::uint64_t{2} << 30U, "\n" + row(3) + "林\n");
    const IntakeReport report = office.takeInFile(file);
    checkTotals(report);
    QCOMPARE(report.accepted, std::int64_t{2});
    QCOMPARE(report.quarantined, std::int64_t{1});
}

void TstBadFiles::anyBytesAreTakenInWithoutACrash()
{
    std::mt19937 random(20190823); // NOLINT(cert-msc51-cpp): repeatable on purpose
    Office office;
    std::vector<std::string> lines;
    for (int i = 0; i < 400; ++i) {
        std::string line = ApplicationLine{.person = i + 1}.text();
        for (unsigned change = 0; change < 1 + random() % 3; ++change)
            line[random() % line.size()] = static_cast<char>(random());
        lines.push_back(line);
    }
    const IntakeReport report = office.takeInFile(office.writeFile("noise.jsonl", lines));
    checkTotals(report);
    QVERIFY(report.quarantined > 100);
    QVERIFY(office.audit().isSound());
}

void TstBadFiles::anEmptyFileIsAFileOfNothing()
{
    Office office;
    const IntakeReport report = office.takeInFile(office.directory().write("empty.jsonl", ""));
    checkTotals(report);
    QCOMPARE(report.lines, std::int64_t{0});
    // Not into the same office: nothing is what was taken in there before.
    Office other;
    const auto table = service::takeIn(other.workspace(), other.directory().write("empty.csv", ""), {});
    QVERIFY_FAILS(table, ErrorCode::InvalidInput);
}

void TstBadFiles::aFolderOrAMissingFileIsNotFound()
{
    Office office;
    const auto missing = service::takeIn(office.workspace(), office.directory() / "none.jsonl", {});
    QVERIFY_FAILS(missing, ErrorCode::NotFound);
    const auto folder = service::takeIn(office.workspace(), office.directory().path(), {});
    QVERIFY(!folder.has_value());
}

QTEST_GUILESS_MAIN(TstBadFiles)
#include "tst_bad_files.moc"
