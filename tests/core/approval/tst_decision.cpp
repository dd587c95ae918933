// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_engine.h"
#include "core/base/random.h"
#include "core/base/resident_id.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/printers.h"

#include <QTest>

#include <functional>

using namespace tongban;
using namespace tongban::approval;
using tests::placeOf;
using tests::SmallCase;
using tests::SmallRules;

namespace {

std::string codesOf(const Decision &decision)
{
    std::string codes;
    for (const Finding &finding : decision.findings)
        codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
}

/// A made-up resident id with this day of birth.
std::string bornOn(const std::string &day)
{
    return ResidentId::withCheckCharacter("110105" + day + "002", *parseIsoDate("2026-11-22"))->text();
}

void makeUnknown(DecisionInputs &inputs, std::size_t fact, FactCause cause)
{
    inputs.facts.values[fact] = Fact{feel::Value(), cause};
}

} // namespace

class TstDecision : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void eachConditionGivesItsOutcome_data();
    void eachConditionGivesItsOutcome();
    void allDefectsAreFoundInOnePass();

    void theFirstReasonInOrderIsGiven_data();
    void theFirstReasonInOrderIsGiven();
    void theItemLimitsWhatIsAutomatic_data();
    void theItemLimitsWhatIsAutomatic();
    void missingDocumentsBecomePartOfTheNotice();
    void nobodyIsRefusedBecauseARegisterHoldsNothing();
    void nobodyIsRefusedOnAnIncompleteApplication();

    void oneEngineDecidesWithManyRuleSets();
    void reasonsReadBackWhatTheyWrite();

private:
    RuleSetPtr m_rules;
    DecisionEngine m_engine;
};

void TstDecision::initTestCase()
{
    m_rules = SmallRules().compile();
}

void TstDecision::eachConditionGivesItsOutcome_data()
{
    using Change = std::function<void(SmallCase &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<std::string>("codes");

    const auto row = [](const char *name, Change change, Outcome outcome, std::string reason,
                        std::string codes) {
        QTest::newRow(name) << change << outcome << reason << codes;
    };
    const auto driver = [](const char *body) {
        return [body](SmallCase &c) {
            c.driver = body;
        };
    };
    row(
        "all met", [](SmallCase &) {}, Outcome::Grant, "", "");
    row(
        "enterprise", [](SmallCase &c) { c.application.applicant.kind = permit::ApplicantKind::Enterprise; },
        Outcome::Refer, "evidence_unknown", "T-01");
    row(
        "twenty years old", [](SmallCase &c) { c.application.applicant.id = bornOn("20051123"); },
        Outcome::Refuse, "", "T-02");
    row(
        "twenty-one on the day", [](SmallCase &c) { c.application.applicant.id = bornOn("20051122"); },
        Outcome::Grant, "", "");
    row("wrong class",
        driver(R"({"first_issue":"2015-03-10","licence_class":"C2","points_last_3_cycles":[]})"),
        Outcome::Notice, "", "T-03");
    row("one month short",
        driver(R"({"first_issue":"2023-11-23","licence_class":"C1","points_last_3_cycles":[]})"),
        Outcome::Notice, "", "T-04");
    row("three years to the day",
        driver(R"({"first_issue":"2023-11-22","licence_class":"C1","points_last_3_cycles":[]})"),
        Outcome::Grant, "", "");
    row("twelve points",
        driver(R"({"first_issue":"2015-03-10","licence_class":"C1","points_last_3_cycles":[0,12,0]})"),
        Outcome::Refer, "finding:T-05", "T-05");
    row(
        "permit expired",
        [](SmallCase &c) {
            c.person = R"({"household_shenzhen":false,"residence_permit_valid_to":"2026-11-21"})";
        },
        Outcome::Notice, "", "T-06");
    row(
        "permit valid on the day",
        [](SmallCase &c) {
            c.person = R"({"household_shenzhen":false,"residence_permit_valid_to":"2026-11-22"})";
        },
        Outcome::Grant, "", "");
    row(
        "no declaration", [](SmallCase &c) { c.application.fields.clear(); }, Outcome::Notice, "", "T-07");
}

void TstDecision::eachConditionGivesItsOutcome()
{
    QFETCH(std::function<void(SmallCase &)>, change);
    SmallCase one;
    change(one);
    const Decision &decision = m_engine.decide(*m_rules, one.inputs(*m_rules));
    QTEST(decision.outcome, "outcome");
    QTEST(decision.reason.text(), "reason");
    QTEST(codesOf(decision), "codes");
    QVERIFY(decision.modelErrors.empty());
}

void TstDecision::allDefectsAreFoundInOnePass()
{
    SmallCase one;
    one.application.fields.clear();
    one.driver = R"({"first_issue":"2025-03-10","licence_class":"C2","points_last_3_cycles":[1]})";
    const Decision &decision = m_engine.decide(*m_rules, one.inputs(*m_rules));
    QCOMPARE(decision.outcome, Outcome::Notice);
    QCOMPARE(codesOf(decision), std::string("T-03 T-04 T-07"));
    QCOMPARE(decision.findings[0].basis, std::string("《试行规则》第T-03条"));
    QCOMPARE(decision.findings[0].zh, std::string("说明T-03"));
    QCOMPARE(decision.findings[0].en, std::string("Text T-03"));
    QCOMPARE(decision.findings[0].handling, Handling::Notice);
}

void TstDecision::theFirstReasonInOrderIsGiven_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<std::string>("reason");
    const char *reasons[] = {
        "human_requested",      "duplicate",        "not_automatic_item", "outside_power",
        "materials_incomplete", "evidence_pending", "evidence_unknown",   "finding:T-05"};
    for (int i = 0; i < 8; ++i)
        QTest::newRow(reasons[i]) << i << std::string(reasons[i]);
}

void TstDecision::theFirstReasonInOrderIsGiven()
{
    // Everything is wrong at once; one after the other is put right.
    QFETCH(int, from);
    SmallCase one;
    one.driver = R"({"first_issue":"2015-03-10","licence_class":"C2","points_last_3_cycles":[12]})";
    DecisionInputs inputs = one.inputs(*m_rules);
    inputs.circumstances.automatic = {};
    inputs.circumstances.humanRequested = from < 1;
    inputs.circumstances.duplicate = from < 2;
    inputs.circumstances.automaticItem = from >= 3;
    inputs.circumstances.insidePower = from >= 4;
    if (from < 5)
        inputs.circumstances.missingMaterials = {2};
    if (from < 6)
        makeUnknown(inputs, placeOf(*m_rules, "年龄"), FactCause::Timeout);
    if (from < 7)
        makeUnknown(inputs, placeOf(*m_rules, "初次领证日期"), FactCause::NotConfigured);
    const Decision &decision = m_engine.decide(*m_rules, inputs);
    QTEST(decision.reason.text(), "reason");
    QCOMPARE(decision.outcome, from == 5 ? Outcome::AwaitEvidence : Outcome::Refer);
    // The rules run for the person's eyes all the same.
    QVERIFY(codesOf(decision).find("T-05") != std::string::npos);
}

void TstDecision::theItemLimitsWhatIsAutomatic_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<std::string>("licence");
    QTest::addColumn<int>("allowed"); // bits of permit::AutomaticOutcome
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<std::string>("reason");
    QTest::newRow("grant allowed") << 40 << std::string("C1") << 1 << Outcome::Grant << std::string();
    QTest::newRow("grant not allowed")
        << 40 << std::string("C1") << 6 << Outcome::Refer << std::string("not_automatic_item");
    QTest::newRow("notice allowed") << 40 << std::string("C2") << 2 << Outcome::Notice << std::string();
    QTest::newRow("notice not allowed")
        << 40 << std::string("C2") << 5 << Outcome::Refer << std::string("finding:T-03");
    QTest::newRow("refusal allowed") << 20 << std::string("C1") << 4 << Outcome::Refuse << std::string();
    QTest::newRow("refusal not allowed")
        << 20 << std::string("C1") << 3 << Outcome::Refer << std::string("refusal_needs_human");
}

void TstDecision::theItemLimitsWhatIsAutomatic()
{
    QFETCH(int, age);
    QFETCH(std::string, licence);
    QFETCH(int, allowed);
    SmallCase one;
    DecisionInputs inputs = one.inputs(*m_rules);
    inputs.facts.values[placeOf(*m_rules, "年龄")].value = feel::Value(age);
    inputs.facts.values[placeOf(*m_rules, "准驾车型")].value = feel::Value(licence);
    inputs.circumstances.automatic = {};
    for (const auto outcome : {permit::AutomaticOutcome::Grant, permit::AutomaticOutcome::Notice,
                               permit::AutomaticOutcome::Refuse}) {
        if ((allowed & static_cast<int>(outcome)) != 0)
            inputs.circumstances.automatic.add(outcome);
    }
    const Decision &decision = m_engine.decide(*m_rules, inputs);
    QTEST(decision.outcome, "outcome");
    QTEST(decision.reason.text(), "reason");
}

void TstDecision::missingDocumentsBecomePartOfTheNotice()
{
    SmallCase one;
    DecisionInputs inputs = one.inputs(*m_rules);
    inputs.circumstances.missingMaterials = {1, 3};
    QCOMPARE(m_engine.decide(*m_rules, inputs).outcome, Outcome::Notice);
    // Not before everything is known: a second notice for what could have been seen would be against the law.
    makeUnknown(inputs, placeOf(*m_rules, "准驾车型"), FactCause::Timeout);
    QCOMPARE(m_engine.decide(*m_rules, inputs).outcome, Outcome::AwaitEvidence);
}

void TstDecision::nobodyIsRefusedBecauseARegisterHoldsNothing()
{
    SmallCase one;
    DecisionInputs inputs = one.inputs(*m_rules);
    inputs.facts.values[placeOf(*m_rules, "年龄")].value = feel::Value(20);
    QCOMPARE(m_engine.decide(*m_rules, inputs).outcome, Outcome::Refuse);
    QVERIFY(!inputs.facts.evidence.empty());
    inputs.facts.evidence.front().status = EvidenceStatus::NoRecord;
    const Decision &decision = m_engine.decide(*m_rules, inputs);
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("refusal_needs_human"));
}

void TstDecision::nobodyIsRefusedOnAnIncompleteApplication()
{
    SmallCase one;
    DecisionInputs inputs = one.inputs(*m_rules);
    inputs.facts.values[placeOf(*m_rules, "年龄")].value = feel::Value(20);
    inputs.circumstances.missingMaterials = {1};
    const Decision &decision = m_engine.decide(*m_rules, inputs);
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("materials_incomplete"));
}

void TstDecision::oneEngineDecidesWithManyRuleSets()
{
    SmallRules stricter;
    stricter.version = 2;
    stricter.findings.rows[3].cells[3] = "< 360";
    const RuleSetPtr second = stricter.compile();
    SmallCase one;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_engine.decide(*m_rules, one.inputs(*m_rules)).outcome, Outcome::Grant);
        QCOMPARE(m_engine.decide(*second, one.inputs(*second)).outcome, Outcome::Notice);
    }
}

void TstDecision::reasonsReadBackWhatTheyWrite()
{
    for (const char *text : {"", "human_requested", "duplicate", "not_automatic_item", "outside_power",
                             "materials_incomplete", "evidence_pending", "evidence_unknown",
                             "finding:WYC-D-03", "refusal_needs_human", "model_error", "conflict"}) {
        const auto reason = Reason::parse(text);
        QVERIFY(reason);
        QCOMPARE(reason->text(), std::string(text));
    }
    QVERIFY(!Reason::parse("because"));
}

QTEST_APPLESS_MAIN(TstDecision)
#include "tst_decision.moc"
