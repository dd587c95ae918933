// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/scope.h"
#include "core/feel/unary_tests.h"
#include "tests/core/feel/feel_text.h"

#include <QTest>

using namespace tongban;
using feel::Truth;
using feel::Type;

/// Cells of decision tables (DMN 1.5, grammar rules 7 and 12 to 17).
class TstUnaryTests : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void emptyTextIsAnError();
};

// clang-format off
void TstUnaryTests::accepts_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *cell, const char *type, const char *input, Truth verdict) {
        QTest::addRow("%s of %s", cell, input) << QString::fromUtf8(cell) << QString::fromUtf8(type)
                                               << QString::fromUtf8(input) << static_cast<int>(verdict);
    };
    row("-",                    "number",  "1",      Truth::True);
    row("-",                    "number",  "null",   Truth::True);
    row("5",                    "number",  "5",      Truth::True);
    row("5, 6",                 "number",  "6",      Truth::True);
    row("not(5, 6)",            "number",  "6",      Truth::False);
    row("not(5, 6)",            "number",  "7",      Truth::True);
    row("< 5",                  "number",  "4.9",    Truth::True);
    row("< 5",                  "number",  "null",   Truth::Null);
    row("= 5",                  "number",  "5",      Truth::True);
    row("!= 5",                 "number",  "5",      Truth::False);
    row("[1..5)",               "number",  "5",      Truth::False);
    row("]1..5]",               "number",  "5",      Truth::True);
    row("null",                 "number",  "null",   Truth::True);
    row("? > 3 and ? < 5",      "number",  "4",      Truth::True);
    row("? > 3 and ? < 5",      "number",  "6",      Truth::False);
    row("odd(?)",               "number",  "3",      Truth::True);
    row("[1, 2, 3]",            "number",  "2",      Truth::True);
    row("\"a\", \"b\"",         "string",  "\"b\"",  Truth::True);
    row("\"a\"",                "string",  "null",   Truth::False);
    row("starts with(?, \"a\")","string",  "\"ab\"", Truth::True);
    row("true",                 "boolean", "false",  Truth::False);
    row("false",                "boolean", "false",  Truth::True);
    row("not(true)",            "boolean", "false",  Truth::True);
    row("< @\"2026-03-17\"",    "date",    "@\"2026-03-16\"", Truth::True);
    row("[@\"2026-01-01\"..@\"2026-12-31\"]", "date", "@\"2026-12-31\"", Truth::True);
}
// clang-format on

void TstUnaryTests::accepts()
{
    QFETCH(QString, cell);
    QFETCH(QString, type);
    QFETCH(QString, input);
    QFETCH(int, verdict);
    const feel::Value value = test::evaluateFeel(input.toStdString()).value;
    feel::Scope scope;
    const auto tests = feel::compileUnaryTests(cell.toStdString(), scope, *Type::named(type.toStdString()));
    QVERIFY2(tests.has_value(), tests ? "" : tests.error().message().c_str());
    feel::Evaluation evaluation;
    const feel::Frame frame(evaluation, scope.frameSize());
    QCOMPARE(static_cast<int>(tests->test(value, evaluation)), verdict);
}

void TstUnaryTests::emptyTextIsAnError()
{
    feel::Scope scope;
    QVERIFY(!feel::compileUnaryTests(" ", scope, Type::number()).has_value());
    QVERIFY(!feel::compileUnaryTests("1,", scope, Type::number()).has_value());
}

QTEST_APPLESS_MAIN(TstUnaryTests)
#include "tst_unary_tests.moc"
