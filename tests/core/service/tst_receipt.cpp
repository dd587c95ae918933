// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::ActRequest;
using permit::Role;

namespace {

Date day(std::string_view iso)
{
    return must(parseIsoDate(iso));
}

ActRequest suspension(std::string_view until)
{
    ActRequest request;
    request.act = Act::Suspend;
    request.suspension = permit::SuspensionKind::ExpertReview;
    request.document = "深交中止〔2026〕7号";
    request.reason = "专家评审";
    if (!until.empty())
        request.dueOn = day(until);
    return request;
}

/// A case of an item that people decide, accepted on Monday the 23rd and suspended on that day.
void suspendCase(Office &office, std::string_view until)
{
    office.takeIn({{.person = 1, .item = "KY-020", .fields = "{}"}});
    office.work();
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, suspension(until))), std::string());
}

Date statutoryLimit(Office &office)
{
    for (const permit::ClockReading &clock : office.story(1).clocks) {
        if (clock.kind == permit::ClockKind::Statutory)
            return clock.deadline.date;
    }
    return {};
}

} // namespace

/// Days that somebody states: when an application was received, and until when a clock stands.
class TstReceipt : public QObject
{
    Q_OBJECT

private slots:
    void aReceiptFarBackGoesToAPersonAndSaysSo();
    void aReceiptThatIsVouchedForIsDecided();
    void theLastDayToAnswerIsNotLate();
    void anItemThatPeopleDecideSaysItToo();
    void aSuspendedCaseIsDueOnItsPlannedEnd();
    void theClockGoesOnTheDayAfterThePlannedEnd();
    void whoNoticesTheEndLateTakesNoDaysFromTheApplicant();
    void aPersonMayResumeEarlier();
    void aPlannedEndLiesNotInThePast();
    void withoutAPlannedEndTheProgramLeavesItAlone();
};

void TstReceipt::aReceiptFarBackGoesToAPersonAndSaysSo()
{
    Office office; // the 23rd of November 2026
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .receivedAt = "2026-11-02T10:00:00+08:00"}});
    const WorkReport report = office.work();
    QCOMPARE(report.granted, std::int64_t{0});
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("referred"));
    QCOMPARE(story.line.reason, std::string("taken_in_late"));
    QCOMPARE(story.state.takenInLate.value() == day("2026-11-23"), true);
    // The stated day binds all the same: the applicant may have come on it.
    QCOMPARE(story.state.acceptedOn.value() == day("2026-11-02"), true);
    QCOMPARE(actsOf(story), std::string("apply deem_accepted refer"));
    QVERIFY(story.events.front().body.find(R"("taken_in_late":"2026-11-23")") != std::string::npos);
    // The rules have looked: a person may grant without an override.
    ActRequest grant;
    grant.act = Act::Grant;
    grant.basis = "《网络预约出租汽车经营服务管理暂行办法》第十四条";
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)), std::string());
    QCOMPARE(office.audit().findingCount, std::int64_t{0});
}

void TstReceipt::aReceiptThatIsVouchedForIsDecided()
{
    Office office;
    office.importRegisters({{.person = 1}});
    ApplicationLine line{.person = 1, .receivedAt = "2026-11-02T10:00:00+08:00"};
    IntakeOptions options;
    options.receivedElsewhere = true;
    must(takeIn(office.workspace(), office.writeFile("platform.jsonl", {line.text()}), options));
    QCOMPARE(office.work().granted, std::int64_t{1});
    const CaseStory story = office.story(1);
    QVERIFY(!story.state.takenInLate);
    QVERIFY(story.events.front().body.find("receipt_vouched") != std::string::npos);
}

void TstReceipt::theLastDayToAnswerIsNotLate()
{
    Office office;
    office.importRegisters({{.person = 1}, {.person = 2}});
    office.takeIn({{.person = 1, .receivedAt = "2026-11-16T10:00:00+08:00"},
                   {.person = 2, .receivedAt = "2026-11-13T10:00:00+08:00"}});
    QVERIFY(!office.story(1).state.takenInLate);
    QVERIFY(office.story(2).state.takenInLate.has_value());
    QCOMPARE(office.work().granted, std::int64_t{1});
    QCOMPARE(office.story(1).line.outcome, std::string("granted"));
}

void TstReceipt::anItemThatPeopleDecideSaysItToo()
{
    Office office;
    office.takeIn(
        {{.person = 1, .item = "KY-020", .receivedAt = "2026-11-02T10:00:00+08:00", .fields = "{}"}});
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("referred"));
    QVERIFY(office.story(1).state.takenInLate.has_value());
}

void TstReceipt::aSuspendedCaseIsDueOnItsPlannedEnd()
{
    Office office;
    suspendCase(office, "2026-12-04");
    QCOMPARE(office.story(1).line.due.value() == day("2026-12-04"), true);
    QCOMPARE(office.story(1).state.suspensions.back().plannedEnd.value() == day("2026-12-04"), true);
    office.close(); // and so it is read back
    office.reopen();
    QCOMPARE(office.story(1).state.suspensions.back().plannedEnd.value() == day("2026-12-04"), true);
}

void TstReceipt::theClockGoesOnTheDayAfterThePlannedEnd()
{
    Office office;
    office.takeIn({{.person = 2, .item = "KY-020", .fields = "{}"}});
    suspendCase(office, "2026-12-04");
    office.clock.set(at("2026-12-04T23:00:00+08:00"));
    QCOMPARE(office.work().resumed, std::int64_t{0});
    office.clock.set(at("2026-12-05T08:00:00+08:00"));
    QCOMPARE(office.work().resumed, std::int64_t{1});
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("referred"));
    QCOMPARE(story.events.back().act, std::string("resume"));
    QCOMPARE(story.events.back().actor, std::string("tongban-worker"));
    QCOMPARE(story.state.suspensions.back().through.value() == day("2026-12-04"), true);
    QCOMPARE(office.work().resumed, std::int64_t{0});
    QCOMPARE(office.audit().findingCount, std::int64_t{0});
}

void TstReceipt::whoNoticesTheEndLateTakesNoDaysFromTheApplicant()
{
    Office prompt;
    suspendCase(prompt, "2026-12-04");
    prompt.clock.set(at("2026-12-07T08:00:00+08:00"));
    QCOMPARE(prompt.work().resumed, std::int64_t{1});
    Office late;
    suspendCase(late, "2026-12-04");
    late.clock.set(at("2026-12-16T08:00:00+08:00"));
    QCOMPARE(late.work().resumed, std::int64_t{1});
    QCOMPARE(late.story(1).state.suspensions.back().through.value() == day("2026-12-04"), true);
    QCOMPARE(statutoryLimit(late) == statutoryLimit(prompt), true);
}

void TstReceipt::aPersonMayResumeEarlier()
{
    Office office;
    suspendCase(office, "2026-12-04");
    office.clock.set(at("2026-11-30T09:00:00+08:00"));
    ActRequest resume;
    resume.act = Act::Resume;
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, resume)), std::string());
    QCOMPARE(office.story(1).state.suspensions.back().through.value() == day("2026-11-29"), true);
}

void TstReceipt::aPlannedEndLiesNotInThePast()
{
    Office office;
    office.takeIn({{.person = 1, .item = "KY-020", .fields = "{}"}});
    office.work();
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, suspension("2026-11-22"))),
             std::string("due_day_out_of_range"));
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, suspension("2026-11-23"))),
             std::string());
}

void TstReceipt::withoutAPlannedEndTheProgramLeavesItAlone()
{
    Office office;
    suspendCase(office, {});
    QVERIFY(!office.story(1).line.due);
    office.clock.set(at("2027-03-01T09:00:00+08:00"));
    QCOMPARE(office.work().resumed, std::int64_t{0});
    QCOMPARE(office.story(1).line.state, std::string("suspended"));
}

QTEST_APPLESS_MAIN(TstReceipt)
#include "tst_receipt.moc"
