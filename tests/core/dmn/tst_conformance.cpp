// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/evaluator.h"
#include "core/feel/host_function.h"
#include "tests/core/dmn/model_text.h"

#include <QTest>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

/// Where engines that know the rest of the standard go wrong: services with several outputs, diamonds of
/// imports, cells that use other inputs, functions of the host.
class TstConformance : public QObject
{
    Q_OBJECT

private slots:
    void aServiceWithTwoOutputsGivesAContext();
    void aServiceRefusesArgumentsOfTheWrongKind();
    void aDiamondOfImportsIsOneModel();
    void anImportWithoutANameLendsItsNames();
    void aCellMayCompareWithAnotherInput();
    void aSingletonListIsTakenApart();
    void aDateBecomesADateAndTime();
    void aFunctionThatNobodyTypedMayBePassed();
    void theHostsFunctionsAreCalledByName();
    void withoutAHostExternalIsUndecidable();
    void theSameModelGivesTheSameBytes();
};

namespace {

std::string boxed(const std::string &name, const std::string &text, const std::string &extra = {},
                  const std::string &type = {})
{
    return "<decision id='" + name + "' name='" + name + "'><variable name='" + name + "'"
        + (type.empty() ? "" : " typeRef='" + type + "'") + "/>" + extra + "<literalExpression><text>"
        + escaped(text) + "</text></literalExpression></decision>\n";
}

std::string requirement(const std::string &kind, const std::string &href)
{
    const std::string outer = kind == "Knowledge" ? "knowledgeRequirement" : "informationRequirement";
    return "<" + outer + "><required" + kind + " href='" + href + "'/></" + outer + ">";
}

std::string service()
{
    return "<decisionService id='s' name='s'><variable name='s'/><outputDecision href='#sum'/>"
           "<outputDecision href='#product'/><inputData href='#a'/></decisionService>"
        + input("a", "number") + boxed("sum", "a + a", requirement("Input", "#a"))
        + boxed("product", "a * a", requirement("Input", "#a"));
}

Model read(const std::string &nameSpace, const std::string &inside)
{
    auto model = readModel("<definitions xmlns='https:"
                           "//www.omg.org/spec/DMN/20230324/MODEL/' name='m' namespace='"
                           + nameSpace + "'>" + inside + "</definitions>");
    if (!model)
        qFatal("%s", model.error().detail.c_str());
    return std::move(*model);
}

std::string imported(const std::string &nameSpace, const std::string &alias)
{
    return "<import namespace='" + nameSpace + "' name='" + alias + "' importType='x'/>";
}

} // namespace

void TstConformance::aServiceWithTwoOutputsGivesAContext()
{
    const auto model =
        compiled(definitions(service() + boxed("top", "s(3)", requirement("Knowledge", "#s"))));
    QCOMPARE(decide(model, "top"), std::string("{sum: 6, product: 9}"));
}

void TstConformance::aServiceRefusesArgumentsOfTheWrongKind()
{
    const auto model =
        compiled(definitions(service() + boxed("top", "s(\"3\")", requirement("Knowledge", "#s"))));
    QCOMPARE(decide(model, "top"), std::string("?null"));
}

void TstConformance::aDiamondOfImportsIsOneModel()
{
    std::vector<Model> imports;
    imports.push_back(read("urn:base", boxed("x", "2")));
    imports.push_back(
        read("urn:left",
             imported("urn:base", "base") + boxed("l", "base.x + 1", requirement("Decision", "urn:base#x"))));
    imports.push_back(read("urn:right",
                           imported("urn:base", "other")
                               + boxed("r", "other.x * 10", requirement("Decision", "urn:base#x"))));
    Model top =
        read("urn:top",
             imported("urn:left", "left") + imported("urn:right", "right")
                 + boxed("top", "left.l + right.r",
                         requirement("Decision", "urn:left#l") + requirement("Decision", "urn:right#r")));
    const auto model = CompiledModel::compile(std::move(top), std::move(imports));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "top"), std::string("23"));
}

void TstConformance::anImportWithoutANameLendsItsNames()
{
    std::vector<Model> imports;
    imports.push_back(read(
        "urn:base", "<itemDefinition name='t'><typeRef>number</typeRef></itemDefinition>" + boxed("x", "2")));
    Model top =
        read("urn:top",
             imported("urn:base", "") + boxed("top", "x + 1", requirement("Decision", "urn:base#x"), "t"));
    const auto model = CompiledModel::compile(std::move(top), std::move(imports));
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "top"), std::string("3"));
}

void TstConformance::aCellMayCompareWithAnotherInput()
{
    TableText table;
    table.inputs = {{"a", "number"}, {"b", "number"}};
    table.outputs = {{"结果", "string"}};
    table.rules = {{"> b", "-", "\"大\""}, {"[0..b]", "-", "\"不大\""}, {"? < 0 and b > 0", "-", "\"负\""}};
    const auto model = compiled(table.file());
    QCOMPARE(decide(model, "结论", R"({"a":3,"b":2})"), std::string("大"));
    QCOMPARE(decide(model, "结论", R"({"a":2,"b":2})"), std::string("不大"));
    QCOMPARE(decide(model, "结论", R"({"a":-1,"b":2})"), std::string("负"));
}

void TstConformance::aSingletonListIsTakenApart()
{
    const auto model =
        compiled(definitions(boxed("one", "[5]", {}, "number") + boxed("two", "[5, 6]", {}, "number")));
    QCOMPARE(decide(model, "one"), std::string("5"));
    QCOMPARE(decide(model, "two"), std::string("?null"));
}

void TstConformance::aDateBecomesADateAndTime()
{
    const auto model = compiled(definitions(boxed("d", "@\"2026-03-17\"", {}, "date and time")));
    QCOMPARE(decide(model, "d"), std::string("2026-03-17T00:00:00Z"));
}

void TstConformance::aFunctionThatNobodyTypedMayBePassed()
{
    const std::string type = "<itemDefinition name='f'><functionItem outputTypeRef='number'>"
                             "<parameters name='n' typeRef='number'/></functionItem></itemDefinition>";
    const std::string apply =
        "<businessKnowledgeModel id='apply' name='apply'><variable name='apply'/><encapsulatedLogic>"
        "<formalParameter name='g' typeRef='f'/><literalExpression><text>g(5)</text></literalExpression>"
        "</encapsulatedLogic></businessKnowledgeModel>";
    const std::string need = requirement("Knowledge", "#apply");
    const auto model = compiled(definitions(type + apply + boxed("good", "apply(function(n) n * 2)", need)
                                            + boxed("bad", "apply(function(a, b) a)", need)));
    QCOMPARE(decide(model, "good"), std::string("10"));
    QCOMPARE(decide(model, "bad"), std::string("?null"));
}

void TstConformance::theHostsFunctionsAreCalledByName()
{
    auto hosts = std::make_shared<feel::HostFunctions>();
    hosts->add("double it",
               {1, [](std::span<const feel::Value> arguments, feel::Evaluation &, feel::Span) {
                    return feel::Value(*feel::Decimal::add(arguments[0].number(), arguments[0].number()));
                }});
    const std::string text = "{f: function(n: number) external {host: \"double it\"}, r: f(21)}.r";
    const std::string wrong = "{f: function(n: number) external {host: \"nobody\"}, r: f(21)}.r";
    Model model = *readModel(definitions(boxed("good", text) + boxed("bad", wrong)));
    const auto compiled = CompiledModel::compile(std::move(model), {}, {}, hosts);
    QCOMPARE(decide(compiled, "good"), std::string("42"));
    QCOMPARE(decide(compiled, "bad"), std::string("?null"));
}

void TstConformance::withoutAHostExternalIsUndecidable()
{
    const std::string text = "{f: function(n) external {java: {class: \"java.lang.Math\", "
                             "method signature: \"cos(double)\"}}, r: f(0)}.r";
    QCOMPARE(decide(compiled(definitions(boxed("d", text))), "d"), std::string("?null"));
}

void TstConformance::theSameModelGivesTheSameBytes()
{
    const std::string text = "[get entries({乙: 1, 甲: 2}), distinct values([3, 1, 2, 1]), 1 / 3, "
                             "date and time(\"2026-07-01T00:00:00@Europe/Paris\") + @\"PT1H\"]";
    const auto model = compiled(definitions(boxed("d", text)));
    const std::string first = decide(model, "d");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(decide(compiled(definitions(boxed("d", text))), "d"), first);
    QVERIFY(contains(first, "0.3333333333333333333333333333333333"));
}

QTEST_APPLESS_MAIN(TstConformance)
#include "tst_conformance.moc"
