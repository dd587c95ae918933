// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/reader.h"
#include "tests/core/dmn/model_text.h"

#include <QTest>

#include <string>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

namespace {

std::string nested(int depth)
{
    std::string text = kHead;
    for (int i = 0; i < depth; ++i)
        text += "<a>";
    for (int i = 0; i < depth; ++i)
        text += "</a>";
    return text + "</definitions>";
}

} // namespace

class TstReader : public QObject
{
    Q_OBJECT

private slots:
    void everyPublishedNamespaceIsAccepted_data();
    void everyPublishedNamespaceIsAccepted();
    void anUnknownNamespaceIsRefusedByName();
    void requirementsPointToElements();
    void tablesKeepArticleNumbersOfEachRule();
    void itemDefinitionsKeepComponentsAndAllowedValues();
    void boxedExpressionsAreReadInTheirOrder();
    void elementsOfForeignNamespacesAreSkipped();
    void utf16IsRead();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void everyTruncationIsRefused();
    void tooManyBytesAreRefused();
    void theDigestIsOfTheBytes();
};

void TstReader::everyPublishedNamespaceIsAccepted_data()
{
    QTest::addColumn<QByteArray>("nameSpace");
    QTest::newRow("1.1") << QByteArray("http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    QTest::newRow("1.2") << QByteArray("http://www.omg.org/spec/DMN/20180521/MODEL/");
    QTest::newRow("1.3") << QByteArray("https://www.omg.org/spec/DMN/20191111/MODEL/");
    QTest::newRow("1.4") << QByteArray("https://www.omg.org/spec/DMN/20211108/MODEL/");
    QTest::newRow("1.5") << QByteArray("https://www.omg.org/spec/DMN/20230324/MODEL/");
    QTest::newRow("1.6") << QByteArray("https://www.omg.org/spec/DMN/20240513/MODEL/");
}

void TstReader::everyPublishedNamespaceIsAccepted()
{
    QFETCH(QByteArray, nameSpace);
    const auto model =
        readModel("<d:definitions xmlns:d=\"" + nameSpace.toStdString()
                  + "\" name='a' namespace='n'><d:inputData id='i' name='年龄'>"
                    "<d:variable name='年龄' typeRef='feel:number'/></d:inputData></d:definitions>");
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->inputData.size(), std::size_t(1));
    QCOMPARE(model->inputData[0].name, std::string("年龄"));
    QCOMPARE(model->inputData[0].typeRef, std::string("number"));
}

void TstReader::anUnknownNamespaceIsRefusedByName()
{
    const auto model = readModel("<definitions xmlns='urn:other'/>");
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::InvalidInput);
    QVERIFY(contains(model.error().detail, "line 1"));
    QVERIFY(contains(model.error().detail, "definitions: the root"));
}

void TstReader::requirementsPointToElements()
{
    const auto model = readModel(definitions(R"(
        <decision id="d" name="结论"><variable name="结论" typeRef="string"/>
          <informationRequirement><requiredInput href="#i"/></informationRequirement>
          <informationRequirement><requiredDecision href="urn:test#other"/></informationRequirement>
          <informationRequirement><requiredDecision href="urn:else#far"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
          <literalExpression><text>1 + 1</text></literalExpression>
        </decision>)"));
    QVERIFY(model);
    const Decision &decision = model->decisions.at(0);
    QCOMPARE(decision.requiredInputs.at(0).id, std::string("i"));
    QCOMPARE(decision.requiredDecisions.at(0).nameSpace, std::string());
    QCOMPARE(decision.requiredDecisions.at(1).nameSpace, std::string("urn:else"));
    QCOMPARE(decision.requiredKnowledge.at(0).id, std::string("k"));
    QCOMPARE(decision.expression->text.text, std::string("1 + 1"));
    QCOMPARE(decision.expression->text.place.line, 9);
}

void TstReader::tablesKeepArticleNumbersOfEachRule()
{
    const auto model = readModel(definitions(R"(
        <decision id="d" name="结论"><decisionTable hitPolicy="COLLECT" aggregation="SUM">
          <input label="年龄"><inputExpression typeRef="number"><text>年龄</text></inputExpression>
            <inputValues><text>[0..150]</text></inputValues></input>
          <input><inputExpression typeRef="number"><text>驾龄</text></inputExpression></input>
          <output name="o" typeRef="number"><outputValues><text>1,2</text></outputValues>
            <defaultOutputEntry><text>0</text></defaultOutputEntry></output>
          <annotation name="条款"/><annotation name="说明"/>
          <rule id="r1"><description>超龄</description><inputEntry><text>&gt; 60</text></inputEntry>
            <inputEntry/><outputEntry><text>1</text></outputEntry>
            <annotationEntry><text>第十四条</text></annotationEntry>
            <annotationEntry><text>年龄上限</text></annotationEntry></rule>
        </decisionTable></decision>)"));
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    const DecisionTable &table = *model->decisions.at(0).expression->table;
    QCOMPARE(table.hitPolicy, HitPolicy::Collect);
    QCOMPARE(table.aggregation, Aggregation::Sum);
    QCOMPARE(table.inputs.at(1).label, std::string("驾龄"));
    QCOMPARE(table.annotationNames, (std::vector<std::string>{"条款", "说明"}));
    QCOMPARE(table.rules.at(0).annotations, (std::vector<std::string>{"第十四条", "年龄上限"}));
    QCOMPARE(table.rules.at(0).description, std::string("超龄"));
    QCOMPARE(table.rules.at(0).inputs.at(0).text, std::string("> 60"));
    QCOMPARE(table.rules.at(0).inputs.size(), std::size_t(2));
    QCOMPARE(table.outputs.at(0).defaultEntry.text, std::string("0"));
}

void TstReader::itemDefinitionsKeepComponentsAndAllowedValues()
{
    const auto model = readModel(definitions(R"(
        <itemDefinition name="车辆" isCollection="true">
          <itemComponent name="使用 性质"><typeRef>string</typeRef>
            <allowedValues><text>"营运","非营运"</text></allowedValues></itemComponent>
        </itemDefinition>
        <itemDefinition name="f"><functionItem outputTypeRef="number"><parameters name="a" typeRef="string"/>
        </functionItem></itemDefinition>)"));
    QVERIFY(model);
    const ItemDefinition &item = model->itemDefinitions.at(0);
    QVERIFY(item.isCollection);
    QCOMPARE(item.components.at(0).name, std::string("使用 性质"));
    QCOMPARE(item.components.at(0).allowedValues.text, std::string("\"营运\",\"非营运\""));
    QCOMPARE(model->itemDefinitions.at(1).function->parameters.at(0).typeRef, std::string("string"));
}

void TstReader::boxedExpressionsAreReadInTheirOrder()
{
    const auto model = readModel(definitions(R"(
        <decision name="d"><context>
          <contextEntry><variable name="a"/><relation><column name="x"/><column name="y"/>
             <row><literalExpression><text>1</text></literalExpression>
                  <literalExpression><text>2</text></literalExpression></row></relation></contextEntry>
          <contextEntry><variable name="b"/><conditional>
             <if><literalExpression><text>true</text></literalExpression></if>
             <else><literalExpression><text>3</text></literalExpression></else></conditional></contextEntry>
          <contextEntry><invocation><literalExpression><text>f</text></literalExpression>
             <binding><parameter name="p"/><literalExpression><text>a</text></literalExpression></binding>
          </invocation></contextEntry></context></decision>)"));
    QVERIFY(model);
    const BoxedExpression &context = *model->decisions.at(0).expression;
    QCOMPARE(context.kind, BoxedKind::Context);
    QCOMPARE(context.entries.size(), std::size_t(3));
    QCOMPARE(context.entries[0].expression.entries.size(), std::size_t(2));
    QCOMPARE(context.entries[1].expression.entries.at(2).expression.text.text, std::string("3"));
    QVERIFY(!context.entries[1].expression.entries.at(1).expression.text.present);
    QCOMPARE(context.entries[2].name, std::string());
    QCOMPARE(context.entries[2].expression.entries.at(1).name, std::string("p"));
}

void TstReader::elementsOfForeignNamespacesAreSkipped()
{
    const auto model = readModel(definitions(R"(<extensionElements><x:decision xmlns:x="urn:x" name="no"/>
        </extensionElements><x:decision xmlns:x="urn:x" name="no"><x:deep/></x:decision>
        <decision name="yes"/>)"));
    QVERIFY(model);
    QCOMPARE(model->decisions.size(), std::size_t(1));
    QCOMPARE(model->decisions[0].name, std::string("yes"));
}

void TstReader::utf16IsRead()
{
    const QString text =
        QStringLiteral("<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='通办'/>");
    QByteArray bytes("\xff\xfe", 2);
    bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto model = readModel({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->name, std::string("通办"));
}

void TstReader::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *title, const std::string &bytes, const char *says) {
        QTest::newRow(title) << QByteArray::fromStdString(bytes) << QByteArray(says);
    };
    const std::string laughs =
        "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;'>]>"
        "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='&c;'/>";
    row("empty", "", "well-formed");
    row("not xml", "{\"a\":1}", "well-formed");
    row("document type", "<?xml version='1.0'?><!DOCTYPE d SYSTEM 'http://x/'><definitions/>",
        "document types");
    row("billion laughs", laughs, "document types");
    row("undeclared entity", definitions("<description>&x;</description>"), "line 3");
    row("deep nesting", nested(100'000), "nested deeper than 64");
    row("wrong encoding", definitions("<description>\xc4\xe3\xff</description>"), "incorrectly encoded");
    row("unknown encoding", "<?xml version='1.0' encoding='x-none'?><definitions/>", "well-formed");
    row("other root", "<a xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'/>", "root is not");
    row("two roots", definitions("") + "<definitions/>", "well-formed");
    row("element in text", definitions("<description>a<b/></description>"), "only text");
    row("unknown policy", definitions("<decision name='d'><decisionTable hitPolicy='LAST'/></decision>"),
        "unknown hit policy \"LAST\"");
    row("unknown aggregation",
        definitions("<decision name='d'><decisionTable aggregation='AVG'/></decision>"),
        "unknown aggregation \"AVG\"");
    row("two expressions",
        definitions("<decision name='d'><literalExpression/><literalExpression/></decision>"),
        "one expression");
    row("short relation row",
        definitions("<decision name='d'><relation><column name='a'/><row/></relation></decision>"),
        "relation");
}

void TstReader::hostileFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const auto model = readModel({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::InvalidInput);
    QVERIFY2(contains(model.error().detail, says.toStdString()), model.error().detail.c_str());
    QVERIFY(contains(model.error().detail, "line "));
    QVERIFY(model.error().detail.size() < 700);
}

void TstReader::everyTruncationIsRefused()
{
    const std::string whole =
        definitions("<decision id='d' name='结论'><literalExpression><text>\"好\"</text>"
                    "</literalExpression></decision>");
    QVERIFY(readModel(whole));
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!readModel(whole.substr(0, length)), std::to_string(length).c_str());
}

void TstReader::tooManyBytesAreRefused()
{
    ReaderLimits limits;
    limits.bytes = 10;
    const auto model = readModel(definitions(""), limits);
    QVERIFY(!model);
    QVERIFY(contains(model.error().detail, "at most 10"));
}

void TstReader::theDigestIsOfTheBytes()
{
    const std::string bytes = definitions("");
    QCOMPARE(readModel(bytes)->digest, sha256(bytes));
}

QTEST_APPLESS_MAIN(TstReader)
#include "tst_reader.moc"
