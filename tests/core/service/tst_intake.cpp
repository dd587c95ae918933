// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/queues.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

class TstIntake : public QObject
{
    Q_OBJECT

private slots:
    void newApplicationsBecomeCases();
    void theSameFileTwiceChangesNothing();
    void theSameApplicationInAnotherFileIsARepeat();
    void oneMatterThroughTwoChannelsIsOneCaseAndADuplicate();
    void badLinesAreSetAsideWithLineFieldAndReason();
    void linesSetAsideAreTakenInOnceTheyAreCorrected();
    void aFileIsLookedAtAgainWhenAsked();
    void whatIsBookedOrReviewedBecomesAnApplicationWithNothingTypedAgain_data();
    void whatIsBookedOrReviewedBecomesAnApplicationWithNothingTypedAgain();
    void aTableIsTakenInLikeLines();
    void aTableWithAWrongHeaderIsRefusedAsAWhole();
    void aFileStoppedAtAnyChunkIsTakenInLikeOneThatWasNot_data();
    void aFileStoppedAtAnyChunkIsTakenInLikeOneThatWasNot();
    void theResultDoesNotDependOnThreadsOrChunks();
    void twoImportsAtATimeAreRefused();

private:
    static void addUp(const IntakeReport &report);
};

void TstIntake::addUp(const IntakeReport &report)
{
    QCOMPARE(report.accepted + report.repeated + report.quarantined + report.blank, report.lines);
}

namespace {

/// Sixty lines of everything: good ones, repeats, bad ones, empty ones.
std::vector<std::string> mixedLines()
{
    std::vector<std::string> lines;
    for (int i = 1; i <= 60; ++i) {
        ApplicationLine line;
        line.person = i % 7 == 0 ? i - 1 : i;
        if (i % 11 == 0)
            line.item = "XX-000";
        lines.push_back(i % 13 == 0 ? std::string() : line.text());
    }
    return lines;
}

std::vector<nlohmann::json> linesOf(const std::filesystem::path &file)
{
    std::vector<nlohmann::json> documents;
    std::istringstream in(readFile(file));
    for (std::string line; std::getline(in, line);)
        documents.push_back(nlohmann::json::parse(line));
    return documents;
}

} // namespace

void TstIntake::newApplicationsBecomeCases()
{
    Office office;
    const IntakeReport report = office.takeIn({{.person = 1}, {.person = 2}, {.person = 3}});
    addUp(report);
    QCOMPARE(report.accepted, std::int64_t{3});
    QVERIFY(report.finished);
    QVERIFY(report.quarantineFile.empty());
    const CaseStory story = office.story(2);
    QCOMPARE(story.line.state, std::string("applied"));
    QCOMPARE(story.line.queue, std::string("automatic"));
    QCOMPARE(story.externalNo, std::string("P-2"));
    QCOMPARE(actsOf(story), std::string("apply"));
    QVERIFY(office.audit().isSound());
}

void TstIntake::theSameFileTwiceChangesNothing()
{
    Office office;
    const auto file = office.writeFile("a.jsonl", mixedLines());
    const IntakeReport first = office.takeInFile(file);
    const std::string ends = office.ends();
    office.reopen();
    const IntakeReport second = office.takeInFile(file);
    QVERIFY(second.wasFinished);
    QCOMPARE(second.accepted, first.accepted);
    QCOMPARE(office.ends(), ends);
}

void TstIntake::theSameApplicationInAnotherFileIsARepeat()
{
    // The number of an earlier application with other contents is no repeat: nothing that came in is lost.
    Office office;
    office.takeIn({{.person = 1}});
    const std::string before = office.ends();
    const IntakeReport report = office.takeIn({{.person = 1}, {.person = 1, .name = "另一写法"}});
    addUp(report);
    QCOMPARE(report.repeated, std::int64_t{1});
    QCOMPARE(report.quarantined, std::int64_t{1});
    QCOMPARE(report.faults.front().reason, std::string("conflicting"));
    QCOMPARE(report.accepted, std::int64_t{0});
    QCOMPARE(office.ends(), before);
    QVERIFY(readFile(report.quarantineFile).find("另一写法") != std::string::npos);
}

void TstIntake::oneMatterThroughTwoChannelsIsOneCaseAndADuplicate()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    const std::string first = office.serialOf(1);
    const IntakeReport report = office.takeIn({{.person = 1, .channel = "window"}});
    QCOMPARE(report.accepted, std::int64_t{1});
    const CaseStory later = office.story(1); // the newest first
    QVERIFY(later.line.serial != first);
    QCOMPARE(later.duplicateOf, first);
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("referred"));
    QCOMPARE(office.story(1).line.reason, std::string("duplicate"));
}

void TstIntake::badLinesAreSetAsideWithLineFieldAndReason()
{
    Office office;
    ApplicationLine wrongId{.person = 2};
    std::string broken = wrongId.text();
    broken.replace(broken.find(personNo(2)), 18, "440305199105010011");
    const std::string unknownItem = ApplicationLine{.person = 3, .item = "XX-000"}.text();
    const std::string cancelled = ApplicationLine{.person = 4, .item = "ZB-901"}.text();
    const std::string future = ApplicationLine{.person = 5, .receivedAt = "2027-01-01T00:00:00+08:00"}.text();
    const auto file = office.writeFile("bad.jsonl",
                                       {ApplicationLine{.person = 1}.text(), broken, unknownItem, cancelled,
                                        future, "{\"channel\":", ApplicationLine{.person = 6}.text()});
    const IntakeReport report = office.takeInFile(file);
    addUp(report);
    QCOMPARE(report.accepted, std::int64_t{2});
    QCOMPARE(report.quarantined, std::int64_t{5});
    const auto set = linesOf(report.quarantineFile);
    QCOMPARE(set.size(), std::size_t{5});
    const auto problem = [&](std::size_t i) {
        const auto &first = set[i]["problems"][0];
        return first["field"].get<std::string>() + " " + first["reason"].get<std::string>();
    };
    QCOMPARE(set[0]["line"].get<int>(), 2);
    QCOMPARE(problem(0), std::string("applicant.id bad_check_digit"));
    QVERIFY(set[0]["application"] == nlohmann::json::parse(broken));
    QCOMPARE(set[4]["text"].get<std::string>(), std::string("{\"channel\":"));
    QCOMPARE(problem(1), std::string("item unknown_item"));
    QCOMPARE(problem(2), std::string("item item_cancelled"));
    QCOMPARE(problem(3).substr(0, 11), std::string("received_at"));
    QCOMPARE(set[4]["line"].get<int>(), 6);
    QVERIFY(!set[4]["problems"][0]["detail"].get<std::string>().empty());
    std::int64_t faults = 0;
    for (const IntakeFault &fault : report.faults)
        faults += fault.count;
    QCOMPARE(faults, std::int64_t{5});
}

void TstIntake::linesSetAsideAreTakenInOnceTheyAreCorrected()
{
    Office office;
    std::vector<std::string> lines;
    for (int person = 1; person <= 4; ++person)
        lines.push_back(ApplicationLine{.person = person, .item = person < 3 ? "CZ-001" : "XX-000"}.text());
    const IntakeReport first = office.takeInFile(office.writeFile("night.jsonl", lines));
    QCOMPARE(first.quarantined, std::int64_t{2});
    // Somebody corrects one of the two in the file itself.
    std::string text = readFile(first.quarantineFile);
    text.replace(text.find("XX-000"), 6, "CZ-001");
    const auto corrected = office.directory().write("corrected.jsonl", text);
    const IntakeReport second = office.takeInFile(corrected);
    addUp(second);
    QCOMPARE(second.accepted, std::int64_t{1});
    QCOMPARE(second.quarantined, std::int64_t{1});
    QCOMPARE(office.story(3).line.item, std::string("CZ-001"));
    QCOMPARE(linesOf(second.quarantineFile).front()["application"]["item"].get<std::string>(),
             std::string("XX-000"));
    QVERIFY(office.audit().isSound());
}

void TstIntake::aFileIsLookedAtAgainWhenAsked()
{
    Office office;
    const auto file =
        office.writeFile("night.jsonl",
                         {ApplicationLine{.person = 1}.text(),
                          ApplicationLine{.person = 2, .receivedAt = "2026-11-24T10:00:00+08:00"}.text()});
    QCOMPARE(office.takeInFile(file).quarantined, std::int64_t{1}); // from tomorrow
    office.clock.set(at("2026-11-25T09:00:00+08:00"));
    QVERIFY(office.takeInFile(file).wasFinished);
    IntakeOptions again;
    again.again = true;
    const IntakeReport report = must(takeIn(office.workspace(), file, again));
    addUp(report);
    QVERIFY(!report.wasFinished);
    QCOMPARE(report.accepted, std::int64_t{1});
    QCOMPARE(report.repeated, std::int64_t{1});
    QCOMPARE(report.quarantined, std::int64_t{0});
    QCOMPARE(must(takeIn(office.workspace(), file, again)).repeated, std::int64_t{2});
}

void TstIntake::whatIsBookedOrReviewedBecomesAnApplicationWithNothingTypedAgain_data()
{
    QTest::addColumn<std::string>("stage");
    QTest::addColumn<std::string>("state");
    QTest::newRow("appointment") << std::string("book") << std::string("booked");
    QTest::newRow("pre-review") << std::string("pre_review") << std::string("pre_review");
}

void TstIntake::whatIsBookedOrReviewedBecomesAnApplicationWithNothingTypedAgain()
{
    QFETCH(std::string, stage);
    QFETCH(std::string, state);
    Office office;
    office.importRegisters({{.person = 1}});
    QCOMPARE(office.takeIn({{.person = 1, .stage = stage}}).accepted, std::int64_t{1});
    QCOMPARE(office.story(1).line.state, state);
    QCOMPARE(office.story(1).line.queue, std::string(queue::kPeople));
    QCOMPARE(office.work().taken, std::int64_t{0}); // no clock runs and no rule is asked yet
    const std::string application = office.story(1).application;
    office.clock.set(at("2026-11-25T09:00:00+08:00"));
    permit::ActRequest apply;
    apply.act = permit::Act::Apply;
    QCOMPARE(problemsOf(office.act(1, "clerk-1", permit::Role::Clerk, apply)), std::string());
    const CaseStory story = office.story(1);
    QCOMPARE(story.events.size(), std::size_t{2});
    QCOMPARE(story.application, application);
    QCOMPARE(isoDate(*story.state.appliedOn), std::string("2026-11-25"));
    QCOMPARE(isoDate(*story.state.receivedOn), std::string("2026-11-25"));
    QCOMPARE(office.work().granted, std::int64_t{1});
    QVERIFY(office.audit().isSound());
}

void TstIntake::aTableIsTakenInLikeLines()
{
    Office office;
    const std::string header = "channel,external_no,item,district,received_at,applicant.kind,applicant.id,"
                               "applicant.name,field.no_revocation_declared,material.1,material.2";
    const auto row = [](int person, const std::string &name) {
        return "i_shenzhen,P-" + std::to_string(person) + ",CZ-001,440300,2026-11-20T10:00:00+08:00,person,"
            + personNo(person) + ",\"" + name + "\",true,true,true";
    };
    const auto file = office.writeFile("table.csv",
                                       {header, row(1, "林安宁"), row(2, "林\"\"安\"\"宁"), row(1, "林安宁"),
                                        "i_shenzhen,P-3,CZ-001", row(4, "两\n行")});
    const IntakeReport report = office.takeInFile(file);
    addUp(report);
    QCOMPARE(report.accepted, std::int64_t{2});
    QCOMPARE(report.repeated, std::int64_t{1});
    QCOMPARE(report.quarantined, std::int64_t{2}); // too few cells; a name over two lines
    QCOMPARE(office.story(2).line.applicantName, std::string("林\"安\"宁"));
}

void TstIntake::aTableWithAWrongHeaderIsRefusedAsAWhole()
{
    Office office;
    const auto file = office.writeFile("table.csv", {"channel,number,item", "i_shenzhen,P-1,CZ-001"});
    const auto report = service::takeIn(office.workspace(), file, {});
    QVERIFY_FAILS(report, ErrorCode::InvalidInput);
    QVERIFY(report.error().detail.find("column 2") != std::string::npos);
}

void TstIntake::aFileStoppedAtAnyChunkIsTakenInLikeOneThatWasNot_data()
{
    QTest::addColumn<bool>("isTable");
    QTest::newRow("lines") << false;
    QTest::newRow("table") << true;
}

void TstIntake::aFileStoppedAtAnyChunkIsTakenInLikeOneThatWasNot()
{
    QFETCH(bool, isTable);
    std::vector<std::string> lines = mixedLines();
    if (isTable) {
        lines = {"channel,external_no,item,district,received_at,applicant.kind,applicant.id,applicant.name"};
        for (int i = 1; i <= 60; ++i) {
            const int person = i % 7 == 0 ? i - 1 : i;
            lines.push_back("window,P-" + std::to_string(person) + (i % 11 == 0 ? ",XX-000" : ",CZ-001")
                            + ",440300,2026-11-20T10:00:00+08:00,person," + personNo(person) + ",\"林\"");
        }
    }
    const std::string name = isTable ? "a.csv" : "a.jsonl";
    Office whole;
    const IntakeReport expected = whole.takeInFile(whole.writeFile(name, lines), 7);
    addUp(expected);

    Office stopped;
    const auto file = stopped.writeFile(name, lines);
    IntakeReport report;
    int runs = 0;
    do {
        std::atomic<bool> stop = false;
        IntakeOptions options;
        options.linesPerCommit = 7;
        options.progress.stop = &stop;
        options.progress.report = [&](std::int64_t, std::int64_t) {
            stop = true; // after every chunk
        };
        report = must(service::takeIn(stopped.workspace(), file, options));
        QCOMPARE(report.resumed, runs > 0);
        stopped.reopen();
    } while (!report.finished && ++runs < 100);
    QVERIFY(runs >= 2);
    QVERIFY(report.finished);
    QCOMPARE(report.lines, expected.lines);
    QCOMPARE(report.accepted, expected.accepted);
    QCOMPARE(report.repeated, expected.repeated);
    QCOMPARE(report.quarantined, expected.quarantined);
    QCOMPARE(readFile(report.quarantineFile), readFile(expected.quarantineFile));
    QCOMPARE(stopped.ends(), whole.ends());
}

void TstIntake::theResultDoesNotDependOnThreadsOrChunks()
{
    std::string expected;
    for (const unsigned threads : {1U, 2U, 5U}) {
        Office office;
        IntakeOptions options;
        options.threads = threads;
        options.linesPerCommit = static_cast<int>(threads) * 3;
        const auto file = office.writeFile("a.jsonl", mixedLines());
        const IntakeReport report = must(service::takeIn(office.workspace(), file, options));
        addUp(report);
        if (expected.empty())
            expected = office.ends();
        QCOMPARE(office.ends(), expected);
    }
}

void TstIntake::twoImportsAtATimeAreRefused()
{
    Office office;
    const auto file = office.writeFile("a.jsonl", mixedLines());
    std::optional<Result<IntakeReport>> second;
    IntakeOptions options;
    options.linesPerCommit = 10;
    options.progress.report = [&](std::int64_t, std::int64_t) {
        if (second)
            return;
        auto other = must(Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock,
                                          office.key()));
        second = service::takeIn(*other, file, {});
    };
    const IntakeReport report = must(service::takeIn(office.workspace(), file, options));
    QVERIFY(second.has_value());
    QVERIFY_FAILS(*second, ErrorCode::Conflict);
    addUp(report);
    QVERIFY(report.finished);
}

QTEST_GUILESS_MAIN(TstIntake)
#include "tst_intake.moc"
