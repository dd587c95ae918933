// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "core/service/centre/outbox_desk.h"
#include "tests/core/central/joined_office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;

/// Two desktops of one centre and who works on what: seen by both, given to one.
class TstSharedClaims : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aClaimIsSeenAtTheOtherDesktopAndHoldsThere();
    void putBackItIsFreeForEverybody();
    void whoWasFasterAtTheCentreHasIt();
    void aSupervisorTakesItFromAnotherDesktop();
    void aLeaseIsRenewedBeforeItRunsOut();
    void withoutTheCentreAClaimHoldsHere();
    void whatOthersWorkOnIsNotAmongTheFreeCases();
    void aClaimWhoseCaseWentOnIsNotAskedForAgain();
    void aDamagedCaseStopsNobodysClaims();
    void aCaseIsWorkedOnBeforeTheCentreHasCountedIt();

private:
    static SignedIn person(const char *name, std::vector<Role> roles)
    {
        SignedIn in;
        in.account.name = name;
        in.account.roles = std::move(roles);
        return in;
    }
    ClaimOutcome claim(JoinedOffice &desk, const SignedIn &by, const std::string &reason = {},
                       bool over = false)
    {
        return must(claimCase(desk.office.workspace(), desk.office.serialOf(m_person), by, {reason, over}));
    }
    ClaimOutcome of(JoinedOffice &desk)
    {
        return must(claimOf(desk.office.workspace(), desk.office.serialOf(m_person)));
    }
    std::string ask(const std::string &sql) { return m_centre->server().ask(sql); }

    std::unique_ptr<central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_here;
    std::unique_ptr<JoinedOffice> m_there;
    SystemClock m_clock;
    int m_person = 0;
    const SignedIn m_wang = person("wang", {Role::Approver});
    const SignedIn m_li = person("li", {Role::Clerk});
    const SignedIn m_head = person("head", {Role::Supervisor});
};

void TstSharedClaims::initTestCase()
{
    m_centre = std::make_unique<central::MadeCentre>();
}

/// A case that was taken in there and is known here.
void TstSharedClaims::init()
{
    const std::string round = std::to_string(++m_person);
    ask("DELETE FROM core.claim");
    m_here = std::make_unique<JoinedOffice>(*m_centre, "here" + round,
                                            std::vector<std::string>{"approver", "supervisor"});
    m_there = std::make_unique<JoinedOffice>(*m_centre, "there" + round, std::vector<std::string>{"clerk"});
    for (JoinedOffice *desk : {m_here.get(), m_there.get()})
        desk->office.clock.set(m_clock.now());
    m_there->takeIn(m_person);
    QVERIFY(m_there->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
}

void TstSharedClaims::cleanup()
{
    m_here.reset();
    m_there.reset();
}

void TstSharedClaims::aClaimIsSeenAtTheOtherDesktopAndHoldsThere()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(of(*m_there).holder.empty()); // Not heard of yet.
    QCOMPARE(m_here->sync().attention, std::int64_t{0});
    QCOMPARE(m_there->sync().claimChanges, std::int64_t{1});
    const ClaimOutcome seen = of(*m_there);
    QCOMPARE(seen.holder, "here" + std::to_string(m_person));
    QVERIFY(seen.until.has_value() && *seen.until > m_clock.now());
    QVERIFY(!seen.since);
    QCOMPARE(claim(*m_there, m_li).problem, ClaimProblem::HeldByOther);
    QCOMPARE(m_there->problems(m_person, Role::Clerk, actRequest(Act::Accept)), std::string("held_by_other"));
    // A quiet round changes nothing and says so.
    QCOMPARE(m_there->sync().claimChanges, std::int64_t{0});
    QCOMPARE(must(outboxCount(m_there->office.workspace()))->attention, std::int64_t{0});
}

void TstSharedClaims::putBackItIsFreeForEverybody()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(must(releaseCase(m_here->office.workspace(), m_here->office.serialOf(m_person), m_wang)).problem,
             ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT count(*) FROM core.claim"), std::string("0"));
    QCOMPARE(m_there->sync().claimChanges, std::int64_t{1});
    QVERIFY(of(*m_there).holder.empty());
    QCOMPARE(claim(*m_there, m_li, "first").problem, ClaimProblem::None);
}

void TstSharedClaims::whoWasFasterAtTheCentreHasIt()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QCOMPARE(claim(*m_there, m_li, "first").problem, ClaimProblem::None); // Both offline, both believe it.
    QVERIFY(m_there->sync().isFinished());
    const SyncReport report = m_here->sync();
    QVERIFY(report.claimChanges > 0);
    QCOMPARE(report.attention, std::int64_t{0}); // Nobody has to see to it: the bar says who has it.
    QCOMPARE(of(*m_here).holder, "there" + std::to_string(m_person));
    QVERIFY(of(*m_there).since.has_value());
    const auto steps = must(claimSteps(m_here->office.workspace(), m_here->office.serialOf(m_person)));
    QCOMPARE(steps.back().kind, std::string("released"));
    QCOMPARE(steps.back().reason, std::string("centre:claim_held"));
}

void TstSharedClaims::aSupervisorTakesItFromAnotherDesktop()
{
    QCOMPARE(claim(*m_there, m_li, "first").problem, ClaimProblem::None);
    QVERIFY(m_there->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(claim(*m_here, m_wang, "why", true).problem, ClaimProblem::RoleMayNot);
    QCOMPARE(claim(*m_here, m_head, {}, true).problem, ClaimProblem::ReasonMissing);
    QCOMPARE(claim(*m_here, m_head, "the holder is away", true).problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT account FROM core.claim"), "here" + std::to_string(m_person));
    QVERIFY(of(*m_here).since.has_value());
    QCOMPARE(m_there->sync().claimChanges, std::int64_t{1});
    QCOMPARE(of(*m_there).holder, "here" + std::to_string(m_person));
    const auto steps = must(claimSteps(m_there->office.workspace(), m_there->office.serialOf(m_person)));
    QCOMPARE(steps.back().reason, std::string("centre:claim_lost"));
}

void TstSharedClaims::aLeaseIsRenewedBeforeItRunsOut()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    const std::string token = ask("SELECT token FROM core.claim");
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT token FROM core.claim"), token); // Long enough as it is.
    ask("UPDATE core.claim SET expires_at = clock_timestamp() + interval '5 minutes'");
    QVERIFY(m_here->sync().isFinished()); // Finds it short,
    QVERIFY(m_here->sync().isFinished()); // and has asked.
    QCOMPARE(ask("SELECT expires_at > clock_timestamp() + interval '20 minutes' FROM core.claim"),
             std::string("t"));
    QVERIFY(of(*m_here).since.has_value());
    // What ran out while this desktop was away, and nobody took, is its own again.
    ask("UPDATE core.claim SET expires_at = clock_timestamp() - interval '1 minute'");
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT expires_at > clock_timestamp() FROM core.claim"), std::string("t"));
}

void TstSharedClaims::withoutTheCentreAClaimHoldsHere()
{
    m_centre->server().stop();
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(!m_here->sync().isFinished());
    QVERIFY(of(*m_here).since.has_value());
    m_centre->server().start();
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT count(*) FROM core.claim"), std::string("1"));
}

void TstSharedClaims::whatOthersWorkOnIsNotAmongTheFreeCases()
{
    CaseQuery free;
    free.holder = kNobody;
    const auto count = [&] {
        return must(listCases(m_there->office.workspace(), free)).size();
    };
    const std::size_t before = count();
    QVERIFY(before > 0);
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(count(), before - 1);
    CaseQuery all;
    for (const CaseLine &line : must(listCases(m_there->office.workspace(), all)))
        if (line.serial == m_there->office.serialOf(m_person))
            QCOMPARE(line.holder, "here" + std::to_string(m_person));
}

void TstSharedClaims::aClaimWhoseCaseWentOnIsNotAskedForAgain()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    // Its lease ran out, and somebody else ended the case.
    ask("DELETE FROM core.claim");
    QCOMPARE(m_there->problems(m_person, Role::Clerk,
                               actRequest(Act::Decline, "不属于本机关职权范围", "《行政许可法》第三十二条")),
             std::string());
    QVERIFY(m_there->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    const std::string commands = ask("SELECT count(*) FROM core.op");
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT count(*) FROM core.op"), commands);
    QCOMPARE(of(*m_here).problem, ClaimProblem::WaitsForNobody);
}

/// Sealed, a field that was damaged does not open: who works on which case is none of its business.
void TstSharedClaims::aDamagedCaseStopsNobodysClaims()
{
    QCOMPARE(claim(*m_here, m_wang, "first").problem, ClaimProblem::None);
    QVERIFY(m_here->sync().isFinished());
    for (JoinedOffice *desk : {m_here.get(), m_there.get()})
        runSql(desk->office.folder() / "store.sqlite",
               "UPDATE permit_case SET application = substr(application, 2)");
    QCOMPARE(m_there->sync().claimChanges, std::int64_t{1});
    ask("UPDATE core.claim SET expires_at = clock_timestamp() + interval '5 minutes'");
    QVERIFY(m_here->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(ask("SELECT expires_at > clock_timestamp() + interval '20 minutes' FROM core.claim"),
             std::string("t"));
}

/// Without the centre a case has a provisional number only: it is claimed, acted on and found by it, and by
/// the same when it has got another one meanwhile.
void TstSharedClaims::aCaseIsWorkedOnBeforeTheCentreHasCountedIt()
{
    m_centre->server().stop();
    const int person = m_person + 1000;
    const std::string serial = m_there->takeIn(person);
    Workspace &workspace = m_there->office.workspace();
    QVERIFY(serial.starts_with("待编号-"));
    QCOMPARE(must(claimCase(workspace, serial, m_li, {"first", false})).problem, ClaimProblem::None);
    QCOMPARE(m_there->problems(person, Role::Clerk, actRequest(Act::CheckIn)), std::string());
    QVERIFY(!m_there->sync().isFinished());
    CaseQuery typed;
    typed.words = serial;
    QCOMPARE(must(listCases(workspace, typed)).size(), std::size_t{1});
    m_centre->server().start();
    QVERIFY(m_there->sync().isFinished());
    const std::string counted = m_there->office.serialOf(person);
    QVERIFY(counted != serial);
    QCOMPARE(must(caseStory(workspace, serial, approval::Language::Chinese)).line.serial, counted);
    QCOMPARE(must(listCases(workspace, typed)).size(), std::size_t{1});
    QCOMPARE(must(claimOf(workspace, serial)).holder, std::string("li"));
    QVERIFY_FAILS(caseStory(workspace, "待编号-000000000000", approval::Language::Chinese),
                  ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstSharedClaims)
#include "tst_shared_claims.moc"
