// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_record.h"
#include "core/approval/replay.h"
#include "core/base/random.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::approval;
using tests::placeOf;
using tests::SmallCase;
using tests::SmallRules;

namespace {

/// A decided case as a store keeps it.
struct Stored {
    std::string name;
    DecisionInputs inputs;
    std::string record;
    Outcome outcome = Outcome::Refer;
    std::string reason;
};

std::vector<Stored> decideMany(const RuleSet &rules, int count)
{
    SeededRandom random(23);
    DecisionEngine engine;
    const SmallCase one;
    std::vector<Stored> all;
    for (int i = 0; i < count; ++i) {
        Stored stored;
        stored.name = "case " + std::to_string(i);
        stored.inputs = one.inputs(rules);
        const auto set = [&](std::string_view fact, feel::Value value) {
            stored.inputs.facts.values[placeOf(rules, fact)] = Fact{std::move(value), FactCause::None};
        };
        set("年龄", feel::Value(static_cast<int>(18 + random.below(50))));
        set("准驾车型", feel::Value(random.below(8) == 0 ? "C2" : "C1"));
        set("无吊销声明", feel::Value(random.below(10) != 0));
        if (random.below(10) == 0)
            stored.inputs.facts.values[placeOf(rules, "近三周期记分")] =
                Fact{feel::Value(), FactCause::Timeout};
        stored.inputs.circumstances.humanRequested = random.below(30) == 0;
        const Decision &decision = engine.decide(rules, stored.inputs);
        stored.outcome = decision.outcome;
        stored.reason = decision.reason.text();
        appendRecord(rules, stored.inputs, stored.record);
        all.push_back(std::move(stored));
    }
    return all;
}

ReplaySubject subjectOf(const RuleSet &rules, const Stored &stored)
{
    return {stored.name,    &rules,        stored.record,
            stored.outcome, stored.reason, stored.inputs.header.applicantId};
}

} // namespace

class TstReplay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unchangedRulesFlipNothing();
    void flipsAreThoseOfDecidingAgain();
    void aFactThatWasNotAskedForIsNeverAFlip();
    void aFactThatWasNotAskedForAndDoesNotMatterIsJudged();
    void partsAddUpToTheWhole();
    void aDamagedRecordIsNotCounted();

private:
    RuleSetPtr m_rules;
    std::vector<Stored> m_cases;
};

void TstReplay::initTestCase()
{
    m_rules = SmallRules().compile();
    m_cases = decideMany(*m_rules, 3000);
}

void TstReplay::unchangedRulesFlipNothing()
{
    Replay replay(m_rules);
    for (const Stored &stored : m_cases)
        QVERIFY_OK(replay.add(subjectOf(*m_rules, stored)));
    const ReplaySummary summary = replay.take();
    QCOMPARE(summary.cases, std::uint64_t(3000));
    QCOMPARE(summary.same, std::uint64_t(3000));
    QVERIFY(summary.flips.empty());
    QCOMPARE(replay.take().cases, std::uint64_t(0));
}

void TstReplay::flipsAreThoseOfDecidingAgain()
{
    SmallRules changed;
    changed.version = 2;
    changed.findings.rows[1].cells[1] = "< 30";
    changed.findings.rows[2].cells[2] = R"(not("C1", "B2", "C2"))";
    const RuleSetPtr after = changed.compile();
    Replay replay(after);
    DecisionEngine engine;
    std::vector<Flip> expected;
    for (const Stored &stored : m_cases) {
        QVERIFY_OK(replay.add(subjectOf(*m_rules, stored)));
        const Decision &decision = engine.decide(*after, stored.inputs);
        if (decision.outcome != stored.outcome)
            expected.push_back(
                {stored.name, stored.outcome, decision.outcome, stored.reason, decision.reason.text()});
    }
    const ReplaySummary summary = replay.take();
    QVERIFY(expected.size() > 200);
    QVERIFY(summary.flips == expected);
    QCOMPARE(summary.flipped, std::uint64_t(expected.size()));
    QCOMPARE(summary.same + summary.flipped, summary.cases);
    std::uint64_t transitions = 0;
    for (const auto &[transition, count] : summary.transitions)
        transitions += count;
    QCOMPARE(transitions, summary.flipped);
    QVERIFY(summary.transitions.count({Outcome::Grant, Outcome::Refuse}) == 1);
    QVERIFY(summary.transitions.count({Outcome::Notice, Outcome::Grant}) == 1);
}

void TstReplay::aFactThatWasNotAskedForIsNeverAFlip()
{
    SmallRules changed;
    changed.version = 2;
    changed.extraFacts =
        R"({"name":"信用","en":"credit","type":"boolean","from":"register","source":"transport",)"
        R"("record":"credit","key":"applicant_id","field":"unrepaired_bad_credit"},)";
    changed.extraInputs =
        R"(<inputData id="i0" name="信用"><variable name="信用" typeRef="boolean"/></inputData>)";
    changed.extraRequirements =
        R"(<informationRequirement><requiredInput href="#i0"/></informationRequirement>)";
    changed.findings.columns.emplace_back("信用");
    for (tests::Row &row : changed.findings.rows)
        row.cells.emplace_back("-");
    changed.addFinding("信用", "true", "T-08", "转人工");
    const RuleSetPtr after = changed.compile();
    Replay replay(after);
    for (const Stored &stored : m_cases) {
        QVERIFY_OK(replay.add(subjectOf(*m_rules, stored)));
    }
    const ReplaySummary summary = replay.take();
    QCOMPARE(summary.flipped, std::uint64_t(0));
    QCOMPARE(summary.cannotTell, summary.cases);
    QCOMPARE(summary.missingFacts.at("信用"), summary.cases);
}

void TstReplay::aFactThatWasNotAskedForAndDoesNotMatterIsJudged()
{
    // The new condition is about people under 21 only, and those are known.
    SmallRules changed;
    changed.version = 2;
    changed.extraFacts =
        R"({"name":"监护","en":"guardian","type":"boolean","from":"application","field":"guardian"},)";
    changed.extraInputs =
        R"(<inputData id="i0" name="监护"><variable name="监护" typeRef="boolean"/></inputData>)";
    changed.extraRequirements =
        R"(<informationRequirement><requiredInput href="#i0"/></informationRequirement>)";
    changed.findings.columns.emplace_back("监护");
    for (tests::Row &row : changed.findings.rows)
        row.cells.emplace_back("-");
    changed.addFinding("监护", "false", "T-08", "补正");
    changed.findings.rows.back().cells[1] = "< 21";
    const RuleSetPtr after = changed.compile();
    Replay replay(after);
    std::uint64_t young = 0;
    for (const Stored &stored : m_cases) {
        young +=
            *stored.inputs.facts.values[placeOf(*m_rules, "年龄")].value.number().integer() < 21 ? 1U : 0U;
        QVERIFY_OK(replay.add(subjectOf(*m_rules, stored)));
    }
    const ReplaySummary summary = replay.take();
    QCOMPARE(summary.cannotTell, young);
    QCOMPARE(summary.same, summary.cases - young);
}

void TstReplay::partsAddUpToTheWhole()
{
    SmallRules changed;
    changed.version = 2;
    changed.findings.rows[1].cells[1] = "< 30";
    const RuleSetPtr after = changed.compile();
    Replay whole(after);
    Replay part(after);
    ReplaySummary sum;
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        QVERIFY_OK(whole.add(subjectOf(*m_rules, m_cases[i])));
        QVERIFY_OK(part.add(subjectOf(*m_rules, m_cases[i])));
        if (i % 701 == 0)
            sum.add(part.take());
    }
    sum.add(part.take());
    const ReplaySummary all = whole.take();
    QCOMPARE(sum.cases, all.cases);
    QCOMPARE(sum.same, all.same);
    QCOMPARE(sum.flipped, all.flipped);
    QVERIFY(sum.transitions == all.transitions);
    QVERIFY(sum.flips == all.flips);
}

void TstReplay::aDamagedRecordIsNotCounted()
{
    Replay replay(m_rules);
    Stored damaged = m_cases[0];
    damaged.record.pop_back();
    QVERIFY_FAILS(replay.add(subjectOf(*m_rules, damaged)), ErrorCode::Corrupted);
    QCOMPARE(replay.take().cases, std::uint64_t(0));
}

QTEST_APPLESS_MAIN(TstReplay)
#include "tst_replay.moc"
