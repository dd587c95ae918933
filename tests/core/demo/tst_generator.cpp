// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"
#include "core/base/digest.h"
#include "core/base/resident_id.h"
#include "tests/core/demo/demo_files.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <map>
#include <set>
#include <sys/resource.h>

using namespace tongban;
using tests::TemporaryDirectory;

namespace {

/// One digest over the names and the bytes of every file in the folder.
std::string digestOf(const std::filesystem::path &folder)
{
    std::set<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.insert(entry.path());
    Digester digester;
    for (const auto &file : files) {
        digester.add(file.filename().string());
        digester.add(tests::readFile(file));
    }
    return digester.finish().hex();
}

/// What an intake would say of a line, judged here without the intake's own code.
struct Recount {
    std::uint64_t lines = 0;
    std::uint64_t applications = 0;
    std::uint64_t repeats = 0;
    std::uint64_t humanPlease = 0;
    std::uint64_t incomplete = 0;
    std::map<std::string, std::uint64_t> byItem;
    std::map<std::string, std::uint64_t> quarantined;
};

bool idHolds(const nlohmann::json &party)
{
    const std::string id = party.at("id");
    return party.at("kind") == "person" ? !ResidentId::check(id, *parseIsoDate("2026-11-22"))
                                        : !CreditCode::check(id);
}

bool complete(const nlohmann::json &application)
{
    for (const nlohmann::json &material : application.at("materials")) {
        if (!material.at("provided").get<bool>())
            return false;
    }
    return true;
}

std::string kindOf(const Result<nlohmann::json> &parsed,
                   const std::map<std::string, std::string> &statusOfItem)
{
    if (!parsed)
        return "broken_json";
    const auto item = statusOfItem.find(parsed->at("item"));
    if (item == statusOfItem.end())
        return "unknown_item";
    if (item->second != "active")
        return "cancelled_item";
    if (!parseIsoTimestamp(parsed->at("received_at").get<std::string>()))
        return "wrong_date";
    return idHolds(parsed->at("applicant")) ? "" : "wrong_check_digit";
}

Recount recount(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> statusOfItem;
    const auto items = demo_files::table(tests::sourcePath("resources/catalogue/items.csv"));
    const std::size_t status = demo_files::column(items, "status");
    for (std::size_t i = 1; i < items.size(); ++i)
        statusOfItem[items[i][0]] = items[i][status];

    Recount result;
    std::set<std::string> seen;
    for (const std::string &line : demo_files::lines(folder / "applications.jsonl")) {
        ++result.lines;
        const Result<nlohmann::json> parsed = parseJson(line);
        if (const std::string kind = kindOf(parsed, statusOfItem); !kind.empty()) {
            ++result.quarantined[kind];
            continue;
        }
        const nlohmann::json &application = *parsed;
        if (!seen.insert(application.at("channel").get<std::string>()
                         + application.at("external_no").get<std::string>())
                 .second) {
            ++result.repeats;
            continue;
        }
        ++result.applications;
        ++result.byItem[application.at("item")];
        result.humanPlease += application.at("human_please").get<bool>() ? 1 : 0;
        result.incomplete += complete(application) ? 0 : 1;
    }
    return result;
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TstGenerator : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameBytes();
    void anotherSeedGivesOtherApplications();
    void theReportEqualsARecount_data();
    void theReportEqualsARecount();
    void registerRowsEqualARecount();
    void aTinyDemoHasNoOddLines();
    void applicationsArriveInOrderInsideTheYear();
    void aSmallDemoIsAFewFreshDaysOfWork();
    void documentsAreThoseOfTheVersionInForce();
    void memoryDoesNotGrowWithTheNumberOfApplications();
    void progressMayStopTheRun();
    void aPlanThatCannotBeIsRefused();
    void aMistakeInAResourceIsToldWithFileAndLine_data();
    void aMistakeInAResourceIsToldWithFileAndLine();
    void aFolderThatCannotBeMadeIsToldPlainly();
};

void TstGenerator::theSameSeedGivesTheSameBytes()
{
    const TemporaryDirectory one;
    const TemporaryDirectory other;
    QVERIFY_OK(demo::generateDemo(demo_files::plan(3000, 7), one.path()));
    QVERIFY_OK(demo::generateDemo(demo_files::plan(3000, 7), other.path()));
    QCOMPARE(digestOf(one.path()), digestOf(other.path()));
}

void TstGenerator::anotherSeedGivesOtherApplications()
{
    const TemporaryDirectory one;
    const TemporaryDirectory other;
    QVERIFY_OK(demo::generateDemo(demo_files::plan(500, 7), one.path()));
    QVERIFY_OK(demo::generateDemo(demo_files::plan(500, 8), other.path()));
    QVERIFY(tests::readFile(one / "applications.jsonl") != tests::readFile(other / "applications.jsonl"));
}

void TstGenerator::theReportEqualsARecount_data()
{
    QTest::addColumn<quint64>("applications");
    QTest::newRow("few") << quint64(25);
    QTest::newRow("some") << quint64(1234);
    QTest::newRow("many") << quint64(20000);
}

void TstGenerator::theReportEqualsARecount()
{
    QFETCH(quint64, applications);
    const TemporaryDirectory folder;
    const auto report = demo::generateDemo(demo_files::plan(applications), folder.path());
    QVERIFY_OK(report);
    const Recount counted = recount(folder.path());
    QCOMPARE(counted.lines, std::uint64_t(applications));
    QCOMPARE(report->lines, counted.lines);
    QCOMPARE(report->applications, counted.applications);
    QCOMPARE(report->repeats, counted.repeats);
    QCOMPARE(report->humanPlease, counted.humanPlease);
    QCOMPARE(report->incomplete, counted.incomplete);
    QVERIFY(report->byItem == counted.byItem);
    QVERIFY(report->quarantinedByKind == counted.quarantined);
    QCOMPARE(report->quarantined, report->lines - report->applications - report->repeats);
    QCOMPARE(report->quarantinedByKind.size(), std::size_t(5));
    QVERIFY(report->sameMatter > 0 && report->repeats > 0);
}

void TstGenerator::registerRowsEqualARecount()
{
    const TemporaryDirectory folder;
    const auto report = demo::generateDemo(demo_files::plan(2000), folder.path());
    QVERIFY_OK(report);
    for (const auto &[record, rows] : report->registerRows) {
        const auto table = demo_files::table(folder / (record + ".csv"));
        QCOMPARE(rows, std::uint64_t(table.size() - 1));
        const std::string code = record.substr(record.find('.') + 1);
        for (std::size_t i = 1; i < table.size(); ++i) {
            QCOMPARE(table[i].size(), table[0].size());
            QCOMPARE(table[i][0], code);
            QVERIFY(!table[i][1].empty());
        }
    }
}

void TstGenerator::aTinyDemoHasNoOddLines()
{
    const TemporaryDirectory folder;
    const auto report = demo::generateDemo(demo_files::plan(1), folder.path());
    QVERIFY_OK(report);
    QCOMPARE(report->lines, std::uint64_t(1));
    QCOMPARE(report->applications, std::uint64_t(1));
}

void TstGenerator::applicationsArriveInOrderInsideTheYear()
{
    const TemporaryDirectory folder;
    QVERIFY_OK(demo::generateDemo(demo_files::plan(5000), folder.path()));
    std::string last;
    std::set<std::string> days;
    std::set<std::string> seen;
    for (const std::string &line : demo_files::lines(folder / "applications.jsonl")) {
        const auto parsed = parseJson(line);
        if (!parsed || !parseIsoTimestamp(parsed->at("received_at").get<std::string>()))
            continue;
        if (!seen.insert(parsed->at("external_no")).second)
            continue;
        const std::string received = parsed->at("received_at");
        QVERIFY2(received >= last, received.c_str());
        last = received;
        days.insert(received.substr(0, 10));
    }
    QCOMPARE(*days.begin(), std::string("2026-01-01"));
    QCOMPARE(*days.rbegin(), std::string("2026-11-22"));
    QCOMPARE(days.size(), std::size_t(326));
}

void TstGenerator::aSmallDemoIsAFewFreshDaysOfWork()
{
    const TemporaryDirectory folder;
    demo::DemoPlan plan = demo_files::plan(10000);
    plan.firstDay = Date{std::chrono::days(0)};
    QVERIFY_OK(demo::generateDemo(plan, folder.path()));
    std::set<std::string> days;
    for (const std::string &line : demo_files::lines(folder / "applications.jsonl")) {
        const auto parsed = parseJson(line);
        if (parsed && parseIsoTimestamp(parsed->at("received_at").get<std::string>()))
            days.insert(parsed->at("received_at").get<std::string>().substr(0, 10));
    }
    // 2,740 a day.
    QCOMPARE(*days.begin(), std::string("2026-11-19"));
    QCOMPARE(*days.rbegin(), std::string("2026-11-22"));
}

void TstGenerator::documentsAreThoseOfTheVersionInForce()
{
    std::map<std::string, std::size_t> documents;
    const auto materials = demo_files::table(tests::sourcePath("resources/catalogue/materials.csv"));
    for (std::size_t i = 1; i < materials.size(); ++i)
        ++documents[materials[i][0] + "/" + materials[i][1]];
    const TemporaryDirectory folder;
    QVERIFY_OK(demo::generateDemo(demo_files::plan(20000), folder.path()));
    std::set<std::string> versions;
    for (const std::string &line : demo_files::lines(folder / "applications.jsonl")) {
        const auto parsed = parseJson(line);
        if (!parsed)
            continue;
        const std::string item = parsed->at("item");
        // Bad lines carry another item than the one they were made of; GK-006 is too seldom to be looked at.
        if (documents.count(item + "/1") == 0 || item[3] == '9' || item == "GK-006")
            continue;
        const bool second = item == "LZ-001" && parsed->at("received_at").get<std::string>() >= "2026-07-01";
        const std::string version = item + (second ? "/2" : "/1");
        versions.insert(version);
        QVERIFY2(parsed->at("materials").size() == documents[version], version.c_str());
    }
    QVERIFY(versions.count("LZ-001/1") == 1 && versions.count("LZ-001/2") == 1);
}

void TstGenerator::memoryDoesNotGrowWithTheNumberOfApplications()
{
    const TemporaryDirectory folder;
    QVERIFY_OK(demo::generateDemo(demo_files::plan(5000), folder.path()));
    const long before = peakKilobytes();
    QVERIFY_OK(demo::generateDemo(demo_files::plan(100000), folder.path()));
    QVERIFY2(peakKilobytes() - before < 8 * 1024, "twenty times the applications took more memory");
}

void TstGenerator::progressMayStopTheRun()
{
    const TemporaryDirectory folder;
    std::uint64_t told = 0;
    const auto report = demo::generateDemo(demo_files::plan(100000), folder.path(), [&](std::uint64_t done) {
        told = done;
        return done < 20000;
    });
    QVERIFY_FAILS(report, ErrorCode::Unavailable);
    QCOMPARE(told, std::uint64_t(20000));
}

void TstGenerator::aPlanThatCannotBeIsRefused()
{
    const TemporaryDirectory folder;
    demo::DemoPlan none = demo_files::plan(0);
    QVERIFY_FAILS(demo::generateDemo(none, folder.path()), ErrorCode::InvalidInput);
    demo::DemoPlan backwards = demo_files::plan(10);
    backwards.firstDay = backwards.referenceDay + std::chrono::days(1);
    QVERIFY_FAILS(demo::generateDemo(backwards, folder.path()), ErrorCode::InvalidInput);
    demo::DemoPlan nowhere = demo_files::plan(10);
    nowhere.resources = folder / "nothing";
    QVERIFY_FAILS(demo::generateDemo(nowhere, folder.path()), ErrorCode::NotFound);
}

void TstGenerator::aMistakeInAResourceIsToldWithFileAndLine_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *title, const char *file, const char *line) {
        QTest::newRow(title) << QString::fromUtf8(file) << QString::fromUtf8(line);
    };
    row("unknown record", "profiles.csv", "quota-transfer,police.dog,applicant_id,name,x");
    row("unknown field", "profiles.csv", "quota-transfer,police.person,applicant_id,shoe_size,x");
    row("record without a key", "profiles.csv", "quota-transfer,police.person,,name,x");
    row("unknown default", "profiles.csv", "*,police.person,,shoe_size,x");
    row("unknown kind of thing", "profiles.csv", "quota-transfer,new,,boat,ship");
    row("range backwards", "profiles.csv", "quota-transfer,form,,count,9..3");
    row("range of words", "profiles.csv", "quota-transfer,form,,count,few..many");
    row("weight that is no number", "profiles.csv", "quota-transfer,form,,count,a*b|c");
    row("change of nothing", "changes.csv", "quota-transfer,defect,1,,x,police.person.shoe_size=1");
    row("change without a value", "changes.csv",
        "quota-transfer,defect,1,,x,police.person@applicant_id.name");
    row("two rows and no key", "changes.csv", "quota-transfer,defect,1,,x,police.person.name=x");
    row("leaving out what is not there", "changes.csv", "quota-transfer,defect,1,,x,-transport.operator");
    row("contradicting the form", "changes.csv", "quota-transfer,defect,1,,x,~form.vin=x");
    row("a thing the profile does not make", "changes.csv", "quota-transfer,defect,1,,x,form.vin={boat}");
    row("share of nothing", "changes.csv", "quota-transfer,defect,0,,x,form.vin=x");
    row("neither variation nor defect", "changes.csv", "quota-transfer,joke,1,,x,form.vin=x");
    row("item not in the catalogue", "mix.csv", "QQ-001,,10,90");
    row("weight of nothing", "mix.csv", "ZB-001,,0,90");
    row("too few cells", "mix.csv", "ZB-001,,10");
    row("unknown kind of name", "names.csv", "nickname,x");
}

void TstGenerator::aMistakeInAResourceIsToldWithFileAndLine()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    const TemporaryDirectory folder;
    demo::DemoPlan plan = demo_files::plan(10);
    for (const char *part : {"demo", "catalogue", "registers"})
        std::filesystem::copy(plan.resources / part, folder / part);
    plan.resources = folder.path();
    const std::filesystem::path broken = folder / ("demo/" + file.toStdString());
    const std::string before = tests::readFile(broken);
    folder.write("demo/" + file.toStdString(), before + line.toStdString() + "\n");
    const auto expected = file.toStdString() + ", line "
        + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":";
    const auto report = demo::generateDemo(plan, folder / "out");
    QVERIFY_FAILS(report, ErrorCode::InvalidInput);
    QVERIFY2(report.error().detail.starts_with(expected), report.error().detail.c_str());
}

void TstGenerator::aFolderThatCannotBeMadeIsToldPlainly()
{
    const TemporaryDirectory folder;
    const auto file = folder.write("occupied", "x");
    QVERIFY(!demo::generateDemo(demo_files::plan(10), file / "below").has_value());
    QCOMPARE(tests::readFile(file), std::string("x"));
}

QTEST_APPLESS_MAIN(TstGenerator)
#include "tst_generator.moc"
