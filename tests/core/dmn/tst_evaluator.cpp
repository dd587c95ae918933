// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/evaluator.h"
#include "tests/core/dmn/model_text.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

class TstEvaluator : public QObject
{
    Q_OBJECT

private slots:
    void requirementsAreEvaluatedFirst();
    void spacedChineseNamesAreRead();
    void aGivenDecisionReplacesItsLogic();
    void anInputOfTheWrongKindIsUndecidable();
    void aMissingInputIsNullWithoutADiagnostic();
    void allowedValuesOfATypeAreChecked();
    void unknownNamesAreFindingsWithTheNearestOne();
    void anUnknownFunctionLeavesOtherDecisionsWorking();
    void cyclesAreNamed();
    void aLongChainOfDecisionsDoesNotExhaustTheStack();
    void aLongChainOfTypesIsAFinding();
    void instanceOfKnowsTheModelsTypes();
    void aBillionStepsAreStopped();
    void endlessRecursionIsStopped();
    void knowledgeModelsAreCalled();
    void decisionServicesKeepTheirValuesToThemselves();
    void boxedFormsEvaluate_data();
    void boxedFormsEvaluate();
    void importsAreSeenUnderTheirAlias();
    void unknownInputsAreIgnoredAndWrongJsonIsRefused();
    void anEvaluatorForgetsBetweenCases();
    void threadsShareAModel();
    void loadRefusesAModelWithErrors();
};

void TstEvaluator::requirementsAreEvaluatedFirst()
{
    const auto model = compiled(definitions(literal("c", "b * 2", {"b"}) + literal("b", "a + 1", {"a"})
                                            + literal("a", "40") + literal("lonely", "1 / 0")));
    QVERIFY(model->findings().empty());
    QCOMPARE(decide(model, "c"), std::string("82"));
    QCOMPARE(decide(model, "lonely"), std::string("?null"));
}

void TstEvaluator::spacedChineseNamesAreRead()
{
    const std::string head =
        "<decision id='d' name='结 论'><variable name='结 论'/>"
        "<informationRequirement><requiredInput href='#申请人 的 年龄'/>"
        "</informationRequirement><informationRequirement><requiredInput href='#申请人'/>"
        "</informationRequirement><literalExpression><text>";
    const auto model =
        compiled(definitions(input("申请人 的 年龄", "number") + input("申请人", "number") + head
                             + "申请人 的  年龄 - 申请人</text></literalExpression></decision>"));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "结 论", R"({"申请人 的 年龄":42,"申请人":2})"), std::string("40"));
}

void TstEvaluator::aGivenDecisionReplacesItsLogic()
{
    const auto model = compiled(definitions(literal("b", "a + 1", {"a"}) + literal("a", "1 / 0")));
    Evaluator evaluator(model, Tracing::On);
    QVERIFY(evaluator.setInput("a", feel::Value(7)));
    QCOMPARE(feel::textOf(evaluator.evaluate("b")->value), std::string("8"));
    QCOMPARE(evaluator.trace().decisions().size(), std::size_t(2));
    QVERIFY(evaluator.trace().decisions()[0].isGiven);
}

void TstEvaluator::anInputOfTheWrongKindIsUndecidable()
{
    TableText table;
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"o", "string"}};
    table.rules = {{"> 1", "\"yes\""}};
    Evaluator evaluator(compiled(table.file()));
    QVERIFY(evaluator.setInput("年龄", feel::Value("twelve")));
    const auto outcome = evaluator.evaluate("结论");
    QVERIFY(outcome->value.isNull());
    QVERIFY(outcome->isUndecidable);
    QVERIFY(contains(evaluator.model().describe(evaluator.diagnostics().front()), "年龄"));
    QVERIFY(!contains(evaluator.model().describe(evaluator.diagnostics().front()), "twelve"));
}

void TstEvaluator::aMissingInputIsNullWithoutADiagnostic()
{
    TableText table;
    table.policy = "COLLECT";
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"o", "string"}};
    table.rules = {{"> 1", "\"yes\""}};
    Evaluator evaluator(compiled(table.file()));
    const auto outcome = evaluator.evaluate("结论");
    QCOMPARE(feel::textOf(outcome->value), std::string("[]"));
    QVERIFY(!outcome->isUndecidable);
    QVERIFY(evaluator.diagnostics().empty());
}

void TstEvaluator::allowedValuesOfATypeAreChecked()
{
    const std::string type = "<itemDefinition name='类别'><typeRef>string</typeRef><allowedValues>"
                             "<text>\"甲\", \"乙\"</text></allowedValues></itemDefinition>";
    const auto model = compiled(definitions(type + input("x", "类别") + literal("d", "x", {"x"})));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    Evaluator evaluator(model);
    QVERIFY(evaluator.setInput("x", feel::Value("乙")));
    QCOMPARE(feel::textOf(evaluator.evaluate("d")->value), std::string("乙"));
    evaluator.reset();
    QVERIFY(evaluator.setInput("x", feel::Value("丙")));
    QVERIFY(evaluator.evaluate("d")->isUndecidable);
}

void TstEvaluator::unknownNamesAreFindingsWithTheNearestOne()
{
    const auto model =
        compiled(definitions(input("年龄 上限", "number") + literal("d", "年龄 上线 + 1", {"年龄 上限"})));
    const Finding *error = firstError(model->findings());
    QVERIFY(error);
    QCOMPARE(error->kind, FindingKind::UnknownName);
    QCOMPARE(error->element, std::string("d"));
    QCOMPARE(error->expected, std::string("年龄 上限"));
}

void TstEvaluator::anUnknownFunctionLeavesOtherDecisionsWorking()
{
    const auto model = compiled(definitions(literal("bad", "frobnicate(1)") + literal("good", "1 + 1")));
    QVERIFY(firstError(model->findings()));
    QCOMPARE(decide(model, "good"), std::string("2"));
    QCOMPARE(decide(model, "bad"), std::string("?null"));
}

void TstEvaluator::cyclesAreNamed()
{
    const auto model = compiled(definitions(literal("甲", "乙", {"乙"}) + literal("乙", "丙", {"丙"})
                                            + literal("丙", "甲", {"甲"}) + literal("丁", "甲", {"甲"})
                                            + literal("戊", "1")));
    const Finding *error = firstError(model->findings());
    QVERIFY(error);
    QCOMPARE(error->kind, FindingKind::Cycle);
    QVERIFY2(contains(error->message, "甲 -> 乙 -> 丙 -> 甲"), error->message.c_str());
    QCOMPARE(decide(model, "丁"), std::string("?null"));
    QCOMPARE(decide(model, "戊"), std::string("1"));
}

void TstEvaluator::aLongChainOfDecisionsDoesNotExhaustTheStack()
{
    constexpr int kLength = 20'000;
    std::string inside = literal("d0", "0");
    for (int i = 1; i < kLength; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        inside += literal("d" + std::to_string(i), before + " + 1", {before});
    }
    QCOMPARE(decide(compiled(definitions(inside)), "d" + std::to_string(kLength - 1)),
             std::to_string(kLength - 1));
}

void TstEvaluator::aLongChainOfTypesIsAFinding()
{
    std::string inside;
    for (int i = 0; i < 50'000; ++i)
        inside += "<itemDefinition name='t" + std::to_string(i) + "'><typeRef>t" + std::to_string(i + 1)
            + "</typeRef></itemDefinition>";
    const auto model = compiled(definitions(inside + input("x", "t0") + literal("d", "1")));
    QVERIFY(firstError(model->findings()));
    QVERIFY(contains(firstError(model->findings())->message, "nested deeper"));
    QCOMPARE(decide(model, "d"), std::string("1"));
}

void TstEvaluator::instanceOfKnowsTheModelsTypes()
{
    const std::string type =
        "<itemDefinition name='车辆'><itemComponent name='座位'><typeRef>number</typeRef>"
        "</itemComponent></itemDefinition>";
    const auto model = compiled(definitions(type + literal("d", "{座位: 5} instance of 车辆")
                                            + literal("e", "{座位: \"五\"} instance of 车辆")));
    QCOMPARE(decide(model, "d"), std::string("true"));
    QCOMPARE(decide(model, "e"), std::string("false"));
}

void TstEvaluator::aBillionStepsAreStopped()
{
    const auto model = compiled(definitions(
        literal("d", "count(for i in 1..1000000000, j in 1..1000000000 return i)") + literal("e", "1")));
    QElapsedTimer timer;
    timer.start();
    Evaluator evaluator(model);
    const auto outcome = evaluator.evaluate("d");
    QVERIFY(outcome->isUndecidable);
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(evaluator.wasStopped());
    QVERIFY(std::ranges::any_of(evaluator.diagnostics(), [](const feel::Diagnostic &diagnostic) {
        return diagnostic.cause == feel::Cause::BudgetExceeded;
    }));
    evaluator.reset();
    QCOMPARE(feel::textOf(evaluator.evaluate("e")->value), std::string("1"));
}

void TstEvaluator::endlessRecursionIsStopped()
{
    const std::string knowledge =
        "<businessKnowledgeModel id='f' name='f'><variable name='f'/><encapsulatedLogic>"
        "<formalParameter name='n'/><literalExpression><text>1 + f(n + 1)</text></literalExpression>"
        "</encapsulatedLogic></businessKnowledgeModel>"
        "<decision id='d' name='d'><variable name='d'/><knowledgeRequirement><requiredKnowledge href='#f'/>"
        "</knowledgeRequirement><literalExpression><text>f(1)</text></literalExpression></decision>";
    QCOMPARE(decide(compiled(definitions(knowledge)), "d"), std::string("?null"));
}

void TstEvaluator::knowledgeModelsAreCalled()
{
    const std::string knowledge =
        "<businessKnowledgeModel id='f' name='翻 倍'><variable name='翻 倍'/><encapsulatedLogic>"
        "<formalParameter name='数' typeRef='number'/><literalExpression><text>数 * "
        "2</text></literalExpression>"
        "</encapsulatedLogic></businessKnowledgeModel>"
        "<decision id='d' name='d'><variable name='d'/><knowledgeRequirement><requiredKnowledge href='#f'/>"
        "</knowledgeRequirement><literalExpression><text>翻 倍(21)</text></literalExpression></decision>"
        "<decision id='e' name='e'><variable name='e'/><knowledgeRequirement><requiredKnowledge href='#f'/>"
        "</knowledgeRequirement><invocation><literalExpression><text>翻 倍</text></literalExpression>"
        "<binding><parameter name='数'/><literalExpression><text>\"x\"</text></literalExpression></binding>"
        "</invocation></decision>";
    const auto model = compiled(definitions(knowledge));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "d"), std::string("42"));
    QCOMPARE(decide(model, "e"), std::string("?null"));
}

void TstEvaluator::decisionServicesKeepTheirValuesToThemselves()
{
    const std::string service =
        "<decisionService id='s' name='服务'><variable name='服务'/><outputDecision href='#out'/>"
        "<inputDecision href='#given'/></decisionService>"
        "<decision id='top' name='top'><variable name='top'/>"
        "<informationRequirement><requiredDecision href='#given'/></informationRequirement>"
        "<knowledgeRequirement><requiredKnowledge href='#s'/></knowledgeRequirement>"
        "<literalExpression><text>服务(5) + given</text></literalExpression></decision>";
    const auto model =
        compiled(definitions(service + literal("out", "given * 10", {"given"}) + literal("given", "3")));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "top"), std::string("53"));
    Evaluator evaluator(model);
    QVERIFY(evaluator.enterService(*model->find("服务")));
    QVERIFY(evaluator.evaluate("out")->isUndecidable);
}

void TstEvaluator::boxedFormsEvaluate_data()
{
    QTest::addColumn<QByteArray>("boxed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const std::string &boxed, const char *expected) {
        QTest::newRow(title) << QByteArray::fromStdString(boxed) << QByteArray(expected);
    };
    const auto text = [](const char *feel) {
        return "<literalExpression><text>" + escaped(feel) + "</text></literalExpression>";
    };
    row("context",
        "<context><contextEntry><variable name='甲 乙'/>" + text("2")
            + "</contextEntry><contextEntry><variable name='b'/>" + text("甲 乙 + 1")
            + "</contextEntry></context>",
        "{甲 乙: 2, b: 3}");
    row("context with result",
        "<context><contextEntry><variable name='a'/>" + text("2") + "</contextEntry><contextEntry>"
            + text("a * a") + "</contextEntry></context>",
        "4");
    row("list", "<list>" + text("1") + text("1 + 1") + "</list>", "[1, 2]");
    row("relation",
        "<relation><column name='a'/><column name='b'/><row>" + text("1") + text("2") + "</row><row>"
            + text("3") + text("4") + "</row></relation>",
        "[{a: 1, b: 2}, {a: 3, b: 4}]");
    row("conditional",
        "<conditional><if>" + text("1 > 2") + "</if><then>" + text("\"a\"") + "</then><else>" + text("\"b\"")
            + "</else></conditional>",
        "b");
    row("filter", "<filter><in>" + text("[1,2,3]") + "</in><match>" + text("item > 1") + "</match></filter>",
        "[2, 3]");
    row("for",
        "<for iteratorVariable='i'><in>" + text("[1..3]") + "</in><return>" + text("i * i")
            + "</return></for>",
        "[1, 4, 9]");
    row("some",
        "<some iteratorVariable='i'><in>" + text("[1,2]") + "</in><satisfies>" + text("i > 1")
            + "</satisfies></some>",
        "true");
    row("every",
        "<every iteratorVariable='i'><in>" + text("[1,2]") + "</in><satisfies>" + text("i > 1")
            + "</satisfies></every>",
        "false");
    row("function",
        "<context><contextEntry><variable name='f'/><functionDefinition><formalParameter name='x'/>"
            + text("x + 1") + "</functionDefinition></contextEntry><contextEntry>" + text("f(1)")
            + "</contextEntry></context>",
        "2");
}

void TstEvaluator::boxedFormsEvaluate()
{
    QFETCH(QByteArray, boxed);
    QFETCH(QByteArray, expected);
    const auto model = compiled(
        definitions("<decision id='d' name='d'><variable name='d'/>" + boxed.toStdString() + "</decision>"));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "d"), expected.toStdString());
}

void TstEvaluator::importsAreSeenUnderTheirAlias()
{
    const std::string imported =
        "<definitions xmlns='https:"
        "//www.omg.org/spec/DMN/20230324/MODEL/' name='基础' "
        "namespace='urn:base'><inputData id='i' name='数'><variable name='数' typeRef='number'/>"
        "</inputData><decision id='x' name='双 倍'><variable name='双 倍' typeRef='number'/>"
        "<informationRequirement><requiredInput href='#i'/></informationRequirement>"
        "<literalExpression><text>数 * 2</text></literalExpression></decision></definitions>";
    const std::string own =
        "<import namespace='urn:base' name='基 础' importType='x'/><decision id='d' name='d'>"
        "<variable name='d'/><informationRequirement><requiredDecision href='urn:base#x'/>"
        "</informationRequirement><literalExpression><text>基 础.双 倍 + 1</text></literalExpression>"
        "</decision>";
    std::vector<Model> imports;
    imports.push_back(std::move(*readModel(imported)));
    const auto model = CompiledModel::compile(std::move(*readModel(definitions(own))), std::move(imports));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "d", R"({"数":20})"), std::string("41"));
}

void TstEvaluator::unknownInputsAreIgnoredAndWrongJsonIsRefused()
{
    const auto model = compiled(definitions(input("a", "number") + literal("d", "a", {"a"})));
    QCOMPARE(decide(model, "d", R"({"zzz":[1,{"x":2}],"a":4})"), std::string("4"));
    Evaluator evaluator(model);
    QCOMPARE(evaluator.setInputs("{\"a\":").error().code, ErrorCode::InvalidInput);
    QCOMPARE(evaluator.setInputs("[1]").error().code, ErrorCode::InvalidInput);
    QCOMPARE(evaluator.setInput("b", feel::Value(1)).error().code, ErrorCode::NotFound);
    QCOMPARE(evaluator.evaluate("nobody").error().code, ErrorCode::NotFound);
}

void TstEvaluator::anEvaluatorForgetsBetweenCases()
{
    Evaluator evaluator(compiled(definitions(input("a", "number") + literal("d", "a / 0", {"a"}))));
    QVERIFY(evaluator.setInput("a", feel::Value(4)));
    QVERIFY(evaluator.evaluate("d")->isUndecidable);
    evaluator.reset();
    QVERIFY(evaluator.diagnostics().empty());
    QVERIFY(evaluator.value(*evaluator.model().find("a")).isNull());
}

void TstEvaluator::threadsShareAModel()
{
    TableText table;
    table.policy = "COLLECT";
    table.inputs = {{"a", "number"}};
    table.outputs = {{"o", "number"}};
    table.rules = {{"> 10", "a + 1"}, {"-", "0"}};
    const auto model = compiled(table.file());
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&, t] {
            Evaluator evaluator(model, Tracing::On);
            for (int i = 0; i < 2'000; ++i) {
                evaluator.reset();
                evaluator.setInput(*model->find("a"), feel::Value(i));
                const std::string expected = i > 10 ? "[" + std::to_string(i + 1) + ", 0]" : "[0]";
                wrong[t] += feel::textOf(evaluator.evaluate("结论")->value) != expected;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong, std::vector<int>(4, 0));
}

void TstEvaluator::loadRefusesAModelWithErrors()
{
    const auto bad = CompiledModel::load(definitions(literal("d", "1 +") + literal("e", "2 +")));
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::InvalidInput);
    QVERIFY2(contains(bad.error().detail, "(and 1 more)"), bad.error().detail.c_str());
    QVERIFY(CompiledModel::load(definitions(literal("d", "1 + 1"))));
}

QTEST_APPLESS_MAIN(TstEvaluator)
#include "tst_evaluator.moc"
