// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/dmn/trace_json.h"
#include "tests/core/dmn/model_text.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

class TstTrace : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHasAStatus();
    void aFailedRuleNamesTheFirstFalseCell();
    void aMissingInputLeavesRulesUndetermined();
    void aFalseCellOutweighsAMissingOne();
    void cellsThatSpeakOfNullAreDetermined();
    void aNegationThatPassesNullIsMarked();
    void incomparableKindsAreUndetermined();
    void residualCellsAreTracedToo();
    void tablesInsideKnowledgeModelsAreTraced();
    void theJsonIsCanonicalAndRepeatable();
    void theJsonHoldsTheLegalBasis();
    void withoutTracingNothingIsKept();
};

namespace {

TableText permit()
{
    TableText table;
    table.policy = "COLLECT";
    table.inputs = {{"年龄", "number"}, {"驾龄", "number"}, {"犯罪记录", "string"}};
    table.outputs = {{"理由", "string"}};
    table.rules = {{"> 60", "-", "-", "\"超龄\"", "第十四条"},
                   {"-", "< 3", "-", "\"驾龄不足\"", "第十四条第一项"},
                   {"-", "-", "\"危险驾驶\", \"交通肇事\"", "\"有犯罪记录\"", "第十四条第二项"},
                   {"< 21", "< 3", "-", "\"过于年轻\"", "第十五条"}};
    table.annotationNames = {"条款"};
    return table;
}

struct Run {
    Run(const TableText &table, const std::string &inputs) : evaluator(compiled(table.file()), Tracing::On)
    {
        if (const auto set = evaluator.setInputs(inputs); !set)
            qFatal("%s", set.error().detail.c_str());
        static_cast<void>(evaluator.evaluate("结论"));
    }

    const TableTrace &trace() const { return evaluator.trace().tables()[0]; }

    std::string statuses() const
    {
        std::string text;
        for (std::size_t rule = 0; rule < trace().ruleCount(); ++rule)
            text += name(trace().status(rule)).substr(0, 1);
        return text;
    }

    Evaluator evaluator;
};

} // namespace

void TstTrace::everyRuleHasAStatus()
{
    const Run run(permit(), R"({"年龄":65,"驾龄":2,"犯罪记录":"无"})");
    QCOMPARE(run.statuses(), std::string("mmff"));
    QCOMPARE(run.trace().fired().size(), std::size_t(2));
    QCOMPARE(feel::textOf(run.trace().fired()[1].second), std::string("驾龄不足"));
}

void TstTrace::aFailedRuleNamesTheFirstFalseCell()
{
    const Run run(permit(), R"({"年龄":30,"驾龄":5,"犯罪记录":"无"})");
    QCOMPARE(run.statuses(), std::string("ffff"));
    QCOMPARE(run.trace().failedColumn(0), std::size_t(0));
    QCOMPARE(run.trace().failedColumn(1), std::size_t(1));
    QCOMPARE(run.trace().failedColumn(2), std::size_t(2));
    QCOMPARE(run.trace().failedColumn(3), std::size_t(0));
}

void TstTrace::aMissingInputLeavesRulesUndetermined()
{
    const Run run(permit(), R"({"年龄":30,"驾龄":null})");
    QCOMPARE(run.statuses(), std::string("fuuf"));
    QCOMPARE(run.trace().nullColumns(1), std::vector<std::size_t>{1});
    QCOMPARE(run.trace().nullColumns(2), std::vector<std::size_t>{2});
}

void TstTrace::aFalseCellOutweighsAMissingOne()
{
    QCOMPARE(Run(permit(), R"({"年龄":30,"犯罪记录":"无"})").statuses(), std::string("fuff"));
    QCOMPARE(Run(permit(), R"({"驾龄":5,"犯罪记录":"无"})").statuses(), std::string("ufff"));
}

void TstTrace::cellsThatSpeakOfNullAreDetermined()
{
    TableText table = permit();
    table.rules = {{"null", "-", "-", "\"未提供\"", ""}, {"not(null)", "-", "-", "\"已提供\"", ""}};
    QCOMPARE(Run(table, "{}").statuses(), std::string("mf"));
    QCOMPARE(Run(table, R"({"年龄":1})").statuses(), std::string("fm"));
}

void TstTrace::aNegationThatPassesNullIsMarked()
{
    TableText table = permit();
    table.rules = {{"-", "-", "not(\"危险驾驶\")", "\"通过\"", ""}};
    const Run run(table, "{}");
    // The standard lets null pass here or leaves it open; either way the missing input has to show.
    QVERIFY(run.trace().status(0) != RuleStatus::Failed);
    QCOMPARE(run.trace().nullColumns(0), std::vector<std::size_t>{2});
}

void TstTrace::incomparableKindsAreUndetermined()
{
    TableText table = permit();
    table.inputs[0].type = "Any";
    QCOMPARE(Run(table, R"({"年龄":"六十","驾龄":5,"犯罪记录":"无"})").statuses(), std::string("ufff"));
}

void TstTrace::residualCellsAreTracedToo()
{
    TableText table = permit();
    table.rules = {{"> 驾龄", "-", "-", "\"a\"", ""}, {"-", "-", "string length(?) > 2", "\"b\"", ""}};
    const Run run(table, R"({"年龄":5,"驾龄":9,"犯罪记录":"无"})");
    QCOMPARE(run.statuses(), std::string("ff"));
    QCOMPARE(run.trace().failedColumn(0), std::size_t(0));
    QCOMPARE(run.trace().failedColumn(1), std::size_t(2));
    QCOMPARE(Run(table, R"({"年龄":5,"犯罪记录":"abc"})").statuses(), std::string("um"));
}

void TstTrace::tablesInsideKnowledgeModelsAreTraced()
{
    const std::string model =
        "<businessKnowledgeModel id='f' name='f'><variable name='f'/><encapsulatedLogic><formalParameter "
        "name='n' "
        "typeRef='number'/><decisionTable "
        "hitPolicy='FIRST'><input><inputExpression><text>n</text></inputExpression></input>"
        "<output/><rule><inputEntry><text>&gt; "
        "1</text></inputEntry><outputEntry><text>n</text></outputEntry></rule>"
        "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>f(n + 1)</text></outputEntry></rule>"
        "</decisionTable></encapsulatedLogic></businessKnowledgeModel>"
        "<decision id='d' name='d'><variable name='d'/><knowledgeRequirement><requiredKnowledge href='#f'/>"
        "</knowledgeRequirement><literalExpression><text>f(0)</text></literalExpression></decision>";
    const auto shared = compiled(definitions(model));
    QVERIFY2(shared->findings().empty(),
             shared->findings().empty() ? "" : describe(shared->findings()[0]).c_str());
    Evaluator evaluator(shared, Tracing::On);
    QCOMPARE(feel::textOf(evaluator.evaluate("d")->value), std::string("2"));
    const auto decision = evaluator.trace().decisions()[0];
    QCOMPARE(evaluator.trace().tablesOf(decision).size(), std::size_t(3));
    for (const TableTrace &table : evaluator.trace().tablesOf(decision))
        QCOMPARE(feel::textOf(table.result()), std::string("2"));
}

void TstTrace::theJsonIsCanonicalAndRepeatable()
{
    const std::string inputs = R"({"年龄":65.50,"犯罪记录":"\"<引>\""})";
    const std::string text = traceJson(Run(permit(), inputs).evaluator);
    QCOMPARE(traceJson(Run(permit(), inputs).evaluator), text);
    const auto parsed = parseJson(text);
    QVERIFY(parsed);
    // Numbers with a fraction are no machine numbers, so only the order and the escapes are compared here.
    QCOMPARE(parsed->at("inputs").dump(), nlohmann::json::parse(text).at("inputs").dump());
    QVERIFY(contains(text, "\"年龄\":65.5"));
    QVERIFY(contains(text, "\"engine\":\"tongban-dmn/"));
    QVERIFY(contains(text, "\"timeZones\":\"20"));
}

void TstTrace::theJsonHoldsTheLegalBasis()
{
    const auto parsed = nlohmann::json::parse(traceJson(Run(permit(), R"({"年龄":65,"驾龄":5})").evaluator));
    const auto &table = parsed.at("decisions").at(0).at("tables").at(0);
    QCOMPARE(table.at("hitPolicy").get<std::string>(), std::string("COLLECT"));
    const auto &rules = table.at("rules");
    QCOMPARE(rules.at(0).at("annotations").at("条款").get<std::string>(), std::string("第十四条"));
    QCOMPARE(rules.at(0).at("output").get<std::string>(), std::string("超龄"));
    QCOMPARE(rules.at(1).at("cell").get<std::string>(), std::string("< 3"));
    QCOMPARE(rules.at(1).at("column").get<std::string>(), std::string("驾龄"));
    QCOMPARE(rules.at(1).at("value").get<int>(), 5);
    QCOMPARE(rules.at(2).at("status").get<std::string>(), std::string("undetermined"));
    QCOMPARE(rules.at(2).at("columns").at(0).get<std::string>(), std::string("犯罪记录"));
    QCOMPARE(parsed.at("model").at("digest").get<std::string>(), sha256(permit().file()).hex());
}

void TstTrace::withoutTracingNothingIsKept()
{
    Evaluator evaluator(compiled(permit().file()));
    QVERIFY(evaluator.evaluate("结论"));
    QVERIFY(evaluator.trace().decisions().empty());
    QVERIFY(evaluator.trace().tables().empty());
}

QTEST_APPLESS_MAIN(TstTrace)
#include "tst_trace.moc"
