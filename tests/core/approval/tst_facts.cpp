// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/facts.h"
#include "core/base/resident_id.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/printers.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::approval;
using tests::placeOf;
using tests::SmallCase;
using tests::SmallRules;

namespace {

Timestamp instant(const char *text)
{
    return *parseIsoTimestamp(text);
}

} // namespace

class TstFacts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asksForWhatTheRulesNeed();
    void factsCarryTheirValuesAndProvenance();
    void anAnswerMayComeInAnyOrder();
    void aQuestionWithoutAnswerIsUnknown();
    void eachKindOfUnknownKeepsItsCause_data();
    void eachKindOfUnknownKeepsItsCause();
    void noRecordTakesTheValueTheRulesSay();
    void anOpenFieldIsUnknown();
    void aFieldLeftOutOfAnAnswerIsNoAnswer();
    void aFieldThatARecordMayNotLeaveOpenIsNoAnswer();
    void anAnswerAgesByTheDay_data();
    void anAnswerAgesByTheDay();
    void malformedAnswersAreUnknown_data();
    void malformedAnswersAreUnknown();
    void valuesAreReadExactly();
    void formFieldsFromATableAreReadByType();
    void aKeyTheFormLacksIsNotAskedFor();
    void ageCountsWholeYearsOnTheDayOfReceipt_data();
    void ageCountsWholeYearsOnTheDayOfReceipt();
    void anEnterpriseHasNoAge();
    void everyCauseReadsBack();
    void whatMayBecomeKnownIsWhatASourceMayStillAnswer();

private:
    Fact fact(const SmallCase &one, std::string_view name) const
    {
        return one.inputs(*m_rules).facts.values[placeOf(*m_rules, name)];
    }

    RuleSetPtr m_rules;
};

void TstFacts::initTestCase()
{
    m_rules = SmallRules().compile();
}

void TstFacts::asksForWhatTheRulesNeed()
{
    const SmallCase one;
    const std::vector<EvidenceQuery> queries = queriesFor(*m_rules, one.application);
    QCOMPARE(queries.size(), std::size_t(2));
    QVERIFY((queries[0] == EvidenceQuery{"traffic_police", "driver", one.application.applicant.id}));
    QVERIFY((queries[1] == EvidenceQuery{"police", "person", one.application.applicant.id}));
}

void TstFacts::factsCarryTheirValuesAndProvenance()
{
    const SmallCase one;
    const Facts facts = one.inputs(*m_rules).facts;
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "收件日期")].value), std::string("2026-11-22"));
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "申请人类型")].value), std::string("person"));
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "年龄")].value), std::string("76"));
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "准驾车型")].value), std::string("C1"));
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "近三周期记分")].value), std::string("[3, 0, 6]"));
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "无吊销声明")].value), std::string("true"));
    QCOMPARE(facts.evidence.size(), std::size_t(2));
    QCOMPARE(facts.evidence[0].key, one.application.applicant.id);
    QCOMPARE(facts.evidence[0].asOf, one.asOf);
    QCOMPARE(facts.evidence[0].answeredAt, one.decidedAt - std::chrono::seconds(2));
    QCOMPARE(facts.evidence[0].digest, sha256(one.driver));
}

void TstFacts::anAnswerMayComeInAnyOrder()
{
    const SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    std::swap(answers[0], answers[1]);
    answers.insert(answers.begin(),
                   EvidenceAnswer::noRecord({"transport", "credit", "x"}, std::nullopt, one.decidedAt));
    const Facts facts = one.inputs(*m_rules, answers).facts;
    for (const char *name : {"准驾车型", "本市户籍"})
        QVERIFY(facts.values[placeOf(*m_rules, name)].isKnown());
}

void TstFacts::aQuestionWithoutAnswerIsUnknown()
{
    const SmallCase one;
    const Facts facts = one.inputs(*m_rules, {}).facts;
    QCOMPARE(facts.values[placeOf(*m_rules, "准驾车型")].cause, FactCause::NoAnswer);
    QVERIFY(facts.values[placeOf(*m_rules, "准驾车型")].value.isNull());
    QCOMPARE(facts.evidence[0].status, EvidenceStatus::Unknown);
    QVERIFY(facts.values[placeOf(*m_rules, "收件日期")].isKnown());
}

void TstFacts::eachKindOfUnknownKeepsItsCause_data()
{
    QTest::addColumn<UnknownReason>("reason");
    using enum UnknownReason;
    for (const UnknownReason reason :
         {NoAnswer, Timeout, Unavailable, Malformed, Contradictory, Stale, NotConfigured})
        QTest::newRow(std::string(name(reason)).c_str()) << reason;
}

void TstFacts::eachKindOfUnknownKeepsItsCause()
{
    QFETCH(UnknownReason, reason);
    const SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::unknown(answers[0].query, reason, one.decidedAt);
    const Facts facts = one.inputs(*m_rules, answers).facts;
    const Fact &fact = facts.values[placeOf(*m_rules, "准驾车型")];
    QVERIFY(!fact.isKnown());
    QCOMPARE(std::string(name(fact.cause)), std::string(name(reason)));
    QCOMPARE(mayBecomeKnown(fact.cause), mayAnswerLater(reason));
    QCOMPARE(facts.evidence[0].reason, reason);
    QVERIFY(facts.values[placeOf(*m_rules, "本市户籍")].isKnown());
}

void TstFacts::noRecordTakesTheValueTheRulesSay()
{
    const SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::noRecord(answers[0].query, one.asOf, one.decidedAt);
    const Facts facts = one.inputs(*m_rules, answers).facts;
    QCOMPARE(feel::textOf(facts.values[placeOf(*m_rules, "准驾车型")].value), std::string("无"));
    QCOMPARE(facts.values[placeOf(*m_rules, "初次领证日期")].cause, FactCause::NoRecord);
    QCOMPARE(facts.evidence[0].status, EvidenceStatus::NoRecord);
}

void TstFacts::anOpenFieldIsUnknown()
{
    SmallCase one;
    QCOMPARE(fact(one, "居住证有效期至").cause, FactCause::FieldEmpty);
    one.application.fields.clear();
    QVERIFY(fact(one, "无吊销声明").isKnown());
    QVERIFY(!fact(one, "无吊销声明").value.boolean());
}

void TstFacts::aFieldLeftOutOfAnAnswerIsNoAnswer()
{
    SmallCase one;
    one.person = R"({"household_shenzhen":true})";
    const Fact left = fact(one, "居住证有效期至");
    QCOMPARE(left.cause, FactCause::Malformed);
    QVERIFY(isUnanswered(left.cause));
    QVERIFY(mayBecomeKnown(left.cause));
    QVERIFY(fact(one, "本市户籍").isKnown());
}

void TstFacts::aFieldThatARecordMayNotLeaveOpenIsNoAnswer()
{
    const auto dictionary = EvidenceDictionary::parse(R"({"version":1,"keys":[],"sources":[
        {"code":"police","zh":"公安","en":"police","records":[
            {"code":"person","zh":"人口","en":"person","key":"resident_id","freshness_days":30,"fields":[
                {"name":"household_shenzhen","type":"boolean","nullable":false,"zh":"户籍","en":"household"},
                {"name":"residence_permit_valid_to","type":"date","nullable":true,"zh":"居住证","en":"permit"}]}]},
        {"code":"traffic_police","zh":"交警","en":"traffic police","records":[
            {"code":"driver","zh":"驾驶人","en":"driver","key":"resident_id","freshness_days":30,"fields":[
                {"name":"licence_class","type":"string","nullable":false,"zh":"车型","en":"class"},
                {"name":"first_issue","type":"date","nullable":false,"zh":"初领","en":"first issue"},
                {"name":"points_last_3_cycles","type":"list<number>","nullable":false,"zh":"记分","en":"points"}]}]}],
        "application_fields":[{"name":"no_revocation_declared","type":"boolean","zh":"声明","en":"declared"}]})");
    QVERIFY_OK(dictionary);
    const RuleSetPtr rules = SmallRules().compile(*dictionary);
    SmallCase one;
    one.person = R"({"household_shenzhen":null,"residence_permit_valid_to":null})";
    const Facts facts = one.inputs(*rules).facts;
    QCOMPARE(facts.values[placeOf(*rules, "本市户籍")].cause, FactCause::Malformed);
    QCOMPARE(facts.values[placeOf(*rules, "居住证有效期至")].cause, FactCause::FieldEmpty);
}

void TstFacts::anAnswerAgesByTheDay_data()
{
    QTest::addColumn<std::string>("asOf");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("thirty days") << std::string("2026-10-24") << true;
    QTest::newRow("thirty-one days") << std::string("2026-10-23") << false;
    QTest::newRow("the same day") << std::string("2026-11-23") << true;
}

void TstFacts::anAnswerAgesByTheDay()
{
    // Decided at two in the morning of the 23rd at the office, which is still the 22nd in UTC.
    QFETCH(std::string, asOf);
    QFETCH(bool, isKnown);
    SmallCase one;
    one.asOf = *parseIsoDate(asOf);
    const Fact licence = fact(one, "准驾车型");
    QCOMPARE(licence.isKnown(), isKnown);
    if (!isKnown)
        QCOMPARE(licence.cause, FactCause::Stale);
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::noRecord(answers[0].query, one.asOf, one.decidedAt);
    QCOMPARE(one.inputs(*m_rules, answers).facts.values[placeOf(*m_rules, "准驾车型")].isKnown(), isKnown);
}

void TstFacts::malformedAnswersAreUnknown_data()
{
    QTest::addColumn<std::string>("body");
    QTest::newRow("empty") << std::string();
    QTest::newRow("cut off") << std::string(R"({"licence_class":"C1)");
    QTest::newRow("not an object") << std::string(R"(["C1"])");
    QTest::newRow("nested") << std::string(R"({"licence_class":{"code":"C1"}})");
    QTest::newRow("a number for a text") << std::string(R"({"licence_class":1})");
    QTest::newRow("twice") << std::string(R"({"licence_class":"C1","licence_class":"C2"})");
    QTest::newRow("more behind") << std::string(R"({"licence_class":"C1"}x)");
    QTest::newRow("control character") << std::string("{\"licence_class\":\"C\n1\"}");
    QTest::newRow("a lone escape") << std::string(R"({"licence_class":"\u00zz"})");
}

void TstFacts::malformedAnswersAreUnknown()
{
    SmallCase one;
    QFETCH(std::string, body);
    one.driver = body;
    QCOMPARE(fact(one, "准驾车型").cause, FactCause::Malformed);
}

void TstFacts::valuesAreReadExactly()
{
    SmallCase one;
    one.driver =
        R"({ "points_last_3_cycles" : [ 0.1, 12345678901234567890.5 ], "licence_class":"C\u0031\"" })";
    QCOMPARE(feel::textOf(fact(one, "近三周期记分").value), std::string("[0.1, 12345678901234567890.5]"));
    QCOMPARE(std::string(fact(one, "准驾车型").value.string()), std::string("C1\""));
    one.driver = R"({"points_last_3_cycles":[]})";
    QVERIFY(fact(one, "近三周期记分").isKnown());
    one.driver = R"({"points_last_3_cycles":[1,null]})";
    QCOMPARE(fact(one, "近三周期记分").cause, FactCause::Malformed);
}

void TstFacts::formFieldsFromATableAreReadByType()
{
    SmallCase one;
    one.application.fields = {{"no_revocation_declared", permit::FieldValue::fromText("true")}};
    QVERIFY(fact(one, "无吊销声明").value.boolean());
    one.application.fields = {{"no_revocation_declared", permit::FieldValue::fromText("maybe")}};
    QCOMPARE(fact(one, "无吊销声明").cause, FactCause::Malformed);
}

void TstFacts::aKeyTheFormLacksIsNotAskedFor()
{
    SmallRules text;
    text.extraFacts =
        R"({"name":"车辆状态","en":"vehicle","type":"string","from":"register","source":"traffic_police",)"
        R"("record":"vehicle","key":"vin","field":"status"},)";
    text.extraInputs =
        R"(<inputData id="i0" name="车辆状态"><variable name="车辆状态" typeRef="string"/></inputData>)";
    const RuleSetPtr rules = text.compile();
    SmallCase one;
    QCOMPARE(queriesFor(*rules, one.application).size(), std::size_t(2));
    const Facts facts = one.inputs(*rules).facts;
    QCOMPARE(facts.values[0].cause, FactCause::KeyMissing);
    QVERIFY(facts.evidence[0].key.empty());
    QVERIFY(facts.values[placeOf(*rules, "准驾车型")].isKnown());
    one.application.fields.push_back({"vin", permit::FieldValue::fromText("LGXC76C3XP0000001")});
    QCOMPARE(queriesFor(*rules, one.application)[0].key, std::string("LGXC76C3XP0000001"));
}

void TstFacts::ageCountsWholeYearsOnTheDayOfReceipt_data()
{
    QTest::addColumn<std::string>("born");
    QTest::addColumn<std::string>("receivedAt");
    QTest::addColumn<int>("age");
    const auto row = [](const char *born, const char *at, int age) {
        QTest::addRow("%s %s", born, at) << std::string(born) << std::string(at) << age;
    };
    row("20051122", "2026-11-22T00:00:00+08:00", 21);
    row("20051122", "2026-11-21T23:59:59+08:00", 20);
    row("20051122", "2026-11-21T16:00:00Z", 21);
    row("20040229", "2026-02-28T12:00:00+08:00", 21);
    row("20040229", "2026-03-01T12:00:00+08:00", 22);
    row("20040229", "2028-02-29T12:00:00+08:00", 24);
}

void TstFacts::ageCountsWholeYearsOnTheDayOfReceipt()
{
    QFETCH(std::string, born);
    QFETCH(std::string, receivedAt);
    QFETCH(int, age);
    SmallCase one;
    one.application.receivedAt = instant(receivedAt.c_str());
    one.application.applicant.id =
        ResidentId::withCheckCharacter("110105" + born + "002", *parseIsoDate("2028-03-01"))->text();
    QCOMPARE(feel::textOf(fact(one, "年龄").value), std::to_string(age));
}

void TstFacts::anEnterpriseHasNoAge()
{
    SmallCase one;
    one.application.applicant.kind = permit::ApplicantKind::Enterprise;
    one.application.applicant.id = "91350100M000100Y43";
    QCOMPARE(fact(one, "年龄").cause, FactCause::NotDerivable);
}

void TstFacts::everyCauseReadsBack()
{
    for (int i = 0; i <= static_cast<int>(FactCause::NotDerivable); ++i) {
        const auto cause = static_cast<FactCause>(i);
        QVERIFY(parseFactCause(name(cause)) == cause);
    }
    QVERIFY(!parseFactCause("perhaps"));
    QVERIFY(!parseUnknownReason("perhaps"));
    QVERIFY(!parseEvidenceStatus("perhaps"));
}

void TstFacts::whatMayBecomeKnownIsWhatASourceMayStillAnswer()
{
    using enum FactCause;
    for (const FactCause cause : {NoAnswer, Timeout, Unavailable, Malformed, Contradictory, Stale})
        QVERIFY(mayBecomeKnown(cause));
    for (const FactCause cause : {None, NotConfigured, NoRecord, FieldEmpty, KeyMissing, NotDerivable})
        QVERIFY(!mayBecomeKnown(cause));
}

QTEST_APPLESS_MAIN(TstFacts)
#include "tst_facts.moc"
