// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/workflow.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::permit;

namespace {

std::vector<std::string> told(const std::vector<TableProblem> &problems)
{
    std::vector<std::string> lines;
    for (const TableProblem &problem : problems)
        lines.push_back(describe(problem));
    return lines;
}

} // namespace

class TstWorkflow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const WorkflowLoad load = Workflow::load(tests::permit::workflowTexts());
        for (const std::string &line : told(load.problems))
            qInfo("%s", line.c_str());
        m_workflow = load.workflow;
        QVERIFY(m_workflow != nullptr);
    }

    void everyNameReadsBack()
    {
        for (int i = 0; i < kStateCount; ++i)
            QCOMPARE(parseState(name(static_cast<State>(i))), std::optional(static_cast<State>(i)));
        for (int i = 0; i < kActCount; ++i)
            QCOMPARE(parseAct(name(static_cast<Act>(i))), std::optional(static_cast<Act>(i)));
        for (int i = 0; i < kRoleCount; ++i)
            QCOMPARE(parseRole(name(static_cast<Role>(i))), std::optional(static_cast<Role>(i)));
        QVERIFY(!parseState("gone") && !parseAct("jump") && !parseRole("king"));
    }

    void everythingHasTitlesInBothLanguages()
    {
        for (int i = 0; i < kActCount; ++i)
            QVERIFY(!m_workflow->title(static_cast<Act>(i)).zh.empty()
                    && !m_workflow->title(static_cast<Act>(i)).en.empty());
        QCOMPARE(m_workflow->title(State::SupplementPending).zh, std::string("待补正"));
        QCOMPARE(m_workflow->title(Role::Supervisor).zh, std::string("负责人"));
    }

    void theProgramMayNotDeclineOrRefuseForAPerson()
    {
        QCOMPARE(m_workflow->transition(State::Applied, Act::Decline, Role::System).answer,
                 Transition::Answer::RoleMayNot);
        QCOMPARE(m_workflow->transition(State::Referred, Act::Grant, Role::System).answer,
                 Transition::Answer::RoleMayNot);
        QCOMPARE(m_workflow->transition(State::SecondSignature, Act::Countersign, Role::System).answer,
                 Transition::Answer::RoleMayNot);
        QCOMPARE(m_workflow->transition(State::Closed, Act::Grant, Role::Approver).answer,
                 Transition::Answer::UndefinedHere);
    }

    void theTableAsksForWhatTheLawAsks()
    {
        const Needs refusal =
            m_workflow->transition(State::Referred, Act::ProposeRefusal, Role::Approver).needs;
        QVERIFY(refusal.has(Need::Reason) && refusal.has(Need::Basis));
        QVERIFY(m_workflow->transition(State::SecondSignature, Act::Countersign, Role::Approver)
                    .needs.has(Need::SecondPerson));
        QVERIFY(
            m_workflow->transition(State::Accepted, Act::Suspend, Role::Approver).needs.has(Need::Document));
        QVERIFY(m_workflow->transition(State::Accepted, Act::Extend, Role::Approver).needs.has(Need::Signer));
        QVERIFY(m_workflow->transition(State::Accepted, Act::Grant, Role::System).needs.has(Need::Basis));
    }

    void whoMayIsAnswered()
    {
        QCOMPARE(m_workflow->rolesFor(State::SecondSignature, Act::Countersign),
                 (std::vector<Role>{Role::Approver, Role::Supervisor}));
        const std::vector<Act> acts = m_workflow->actsFor(State::Delivering, Role::Clerk);
        QCOMPARE(acts, (std::vector<Act>{Act::RequestHuman, Act::ReturnParcel, Act::Close, Act::IssuePaper}));
        QCOMPARE(m_workflow->actsFor(State::Declined, Role::Supervisor),
                 (std::vector<Act>{Act::IssuePaper, Act::Rectify}));
        QVERIFY(m_workflow->isFinal(State::Closed) && !m_workflow->isFinal(State::Granted));
    }

    void faultsAreTold_data()
    {
        QTest::addColumn<std::string>("what");
        QTest::addColumn<std::string>("with");
        QTest::addColumn<std::string>("problem");
        const auto row = [](const char *title, const char *what, const char *with, const char *problem) {
            QTest::newRow(title) << std::string(what) << std::string(with) << std::string(problem);
        };
        // clang-format off
        row("act left out", "revoke,granted;delivering;delivery_returned;closed,revoked,supervisor,reason;basis;signer,撤销许可,Revoke\n", "", "workflow.csv: act: leaves out revoke");
        row("unknown state", "accept,applied,", "accept,gone,", "workflow.csv:5: from: names a state that is not known here");
        row("unknown role", "system;clerk;approver,,受理", "king,,受理", "workflow.csv:5: roles: names a role that is not known here");
        row("unknown need", "reason;basis,不予受理", "luck,不予受理", "workflow.csv:7: needs: names a need that is not known here");
        row("given twice", "book,-,booked", "apply,-,booked", "workflow.csv:4: act: this act is given twice for one state and role");
        row("two titles", "受理,Accept\naccept,", "受理,Take\naccept,", "workflow.csv:6: title_zh: differs from the title of the same act above");
        row("back from nowhere", "resume,suspended,<", "resume,accepted,<", "workflow.csv:30: to: only evidence_pending and suspended lead back to where the case stood");
        row("begins nowhere", "book,-,booked", "book,-,=", "workflow.csv:2: to: a case has to begin in some state");
        row("not reached", "suspend,accepted;evidence_pending;referred,suspended", "suspend,accepted;evidence_pending;referred,referred", "workflow.csv: to: no act leads to suspended");
        // clang-format on
    }

    void faultsAreTold()
    {
        QFETCH(std::string, what);
        QFETCH(std::string, with);
        QFETCH(std::string, problem);
        WorkflowTexts texts = tests::permit::workflowTexts();
        const std::size_t at = texts.workflow.find(what);
        QVERIFY(at != std::string::npos);
        texts.workflow.replace(at, what.size(), with);
        const WorkflowLoad load = Workflow::load(texts);
        QVERIFY(load.workflow == nullptr);
        const std::vector<std::string> lines = told(load.problems);
        const bool found = std::ranges::find(lines, problem) != lines.end();
        for (const std::string &line : lines) {
            if (!found)
                qInfo("%s", line.c_str());
        }
        QVERIFY(found);
    }

    void aStateOrRoleLeftOutIsTold()
    {
        WorkflowTexts texts = tests::permit::workflowTexts();
        texts.states.erase(texts.states.find("revoked,yes"));
        texts.roles.erase(texts.roles.find("clerk,"));
        const std::vector<std::string> lines = told(Workflow::load(texts).problems);
        QVERIFY(std::ranges::find(lines, "states.csv: leaves out revoked") != lines.end());
        QVERIFY(std::ranges::find(lines, "roles.csv: leaves out clerk") != lines.end());
    }

    void limitsHaveNeitherGapsNorOverlaps()
    {
        const std::string shipped = tests::readFile(tests::sourcePath("resources/workflow/limits.csv"));
        QVERIFY(LegalLimits::load(shipped).limits != nullptr);
        std::string gap = shipped;
        gap += "delivery_days,8,新法,2027-01-02,\n";
        QVERIFY(LegalLimits::load(gap).limits == nullptr);
        const std::size_t line = gap.find("delivery_days,10");
        gap.replace(gap.find(",\n", line), 2, ",2027-01-01\n");
        const LegalLimitsLoad changed = LegalLimits::load(gap);
        QVERIFY(changed.limits != nullptr);
        QCOMPARE(changed.limits->days(LegalLimit::DeliveryDays, tests::permit::day("2027-01-01")), 10);
        QCOMPARE(changed.limits->days(LegalLimit::DeliveryDays, tests::permit::day("2027-01-02")), 8);
        QCOMPARE(changed.limits->days(LegalLimit::DeliveryDays, tests::permit::day("1990-01-01")), 10);
        QVERIFY(!LegalLimits::load("limit,days,basis,effective_from,effective_to\n").problems.empty());
    }

    void theMeaningOfYellowIsData()
    {
        // Near the limit, as in one city; past it with a term of grace, as in another.
        const auto near = LightRules::load("longest_limit,yellow_from,red_from\n5,-1,1\n365,-5,1\n").lights;
        QCOMPARE(near->light(5, 2), Light::Green);
        QCOMPARE(near->light(5, 1), Light::Yellow);
        QCOMPARE(near->light(5, 0), Light::Yellow);
        QCOMPARE(near->light(5, -1), Light::Red);
        QCOMPARE(near->light(400, 5), Light::Yellow);
        const auto grace = LightRules::load("longest_limit,yellow_from,red_from\n365,1,4\n").lights;
        QCOMPARE(grace->light(5, 0), Light::Green);
        QCOMPARE(grace->light(5, -1), Light::Yellow);
        QCOMPARE(grace->light(5, -4), Light::Red);
        QVERIFY(LightRules::load("longest_limit,yellow_from,red_from\n5,1,0\n").lights == nullptr);
    }

private:
    std::shared_ptr<const Workflow> m_workflow;
};

QTEST_APPLESS_MAIN(TstWorkflow)
#include "tst_workflow.moc"
