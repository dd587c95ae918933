// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_engine.h"
#include "core/base/random.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/printers.h"

#include <QTest>

using namespace tongban;
using namespace tongban::approval;
using tests::placeOf;
using tests::SmallCase;
using tests::SmallRules;

namespace {

void makeUnknown(DecisionInputs &inputs, std::size_t fact, FactCause cause)
{
    inputs.facts.values[fact] = Fact{feel::Value(), cause};
}

} // namespace

/// Unknown is never "no" and never "yes", and a model that misbehaves decides nothing.
class TstDecisionSafety : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noUnknownFactEverLeadsToADecisionOfTheMachine();
    void aSourceThatIsDownMakesTheCaseWait_data();
    void aSourceThatIsDownMakesTheCaseWait();
    void contradictoryAnswersWaitUntilTheyAreSortedOut();
    void anUnknownFactThatDoesNotMatterDoesNoHarm();
    void aNullThatSlipsThroughNotIsStillUnknown();
    void aRuleMayReadAnOpenFieldButNotAMissingAnswer_data();
    void aRuleMayReadAnOpenFieldButNotAMissingAnswer();
    void aRuleBehindTheFirstThatAppliesPlaysNoPart();
    void aValueOutsideTheAllowedOnesIsNoAnswer();
    void aModelThatLosesFindingsDecidesNothing();
    void aModelThatConcludesAgainstItsFindingsDecidesNothing();
    void aModelThatNeverEndsDecidesNothing();
    void aModelErrorDecidesNothing();
    void aFindingWithoutBasisDecidesNothing();

private:
    RuleSetPtr m_rules;
    DecisionEngine m_engine;
};

void TstDecisionSafety::initTestCase()
{
    m_rules = SmallRules().compile();
}

void TstDecisionSafety::noUnknownFactEverLeadsToADecisionOfTheMachine()
{
    // Every fact known, unknown for now or unknown for good, over many values: a machine's decision must stay
    // the same whatever the unknown facts turn out to be, so it must be the one that full knowledge gives.
    SeededRandom random(7);
    const std::vector<std::string> classes{"C1", "B2", "C2", "无"};
    int automatic = 0;
    for (int round = 0; round < 4000; ++round) {
        SmallCase one;
        const auto pick = [&random](std::uint64_t bound) {
            return random.below(bound);
        };
        DecisionInputs inputs = one.inputs(*m_rules);
        const auto set = [&](std::string_view fact, feel::Value value) {
            inputs.facts.values[placeOf(*m_rules, fact)] = Fact{std::move(value), FactCause::None};
        };
        set("年龄", feel::Value(static_cast<int>(18 + pick(6))));
        set("准驾车型", feel::Value(classes[pick(4)]));
        set("本市户籍", feel::Value(pick(2) == 0));
        set("无吊销声明", feel::Value(pick(4) != 0));
        const auto issued = *parseIsoDate("2023-11-01") + std::chrono::days(static_cast<int>(pick(60)));
        set("初次领证日期", feel::Value(feel::Date::of(issued)));
        set("居住证有效期至",
            feel::Value(feel::Date::of(*parseIsoDate("2026-11-22")
                                       + std::chrono::days(static_cast<int>(pick(3)) - 1))));
        const Decision full = m_engine.decide(*m_rules, inputs);

        DecisionInputs veiled = inputs;
        for (std::size_t i = 2; i < veiled.facts.values.size(); ++i) {
            if (pick(5) == 0)
                makeUnknown(veiled, i, pick(2) == 0 ? FactCause::Timeout : FactCause::FieldEmpty);
        }
        const Decision &decision = m_engine.decide(*m_rules, veiled);
        QVERIFY(decision.modelErrors.empty());
        if (!decision.isAutomatic())
            continue;
        ++automatic;
        QCOMPARE(decision.outcome, full.outcome);
        QCOMPARE(decision.findings, full.findings);
    }
    QVERIFY(automatic > 200);
}

void TstDecisionSafety::aSourceThatIsDownMakesTheCaseWait_data()
{
    QTest::addColumn<UnknownReason>("reason");
    using enum UnknownReason;
    for (const UnknownReason reason : {NoAnswer, Timeout, Unavailable, Malformed, Stale})
        QTest::newRow(std::string(name(reason)).c_str()) << reason;
}

void TstDecisionSafety::aSourceThatIsDownMakesTheCaseWait()
{
    QFETCH(UnknownReason, reason);
    // Also for somebody who would be refused or given notice if the rest were taken at its word.
    for (const bool isYoung : {false, true}) {
        SmallCase one;
        std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
        for (std::size_t down = 0; down < answers.size(); ++down) {
            std::vector<EvidenceAnswer> given = answers;
            given[down] = EvidenceAnswer::unknown(answers[down].query, reason, one.decidedAt);
            DecisionInputs inputs = one.inputs(*m_rules, given);
            if (isYoung)
                inputs.facts.values[placeOf(*m_rules, "年龄")].value = feel::Value(20);
            const Decision &decision = m_engine.decide(*m_rules, inputs);
            QCOMPARE(decision.outcome, Outcome::AwaitEvidence);
            QCOMPARE(decision.reason.text(), std::string("evidence_pending"));
            QVERIFY(!decision.undetermined.empty());
            for (const std::size_t fact : decision.undetermined)
                QVERIFY(!inputs.facts.values[fact].isKnown());
        }
    }
}

void TstDecisionSafety::contradictoryAnswersWaitUntilTheyAreSortedOut()
{
    SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::unknown(answers[0].query, UnknownReason::Contradictory, one.decidedAt);
    const Decision &decision = m_engine.decide(*m_rules, one.inputs(*m_rules, answers));
    QCOMPARE(decision.outcome, Outcome::AwaitEvidence);
    QCOMPARE(decision.reason.text(), std::string("evidence_pending"));
}

void TstDecisionSafety::anUnknownFactThatDoesNotMatterDoesNoHarm()
{
    // The household is here, so nobody asks for a residence permit.
    SmallCase one;
    one.person = R"({"household_shenzhen":true,"residence_permit_valid_to":null})";
    const DecisionInputs inputs = one.inputs(*m_rules);
    QVERIFY(!inputs.facts.values[placeOf(*m_rules, "居住证有效期至")].isKnown());
    QCOMPARE(m_engine.decide(*m_rules, inputs).outcome, Outcome::Grant);
}

void TstDecisionSafety::aNullThatSlipsThroughNotIsStillUnknown()
{
    // By the standard not("C1", "B2") holds for null; "unknown" must not become "wrong class".
    SmallCase one;
    DecisionInputs inputs = one.inputs(*m_rules);
    const std::size_t place = placeOf(*m_rules, "准驾车型");
    makeUnknown(inputs, place, FactCause::NoRecord);
    const Decision &decision = m_engine.decide(*m_rules, inputs);
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("evidence_unknown"));
    QCOMPARE(decision.undetermined, std::vector<std::size_t>{place});
}

void TstDecisionSafety::aRuleMayReadAnOpenFieldButNotAMissingAnswer_data()
{
    QTest::addColumn<std::string>("months");
    QTest::addColumn<std::string>("column");
    QTest::addColumn<std::string>("cell");
    const auto row = [](const char *name, const char *months, const char *column, const char *cell) {
        QTest::newRow(name) << std::string(months) << std::string(column) << std::string(cell);
    };
    row("in a computed value", "if 初次领证日期 = null then 99 else 100", "驾龄月数", "< 36");
    row("in a column", "99", "初次领证日期 = null", "false");
    row("in a cell", "99", "初次领证日期", "not(null)");
}

void TstDecisionSafety::aRuleMayReadAnOpenFieldButNotAMissingAnswer()
{
    QFETCH(std::string, months);
    QFETCH(std::string, column);
    QFETCH(std::string, cell);
    SmallRules text;
    text.monthsExpression = months;
    text.findings.columns[3] = column;
    text.findings.rows[3].cells[3] = cell;
    const RuleSetPtr rules = text.compile();
    DecisionInputs inputs = SmallCase().inputs(*rules);
    const std::size_t place = placeOf(*rules, "初次领证日期");
    for (const FactCause answered : {FactCause::FieldEmpty, FactCause::NoRecord}) {
        makeUnknown(inputs, place, answered);
        QCOMPARE(m_engine.decide(*rules, inputs).outcome, Outcome::Grant);
    }
    for (const FactCause missing : {FactCause::Timeout, FactCause::Malformed, FactCause::Contradictory}) {
        makeUnknown(inputs, place, missing);
        const Decision &decision = m_engine.decide(*rules, inputs);
        QVERIFY(!decision.isAutomatic());
        QCOMPARE(decision.undetermined, std::vector<std::size_t>{place});
    }
}

void TstDecisionSafety::aRuleBehindTheFirstThatAppliesPlaysNoPart()
{
    SmallRules text;
    text.conclusion.columns.emplace_back("居住证有效期至");
    for (const char *input : {"i1", "i8"})
        text.conclusionRequirements += "<informationRequirement><requiredInput href=\"#" + std::string(input)
            + "\"/></informationRequirement>";
    text.conclusion.rows.clear();
    text.addConclusion({"0", "0", "0", "-"}, "准予", "CLEAN");
    text.addConclusion({"-", "-", "-", "> 收件日期"}, "转人工", "R");
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    const Decision &decision = m_engine.decide(*rules, one.inputs(*rules));
    QCOMPARE(decision.outcome, Outcome::Grant);
    QCOMPARE(decision.conclusionCode, std::string("CLEAN"));
}

void TstDecisionSafety::aValueOutsideTheAllowedOnesIsNoAnswer()
{
    // An input that is not among the allowed values stops a table before its rules; nothing may follow from
    // that.
    SmallRules text;
    RuleSetText files = text.text();
    const std::string input =
        "<input label=\"准驾车型\"><inputExpression><text>准驾车型</text></inputExpression>";
    const std::size_t at = files.model.find(input);
    QVERIFY(at != std::string::npos);
    files.model.insert(at + input.size(), "<inputValues><text>\"C1\",\"B2\",\"C2\"</text></inputValues>");
    std::vector<RuleSetProblem> problems;
    const RuleSetPtr rules = RuleSet::create(files, EvidenceDictionary(), problems);
    QVERIFY(rules);
    SmallCase one;
    QCOMPARE(m_engine.decide(*rules, one.inputs(*rules)).outcome, Outcome::Grant);
    DecisionInputs inputs = one.inputs(*rules);
    makeUnknown(inputs, placeOf(*rules, "准驾车型"), FactCause::Timeout);
    QCOMPARE(m_engine.decide(*rules, inputs).outcome, Outcome::AwaitEvidence);
    inputs.facts.values[placeOf(*rules, "准驾车型")] = Fact{feel::Value("Z9"), FactCause::None};
    const Decision &decision = m_engine.decide(*rules, inputs);
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("model_error"));
}

void TstDecisionSafety::aModelThatLosesFindingsDecidesNothing()
{
    SmallRules text;
    text.findingsExpression = R"(驾驶审查[item.代码 != "T-03"])";
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    one.driver = R"({"first_issue":"2015-03-10","licence_class":"C2","points_last_3_cycles":[]})";
    const Decision &decision = m_engine.decide(*rules, one.inputs(*rules));
    QCOMPARE(decision.conclusion, std::string("准予"));
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("model_error"));
}

void TstDecisionSafety::aModelThatConcludesAgainstItsFindingsDecidesNothing()
{
    SmallRules text;
    text.conclusion.rows[2].outputs[0] = R"("准予")"; // a defect to be put right, and granted all the same
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    one.application.fields.clear();
    const Decision &decision = m_engine.decide(*rules, one.inputs(*rules));
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("conflict"));
}

void TstDecisionSafety::aModelThatNeverEndsDecidesNothing()
{
    SmallRules text;
    text.monthsExpression = "count(for i in 1..1000000000 return i)";
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    const Decision &decision = m_engine.decide(*rules, one.inputs(*rules));
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("model_error"));
    QVERIFY(!decision.modelErrors.empty());
    // The next case is decided as if nothing had been.
    QCOMPARE(m_engine.decide(*m_rules, one.inputs(*m_rules)).outcome, Outcome::Grant);
}

void TstDecisionSafety::aModelErrorDecidesNothing()
{
    SmallRules text;
    text.monthsExpression = R"(1 + "a")";
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    const Decision &decision = m_engine.decide(*rules, one.inputs(*rules));
    QCOMPARE(decision.outcome, Outcome::Refer);
    QCOMPARE(decision.reason.text(), std::string("model_error"));
}

void TstDecisionSafety::aFindingWithoutBasisDecidesNothing()
{
    SmallRules text;
    text.findings.rows[6].outputs[2] = R"("")";
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    one.application.fields.clear();
    QCOMPARE(m_engine.decide(*rules, one.inputs(*rules)).reason.text(), std::string("model_error"));
}

QTEST_APPLESS_MAIN(TstDecisionSafety)
#include "tst_decision_safety.moc"
