// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/case_desk.h"
#include "core/service/acts/claims.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::ActRequest;
using permit::Role;

namespace {

SignedIn person(std::string_view name, Role role)
{
    Account account;
    account.name = name;
    account.displayName = name;
    account.roles = {role};
    return {account};
}

const SignedIn kAnna = person("anna", Role::Approver);
const SignedIn kBo = person("bo", Role::Approver);
const SignedIn kHead = person("head", Role::Supervisor);

ActRequest request(Act act, std::string_view reason = {}, std::string_view basis = {})
{
    ActRequest wanted;
    wanted.act = act;
    wanted.reason = reason;
    wanted.basis = basis;
    return wanted;
}

/// Three cases that wait for people, in the order in which they came.
void takeInThree(Office &office)
{
    office.importRegisters({});
    office.takeIn({{.person = 1, .humanPlease = true},
                   {.person = 2, .humanPlease = true},
                   {.person = 3, .humanPlease = true}});
    office.work();
}

ClaimOutcome claim(Office &office, int of, const SignedIn &who, const ClaimRequest &wanted = {})
{
    return must(claimCase(office.workspace(), office.serialOf(of), who, wanted));
}

std::string stepsOf(Office &office, int of)
{
    std::string words;
    for (const ClaimStep &step : must(claimSteps(office.workspace(), office.serialOf(of))))
        words += (words.empty() ? "" : " ") + step.kind + ":" + step.account;
    return words;
}

} // namespace

class TstClaims : public QObject
{
    Q_OBJECT

private slots:
    void aClaimShowsWhoAndSinceWhen();
    void nobodyElseActsOnAClaimedCase();
    void whatTheApplicantDidIsWrittenDownAllTheSame();
    void aSupervisorTakesOverWithAReason();
    void onlyTheHolderPutsBack();
    void takingACaseOutOfTurnNeedsAReasonAndIsKept();
    void aClaimedCaseIsNotPassedOver();
    void anActWithoutAClaimIsRememberedAsAPick();
    void theClaimEndsWithTheCaseAndTellsHowLongItTook();
    void aProposalLeavesTheCaseToTheSecondPerson();
    void aCaseThatIsOverCannotBeClaimed();
    void claimsLeaveTheLedgerAlone();
};

void TstClaims::aClaimShowsWhoAndSinceWhen()
{
    Office office;
    takeInThree(office);
    const ClaimOutcome claimed = claim(office, 1, kAnna);
    QCOMPARE(claimed.problem, ClaimProblem::None);
    QCOMPARE(claimed.passedOver, 0);
    const CaseLine line = office.story(1).line;
    QCOMPARE(line.holder, std::string("anna"));
    QCOMPARE(line.claimedAt, std::optional(office.clock.now()));
    CaseQuery people;
    people.queue = "people";
    QCOMPARE(must(listCases(office.workspace(), people)).front().holder, std::string("anna"));
    // Again is no second claim.
    QCOMPARE(claim(office, 1, kAnna).problem, ClaimProblem::None);
    QCOMPARE(stepsOf(office, 1), std::string("claimed:anna"));
}

void TstClaims::nobodyElseActsOnAClaimedCase()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    QCOMPARE(claim(office, 1, kBo).problem, ClaimProblem::HeldByOther);
    const ActOutcome refused = office.act(1, "bo", Role::Approver, request(Act::Suspend, "听证"));
    QCOMPARE(problemsOf(refused), std::string("held_by_other"));
    QCOMPARE(refused.refusals.front().text, std::string("anna"));
    const auto desk = must(caseDesk(office.workspace(), office.serialOf(1), kBo));
    QVERIFY(!desk.offer(Act::Grant)->isPossible());
    QCOMPARE(desk.offer(Act::Grant)->obstacles.back().problem, permit::ActProblem::HeldByOther);
    QVERIFY(must(caseDesk(office.workspace(), office.serialOf(2), kBo)).offer(Act::Refer) != nullptr);
}

void TstClaims::whatTheApplicantDidIsWrittenDownAllTheSame()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    ActRequest visit = request(Act::CheckIn);
    visit.hall = "市民中心";
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, visit)), std::string());
    QCOMPARE(office.story(1).line.holder, std::string("anna"));
}

void TstClaims::aSupervisorTakesOverWithAReason()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    QCOMPARE(claim(office, 1, kHead, {.reason = {}, .takeOver = true}).problem, ClaimProblem::ReasonMissing);
    QCOMPARE(claim(office, 1, kBo, {.reason = "同事休假", .takeOver = true}).problem,
             ClaimProblem::RoleMayNot);
    QCOMPARE(claim(office, 1, kHead, {.reason = "同事休假", .takeOver = true}).problem, ClaimProblem::None);
    QCOMPARE(office.story(1).line.holder, std::string("head"));
    const auto steps = must(claimSteps(office.workspace(), office.serialOf(1)));
    QCOMPARE(steps.back().kind, std::string("taken_over"));
    QCOMPARE(steps.back().before, std::string("anna"));
    QCOMPARE(steps.back().reason, std::string("同事休假"));
}

void TstClaims::onlyTheHolderPutsBack()
{
    Office office;
    takeInThree(office);
    const std::string serial = office.serialOf(1);
    QCOMPARE(must(releaseCase(office.workspace(), serial, kAnna)).problem, ClaimProblem::NotHeld);
    claim(office, 1, kAnna);
    QCOMPARE(must(releaseCase(office.workspace(), serial, kBo)).problem, ClaimProblem::HeldByOther);
    QCOMPARE(must(releaseCase(office.workspace(), serial, kAnna)).problem, ClaimProblem::None);
    QVERIFY(office.story(1).line.holder.empty());
    QCOMPARE(claim(office, 1, kBo).problem, ClaimProblem::None);
}

void TstClaims::takingACaseOutOfTurnNeedsAReasonAndIsKept()
{
    Office office;
    takeInThree(office);
    const ClaimOutcome asked = claim(office, 3, kAnna);
    QCOMPARE(asked.problem, ClaimProblem::OutOfTurn);
    QCOMPARE(asked.passedOver, 2);
    QVERIFY(office.story(3).line.holder.empty());
    QCOMPARE(claim(office, 3, kAnna, {.reason = "申请人在场"}).problem, ClaimProblem::None);
    const auto jumps = must(picksOutOfTurn(office.workspace()));
    QCOMPARE(jumps.size(), std::size_t{1});
    QCOMPARE(jumps.front().passedOver, 2);
    QCOMPARE(jumps.front().serial, office.serialOf(3));
    QCOMPARE(jumps.front().reason, std::string("申请人在场"));
}

void TstClaims::aClaimedCaseIsNotPassedOver()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    QCOMPARE(claim(office, 2, kBo).problem, ClaimProblem::None);
    QVERIFY(must(picksOutOfTurn(office.workspace())).empty());
}

void TstClaims::anActWithoutAClaimIsRememberedAsAPick()
{
    Office office;
    takeInThree(office);
    QCOMPARE(problemsOf(office.act(2, "anna", Role::Approver, request(Act::Accept))), std::string());
    const auto jumps = must(picksOutOfTurn(office.workspace()));
    QCOMPARE(jumps.size(), std::size_t{1});
    QCOMPARE(jumps.front().kind, std::string("picked"));
    QCOMPARE(jumps.front().passedOver, 1);
}

void TstClaims::theClaimEndsWithTheCaseAndTellsHowLongItTook()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    office.clock.set(office.clock.now() + std::chrono::minutes(7));
    QCOMPARE(problemsOf(office.act(1, "anna", Role::Approver, request(Act::Accept))), std::string());
    QCOMPARE(office.story(1).line.holder, std::string("anna"));
    QCOMPARE(problemsOf(office.act(1, "anna", Role::Approver, request(Act::Grant, "符合条件", "第三十八条"))),
             std::string());
    QVERIFY(office.story(1).line.holder.empty());
    const auto finished = must(finishedClaims(office.workspace()));
    QCOMPARE(finished.size(), std::size_t{1});
    QCOMPARE(finished.front().item, std::string("CZ-001"));
    QVERIFY(finished.front().since.has_value());
    QCOMPARE(finished.front().at - *finished.front().since,
             std::chrono::milliseconds(std::chrono::minutes(7)));
}

void TstClaims::aProposalLeavesTheCaseToTheSecondPerson()
{
    Office office;
    takeInThree(office);
    claim(office, 1, kAnna);
    office.act(1, "anna", Role::Approver, request(Act::Accept));
    QCOMPARE(problemsOf(office.act(1, "anna", Role::Approver,
                                   request(Act::ProposeRefusal, "不符合条件", "第三十八条"))),
             std::string());
    QVERIFY(office.story(1).line.holder.empty());
    QCOMPARE(problemsOf(office.act(1, "bo", Role::Approver, request(Act::Countersign))), std::string());
}

void TstClaims::aCaseThatIsOverCannotBeClaimed()
{
    Office office;
    takeInThree(office);
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk,
                                   [] {
                                       ActRequest wanted = request(Act::Withdraw, "申请人撤回");
                                       wanted.document = "撤回申请书";
                                       return wanted;
                                   }())),
             std::string());
    QCOMPARE(claim(office, 1, kAnna).problem, ClaimProblem::WaitsForNobody);
}

void TstClaims::claimsLeaveTheLedgerAlone()
{
    Office office;
    takeInThree(office);
    const std::string before = office.ends();
    claim(office, 1, kAnna);
    QCOMPARE(office.ends(), before);
    QVERIFY(office.audit().isSound());
}

QTEST_GUILESS_MAIN(TstClaims)
#include "tst_claims.moc"
