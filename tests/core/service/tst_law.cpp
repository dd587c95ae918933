// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/figures/status.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::ActRequest;
using permit::ClockKind;
using permit::Role;

namespace {

constexpr std::string_view kRouteFields = "{}";

/// A renewal that people decide (KY-005): main documents 1 and 3 from the applicant, document 5 minor.
ApplicationLine renewal(std::vector<int> materials, std::string_view receivedAt = "2026-11-20T10:00:00+08:00")
{
    ApplicationLine line{.person = 1, .item = "KY-005"};
    line.fields = kRouteFields;
    line.materials = std::move(materials);
    line.receivedAt = receivedAt;
    return line;
}

ActRequest request(Act act, std::string_view reason = {}, std::string_view basis = {},
                   std::string_view document = {})
{
    ActRequest wanted;
    wanted.act = act;
    wanted.reason = reason;
    wanted.basis = basis;
    wanted.document = document;
    return wanted;
}

ActRequest notice(std::string_view code)
{
    ActRequest wanted = request(Act::GiveNotice);
    wanted.defects = {
        {std::string(code), "materials", "《行政许可法》第三十一条", "缺少材料", "Missing", {}}};
    return wanted;
}

std::optional<permit::ClockReading> clockOf(const CaseStory &story, ClockKind kind)
{
    const auto found = std::ranges::find(story.clocks, kind, &permit::ClockReading::kind);
    return found == story.clocks.end() ? std::nullopt : std::optional(*found);
}

std::string dueOn(const CaseStory &story, ClockKind kind)
{
    const auto clock = clockOf(story, kind);
    return clock ? isoDate(clock->deadline.date) : "does not run";
}

} // namespace

/// The law in the words of PRODUCT.md (L1 to L9), through the use cases that every front end shares.
class TstLaw : public QObject
{
    Q_OBJECT

private slots:
    void article32_everythingIsToldOnceWithinFiveWorkingDays();
    void article32_whoIsNotAnsweredCountsAsAcceptedFromTheDayOfReceipt();
    void article32_afterFiveDaysThereIsNeitherNoticeNorDecline();
    void article32_theProgramGivesNoNoticeAfterFiveDays();
    void article32_theFiveDaysRunAnewAfterASupplement();
    void article32_declineNeedsReasonAndBasis();
    void article42_twentyDaysAndTenMoreWithTheHeadsApproval();
    void article42_jointHandlingMayBeExtendedByFifteenDays();
    void article45_timeIsExcludedOnlyWithADocument();
    void article44_deliveryWithinTenWorkingDays();
    void article82_daysAreWorkingDays();
    void conditionalAcceptance_mayLackMinorDocumentsOnly();
    void article34_aRefusalNeedsTwoPeopleReasonAndBasis();
    void anOverrideNeedsAReasonAndASecondPerson();

private:
    static void accept(Office &office);
};

void TstLaw::accept(Office &office)
{
    office.takeIn({renewal({1, 3, 5})});
    office.work(); // people decide this item: accepted and handed to them
    QVERIFY(office.story(1).state.isAccepted());
    QCOMPARE(office.story(1).line.state, std::string("referred"));
}

void TstLaw::article32_everythingIsToldOnceWithinFiveWorkingDays()
{
    Office office("2026-11-27T17:00:00+08:00"); // the fifth working day
    office.takeIn({renewal({3})});
    QCOMPARE(dueOn(office.story(1), ClockKind::Acceptance), std::string("2026-11-27"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, notice("material:1"))), std::string());
    QCOMPARE(problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Supplement))),
             std::string("nothing_sent"));
    QCOMPARE(
        problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Supplement), {{1}, {}})),
        std::string());
    // What could have been told the first time is not told in a second notice, unless a supervisor signs.
    ActRequest again = notice("material:5");
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, again)), std::string("second_notice"));
    again.signer = permit::Signature{"clerk-1", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, again)), std::string("signer_is_actor"));
    again.signer = permit::Signature{"head-1", Role::Approver};
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, again)), std::string("signer_may_not"));
    again.signer = permit::Signature{"head-1", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, again)), std::string());
    QCOMPARE(office.story(1).state.notices.size(), std::size_t{2});
    QCOMPARE(must(statusOf(office.workspace())).notices.secondNoticePerMille(), 1000);
}

void TstLaw::article32_whoIsNotAnsweredCountsAsAcceptedFromTheDayOfReceipt()
{
    Office office;
    office.takeIn({renewal({3})});
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("referred"));
    QVERIFY(!office.story(1).state.isAccepted());
    office.clock.set(at("2026-11-27T23:00:00+08:00"));
    QCOMPARE(office.work().deemed, std::int64_t{0});
    QCOMPARE(problemsOf(office.act(1, "tongban-worker", Role::System,
                                   request(Act::DeemAccepted, {}, "《行政许可法》第三十二条"))),
             std::string("role_may_not")); // nobody acts as the program by saying so
    office.clock.set(at("2026-11-28T00:10:00+08:00"));
    QCOMPARE(office.work().deemed, std::int64_t{1});
    const CaseStory story = office.story(1);
    QVERIFY(story.state.deemedAccepted);
    QCOMPARE(isoDate(*story.state.acceptedOn), std::string("2026-11-20"));
    QVERIFY(story.state.acceptanceNo > 0);
    QCOMPARE(story.events.back().act, std::string("deem_accepted"));
    QVERIFY(story.events.back().basis.find("第三十二条") != std::string::npos);
    QCOMPARE(dueOn(story, ClockKind::Statutory), std::string("2026-12-18")); // 20 working days from the 20th
    QCOMPARE(office.work().deemed, std::int64_t{0});
    QVERIFY(office.audit().isSound());
}

void TstLaw::article32_afterFiveDaysThereIsNeitherNoticeNorDecline()
{
    Office office("2026-11-30T09:00:00+08:00");
    office.takeIn({renewal({3})});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, notice("material:1"))),
             std::string("already_accepted"));
    QCOMPARE(
        problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Decline, "不属于受理范围", "办法"))),
        std::string("already_accepted"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Accept))), std::string());
    QVERIFY(office.story(1).state.deemedAccepted);
    QCOMPARE(isoDate(*office.story(1).state.acceptedOn), std::string("2026-11-20"));
}

void TstLaw::article32_theProgramGivesNoNoticeAfterFiveDays()
{
    Office office("2026-11-30T09:00:00+08:00");
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .materials = {8}}});
    const WorkReport report = office.work();
    QCOMPARE(report.noticed, std::int64_t{0});
    const CaseStory story = office.story(1);
    QCOMPARE(actsOf(story), std::string("apply deem_accepted refer"));
    QCOMPARE(story.line.reason, std::string("materials_incomplete"));
    QVERIFY(story.state.deemedAccepted);
}

void TstLaw::article32_theFiveDaysRunAnewAfterASupplement()
{
    Office office;
    office.takeIn({renewal({3})});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, notice("material:1"))), std::string());
    QVERIFY(!clockOf(office.story(1), ClockKind::Acceptance));
    office.clock.set(at("2026-12-10T09:00:00+08:00"));
    QCOMPARE(
        problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Supplement), {{1, 5}, {}})),
        std::string());
    QCOMPARE(dueOn(office.story(1), ClockKind::Acceptance), std::string("2026-12-17"));
    office.work();
    QVERIFY(office.story(1).state.isAccepted());
    QCOMPARE(isoDate(*office.story(1).state.acceptedOn), std::string("2026-12-10"));
}

void TstLaw::article32_declineNeedsReasonAndBasis()
{
    Office office;
    office.takeIn({renewal({1, 3})});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Decline))),
             std::string("reason_missing basis_missing"));
    QCOMPARE(problemsOf(office.act(1, "tongban-worker", Role::System, request(Act::Decline, "a", "b"))),
             std::string("role_may_not"));
    QCOMPARE(
        problemsOf(office.act(1, "clerk-1", Role::Clerk,
                              request(Act::Decline, "不属于本机关职权范围", "《行政许可法》第三十二条"))),
        std::string());
    QCOMPARE(office.story(1).line.state, std::string("declined"));
    QVERIFY(office.story(1).clocks.empty());
}

void TstLaw::article42_twentyDaysAndTenMoreWithTheHeadsApproval()
{
    Office office;
    accept(office);
    QCOMPARE(dueOn(office.story(1), ClockKind::Statutory), std::string("2026-12-21"));
    const std::string promised = dueOn(office.story(1), ClockKind::Promised);
    ActRequest extend = request(Act::Extend, "案情复杂");
    extend.workdays = 10;
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, extend)), std::string("signer_missing"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, extend)), std::string("role_may_not"));
    ActRequest unfounded = extend;
    unfounded.reason.clear();
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, unfounded)), std::string("reason_missing"));
    ActRequest tooLong = extend;
    tooLong.workdays = 11;
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, tooLong)),
             std::string("extension_too_long"));
    extend.signer = permit::Signature{"head-1", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, extend)), std::string());
    const CaseStory story = office.story(1);
    QCOMPARE(clockOf(story, ClockKind::Statutory)->workdays, 30);
    QCOMPARE(dueOn(story, ClockKind::Promised), promised);
    QCOMPARE(story.state.extension->by, std::string("head-1"));
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, extend)), std::string("extended_already"));
}

void TstLaw::article42_jointHandlingMayBeExtendedByFifteenDays()
{
    Office office;
    ApplicationLine line{.person = 1, .item = "HY-020"};
    line.fields = "{}";
    office.takeIn({line});
    office.work();
    QVERIFY(office.story(1).item->jointHandling);
    ActRequest extend = request(Act::Extend, "需联合办理");
    extend.workdays = 16;
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, extend)),
             std::string("extension_too_long"));
    extend.workdays = 15;
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, extend)), std::string());
}

void TstLaw::article45_timeIsExcludedOnlyWithADocument()
{
    Office office;
    accept(office);
    const std::string before = dueOn(office.story(1), ClockKind::Statutory);
    ActRequest suspend = request(Act::Suspend, "需专家评审");
    suspend.suspension = permit::SuspensionKind::ExpertReview;
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, suspend)),
             std::string("document_missing"));
    suspend.document = "深交许中止〔2026〕12号";
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, suspend)), std::string());
    QVERIFY(clockOf(office.story(1), ClockKind::Statutory)->stopped);
    office.clock.set(at("2026-11-30T09:00:00+08:00"));
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, request(Act::Resume))), std::string());
    // Tuesday to Friday did not count, the day on which work went on does.
    QCOMPARE(before, std::string("2026-12-21"));
    QCOMPARE(dueOn(office.story(1), ClockKind::Statutory), std::string("2026-12-25"));
    const DeadlineAccount account =
        must(caseClock(office.workspace(), office.serialOf(1), ClockKind::Statutory));
    QCOMPARE(isoDate(account.deadline.date), std::string("2026-12-25"));
    QCOMPARE(std::ranges::count(account.days, suspend.document, &AccountDay::note), std::ptrdiff_t{4});
}

void TstLaw::article44_deliveryWithinTenWorkingDays()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("granted"));
    QCOMPARE(dueOn(office.story(1), ClockKind::Delivery), std::string("2026-12-07"));
    ActRequest hand = request(Act::DeliverInPerson);
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, hand)), std::string("receiver_missing"));
    hand.receiver = "本人";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, hand)), std::string());
    QCOMPARE(office.story(1).line.state, std::string("closed"));
    QVERIFY(office.story(1).clocks.empty());
}

void TstLaw::article82_daysAreWorkingDays()
{
    // 2026-10-01 to 10-07 is a holiday, 09-20 and 10-10 are worked.
    Office office("2026-09-30T09:00:00+08:00");
    office.takeIn({renewal({1, 3, 5}, "2026-09-30T08:00:00+08:00")});
    office.work();
    QCOMPARE(dueOn(office.story(1), ClockKind::Statutory), std::string("2026-11-03"));
    const DeadlineAccount account =
        must(caseClock(office.workspace(), office.serialOf(1), ClockKind::Statutory));
    QCOMPARE(std::ranges::count_if(account.days, [](const AccountDay &day) { return day.ordinal > 0; }),
             std::ptrdiff_t{20});
}

void TstLaw::conditionalAcceptance_mayLackMinorDocumentsOnly()
{
    Office office;
    office.takeIn({renewal({1, 3})});
    ActRequest conditional = request(Act::AcceptConditionally, {}, {}, "容缺承诺书 2026-1");
    conditional.materials = {1};
    conditional.dueOn = must(parseIsoDate("2026-12-04"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, conditional)),
             std::string("material_not_minor"));
    conditional.materials = {5};
    ActRequest unsigned_ = conditional;
    unsigned_.document.clear();
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, unsigned_)), std::string("document_missing"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, conditional)), std::string());
    QCOMPARE(dueOn(office.story(1), ClockKind::Conditional), std::string("2026-12-04"));
    office.work();
    const ActRequest grant = request(Act::Grant, {}, "《道路旅客运输及客运站管理规定》");
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)), std::string("conditional_open"));
    QCOMPARE(
        problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Supplement), {{5}, {}})),
        std::string());
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)), std::string());
}

void TstLaw::article34_aRefusalNeedsTwoPeopleReasonAndBasis()
{
    Office office;
    accept(office);
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, request(Act::ProposeRefusal))),
             std::string("reason_missing basis_missing"));
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, request(Act::Refuse, "理由", "依据"))),
             std::string("undefined_here"));
    const ActRequest proposal = request(Act::ProposeRefusal, "不具备经营条件", "《道路运输条例》第八条");
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, proposal)), std::string());
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Supervisor, request(Act::Countersign))),
             std::string("same_person"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Countersign))),
             std::string("role_may_not"));
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, request(Act::RejectProposal, "证据不足"))),
             std::string());
    QCOMPARE(office.story(1).line.state, std::string("referred"));
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, proposal)), std::string());
    QCOMPARE(problemsOf(office.act(1, "approver-2", Role::Approver, request(Act::Countersign))),
             std::string());
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.outcome, std::string("refused"));
    QCOMPARE(story.events.back().reason, std::string("不具备经营条件"));
    QCOMPARE(story.events.back().basis, std::string("《道路运输条例》第八条"));
    QVERIFY(!story.state.decision->automatic);
    QVERIFY(story.line.touchedByHuman);
}

void TstLaw::anOverrideNeedsAReasonAndASecondPerson()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    ActRequest grant = request(Act::Grant, {}, "《网络预约出租汽车经营服务管理暂行办法》第十四条");
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)),
             std::string("reason_missing signer_missing"));
    grant.reason = "登记有误,已由公安更正";
    grant.signer = permit::Signature{"approver-1", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)), std::string("signer_is_actor"));
    grant.signer = permit::Signature{"head-1", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, grant)), std::string());
    QVERIFY(!office.story(1).state.decision->automatic);
    QVERIFY(office.audit().isSound());
}

QTEST_GUILESS_MAIN(TstLaw)
#include "tst_law.moc"
