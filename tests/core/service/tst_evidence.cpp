// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;

/// What waits for an answer, and what becomes of it when the answer comes.
class TstEvidence : public QObject
{
    Q_OBJECT

private slots:
    void aMissingAnswerWaitsAndIsAskedForAgain();
    void aPersonGetsTheCaseBeforeItsLimitPasses();
    void anAnswerAPersonAskedForGoesBackToThatPerson();
    void aPersonWhoWaitsWhereNoRulesAskIsLeftWaiting();
};

void TstEvidence::aMissingAnswerWaitsAndIsAskedForAgain()
{
    Office office;
    office.importRegisters({{.person = 1}}, "2026-10-01"); // older than the thirty days the rules allow
    office.takeIn({{.person = 1}});
    QCOMPARE(office.work().waiting, std::int64_t{1});
    CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("evidence_pending"));
    QCOMPARE(story.line.reason, std::string("evidence_pending"));
    QVERIFY(!story.waitingFor.empty());
    QVERIFY(std::ranges::any_of(story.waitingFor, [](const EvidenceGap &gap) {
        return gap.source == "police" && gap.record == "person" && gap.cause == "stale"
            && gap.words.find("公安") == 0 && gap.words.find("过时") != std::string::npos;
    }));
    const std::string ends = office.ends();
    QCOMPARE(office.work().waiting, std::int64_t{1});
    QCOMPARE(office.ends(), ends); // asking again in vain is no act
    office.importRegisters({{.person = 1}});
    QCOMPARE(office.work().granted, std::int64_t{1});
    story = office.story(1);
    QCOMPARE(actsOf(story), std::string("apply accept await_evidence record_evidence grant"));
    QVERIFY(story.state.decision->automatic);
    QVERIFY(story.waitingFor.empty());
}

void TstEvidence::aPersonGetsTheCaseBeforeItsLimitPasses()
{
    Office office;
    office.importRegisters({{.person = 1}}, "2026-10-01"); // too old, and nothing newer ever comes
    office.takeIn({{.person = 1}});
    QCOMPARE(office.work().waiting, std::int64_t{1});
    const CaseStory begun = office.story(1);
    const auto statutory =
        std::ranges::find(begun.clocks, permit::ClockKind::Statutory, &permit::ClockReading::kind);
    QVERIFY(statutory != begun.clocks.end());
    const Date limit = statutory->deadline.date;
    Date handedOver{};
    for (int day = 1; day < 60 && office.story(1).line.state == "evidence_pending"; ++day) {
        office.clock.advance(std::chrono::hours(24));
        office.work();
        handedOver = officialDate(office.clock.now());
    }
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("referred"));
    QCOMPARE(story.line.queue, std::string("people"));
    QCOMPARE(story.line.reason, std::string("evidence_unknown"));
    QVERIFY(handedOver < limit);
    QVERIFY(limit - handedOver < std::chrono::days(14)); // not at the first failure either
    QVERIFY(!story.state.decision);
    QVERIFY(office.audit().isSound());
}

void TstEvidence::anAnswerAPersonAskedForGoesBackToThatPerson()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    const std::string capsule = office.story(1).capsule;
    permit::ActRequest await;
    await.act = Act::AwaitEvidence;
    await.reason = "已向公安核对";
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, await)), std::string());
    QVERIFY(office.work().finished);
    const CaseStory story = office.story(1);
    QCOMPARE(story.line.state, std::string("referred"));
    QCOMPARE(story.line.queue, std::string("people"));
    QVERIFY(story.line.reason.starts_with("finding:"));
    QCOMPARE(story.events.back().act, std::string("record_evidence"));
    QCOMPARE(story.capsule, capsule);
    QVERIFY(office.audit().isSound());
}

void TstEvidence::aPersonWhoWaitsWhereNoRulesAskIsLeftWaiting()
{
    Office office;
    office.takeIn({{.person = 1, .item = "KY-005", .fields = "{}"}});
    office.work();
    permit::ActRequest await;
    await.act = Act::AwaitEvidence;
    await.reason = "已发函核实";
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, await)), std::string());
    office.work();
    QCOMPARE(office.story(1).line.state, std::string("evidence_pending"));
    permit::ActRequest record;
    record.act = Act::RecordEvidence;
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, record)), std::string());
    QCOMPARE(office.story(1).line.state, std::string("referred"));
}

QTEST_GUILESS_MAIN(TstEvidence)
#include "tst_evidence.moc"
