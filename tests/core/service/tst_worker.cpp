// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <utility>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;

class TstWorker : public QObject
{
    Q_OBJECT

private slots:
    void everyOutcomeIsReached();
    void aDecisionIsNotMadeTwice();
    void whoAsksForAPersonGetsOne();
    void acceptanceFollowsTheOrderOfArrival();
    void theResultDoesNotDependOnThreads();
    void aRunThatIsStoppedGoesOnToTheSameEnd();
    void aLimitLeavesTheRestForTheNextRun();
    void aPersonWhoActsAtTheSameMomentComesFirst();
    void acceptanceNumbersAreGivenOnce();
    void whatWasGrantedIsNotGrantedTwice();
    void oneDamagedCaseDoesNotHoldUpTheOthers();
    void twoWorkersAtATimeAreRefused();
    void aSecondNoticeIsLeftToAPerson();
    void theProgramRefusesNobody();

private:
    static std::vector<PersonRow> people(int count);
    static std::vector<ApplicationLine> applications(int count);
};

std::vector<PersonRow> TstWorker::people(int count)
{
    std::vector<PersonRow> rows;
    for (int i = 1; i <= count; ++i)
        rows.push_back({.person = i, .crime = i % 5 == 0, .vehicles = i % 3 == 0 ? "1" : "0"});
    return rows;
}

/// Ride-hailing drivers and quota applicants in turn; some without their form, some who want a person.
std::vector<ApplicationLine> TstWorker::applications(int count)
{
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= count; ++i) {
        ApplicationLine line{.person = i};
        if (i % 2 == 0) {
            line.item = "ZB-001";
            line.fields = R"({"applicant_category":"resident","quota_type":"ordinary"})";
        }
        if (i % 7 == 0)
            line.materials = {2, 3};
        line.humanPlease = i % 11 == 0;
        lines.push_back(line);
    }
    return lines;
}

void TstWorker::everyOutcomeIsReached()
{
    Office office;
    const std::string quota = R"({"applicant_category":"resident","quota_type":"ordinary"})";
    office.importRegisters({{.person = 1},
                            {.person = 2},
                            {.person = 3, .crime = true},
                            {.person = 4, .vehicles = "1"},
                            {.person = 5},
                            {.person = 6}});
    office.importRegister("transport.licence",
                          "record,key,holder_id,kind,valid_to,status,complaints_proven\n");
    office.takeIn({{.person = 1},
                   {.person = 2, .materials = {}},
                   {.person = 3},
                   {.person = 4, .item = "ZB-001", .fields = quota},
                   {.person = 5, .item = "KY-005"}});
    const WorkReport report = office.work();
    QVERIFY(report.finished);
    QCOMPARE(report.taken, std::int64_t{5});

    const CaseStory granted = office.story(1);
    QCOMPARE(granted.line.state, std::string("granted"));
    QCOMPARE(actsOf(granted), std::string("apply accept grant"));
    QVERIFY(granted.state.decision && granted.state.decision->automatic);
    QVERIFY(!granted.state.decision->basis.empty());
    QVERIFY(!granted.state.decision->powerEntry.empty());
    QVERIFY(granted.line.reason.empty());
    QVERIFY(granted.explanation.find("准予") != std::string::npos);

    const CaseStory noticed = office.story(2);
    QCOMPARE(noticed.line.state, std::string("supplement_pending"));
    QCOMPARE(actsOf(noticed), std::string("apply give_notice"));
    QCOMPARE(noticed.state.notices.front().defects.front().code, std::string("material:1"));

    const CaseStory referred = office.story(3);
    QCOMPARE(referred.line.state, std::string("referred"));
    QVERIFY2(referred.line.reason.starts_with("finding:"), referred.line.reason.c_str());
    QVERIFY(referred.state.isAccepted());

    // The rules would refuse; no shipped item lets the program do it.
    const CaseStory wouldRefuse = office.story(4);
    QCOMPARE(wouldRefuse.line.state, std::string("referred"));
    QCOMPARE(wouldRefuse.line.reason, std::string("refusal_needs_human"));
    QCOMPARE(actsOf(wouldRefuse), std::string("apply accept refer"));
    QVERIFY(wouldRefuse.state.adviceAgainst);

    const CaseStory notAutomatic = office.story(5);
    QCOMPARE(notAutomatic.line.state, std::string("referred"));
    QCOMPARE(notAutomatic.line.reason, std::string("not_automatic_item"));
    QCOMPARE(report.granted, std::int64_t{1});
    QCOMPARE(report.noticed, std::int64_t{1});
    QCOMPARE(report.refused, std::int64_t{0});
    QCOMPARE(report.referred, std::int64_t{3});
    QVERIFY(office.audit().isSound());
}

void TstWorker::aDecisionIsNotMadeTwice()
{
    Office office;
    office.importRegisters(people(12));
    office.takeIn(applications(12));
    office.work();
    const std::string ends = office.ends();
    office.reopen();
    const WorkReport again = office.work();
    QCOMPARE(again.granted + again.refused + again.noticed, std::int64_t{0});
    QCOMPARE(office.ends(), ends);
}

void TstWorker::whoAsksForAPersonGetsOne()
{
    Office office;
    office.importRegisters({{.person = 1}, {.person = 2}});
    office.takeIn({{.person = 1, .humanPlease = true}, {.person = 2}});
    permit::ActRequest request;
    request.act = Act::RequestHuman;
    QCOMPARE(problemsOf(office.act(2, "channel:window", Role::Applicant, request)), std::string());
    office.work();
    for (const int person : {1, 2}) {
        const CaseStory story = office.story(person);
        QCOMPARE(story.line.state, std::string("referred"));
        QCOMPARE(story.line.queue, std::string("people"));
        QCOMPARE(story.line.reason, std::string("human_requested"));
        QVERIFY(!story.state.decision);
    }
}

void TstWorker::acceptanceFollowsTheOrderOfArrival()
{
    Office office;
    office.importRegisters(people(40));
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 40; ++i)
        lines.push_back({.person = i,
                         .item = "ZB-001",
                         .receivedAt = "2026-11-" + std::string(i <= 20 ? "19" : "20") + "T10:00:00+08:00",
                         .fields = R"({"applicant_category":"resident","quota_type":"ordinary"})"});
    office.takeIn(lines);
    office.work(3, 6);
    std::int64_t last = 0;
    for (int i = 1; i <= 40; ++i) {
        const CaseStory story = office.story(i);
        QVERIFY(story.state.isAccepted());
        QVERIFY2(story.state.acceptanceNo > last, story.line.serial.c_str());
        last = story.state.acceptanceNo;
    }
}

void TstWorker::theResultDoesNotDependOnThreads()
{
    std::string expected;
    for (const unsigned threads : {1U, 2U, 5U}) {
        Office office;
        office.importRegisters(people(60));
        office.takeIn(applications(60));
        office.work(threads, 9);
        if (expected.empty())
            expected = office.ends();
        QCOMPARE(office.ends(), expected);
        QVERIFY(office.audit().isSound());
    }
}

void TstWorker::aRunThatIsStoppedGoesOnToTheSameEnd()
{
    Office whole;
    whole.importRegisters(people(60));
    whole.takeIn(applications(60));
    whole.work(2, 8);

    Office stopped;
    stopped.importRegisters(people(60));
    stopped.takeIn(applications(60));
    bool finished = false;
    int runs = 0;
    for (; !finished && runs < 100; ++runs) {
        std::atomic<bool> stop = false;
        WorkOptions options;
        options.threads = 2;
        options.casesPerCommit = 8;
        options.progress.stop = &stop;
        options.progress.report = [&](std::int64_t, std::int64_t) {
            stop = true;
        };
        finished = must(must(Worker::open(stopped.workspace()))->run(options)).finished;
        stopped.reopen();
    }
    QVERIFY(finished);
    QVERIFY(runs >= 2);
    QCOMPARE(stopped.ends(), whole.ends());
}

void TstWorker::aLimitLeavesTheRestForTheNextRun()
{
    Office office;
    office.importRegisters(people(20));
    office.takeIn(applications(20));
    WorkOptions options;
    options.limit = 7;
    const WorkReport first = must(must(Worker::open(office.workspace()))->run(options));
    QCOMPARE(first.taken, std::int64_t{7});
    QVERIFY(!first.finished);
    const Status status = must(statusOf(office.workspace()));
    QVERIFY(status.all.untouched > 0);
    QVERIFY(office.work().finished);
}

void TstWorker::aPersonWhoActsAtTheSameMomentComesFirst()
{
    Office office;
    office.importRegisters(people(30));
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 30; ++i)
        lines.push_back({.person = i});
    office.takeIn(lines);
    const std::string serial = office.serialOf(29);
    auto window = must(
        Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock, office.key()));
    bool acted = false;
    WorkOptions options;
    options.threads = 2;
    options.casesPerCommit = 10;
    options.progress.report = [&](std::int64_t, std::int64_t) {
        if (std::exchange(acted, true))
            return;
        permit::ActRequest withdraw;
        withdraw.act = Act::Withdraw;
        const auto outcome =
            must(actOnCase(*window, serial, {"channel:window", Role::Applicant, {}}, withdraw));
        QVERIFY(outcome.refusals.empty());
    };
    const WorkReport report = must(must(Worker::open(office.workspace()))->run(options));
    QVERIFY(report.finished);
    QCOMPARE(report.taken, std::int64_t{29});
    QCOMPARE(office.story(29).line.state, std::string("withdrawn"));
    QCOMPARE(office.story(30).line.outcome.empty() && office.story(30).line.reason.empty(), false);
    QVERIFY(office.audit().isSound());
}

void TstWorker::acceptanceNumbersAreGivenOnce()
{
    Office office;
    office.importRegisters(people(30));
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 30; ++i)
        lines.push_back({.person = i});
    lines.push_back({.person = 31, .item = "KY-005", .humanPlease = true});
    office.takeIn(lines);
    const std::string serial = office.serialOf(31);
    auto window = must(
        Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock, office.key()));
    bool acted = false;
    WorkOptions options;
    options.threads = 2;
    options.casesPerCommit = 10;
    options.progress.report = [&](std::int64_t, std::int64_t) {
        if (std::exchange(acted, true))
            return;
        permit::ActRequest accept;
        accept.act = Act::Accept;
        QVERIFY(must(actOnCase(*window, serial, {"clerk-1", Role::Clerk, {}}, accept)).refusals.empty());
    };
    must(must(Worker::open(office.workspace()))->run(options));
    std::set<std::int64_t> numbers;
    for (int i = 1; i <= 31; ++i)
        numbers.insert(office.story(i).state.acceptanceNo);
    QCOMPARE(numbers.size(), std::size_t{31});
    QVERIFY(!numbers.contains(0));
}

void TstWorker::twoWorkersAtATimeAreRefused()
{
    Office office;
    const auto first = Worker::open(office.workspace());
    QVERIFY_OK(first);
    auto other = must(
        Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock, office.key()));
    const auto second = Worker::open(*other);
    QVERIFY_FAILS(second, ErrorCode::Conflict);
    QVERIFY(second.error().detail.find("another worker") != std::string::npos);
}

void TstWorker::aSecondNoticeIsLeftToAPerson()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .materials = {8}}});
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("supplement_pending"));
    permit::ActRequest nothingUseful;
    nothingUseful.act = Act::Supplement;
    QCOMPARE(problemsOf(office.act(1, "channel:window", Role::Applicant, nothingUseful, {{2}, {}})),
             std::string());
    office.work();
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("referred"));
    QCOMPARE(story.line.reason, std::string("materials_incomplete"));
    QCOMPARE(story.state.notices.size(), std::size_t{1});
}

void TstWorker::theProgramRefusesNobody()
{
    Office office;
    office.importRegisters(people(60));
    office.takeIn(applications(60));
    office.work(2);
    int wouldRefuse = 0;
    for (int i = 1; i <= 60; ++i) {
        const CaseStory story = office.story(i);
        QVERIFY(story.line.outcome != "refused");
        wouldRefuse += story.line.reason == "refusal_needs_human";
    }
    QVERIFY(wouldRefuse > 3);
}

void TstWorker::whatWasGrantedIsNotGrantedTwice()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    office.work();
    QCOMPARE(office.story(1).line.outcome, std::string("granted"));
    office.takeIn({{.person = 1, .externalNo = "AGAIN-1", .receivedAt = "2026-11-23T09:00:00+08:00"}});
    office.work();
    CaseQuery query;
    query.applicantId = personNo(1);
    const auto lines = must(listCases(office.workspace(), query)); // the newest first
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines.front().outcome, std::string());
    QCOMPARE(lines.front().reason, std::string("duplicate"));
}

void TstWorker::oneDamagedCaseDoesNotHoldUpTheOthers()
{
    Office office;
    office.importRegisters(people(5));
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 4; ++i)
        lines.push_back({.person = i});
    office.takeIn(lines);
    const std::string serial = office.serialOf(2);
    office.close();
    runSql(office.folder() / "store.sqlite",
           "UPDATE case_state SET details = substr(details, 2) WHERE no = 2");
    office.reopen();
    const WorkReport report = office.work();
    QCOMPARE(report.unreadable, std::vector<std::string>{serial});
    QCOMPARE(report.granted, std::int64_t{3});
    QVERIFY(!office.audit().isSound());
}

QTEST_GUILESS_MAIN(TstWorker)
#include "tst_worker.moc"
