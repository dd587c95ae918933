// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_record.h"
#include "core/base/random.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::approval;
using tests::SmallCase;
using tests::SmallRules;

namespace {

std::string recordOf(const RuleSet &rules, const DecisionInputs &inputs)
{
    std::string record;
    appendRecord(rules, inputs, record);
    return record;
}

void compareInputs(const DecisionInputs &a, const DecisionInputs &b)
{
    QCOMPARE(a.header.decidedAt, b.header.decidedAt);
    QVERIFY(a.circumstances == b.circumstances);
    QCOMPARE(a.facts.values.size(), b.facts.values.size());
    for (std::size_t i = 0; i < a.facts.values.size(); ++i) {
        QCOMPARE(a.facts.values[i].cause, b.facts.values[i].cause);
        QVERIFY(feel::same(a.facts.values[i].value, b.facts.values[i].value));
    }
    QCOMPARE(a.facts.evidence.size(), b.facts.evidence.size());
    for (std::size_t i = 0; i < a.facts.evidence.size(); ++i) {
        const EvidenceUse &left = a.facts.evidence[i];
        const EvidenceUse &right = b.facts.evidence[i];
        QCOMPARE(left.status, right.status);
        QCOMPARE(left.reason, right.reason);
        QCOMPARE(left.key, right.key);
        QCOMPARE(left.asOf, right.asOf);
        QCOMPARE(left.answeredAt, right.answeredAt);
        QCOMPARE(left.digest, right.digest);
    }
}

} // namespace

class TstDecisionRecord : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsBackWhatWasWritten();
    void everyKindOfFactAndEvidenceReadsBack();
    void equalInputsGiveEqualBytes();
    void aTypicalRecordIsSmall();
    void everyTruncationIsNoticed();
    void damagedBytesAreRefusedOrReadAsARecord();

private:
    RuleSetPtr m_rules;
};

void TstDecisionRecord::initTestCase()
{
    m_rules = SmallRules().compile();
}

void TstDecisionRecord::readsBackWhatWasWritten()
{
    const SmallCase one;
    const DecisionInputs inputs = one.inputs(*m_rules);
    DecisionInputs again;
    again.header.applicantId = inputs.header.applicantId;
    QVERIFY_OK(readRecord(*m_rules, recordOf(*m_rules, inputs), again));
    compareInputs(again, inputs);
}

void TstDecisionRecord::everyKindOfFactAndEvidenceReadsBack()
{
    SeededRandom random(11);
    const std::vector<feel::Value> values{
        feel::Value(true),
        feel::Value(false),
        feel::Value(0),
        feel::Value(-5),
        feel::Value(std::int64_t(9'000'000'000'000'000'000)),
        feel::Value(*feel::Decimal::parse("12345.67")),
        feel::Value(*feel::Decimal::parse("1234567890123456789012345678901234")),
        feel::Value(""),
        feel::Value("沪牌\"\\\n"),
        feel::Value(feel::Date::of(*parseIsoDate("0001-01-01"))),
        feel::Value(feel::Date::of(*parseIsoDate("9999-12-31"))),
        feel::Value(std::vector<feel::Value>{}),
        feel::Value(std::vector<feel::Value>{feel::Value(3), feel::Value("x")})};
    SmallCase one;
    // One set of inputs is used again and again, as a worker does.
    DecisionInputs again;
    for (int round = 0; round < 500; ++round) {
        DecisionInputs inputs = one.inputs(*m_rules);
        for (Fact &fact : inputs.facts.values) {
            if (random.below(3) == 0)
                fact = Fact{feel::Value(), static_cast<FactCause>(1 + random.below(11))};
            else
                fact = Fact{values[random.below(values.size())], FactCause::None};
        }
        for (EvidenceUse &use : inputs.facts.evidence) {
            use.status = static_cast<EvidenceStatus>(random.below(3));
            use.reason = use.status == EvidenceStatus::Unknown ? static_cast<UnknownReason>(random.below(7))
                                                               : UnknownReason::NoAnswer;
            use.digest = use.status == EvidenceStatus::Answered ? sha256(std::to_string(round)) : Digest();
            use.key = random.below(2) == 0 ? "" : "LGXC76C3XP0000001";
            use.asOf -= std::chrono::days(static_cast<int>(random.below(4000)));
            use.answeredAt -=
                std::chrono::milliseconds(static_cast<std::int64_t>(random.below(1'000'000'000)));
        }
        inputs.circumstances.humanRequested = random.below(2) == 0;
        inputs.circumstances.duplicate = random.below(2) == 0;
        inputs.circumstances.automaticItem = random.below(2) == 0;
        inputs.circumstances.insidePower = random.below(2) == 0;
        inputs.circumstances.automatic = {};
        if (random.below(2) == 0)
            inputs.circumstances.automatic.add(permit::AutomaticOutcome::Refuse);
        for (int no = 0; no < static_cast<int>(random.below(4)); ++no)
            inputs.circumstances.missingMaterials.push_back(no * 100);
        again.header.applicantId = inputs.header.applicantId;
        QVERIFY_OK(readRecord(*m_rules, recordOf(*m_rules, inputs), again));
        compareInputs(again, inputs);
    }
}

void TstDecisionRecord::equalInputsGiveEqualBytes()
{
    const SmallCase one;
    QVERIFY(recordOf(*m_rules, one.inputs(*m_rules)) == recordOf(*m_rules, one.inputs(*m_rules)));
}

void TstDecisionRecord::aTypicalRecordIsSmall()
{
    const SmallCase one;
    QVERIFY(recordOf(*m_rules, one.inputs(*m_rules)).size() < 200);
}

void TstDecisionRecord::everyTruncationIsNoticed()
{
    const SmallCase one;
    const DecisionInputs inputs = one.inputs(*m_rules);
    const std::string record = recordOf(*m_rules, inputs);
    DecisionInputs again;
    again.header.applicantId = inputs.header.applicantId;
    for (std::size_t length = 0; length < record.size(); ++length)
        QVERIFY_FAILS(readRecord(*m_rules, record.substr(0, length), again), ErrorCode::Corrupted);
    QVERIFY_FAILS(readRecord(*m_rules, record + "x", again), ErrorCode::Corrupted);
}

void TstDecisionRecord::damagedBytesAreRefusedOrReadAsARecord()
{
    const SmallCase one;
    const DecisionInputs inputs = one.inputs(*m_rules);
    const std::string record = recordOf(*m_rules, inputs);
    SeededRandom random(3);
    int refused = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string damaged = record;
        for (std::uint64_t i = 0; i <= random.below(4); ++i)
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        DecisionInputs again;
        again.header.applicantId = inputs.header.applicantId;
        const auto read = readRecord(*m_rules, damaged, again);
        if (!read)
            ++refused;
        else
            recordOf(*m_rules, again); // what was read is a record again
    }
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(TstDecisionRecord)
#include "tst_decision_record.moc"
