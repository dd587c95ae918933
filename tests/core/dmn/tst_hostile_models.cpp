// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"
#include "tests/core/dmn/model_text.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

/// Models made to crash or to hang: each ends within seconds, refused or undecidable, and says why. Files
/// that are no models at all are in tst_reader.
class TstHostileModels : public QObject
{
    Q_OBJECT

private slots:
    void runningAwayEndsInADiagnosis_data();
    void runningAwayEndsInADiagnosis();
    void modelsInACircleAreFound();
    void importsInACircleAreOneModel();
    void typesInACircleEnd();
    void manyDecisionsInARowAreDecided();
    void deepFormsAreRefused();
    void aTableMadeToExplodeIsCheckedInTime();
    void manyFindingsStayReadable();
};

namespace {

constexpr qint64 kSoon = 10'000; // Milliseconds, also on a machine with other work and under sanitizers.

std::string knowledge(const std::string &name, const std::string &parameter, const std::string &text)
{
    return "<businessKnowledgeModel id='" + name + "' name='" + name + "'><variable name='" + name
        + "'/><encapsulatedLogic><formalParameter name='" + parameter + "'/><literalExpression><text>"
        + escaped(text)
        + "</text></literalExpression></encapsulatedLogic><knowledgeRequirement><requiredKnowledge "
          "href='#f'/>"
          "</knowledgeRequirement><knowledgeRequirement><requiredKnowledge href='#g'/></knowledgeRequirement>"
          "</businessKnowledgeModel>\n";
}

std::string calling(const std::string &text)
{
    return "<decision id='d' name='d'><variable name='d'/><knowledgeRequirement><requiredKnowledge "
           "href='#f'/>"
           "</knowledgeRequirement><literalExpression><text>"
        + escaped(text) + "</text></literalExpression></decision>\n";
}

/// Evaluates `d` and answers the causes of what went wrong.
std::vector<feel::Cause> causesOf(const std::string &file)
{
    Evaluator evaluator(compiled(file));
    const auto outcome = evaluator.evaluate("d");
    if (!outcome || !outcome->isUndecidable || !outcome->value.isNull())
        return {};
    std::vector<feel::Cause> causes;
    for (const feel::Diagnostic &diagnostic : evaluator.diagnostics())
        causes.push_back(diagnostic.cause);
    return causes;
}

} // namespace

void TstHostileModels::runningAwayEndsInADiagnosis_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *title, const std::string &inside) {
        QTest::newRow(title) << QByteArray::fromStdString(definitions(inside));
    };
    const std::string g = knowledge("g", "x", "f(x)");
    row("a function calls itself", knowledge("f", "x", "f(x + 1)") + g + calling("f(1)"));
    row("two functions call each other", knowledge("f", "x", "g(x)") + g + calling("f(1)"));
    row("calls that double", knowledge("f", "x", "f(x + 1) + f(x + 2)") + g + calling("f(1)"));
    row("wide recursion of little depth",
        knowledge("f", "x", "if x = 0 then 1 else f(x - 1) + f(x - 1)") + g + calling("f(200)"));
    row("a billion rounds", literal("d", "count(for i in 1..10**9 return 1)"));
    row("a billion rounds without a list", literal("d", "every i in 1..10**9 satisfies i > 0"));
    row("rounds in rounds", literal("d", "some a in 1..10**6, b in 1..10**6 satisfies a < 0"));
    row("a string that doubles",
        literal("d", "(for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1]"));
    row("a string that is replaced by more",
        literal(
            "d",
            "(for i in 1..60 return if i = 1 then \"aa\" else replace(partial[-1], \"a\", \"aaaa\"))[-1]"));
    row("a list that doubles",
        literal("d",
                "(for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1]"));
    row("lists within lists",
        literal("d", "(for i in 1..2000 return if i = 1 then [] else [partial[-1]])[-1]"));
    row("contexts within contexts",
        literal("d", "(for i in 1..2000 return if i = 1 then {} else {a: partial[-1]})[-1]"));
    row("a pattern that backtracks",
        literal("d", "matches(\"" + std::string(60, 'a') + "\", \"^(a|a)*[bc]$\")"));
    row("nested quantities",
        literal("d", "replace(\"" + std::string(60, 'a') + "\", \"((a+)+)+[bc]\", \"x\")"));
    const std::string manyA =
        "(for i in 1..16 return if i = 1 then \"a\" else partial[-1] + partial[-1])[-1]";
    row("a pattern that looks at the rest from each place",
        literal("d", "matches(" + manyA + " + " + manyA + ", \"a+[bc]\")"));
    row("a pattern that backtracks a little from each place",
        literal(
            "d", "for x in 1..10**6 return matches(\"" + []() {
                std::string text;
                for (int i = 0; i < 50; ++i)
                    text += "aaaaaaaaaaaaaaaaaac";
                return text;
            }() + "\", \"(a|a)*[bd]\")"));
    row("a range of all days",
        literal("d", "count(for i in @\"-999999999-01-01\"..@\"999999999-12-31\" return i)"));
    row("sorting by a function that never ends",
        literal("d", "sort(for i in 1..100 return i, function(a, b) every x in 1..10**9 satisfies x > 0)"));
}

void TstHostileModels::runningAwayEndsInADiagnosis()
{
    QFETCH(QByteArray, file);
    QElapsedTimer timer;
    timer.start();
    const std::vector<feel::Cause> causes = causesOf(file.toStdString());
    QVERIFY(std::ranges::find(causes, feel::Cause::BudgetExceeded) != causes.end());
    QVERIFY2(timer.elapsed() < kSoon, std::to_string(timer.elapsed()).c_str());
}

void TstHostileModels::modelsInACircleAreFound()
{
    std::string inside;
    constexpr int kLength = 3000;
    for (int i = 0; i < kLength; ++i)
        inside += literal("d" + std::to_string(i), "1", {"d" + std::to_string((i + 1) % kLength)});
    const auto model = compiled(definitions(inside));
    const Finding *error = firstError(model->findings());
    QVERIFY(error != nullptr);
    QCOMPARE(error->kind, FindingKind::Cycle);
    QVERIFY(error->message.size() < 1000);
    QCOMPARE(decide(model, "d7"), std::string("?null"));
}

void TstHostileModels::importsInACircleAreOneModel()
{
    const auto part = [](const std::string &own, const std::string &other, const std::string &inside) {
        std::string text = definitions("<import namespace='urn:" + other + "' name='" + other
                                       + "' importType='https:"
                                         "//www.omg.org/spec/DMN/20230324/MODEL/'/>"
                                       + inside);
        const std::size_t place = text.find("urn:test");
        text.replace(place, 8, "urn:" + own);
        auto model = readModel(text);
        if (!model)
            qFatal("%s", model.error().detail.c_str());
        return std::move(*model);
    };
    const auto needs = [](const char *href) {
        return std::string("<informationRequirement><requiredDecision href='") + href
            + "'/></informationRequirement>";
    };
    const auto decision = [](const std::string &id, const std::string &required, const std::string &text) {
        return "<decision id='" + id + "' name='" + id + "'><variable name='" + id + "'/>" + required
            + "<literalExpression><text>" + text + "</text></literalExpression></decision>";
    };
    // The files import each other; the decisions do not need each other.
    std::vector<Model> imports;
    imports.push_back(part("b", "a", decision("two", "", "2")));
    auto model = CompiledModel::compile(part("a", "b", decision("three", needs("urn:b#two"), "b.two + 1")),
                                        std::move(imports));
    QVERIFY(firstError(model->findings()) == nullptr);
    QCOMPARE(decide(model, "three"), std::string("3"));
    // They do.
    imports.clear();
    imports.push_back(part("b", "a", decision("two", needs("urn:a#three"), "a.three")));
    model = CompiledModel::compile(part("a", "b", decision("three", needs("urn:b#two"), "b.two")),
                                   std::move(imports));
    QVERIFY(firstError(model->findings()) != nullptr);
    QCOMPARE(firstError(model->findings())->kind, FindingKind::Cycle);
    QCOMPARE(decide(model, "three"), std::string("?null"));
}

void TstHostileModels::typesInACircleEnd()
{
    const auto model = compiled(definitions(
        "<itemDefinition name='a'><typeRef>b</typeRef></itemDefinition><itemDefinition "
        "name='b'><typeRef>a</typeRef>"
        "</itemDefinition><itemDefinition name='tree'><itemComponent name='children' isCollection='true'>"
        "<typeRef>tree</typeRef></itemComponent></itemDefinition>"
        + input("x", "a") + input("t", "tree")
        + "<decision id='d' name='d'><variable name='d' typeRef='b'/><informationRequirement><requiredInput "
          "href='#t'/>"
          "</informationRequirement><literalExpression><text>count(t.children)</text></literalExpression></"
          "decision>"));
    QCOMPARE(decide(model, "d", R"({"t":{"children":[{"children":[]},{"children":[]}]}})"), std::string("2"));
}

void TstHostileModels::manyDecisionsInARowAreDecided()
{
    std::string inside = literal("d0", "1");
    for (int i = 1; i < 20'000; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        inside += literal("d" + std::to_string(i), before + " + 1", {before});
    }
    QCOMPARE(decide(compiled(definitions(inside)), "d19999"), std::string("20000"));
}

void TstHostileModels::deepFormsAreRefused()
{
    const auto error = [](const std::string &text) {
        const auto model = compiled(definitions(literal("d", text)));
        const Finding *finding = firstError(model->findings());
        return finding ? finding->remark : Remark::NoLogic;
    };
    constexpr std::size_t kDeep = 30'000;
    const auto times = [](const std::string &text) {
        std::string all;
        for (std::size_t i = 0; i < kDeep; ++i)
            all += text;
        return all;
    };
    QCOMPARE(error(times("(")), Remark::TextTooDeep);
    QCOMPARE(error(times("[")), Remark::TextTooDeep);
    QCOMPARE(error(times("-") + "1"), Remark::TextTooDeep);
    QCOMPARE(error(times("{a:")), Remark::TextTooDeep);
    QCOMPARE(error(times("f(")), Remark::UnknownFunction);
    QCOMPARE(error(times("not(")), Remark::TextTooDeep);
    QCOMPARE(error("d" + times("+d")), Remark::UnknownName);
    QCOMPARE(error("1 instance of " + times("list<")), Remark::TextTooDeep);
    QCOMPARE(error(times("if true then ") + "1"), Remark::TextTooLong);
}

void TstHostileModels::aTableMadeToExplodeIsCheckedInTime()
{
    TableText table;
    table.outputs = {{"o", "string"}};
    for (int column = 0; column < 40; ++column)
        table.inputs.push_back({"x" + std::to_string(column), "number"});
    for (int rule = 0; rule < 200; ++rule) {
        std::vector<std::string> &cells = table.rules.emplace_back();
        for (int column = 0; column < 40; ++column)
            cells.push_back("(" + std::to_string((rule * 7 + column) % 50) + ".."
                            + std::to_string(60 + (rule * 3 + column) % 50) + ")");
        cells.emplace_back("\"x\"");
    }
    const auto model = compiled(table.file());
    QElapsedTimer timer;
    timer.start();
    const std::vector<Finding> findings = checkModel(*model);
    QVERIFY2(timer.elapsed() < kSoon, std::to_string(timer.elapsed()).c_str());
    QVERIFY(!findings.empty());
}

void TstHostileModels::manyFindingsStayReadable()
{
    std::string inside;
    for (int i = 0; i < 2000; ++i)
        inside += literal("d" + std::to_string(i), "nothing + 1");
    const auto loaded = CompiledModel::load(definitions(inside));
    QVERIFY(!loaded);
    QVERIFY(contains(loaded.error().detail, "(and 1999 more)"));
    QVERIFY(loaded.error().detail.size() < 500);
}

QTEST_APPLESS_MAIN(TstHostileModels)
#include "tst_hostile_models.moc"
