// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/model_text.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

/// Files as other modellers write them (tests/core/dmn/models): their extensions and diagrams, prefixes and
/// namespaces, and what they do that is not in the standard.
class TstOutsideModels : public QObject
{
    Q_OBJECT

private slots:
    void theyDecide_data();
    void theyDecide();
    void whatIsNotSupportedIsNamed_data();
    void whatIsNotSupportedIsNamed();
    void anElementsNameGoesBeforeASecondName();
};

namespace {

Model model(const char *name)
{
    QFile file(qEnvironmentVariable("TONGBAN_SOURCE_DIR") + QStringLiteral("/tests/core/dmn/models/")
               + QString::fromLatin1(name) + QStringLiteral(".dmn"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    auto read = readModel(file.readAll().toStdString());
    if (!read)
        qFatal("%s: %s", name, read.error().detail.c_str());
    return std::move(*read);
}

std::shared_ptr<const CompiledModel> compiledModel(const char *name)
{
    std::vector<Model> imports;
    if (qstrcmp(name, "triso-tenant") == 0)
        imports.push_back(model("triso-base"));
    return CompiledModel::compile(model(name), std::move(imports));
}

} // namespace

void TstOutsideModels::theyDecide_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<QByteArray>("inputs");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *file, const char *decision, const char *inputs, const char *expected) {
        QTest::addRow("%s %s %s", file, decision, inputs)
            << QByteArray(file) << QByteArray(decision) << QByteArray(inputs) << QByteArray(expected);
    };
    // Collects and sums; empty cells, reversed brackets, a decision whose variable is named otherwise.
    row("camunda", "Price", R"({"weight":4,"distance":300})", "9");
    row("camunda", "Price", R"({"weight":2,"distance":20})", "4.5");
    row("camunda", "price", R"({"weight":2,"distance":20})", "4.5");
    row("camunda", "Price", R"({"weight":"heavy","distance":20})", "input: $.weight is not a number");
    // Names of an import under its alias, an item definition of another file, names with spaces.
    row("triso-tenant", "Screening Result",
        R"({"Tenant":{"Full Name":"Ann","Monthly Income":2000,"Pets":["cat"]},"Asked Rent":600})",
        "{name: \"Ann\", accepted: true, at most: 666.67}");
    row("triso-tenant", "Screening Result",
        R"({"Tenant":{"Full Name":"Bo","Monthly Income":2000,"Pets":["cat","cobra"]},"Asked Rent":600})",
        "{name: \"Bo\", accepted: false, at most: 666.67}");
    row("kie", "Fine",
        R"({"Offence":{"Kind":"speed","Actual Speed":125,"Speed Limit":100,"Date":"2026-01-31"}})",
        "{Amount: 500, Points: 3}");
    row("kie", "Due On",
        R"({"Offence":{"Kind":"speed","Actual Speed":125,"Speed Limit":100,"Date":"2026-01-31"}})",
        "2026-02-28");
    row("kie", "Fine", R"({"Offence":{"Kind":"noise","Actual Speed":1,"Speed Limit":1,"Date":"2026-01-31"}})",
        "{Amount: null, Points: 0}");
    row("old", "reader",
        R"({"loans":[{"due":"2026-01-01","returned":"2026-01-11"},{"due":"2026-01-05","returned":"2026-01-02"}]})",
        "warned");
    row("old", "days in all", R"({"loans":[]})", "?null");
    row("boxed", "large", R"({"orders":[{"article":"a","net":100},{"article":"b","net":5}],"tax rate":0.13})",
        "[{article: \"a\", net: 100}]");
    row("boxed", "gross", R"({"orders":[{"article":"a","net":100},{"article":"b","net":5}],"tax rate":0.13})",
        "[{article: \"a\", total: 113}, {article: \"b\", total: 6.65}]");
    row("boxed", "advice", R"({"orders":[{"article":"a","net":100},{"article":"b","net":5}],"tax rate":0})",
        "approve at once");
    row("boxed", "advice", R"({"orders":[{"article":"a","net":100},{"article":"b","net":200}],"tax rate":0})",
        "approve by two");
    row("boxed", "all named", R"({"orders":[{"article":"","net":1}],"tax rate":0})", "false");
    row("boxed", "changed", R"({"orders":[{"article":"a","net":1}],"tax rate":0})", "[[1, 2, 0], true]");
    // The constraint of the whole list.
    row("boxed", "large",
        R"({"orders":[{"article":"a","net":1},{"article":"b","net":1},{"article":"c","net":1},{"article":"d","net":1}]})",
        "?null");
}

void TstOutsideModels::theyDecide()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, decision);
    QFETCH(QByteArray, inputs);
    QFETCH(QByteArray, expected);
    const auto compiled = compiledModel(file.constData());
    const Finding *error = firstError(compiled->findings());
    QVERIFY2(error == nullptr, error ? describe(*error).c_str() : "");
    const std::string answer = decide(compiled, decision.toStdString(), inputs.toStdString());
    QCOMPARE(QByteArray::fromStdString(answer), expected);
}

void TstOutsideModels::whatIsNotSupportedIsNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a type of another product")
        << QByteArray("camunda7") << QByteArray("amount: the type \"integer\" is not defined.");
    QTest::newRow("another language")
        << QByteArray("camunda7")
        << QByteArray("definitions/decision/literalExpression: the expression language \"javascript\" is not "
                      "supported; only FEEL is.");
    QTest::newRow("a predictive model")
        << QByteArray("pmml") << QByteArray("functions in Java and PMML are not supported; only FEEL is.");
    QTest::newRow("an import that is no DMN model")
        << QByteArray("pmml")
        << QByteArray(
               "scorecard: imports \"urn:pmml:scorecard\" of the kind \"http://www.dmg.org/PMML-4_2\"; "
               "only DMN models can be imported.");
}

void TstOutsideModels::whatIsNotSupportedIsNamed()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, says);
    const auto compiled = compiledModel(file.constData());
    QVERIFY(firstError(compiled->findings()) != nullptr);
    std::string all;
    for (const Finding &finding : compiled->findings())
        all += describe(finding) + "\n";
    QVERIFY2(contains(all, says.toStdString()), all.c_str());
}

void TstOutsideModels::anElementsNameGoesBeforeASecondName()
{
    // The input is named like the other decision's variable.
    const auto compiled = test::compiled(
        definitions(input("rate", "number")
                    + "<decision id='a' name='A'><variable "
                      "name='rate'/><literalExpression><text>1</text></literalExpression>"
                      "</decision><decision id='b' name='B'><variable name='B'/>"
                      "<informationRequirement><requiredInput href='#rate'/></informationRequirement>"
                      "<informationRequirement><requiredDecision href='#a'/></informationRequirement>"
                      "<literalExpression><text>[rate, A]</text></literalExpression></decision>"));
    QVERIFY(compiled->findings().empty());
    QCOMPARE(decide(compiled, "B", R"({"rate":5})"), std::string("[5, 1]"));
}

QTEST_APPLESS_MAIN(TstOutsideModels)
#include "tst_outside_models.moc"
