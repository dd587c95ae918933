// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/permit/permit_fixture.h"

#include <QTest>

using namespace tongban;
using namespace tongban::permit;
using tests::permit::day;
using tests::permit::Desk;

namespace {

Signature supervisor(std::string actor)
{
    return {std::move(actor), Role::Supervisor};
}

} // namespace

/// What an act has to bring, and who may not stand behind it: duties that no typed-in text gets around.
class TstDuties : public QObject
{
    Q_OBJECT

private slots:
    void accountsThatLookAlikeAreRefused_data();
    void accountsThatLookAlikeAreRefused();
    void blankIsNotAReason_data();
    void blankIsNotAReason();
    void unreadableTextNeverEntersTheLedger_data();
    void unreadableTextNeverEntersTheLedger();
    void grantingBeforeTheRulesLookedIsAnOverride();
    void whoAskedForAPersonNeedsNoRules();
    void theProgramDoesNotEndAnApplicationThatMayStillBeSupplemented();
    void anExtensionComesBeforeTheLimit();
    void anExtensionMovesTheStepToo();
    void paperThatSharedDataDeliversNeedsAReason();
    void aDocumentOutsideTheListIsNotAskedFor();
    void aRefusalUnderWayToTheApplicantCanBeLookedAtByAPerson();

private:
    static void accept(Desk &desk) { QVERIFY(desk.act(Act::Accept, Role::Clerk)); }
    static ActRequest notice(std::string code)
    {
        ActRequest request = Desk::plain(Act::GiveNotice);
        request.reason.clear();
        request.defects = {{std::move(code), {}, "依据", "缺少", {}, {}}};
        return request;
    }
};

void TstDuties::accountsThatLookAlikeAreRefused_data()
{
    QTest::addColumn<std::string>("account");
    QTest::newRow("blank behind") << std::string("li ");
    QTest::newRow("capitals") << std::string("LI");
    QTest::newRow("zero-width space") << std::string("li\u200b");
    QTest::newRow("only blanks") << std::string("   ");
    QTest::newRow("line break") << std::string("li\nwang");
    QTest::newRow("not UTF-8") << std::string("\xff\xfe");
    QTest::newRow("too long") << std::string(65, 'a');
}

void TstDuties::accountsThatLookAlikeAreRefused()
{
    QFETCH(std::string, account);
    Desk desk;
    QVERIFY(!desk.act(Act::Accept, Role::Clerk, account));
    QVERIFY(desk.refusedFor(ActProblem::AccountInvalid));
    accept(desk);
    QVERIFY(desk.act(Act::ProposeRefusal, Role::Approver, "li"));
    QVERIFY(!desk.act(Act::Countersign, Role::Approver, account));
    Desk other;
    accept(other);
    ActRequest granting = Desk::plain(Act::Grant);
    granting.signer = supervisor(account);
    QVERIFY(!other.act(granting, Role::Approver, "li"));
    QVERIFY(other.refusedFor(ActProblem::AccountInvalid));
}

void TstDuties::blankIsNotAReason_data()
{
    QTest::addColumn<std::string>("blank");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("space") << std::string(" ");
    QTest::newRow("full-width space") << std::string("\u3000");
}

void TstDuties::blankIsNotAReason()
{
    QFETCH(std::string, blank);
    Desk desk("CZ-002");
    accept(desk);
    ActRequest refusal = Desk::plain(Act::ProposeRefusal);
    refusal.reason = blank;
    refusal.basis = blank;
    QVERIFY(!desk.act(refusal, Role::Approver));
    QVERIFY(desk.refusedFor(ActProblem::ReasonMissing));
    QVERIFY(desk.refusedFor(ActProblem::BasisMissing));
    ActRequest stop = Desk::plain(Act::Suspend);
    stop.document = blank;
    QVERIFY(!desk.act(stop, Role::Approver));
    QVERIFY(desk.refusedFor(ActProblem::DocumentMissing));
}

void TstDuties::unreadableTextNeverEntersTheLedger_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("not UTF-8") << std::string("\xff\xfe");
    QTest::newRow("line break") << std::string("a\nb");
    QTest::newRow("direction mark") << std::string("a\u202eb");
    QTest::newRow("endless") << std::string(100'000, 'a');
}

void TstDuties::unreadableTextNeverEntersTheLedger()
{
    QFETCH(std::string, text);
    Desk desk("CZ-002");
    for (const auto member : {&ActRequest::reason, &ActRequest::basis, &ActRequest::document}) {
        ActRequest request = Desk::plain(Act::Accept);
        request.*member = text;
        QVERIFY(!desk.act(request, Role::Clerk));
        QVERIFY(desk.refusedFor(ActProblem::TextInvalid));
    }
}

void TstDuties::grantingBeforeTheRulesLookedIsAnOverride()
{
    Desk desk;
    accept(desk);
    ActRequest grant = Desk::plain(Act::Grant);
    grant.reason.clear();
    QVERIFY(!desk.act(grant, Role::Approver, "li"));
    QVERIFY(desk.refusedFor(ActProblem::RulesNotAsked));
    QVERIFY(desk.refusedFor(ActProblem::SignerMissing));
    grant.reason = "系统停用,人工核对";
    grant.signer = supervisor("wang");
    QVERIFY(desk.act(grant, Role::Approver, "li"));

    Desk looked;
    accept(looked);
    QVERIFY(looked.act(Act::Refer, Role::System, "tongban-worker"));
    QVERIFY(looked.act(Act::Grant, Role::Approver, "li"));
}

void TstDuties::whoAskedForAPersonNeedsNoRules()
{
    Desk desk;
    QVERIFY(desk.act(Act::RequestHuman, Role::Applicant));
    accept(desk);
    QVERIFY(desk.act(Act::Grant, Role::Approver, "li"));
}

void TstDuties::theProgramDoesNotEndAnApplicationThatMayStillBeSupplemented()
{
    Desk desk;
    QVERIFY(desk.act(notice("A"), Role::Clerk));
    const Date until = desk.state().notices.back().dueOn;
    desk.goTo(isoDate(until));
    QVERIFY(!desk.act(Act::Withdraw, Role::System, "tongban-worker"));
    QCOMPARE(desk.refusal(ActProblem::NoticeRunning).day, std::optional(until));
    desk.goTo(isoDate(until + std::chrono::days(1)));
    QVERIFY(desk.act(Act::Withdraw, Role::System, "tongban-worker"));
}

void TstDuties::anExtensionComesBeforeTheLimit()
{
    Desk desk("CZ-002");
    accept(desk); // Monday 2 March; twenty working days end on Monday 30 March.
    ActRequest extension = Desk::plain(Act::Extend);
    extension.workdays = 10;
    desk.goTo("2026-03-31");
    QVERIFY(!desk.act(extension, Role::Supervisor));
    QCOMPARE(desk.refusal(ActProblem::LimitPassed).day, std::optional(day("2026-03-30")));
    desk.goTo("2026-03-30");
    // The case did not change meanwhile: acts are judged by the day, not by the attempt.
    QVERIFY(desk.act(extension, Role::Supervisor));
}

void TstDuties::anExtensionMovesTheStepToo()
{
    Desk desk("CZ-002");
    accept(desk);
    const auto stepDeadline = [&] {
        for (const ClockReading &clock :
             readClocks(desk.state(), desk.item(), desk.rules().clockRules(), desk.today()))
            if (clock.kind == ClockKind::StepStatutory)
                return clock.deadline.date;
        return Date{};
    };
    const Date before = stepDeadline();
    ActRequest extension = Desk::plain(Act::Extend);
    extension.workdays = 10;
    QVERIFY(desk.act(extension, Role::Supervisor));
    QCOMPARE(desk.rules().calendar.workdaysBetween(before, stepDeadline()), 10);
}

void TstDuties::paperThatSharedDataDeliversNeedsAReason()
{
    Desk desk;
    QVERIFY(!desk.act(notice("material:2"), Role::Clerk));
    QCOMPARE(desk.refusal(ActProblem::MaterialDelivered).number, std::int64_t{2});
    ActRequest reasoned = notice("material:2");
    reasoned.reason = "共享数据与原件不符";
    QVERIFY(desk.act(reasoned, Role::Clerk));
    Desk other;
    QVERIFY(other.act(notice("material:1"), Role::Clerk));
}

void TstDuties::aDocumentOutsideTheListIsNotAskedFor()
{
    Desk desk;
    QVERIFY(!desk.act(notice("material:9"), Role::Clerk));
    QVERIFY(desk.refusedFor(ActProblem::MaterialUnknown));
    QVERIFY(!desk.act(notice("material:1x"), Role::Clerk));
    QVERIFY(desk.refusedFor(ActProblem::MaterialUnknown));
}

void TstDuties::aRefusalUnderWayToTheApplicantCanBeLookedAtByAPerson()
{
    Desk desk;
    QVERIFY(desk.act(Act::Accept, Role::System, "tongban-worker"));
    QVERIFY(desk.act(Act::Refuse, Role::System, "tongban-worker"));
    ActRequest parcel = Desk::plain(Act::SendByCourier);
    parcel.waybill = "SF1234567890123";
    QVERIFY(desk.act(parcel, Role::Clerk));
    QVERIFY(desk.act(Act::RequestHuman, Role::Applicant));
    QCOMPARE(desk.state().state, State::Referred);
}

QTEST_GUILESS_MAIN(TstDuties)
#include "tst_duties.moc"
