// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/explanation.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/printers.h"

#include <QTest>

#include <functional>

using namespace tongban;
using namespace tongban::approval;
using tests::SmallCase;
using tests::SmallRules;

class TstExplanation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyConditionAppearsInBothLanguages();
    void numbersRangesAndExclusionsAreSaid_data();
    void numbersRangesAndExclusionsAreSaid();
    void valuesComeWithSourceAndDay();
    void aComputedValueNamesTheFactsBehindIt();
    void whatWouldChangeTheResultIsSaid();
    void anUnknownFactIsCalledUnknownWithItsCause();
    void theReasonForAPersonIsSaid_data();
    void theReasonForAPersonIsSaid();
    void rightsAreAlwaysNamed();
    void theApplicantsNumberIsMasked();

private:
    std::string page(const DecisionInputs &inputs, Language language = Language::Chinese)
    {
        return explain(*m_rules, inputs, m_engine, language);
    }
    static void verifyHas(const std::string &page, const std::string &text)
    {
        QVERIFY2(page.find(text) != std::string::npos, (text + " is not in:\n" + page).c_str());
    }

    RuleSetPtr m_rules;
    DecisionEngine m_engine;
    SmallCase m_case;
};

void TstExplanation::initTestCase()
{
    m_rules = SmallRules().compile();
}

void TstExplanation::everyConditionAppearsInBothLanguages()
{
    const std::string zh = page(m_case.inputs(*m_rules));
    const std::string en = page(m_case.inputs(*m_rules), Language::English);
    for (int i = 1; i <= 7; ++i) {
        verifyHas(zh, "《试行规则》T-0" + std::to_string(i) + "。");
        verifyHas(en, "《试行规则》T-0" + std::to_string(i) + ". ");
    }
    verifyHas(zh, "**准予许可。**");
    verifyHas(en, "**Granted.**");
    verifyHas(zh, "小许可");
    verifyHas(en, "Small permit");
}

void TstExplanation::numbersRangesAndExclusionsAreSaid_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("zh");
    QTest::addColumn<std::string>("en");
    const auto row = [](const char *cell, const char *zh, const char *en) {
        QTest::newRow(cell) << std::string(cell) << std::string(zh) << std::string(en);
    };
    row("< 21", "年龄 小于 21", "age is less than 21");
    row("<= 21", "年龄 不大于 21", "age is at most 21");
    row("> 60.5", "年龄 大于 60.5", "age is more than 60.5");
    row(">= 60", "年龄 不小于 60", "age is at least 60");
    row("[18..60)", "年龄 在 18(含)与 60(不含)之间", "age is between 18 (included) and 60 (not included)");
    row("not(20, 21)", "年龄 不是 20、21", "age is not 20 or 21");
    row("not([18..60])", "年龄 不是 在 18(含)与 60(含)之间",
        "age is not between 18 (included) and 60 (included)");
    row("17, > 90", "年龄 17 或者 大于 90", "age is 17 or more than 90");
    row("< 驾龄月数", "年龄 小于 驾龄月数", "age is less than months of driving");
    row("modulo(?, 2) = 1", "年龄 modulo(?, 2) = 1", "age is modulo(?, 2) = 1");
}

void TstExplanation::numbersRangesAndExclusionsAreSaid()
{
    QFETCH(std::string, cell);
    QFETCH(std::string, zh);
    QFETCH(std::string, en);
    SmallRules text;
    text.findings.rows[1].cells[1] = cell;
    const RuleSetPtr rules = text.compile();
    const DecisionInputs inputs = m_case.inputs(*rules);
    verifyHas(explain(*rules, inputs, m_engine, Language::Chinese), zh);
    verifyHas(explain(*rules, inputs, m_engine, Language::English), en);
}

void TstExplanation::valuesComeWithSourceAndDay()
{
    const std::string zh = page(m_case.inputs(*m_rules));
    verifyHas(zh, "准驾车型 不是 C1、B2");
    verifyHas(zh, "准驾车型 为 C1(traffic_police.driver,截至 2026-11-20)");
    verifyHas(zh, "年龄 为 76 岁(按证件号码计算)");
    verifyHas(zh, "无吊销声明 为 是(申请表)");
    verifyHas(zh, "居住证有效期至 早于 收件日期");
}

void TstExplanation::aComputedValueNamesTheFactsBehindIt()
{
    verifyHas(page(m_case.inputs(*m_rules)),
              "驾龄月数 为 140(据 收件日期 2026-11-22、初次领证日期 2015-03-10)");
    verifyHas(page(m_case.inputs(*m_rules), Language::English),
              "months of driving is 140 (from date received 2026-11-22, first issue 2015-03-10)");
}

void TstExplanation::whatWouldChangeTheResultIsSaid()
{
    SmallCase one;
    one.driver = R"({"first_issue":"2025-03-10","licence_class":"C1","points_last_3_cycles":[0]})";
    const std::string zh = page(one.inputs(*m_rules));
    verifyHas(zh, "**需要补正。**");
    verifyHas(zh, "说明T-04");
    verifyHas(zh, "**不符合**:《试行规则》T-04");
    verifyHas(zh, "T-04:不再出现“驾龄月数 小于 36”的情形;现在是:驾龄月数 为 20");
}

void TstExplanation::anUnknownFactIsCalledUnknownWithItsCause()
{
    SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::unknown(answers[0].query, UnknownReason::Timeout, one.decidedAt);
    const std::string zh = page(one.inputs(*m_rules, answers));
    verifyHas(zh, "**等待核查结果,尚未作出决定。**");
    verifyHas(zh, "**无法判断**:《试行规则》T-03");
    verifyHas(zh, "准驾车型:未知(来源未按时答复)");
    verifyHas(zh, "没有答复不会被当作不符合");
    verifyHas(page(one.inputs(*m_rules, answers), Language::English),
              "unknown (the source did not answer in time)");
}

void TstExplanation::theReasonForAPersonIsSaid_data()
{
    using Change = std::function<void(DecisionInputs &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char *name, Change change, const char *text) {
        QTest::newRow(name) << change << std::string(text);
    };
    row(
        "asked for", [](DecisionInputs &i) { i.circumstances.humanRequested = true; },
        "申请人要求由人工决定");
    row(
        "duplicate", [](DecisionInputs &i) { i.circumstances.duplicate = true; }, "已有在办或已准予的申请");
    row(
        "item", [](DecisionInputs &i) { i.circumstances.automaticItem = false; }, "该事项由工作人员决定");
    row(
        "power", [](DecisionInputs &i) { i.circumstances.insidePower = false; }, "不由本机关决定");
    row(
        "documents",
        [](DecisionInputs &i) {
            i.circumstances.automatic = {};
            i.circumstances.missingMaterials = {2};
        },
        "缺少主要材料:第 2 项");
    row(
        "finding",
        [](DecisionInputs &i) {
            i.facts.values[5].value = feel::Value(std::vector<feel::Value>{feel::Value(12)});
        },
        "审查发现 T-05");
    row(
        "refusal",
        [](DecisionInputs &i) {
            i.facts.values[2].value = feel::Value(20);
            i.circumstances.automatic = {};
        },
        "不予许可须由人决定");
}

void TstExplanation::theReasonForAPersonIsSaid()
{
    QFETCH(std::function<void(DecisionInputs &)>, change);
    QFETCH(std::string, text);
    DecisionInputs inputs = m_case.inputs(*m_rules);
    change(inputs);
    const std::string zh = page(inputs);
    verifyHas(zh, "转由工作人员审查");
    verifyHas(zh, text);
}

void TstExplanation::rightsAreAlwaysNamed()
{
    for (const int age : {40, 20}) {
        DecisionInputs inputs = m_case.inputs(*m_rules);
        inputs.facts.values[2].value = feel::Value(age);
        verifyHas(page(inputs), "《个人信息保护法》第二十四条");
        verifyHas(page(inputs), "行政复议");
        verifyHas(page(inputs, Language::English), "Personal Information Protection Law, article 24");
    }
}

void TstExplanation::theApplicantsNumberIsMasked()
{
    const std::string zh = page(m_case.inputs(*m_rules));
    verifyHas(zh, "110105********002X");
    QVERIFY(zh.find("11010519491231002X") == std::string::npos);
}

QTEST_APPLESS_MAIN(TstExplanation)
#include "tst_explanation.moc"
