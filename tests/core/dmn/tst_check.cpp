// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"
#include "tests/core/dmn/model_text.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

Q_DECLARE_METATYPE(tongban::test::TableText)

class TstCheck : public QObject
{
    Q_OBJECT

private slots:
    void mistakesAreFound_data();
    void mistakesAreFound();
    void examplesShowTheMistake();
    void findingsAgreeWithEvaluation();
    void inputsNobodyRequiresAreReported();
    void aTableBeyondTheLimitSaysSo();
};

namespace {

TableText ages(const std::string &policy, std::vector<std::vector<std::string>> rules)
{
    TableText table;
    table.policy = policy;
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"o", "string"}};
    table.rules = std::move(rules);
    return table;
}

std::string summary(const std::vector<Finding> &findings)
{
    std::string text;
    for (const Finding &finding : findings) {
        text += (text.empty() ? "" : "; ") + std::string(name(finding.kind));
        for (const int rule : finding.rules)
            text += " " + std::to_string(rule);
        if (!finding.example.empty())
            text += " (" + finding.example + ")";
    }
    return text;
}

} // namespace

void TstCheck::mistakesAreFound_data()
{
    QTest::addColumn<TableText>("table");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, TableText table, const char *expected) {
        QTest::newRow(title) << std::move(table) << QByteArray(expected);
    };
    row("complete", ages("UNIQUE", {{"< 18", "\"a\""}, {"[18..60]", "\"b\""}, {"> 60", "\"c\""}}), "");
    row("gap at one value", ages("UNIQUE", {{"< 18", "\"a\""}, {"> 18", "\"b\""}}), "gap (年龄 = 18)");
    row("gap between", ages("UNIQUE", {{"<= 18", "\"a\""}, {">= 19", "\"b\""}}), "gap (年龄 = 18.5)");
    row("collect has no gaps", ages("COLLECT", {{"< 18", "\"a\""}}), "");
    row("overlap", ages("UNIQUE", {{"<= 18", "\"a\""}, {">= 18", "\"b\""}}), "overlap 1 2 (年龄 = 18)");
    row("any with equal outputs", ages("ANY", {{"<= 18", "\"a\""}, {">= 18", "\"a\""}}), "");
    row("any with different outputs", ages("ANY", {{"<= 18", "\"a\""}, {">= 18", "\"b\""}}),
        "overlap 1 2 (年龄 = 18)");
    row("masked", ages("FIRST", {{"< 18", "\"a\""}, {">= 10", "\"b\""}, {"[10..20]", "\"c\""}}), "masked 3");
    row("first without the rest", ages("FIRST", {{"< 18", "\"a\""}}), "gap (年龄 = 18)");
    row("another kind", ages("FIRST", {{"\"18\"", "\"a\""}, {"-", "\"b\""}}), "type_mismatch 1");
    row("an empty range", ages("FIRST", {{"(18..18)", "\"a\""}, {"-", "\"b\""}}), "not_allowed 1");
    row("residual", ages("UNIQUE", {{"> 年龄 - 1", "\"a\""}, {"<= 5", "\"b\""}}), "unchecked");
    TableText byDefault = ages("UNIQUE", {{"< 18", "\"a\""}});
    byDefault.outputs[0].byDefault = "\"b\"";
    row("default fills gaps", byDefault, "");
    TableText words = ages("UNIQUE", {{"\"甲\"", "\"a\""}, {"\"乙\"", "\"b\""}});
    words.inputs = {{"类别", "string"}};
    row("texts", words, "gap (类别 = \"其他\")");
    words.inputs[0].values = "\"甲\",\"乙\"";
    row("texts with allowed values", words, "");
    words.rules.push_back({"\"丙\"", "\"c\""});
    row("a text that is not allowed", words, "not_allowed 3");
    TableText days = ages("UNIQUE", {{"< @\"2026-03-01\"", "\"a\""}, {"> @\"2026-02-28\"", "\"b\""}});
    days.inputs = {{"日期", "date"}};
    row("days have neighbours", days, "");
    TableText output = ages("FIRST", {{"< 18", "\"x\""}, {"-", "\"a\""}});
    output.outputs[0].values = "\"a\",\"b\"";
    row("an output that is not listed", output, "not_allowed 1");
    TableText priority = ages("PRIORITY", {{"< 18", "\"b\""}, {"-", "\"a\""}});
    priority.outputs[0].values = "\"a\",\"b\"";
    row("masked by priority", priority, "masked 1");
    TableText two = ages("UNIQUE", {{"< 18", "-", "\"a\""}, {">= 18", "true", "\"b\""}});
    two.inputs.push_back({"已婚", "boolean"});
    row("two columns", two, "gap (年龄 = 18, 已婚 = false)");
}

void TstCheck::mistakesAreFound()
{
    QFETCH(TableText, table);
    QFETCH(QByteArray, expected);
    const auto model = compiled(table.file());
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(QByteArray::fromStdString(summary(checkModel(*model))), expected);
}

void TstCheck::examplesShowTheMistake()
{
    const auto model =
        compiled(ages("UNIQUE", {{"< 18", "\"a\""}, {"[20..30]", "\"b\""}, {">= 30", "\"c\""}}).file());
    const auto findings = checkModel(*model);
    QCOMPARE(summary(findings), std::string("overlap 2 3 (年龄 = 30); gap (年龄 = 18)"));
    QVERIFY(findings[0].isError());
    QCOMPARE(decide(model, "结论", R"({"年龄":30})"), std::string("?null"));
    QCOMPARE(decide(model, "结论", R"({"年龄":18})"), std::string("null"));
}

void TstCheck::findingsAgreeWithEvaluation()
{
    std::mt19937 random(11);
    const auto below = [&](int n) {
        return static_cast<int>(random() % static_cast<unsigned>(n));
    };
    int gaps = 0;
    int overlaps = 0;
    int complete = 0;
    for (int round = 0; round < 300; ++round) {
        TableText table;
        table.policy = "UNIQUE";
        table.inputs = {{"a", "number"}, {"b", "number"}};
        table.outputs = {{"o", "number"}};
        for (int r = 0; r < 1 + below(5); ++r) {
            auto &rule = table.rules.emplace_back();
            for (int c = 0; c < 2; ++c) {
                const std::string bound = std::to_string(below(3));
                rule.push_back(std::array<std::string, 4>{"-", "< " + bound, ">= " + bound,
                                                          bound}[static_cast<std::size_t>(below(4))]);
            }
            rule.push_back(std::to_string(r));
        }
        const auto model = compiled(table.file());
        bool hasGap = false;
        bool hasOverlap = false;
        for (const Finding &finding : checkModel(*model)) {
            hasGap = hasGap || finding.kind == FindingKind::Gap;
            hasOverlap = hasOverlap || finding.kind == FindingKind::Overlap;
            // "a = 1.5, b = 2" is nearly JSON.
            QString inputs = QString::fromStdString(finding.example);
            inputs.replace(QStringLiteral("a ="), QStringLiteral("\"a\":"))
                .replace(QStringLiteral("b ="), QStringLiteral("\"b\":"));
            const std::string answer = decide(model, "结论", "{" + inputs.toStdString() + "}");
            if (finding.kind == FindingKind::Gap)
                QCOMPARE(answer, std::string("null"));
            if (finding.kind == FindingKind::Overlap)
                QCOMPARE(answer, std::string("?null"));
        }
        for (int a = -1; a < 8; ++a) {
            for (int b = -1; b < 8; ++b) {
                const std::string answer = decide(
                    model, "结论", "{\"a\":" + std::to_string(a) + ",\"b\":" + std::to_string(b) + "}");
                QVERIFY(hasGap || answer != "null");
                QVERIFY(hasOverlap || answer != "?null");
            }
        }
        gaps += hasGap;
        overlaps += hasOverlap;
        complete += !hasGap && !hasOverlap;
    }
    QVERIFY(gaps > 20 && overlaps > 20 && complete > 0);
}

void TstCheck::inputsNobodyRequiresAreReported()
{
    const auto model = compiled(definitions(input("闲", "number") + literal("d", "1")));
    const auto findings = checkModel(*model);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings[0].element, std::string("闲"));
    QVERIFY(!findings[0].isError());
}

void TstCheck::aTableBeyondTheLimitSaysSo()
{
    TableText table;
    table.outputs = {{"o", "string"}};
    for (int c = 0; c < 12; ++c)
        table.inputs.push_back({"列" + std::to_string(c), "number"});
    for (int r = 0; r < 12; ++r) {
        std::vector<std::string> rule(12, "-");
        rule[static_cast<std::size_t>(r)] = "[" + std::to_string(r) + "..100]";
        rule.push_back("\"x\"");
        table.rules.push_back(rule);
    }
    table.policy = "FIRST";
    const auto findings = checkModel(*compiled(table.file()), {50, 1000, 20});
    QVERIFY(std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.kind == FindingKind::Unchecked && contains(finding.message, "too large");
    }));
}

QTEST_APPLESS_MAIN(TstCheck)
#include "tst_check.moc"
