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

ActRequest request(Act act, std::string_view reason = {}, std::string_view basis = {})
{
    ActRequest wanted;
    wanted.act = act;
    wanted.reason = reason;
    wanted.basis = basis;
    return wanted;
}

} // namespace

class TstActs : public QObject
{
    Q_OBJECT

private slots:
    void anActOfAPersonTakesACaseFromTheProgram();
    void aSecondVisitNeedsAReason();
    void aWindowActsOnWhatItServesOnly_data();
    void aWindowActsOnWhatItServesOnly();
    void aParcelThatComesBackIsSentAgain();
    void courierIsOfferedOnlyWhereTheItemSaysSo();
    void aSupplementIsDecidedTogetherWithWhatCameBefore();
    void aWithdrawnCaseIsOver();
    void aGrantIsRevokedWithReasonBasisAndASecondPerson();
    void anotherBodyMayNotDecide();
    void anActThatIsRefusedChangesNothing();
    void anUnknownCaseIsNotFound();
    void aWitnessThatCannotBeWrittenDoesNotUndoTheAct();
};

void TstActs::anActOfAPersonTakesACaseFromTheProgram()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Accept))), std::string());
    ActRequest visit = request(Act::CheckIn);
    visit.hall = "市民中心";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, visit)), std::string());
    const CaseStory story = office.story(1);
    QVERIFY(story.line.touchedByHuman);
    QCOMPARE(story.line.queue, std::string("people"));
    QCOMPARE(story.line.reason, std::string("taken_by_person"));
    QCOMPARE(office.work().taken, std::int64_t{0});
    QVERIFY(!office.story(1).state.decision);
}

void TstActs::aWindowActsOnWhatItServesOnly_data()
{
    QTest::addColumn<std::string>("hall");
    QTest::addColumn<std::string>("window");
    QTest::addColumn<std::string>("problems");
    const auto row = [](const char *name, const char *hall, const char *window, const char *problems) {
        QTest::newRow(name) << std::string(hall) << std::string(window) << std::string(problems);
    };
    row("no window", "", "", "");
    row("a window for taxis", "SZ", "02", "");
    row("a window for buses", "SZ", "01", "outside_window");
    row("a district's hall", "LH", "01", "outside_window");
    row("no such window", "SZ", "99", "outside_window");
    row("a hall and no window", "SZ", "", "outside_window");
}

void TstActs::aWindowActsOnWhatItServesOnly()
{
    QFETCH(std::string, hall);
    QFETCH(std::string, window);
    QFETCH(std::string, problems);
    Office office;
    office.takeIn({{.person = 1}});
    const std::string ends = office.ends();
    const Actor clerk{"clerk-1", Role::Clerk, {}, hall, window};
    const ActOutcome outcome =
        must(actOnCase(office.workspace(), office.serialOf(1), clerk, request(Act::Accept)));
    QCOMPARE(problemsOf(outcome), problems);
    QCOMPARE(office.ends() == ends, !problems.empty());
}

void TstActs::aSecondVisitNeedsAReason()
{
    Office office;
    office.takeIn({{.person = 1}});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::CheckIn))), std::string());
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::CheckIn))),
             std::string("visit_reason_missing"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::CheckIn, "material_forgotten"))),
             std::string());
    QCOMPARE(office.story(1).state.visits, 2);
}

void TstActs::aParcelThatComesBackIsSentAgain()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    office.work();
    ActRequest send = request(Act::SendByCourier);
    send.waybill = "??";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, send)), std::string("waybill_invalid"));
    send.waybill = "SF1234567890123";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, send)), std::string());
    QCOMPARE(office.story(1).line.state, std::string("delivering"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::ReturnParcel))),
             std::string("reason_missing"));
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::ReturnParcel, "地址有误"))),
             std::string());
    QCOMPARE(office.story(1).line.queue, std::string("delivery"));
    send.waybill = "SF1234567890124";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, send)), std::string());
    QCOMPARE(office.story(1).state.delivery->attempt, 2);
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Close))), std::string());
    QCOMPARE(office.story(1).line.state, std::string("closed"));
    QCOMPARE(office.story(1).line.outcome, std::string("granted"));
    QVERIFY(office.audit().isSound());
}

void TstActs::courierIsOfferedOnlyWhereTheItemSaysSo()
{
    Office office;
    office.takeIn({{.person = 1, .item = "KY-020", .fields = "{}"}});
    office.work();
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, request(Act::Grant, {}, "办法"))),
             std::string());
    ActRequest send = request(Act::SendByCourier);
    send.waybill = "SF1234567890123";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, send)), std::string("courier_not_offered"));
}

void TstActs::aSupplementIsDecidedTogetherWithWhatCameBefore()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .materials = {8}}});
    office.work();
    ActRequest wrong = request(Act::Supplement);
    QCOMPARE(problemsOf(office.act(1, "channel:window", Role::Applicant, wrong, {{99}, {}})),
             std::string("material_unknown"));
    QCOMPARE(
        problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Supplement), {{1}, {}})),
        std::string());
    QCOMPARE(office.work().granted, std::int64_t{1});
    const CaseStory story = office.story(1);
    QCOMPARE(actsOf(story), std::string("apply give_notice supplement accept grant"));
    QCOMPARE(story.state.round, 2);
    QVERIFY(story.state.decision->automatic);
    QVERIFY(office.audit().isSound());
}

void TstActs::aWithdrawnCaseIsOver()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, request(Act::Withdraw, "本人要求"))),
             std::string("document_missing"));
    QCOMPARE(problemsOf(office.act(1, "channel:window", Role::Applicant, request(Act::Withdraw))),
             std::string());
    QCOMPARE(office.story(1).line.queue, std::string());
    QCOMPARE(office.work().taken, std::int64_t{0});
    // Nothing is in the way of applying again.
    office.takeIn({{.person = 1, .externalNo = "P-1-again"}});
    QCOMPARE(office.story(1).duplicateOf, std::string());
    QCOMPARE(office.work().granted, std::int64_t{1});
}

void TstActs::aGrantIsRevokedWithReasonBasisAndASecondPerson()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    office.work();
    ActRequest revoke = request(Act::Revoke);
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, revoke)),
             std::string("reason_missing basis_missing signer_missing"));
    revoke = request(Act::Revoke, "以欺骗手段取得", "《行政许可法》第六十九条");
    revoke.signer = permit::Signature{"head-2", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "approver-1", Role::Approver, revoke)), std::string("role_may_not"));
    QCOMPARE(problemsOf(office.act(1, "head-1", Role::Supervisor, revoke)), std::string());
    QCOMPARE(office.story(1).line.state, std::string("revoked"));
    QVERIFY(office.audit().isSound());
}

void TstActs::anotherBodyMayNotDecide()
{
    Office office;
    office.takeIn({{.person = 1, .item = "KY-020", .fields = "{}"}});
    office.work();
    const auto outcome =
        must(actOnCase(office.workspace(), office.serialOf(1), {"approver-1", Role::Approver, "QZF-NS"},
                       request(Act::Grant, {}, "办法")));
    QCOMPARE(problemsOf(outcome), std::string("outside_power"));
}

void TstActs::anActThatIsRefusedChangesNothing()
{
    Office office;
    office.takeIn({{.person = 1}});
    const std::string ends = office.ends();
    const ActOutcome outcome = office.act(1, "", Role::Clerk, request(Act::Decline));
    QCOMPARE(problemsOf(outcome), std::string("actor_missing reason_missing basis_missing"));
    QCOMPARE(outcome.state, std::string("applied"));
    QCOMPARE(office.ends(), ends);
}

void TstActs::anUnknownCaseIsNotFound()
{
    Office office;
    office.takeIn({{.person = 1}});
    std::string serial = office.serialOf(1);
    const auto wrong = caseStory(office.workspace(), "no such number", approval::Language::English);
    QVERIFY_FAILS(wrong, ErrorCode::InvalidInput);
    char &last = serial.back();
    last = last == '0' ? '1' : '0';
    const auto mistyped = caseStory(office.workspace(), serial, approval::Language::English);
    QVERIFY_FAILS(mistyped, ErrorCode::InvalidInput);
}

void TstActs::aWitnessThatCannotBeWrittenDoesNotUndoTheAct()
{
    Office office;
    office.takeIn({{.person = 1}});
    const auto anchors = office.folder() / "anchors.jsonl";
    std::filesystem::remove(anchors);
    std::filesystem::create_directory(anchors); // nobody can write a line into a folder, root neither
    const ActOutcome outcome = office.act(1, "clerk-1", Role::Clerk, request(Act::Accept));
    QCOMPARE(problemsOf(outcome), std::string());
    QVERIFY(outcome.warning.find("witness") != std::string::npos);
    QVERIFY(office.story(1).state.isAccepted());
}

QTEST_GUILESS_MAIN(TstActs)
#include "tst_acts.moc"
