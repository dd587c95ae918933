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

/// A promise instead of proof (Guangdong Business Environment Regulation, article 36; Shenzhen Credit
/// Regulation, articles 57-64): the applicant's choice, barred for safety and for bad credit that is not
/// repaired, which the record says and nobody else.
class TstPromise : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutACreditRecordNobodyKnows();
    void whatTheCallerSaysOfTheCreditCountsForNothing();
    void badCreditThatIsNotRepairedBarsIt();
    void aRecordThatIsTooOldIsNotKnown();
    void safetyBarsIt();
    void theChoiceIsTheApplicantsAndMayBeTakenBack();

private:
    std::string act(int person, Act act, Role role = Role::Applicant);

    std::unique_ptr<Office> m_office;
};

void TstPromise::init()
{
    m_office = std::make_unique<Office>();
    m_office->takeIn(
        {{.person = 1, .item = "KY-005", .fields = "{}"}, {.person = 2, .item = "KY-001", .fields = "{}"}});
}

std::string TstPromise::act(int person, Act act, Role role)
{
    ActRequest request;
    request.act = act;
    if (act == Act::Promise)
        request.document = "告知承诺书 2026-1";
    const bool isApplicant = role == Role::Applicant;
    return problemsOf(m_office->act(person, isApplicant ? "channel:window" : "approver-1", role, request));
}

void TstPromise::withoutACreditRecordNobodyKnows()
{
    QCOMPARE(act(1, Act::Promise), std::string("promise_credit_unknown"));
    QVERIFY(!m_office->story(1).state.promised);
}

void TstPromise::whatTheCallerSaysOfTheCreditCountsForNothing()
{
    ActRequest request;
    request.act = Act::Promise;
    request.document = "告知承诺书 2026-1";
    request.unrepairedBadCredit = false;
    QCOMPARE(problemsOf(m_office->act(1, "channel:window", Role::Applicant, request)),
             std::string("promise_credit_unknown"));
}

void TstPromise::badCreditThatIsNotRepairedBarsIt()
{
    m_office->importRegisters({{.person = 1, .badCredit = true}});
    QCOMPARE(act(1, Act::Promise), std::string("promise_bad_credit"));
}

void TstPromise::aRecordThatIsTooOldIsNotKnown()
{
    m_office->importRegisters({{.person = 1}});
    m_office->clock.set(at("2027-01-04T09:00:00+08:00"));
    QCOMPARE(act(1, Act::Promise), std::string("promise_credit_unknown"));
}

void TstPromise::safetyBarsIt()
{
    m_office->importRegisters({{.person = 1}, {.person = 2}});
    QCOMPARE(act(2, Act::Promise), std::string("promise_safety"));
}

void TstPromise::theChoiceIsTheApplicantsAndMayBeTakenBack()
{
    m_office->importRegisters({{.person = 1}});
    QCOMPARE(act(1, Act::Promise), std::string());
    QVERIFY(m_office->story(1).state.promised);
    QCOMPARE(act(1, Act::WithdrawPromise, Role::Approver), std::string("role_may_not"));
    QCOMPARE(act(1, Act::WithdrawPromise), std::string());
    QVERIFY(!m_office->story(1).state.promised);
}

QTEST_GUILESS_MAIN(TstPromise)
#include "tst_promise.moc"
