// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/model_text.h"

#include <QTest>

using namespace tongban;
using namespace tongban::test;

Q_DECLARE_METATYPE(tongban::test::TableText)

class TstDecisionTable : public QObject
{
    Q_OBJECT

private slots:
    void hitPoliciesDecide_data();
    void hitPoliciesDecide();
    void cellsOfEveryKindMatch_data();
    void cellsOfEveryKindMatch();
    void severalOutputsMakeAContext();
    void outputsAreOrderedColumnByColumn();
    void anInputOutsideItsInputValuesIsUndecidable();
    void anOutputOutsideItsOutputValuesIsUndecidable();
    void aCellMayUseOtherNames();
    void wrongTablesAreFindings_data();
    void wrongTablesAreFindings();
};

namespace {

TableText scores(const std::string &policy, const std::string &aggregation = {})
{
    TableText table;
    table.policy = policy;
    table.aggregation = aggregation;
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"分", "number", "30,20,10"}};
    table.rules = {{">= 18", "10"}, {">= 30", "20"}, {">= 60", "30"}, {">= 60", "30"}, {"99", "20"}};
    return table;
}

} // namespace

void TstDecisionTable::hitPoliciesDecide_data()
{
    QTest::addColumn<TableText>("table");
    QTest::addColumn<int>("age");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, TableText table, int age, const char *expected) {
        QTest::newRow(title) << std::move(table) << age << QByteArray(expected);
    };
    row("unique, one", scores("UNIQUE"), 20, "10");
    row("unique, two", scores("UNIQUE"), 40, "?null");
    row("unique, none", scores("UNIQUE"), 5, "null");
    row("first", scores("FIRST"), 70, "10");
    row("any, different", scores("ANY"), 40, "?null");
    TableText same = scores("ANY");
    same.rules = {{">= 18", "20"}, {">= 30", "10 + 10"}};
    row("any, equal", same, 40, "20");
    row("priority", scores("PRIORITY"), 70, "30");
    row("output order", scores("OUTPUT ORDER"), 99, "[30, 30, 20, 20, 10]");
    row("rule order", scores("RULE ORDER"), 99, "[10, 20, 30, 30, 20]");
    row("collect", scores("COLLECT"), 40, "[10, 20]");
    row("collect, none", scores("COLLECT"), 5, "[]");
    row("sum", scores("COLLECT", "SUM"), 99, "110");
    row("min", scores("COLLECT", "MIN"), 99, "10");
    row("max", scores("COLLECT", "MAX"), 99, "30");
    row("count", scores("COLLECT", "COUNT"), 99, "5");
    row("count, none", scores("COLLECT", "COUNT"), 5, "0");
    row("sum, none", scores("COLLECT", "SUM"), 5, "null");
    TableText byDefault = scores("UNIQUE");
    byDefault.outputs[0].byDefault = "10";
    row("default", byDefault, 5, "10");
    byDefault.policy = "COLLECT";
    row("default of a list", byDefault, 5, "[10]");
}

void TstDecisionTable::hitPoliciesDecide()
{
    QFETCH(TableText, table);
    QFETCH(int, age);
    QFETCH(QByteArray, expected);
    const auto model = compiled(table.file());
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "结论", "{\"年龄\":" + std::to_string(age) + "}"), expected.toStdString());
}

void TstDecisionTable::cellsOfEveryKindMatch_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("yes");
    QTest::addColumn<QByteArray>("no");
    const auto row = [](const char *type, const char *cell, const char *yes, const char *no) {
        QTest::addRow("%s %s", type, cell)
            << QByteArray(type) << QByteArray(cell) << QByteArray(yes) << QByteArray(no);
    };
    row("number", "[18..60]", "60", "60.1");
    row("number", "(18..60)", "18.000000000000000000000001", "18");
    row("number", "]18..60[", "59.99", "60");
    row("number", "< 0.1", "0.0999999999999999999999999", "0.1");
    row("number", "1, 2.5, [7..8]", "2.50", "2");
    row("number", "not(1, [7..8])", "2", "7.5");
    row("number", "> 10000000000000000000000000000", "10000000000000000000000000001", "5");
    row("number", "-5", "-5.0", "5");
    row("string", "\"A1\",\"A2\"", "\"A2\"", "\"A3\"");
    row("string", "not(\"A1\")", "\"甲\"", "\"A1\"");
    row("string", "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"沪\"", "\"沪\"", "\"h\"");
    row("string", "starts with(?, \"粤B\")", "\"粤B12345\"", "\"京A12345\"");
    row("boolean", "true", "true", "false");
    row("boolean", "false", "false", "true");
    row("boolean", "not(true)", "false", "true");
    row("date", "< date(\"2026-03-01\")", "\"2026-02-28\"", "\"2026-03-01\"");
    row("date", "[@\"2024-02-29\"..@\"2024-12-31\"]", "\"2024-02-29\"", "\"2025-01-01\"");
    row("years and months duration", ">= @\"P1Y\"", "\"P12M\"", "\"P11M\"");
    row("days and time duration", "> @\"P1D\"", "\"PT25H\"", "\"PT24H\"");
    row("number", "", "7", "");
    row("number", "-", "7", "");
}

void TstDecisionTable::cellsOfEveryKindMatch()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, yes);
    QFETCH(QByteArray, no);
    TableText table;
    table.inputs = {{"值", type.toStdString()}};
    table.outputs = {{"o", "string"}};
    table.rules = {{cell.toStdString(), "\"yes\""}};
    const auto model = compiled(table.file());
    QVERIFY2(model->findings().empty(),
             model->findings().empty() ? "" : describe(model->findings()[0]).c_str());
    QCOMPARE(decide(model, "结论", "{\"值\":" + yes.toStdString() + "}"), std::string("yes"));
    if (!no.isEmpty())
        QCOMPARE(decide(model, "结论", "{\"值\":" + no.toStdString() + "}"), std::string("null"));
}

void TstDecisionTable::severalOutputsMakeAContext()
{
    TableText table;
    table.policy = "FIRST";
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"代码", "string"}, {"天数", "number"}};
    table.rules = {{"< 18", "\"R1\"", "年龄 + 1"}, {"-", "\"R2\"", "20"}};
    const auto model = compiled(table.file());
    QCOMPARE(decide(model, "结论", R"({"年龄":10})"), std::string("{代码: \"R1\", 天数: 11}"));
    QCOMPARE(decide(model, "结论", R"({"年龄":20})"), std::string("{代码: \"R2\", 天数: 20}"));
}

void TstDecisionTable::outputsAreOrderedColumnByColumn()
{
    TableText table;
    table.policy = "PRIORITY";
    table.inputs = {{"a", "number"}};
    table.outputs = {{"x", "string", "\"high\",\"low\""}, {"y", "string", "\"first\",\"second\""}};
    table.rules = {
        {"-", "\"low\"", "\"first\""}, {"> 1", "\"high\"", "\"second\""}, {"> 2", "\"high\"", "\"first\""}};
    const auto model = compiled(table.file());
    QCOMPARE(decide(model, "结论", R"({"a":2})"), std::string("{x: \"high\", y: \"second\"}"));
    QCOMPARE(decide(model, "结论", R"({"a":3})"), std::string("{x: \"high\", y: \"first\"}"));
}

void TstDecisionTable::anInputOutsideItsInputValuesIsUndecidable()
{
    TableText table;
    table.inputs = {{"类", "string", "\"A\",\"B\""}};
    table.outputs = {{"o", "string"}};
    table.rules = {{"-", "\"yes\""}};
    const auto model = compiled(table.file());
    QCOMPARE(decide(model, "结论", R"({"类":"B"})"), std::string("yes"));
    QCOMPARE(decide(model, "结论", R"({"类":"C"})"), std::string("?null"));
}

void TstDecisionTable::anOutputOutsideItsOutputValuesIsUndecidable()
{
    TableText table;
    table.inputs = {{"数", "number"}};
    table.outputs = {{"o", "number", "[0..10]"}};
    table.rules = {{"-", "数 * 2"}};
    const auto model = compiled(table.file());
    QCOMPARE(decide(model, "结论", R"({"数":5})"), std::string("10"));
    QCOMPARE(decide(model, "结论", R"({"数":6})"), std::string("?null"));
}

void TstDecisionTable::aCellMayUseOtherNames()
{
    TableText table;
    table.inputs = {{"现在", "number"}, {"上限", "number"}};
    table.outputs = {{"o", "string"}};
    table.rules = {{"> 上限", "-", "\"over\""}, {"<= 上限", "> 0", "\"within\""}};
    const auto model = compiled(table.file());
    QVERIFY(model->findings().empty());
    QCOMPARE(decide(model, "结论", R"({"现在":5,"上限":3})"), std::string("over"));
    QCOMPARE(decide(model, "结论", R"({"现在":2,"上限":3})"), std::string("within"));
}

void TstDecisionTable::wrongTablesAreFindings_data()
{
    QTest::addColumn<TableText>("table");
    QTest::addColumn<QByteArray>("says");
    TableText table;
    table.inputs = {{"年龄", "number"}};
    table.outputs = {{"o", "string"}};
    table.rules = {{"> 1", "\"yes\""}};
    TableText few = table;
    few.rules[0].pop_back();
    QTest::newRow("too few cells") << few << QByteArray("0 output cells");
    TableText syntax = table;
    syntax.rules[0][0] = "> > 1";
    QTest::newRow("syntax") << syntax << QByteArray("rule 1, column 年龄");
    TableText unknown = table;
    unknown.rules[0][1] = "年令";
    QTest::newRow("unknown name") << unknown << QByteArray("年令");
    TableText twice = table;
    twice.outputs = {{"o", "string"}, {"o", "string"}};
    twice.rules[0].push_back("\"z\"");
    QTest::newRow("two outputs of one name") << twice << QByteArray("stands twice");
    TableText folded = twice;
    folded.outputs[1].name = "p";
    folded.policy = "COLLECT";
    folded.aggregation = "SUM";
    QTest::newRow("sum of two outputs") << folded << QByteArray("single output");
    TableText type = table;
    type.inputs[0].type = "tNobody";
    QTest::newRow("unknown type") << type << QByteArray("tNobody");
}

void TstDecisionTable::wrongTablesAreFindings()
{
    QFETCH(TableText, table);
    QFETCH(QByteArray, says);
    const auto model = compiled(table.file());
    const dmn::Finding *error = firstError(model->findings());
    QVERIFY(error);
    QVERIFY2(contains(describe(*error), says.toStdString()), describe(*error).c_str());
    QVERIFY(error->place.line > 0);
    QVERIFY(!dmn::CompiledModel::load(table.file()));
}

QTEST_APPLESS_MAIN(TstDecisionTable)
#include "tst_decision_table.moc"
