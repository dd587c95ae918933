// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/expression.h"
#include "core/feel/scope.h"
#include "tests/core/feel/feel_text.h"

#include <QTest>

using namespace tongban;
using feel::CompileError;

/// What a person is told about a text that is wrong, and what a null keeps of its cause.
class TstMessages : public QObject
{
    Q_OBJECT

private slots:
    void anErrorKnowsItsPlace_data();
    void anErrorKnowsItsPlace();
    void aNullKeepsItsCause_data();
    void aNullKeepsItsCause();
};

// clang-format off
void TstMessages::anErrorKnowsItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("nearest");
    const auto row = [](const char *text, const char *kind, int position, const char *read, const char *expected, const char *nearest) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(kind) << position << QString::fromUtf8(read)
                            << QString::fromUtf8(expected) << QString::fromUtf8(nearest);
    };
    row("1 +",                  "syntax",           3, "",       "an expression", "");
    row("(1 + 2",               "syntax",           6, "",       "')'",           "");
    row("1 2",                  "syntax",           2, "2",      "an operator or the end of the text", "");
    row("if 1 else 2",          "syntax",           5, "else",   "'then'",        "");
    row("[1..2",                "syntax",           5, "",       "']', ')' or '[' at the end of the range", "");
    row("年令 > 3",             "unknown_name",     0, "年令",   "a known name",  "年龄");
    row("申请人年龄 > 3",       "unknown_name",     0, "申请人年龄", "a known name", "申请人 年龄");
    row("3 + 申请人 年令",      "unknown_name",     4, "申请人 年令", "a known name", "申请人 年龄");
    row("substrng(\"a\", 1)",   "unknown_function", 0, "substrng", "a known name", "substring");
}
// clang-format on

void TstMessages::anErrorKnowsItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QFETCH(int, position);
    QFETCH(QString, read);
    QFETCH(QString, expected);
    QFETCH(QString, nearest);
    feel::Scope scope;
    scope.declareGlobal("年龄", feel::Type::number(), 0);
    scope.declareGlobal("申请人 年龄", feel::Type::number(), 1);
    const auto result = feel::compileExpression(text.toStdString(), scope);
    QVERIFY(!result.has_value());
    const CompileError &error = result.error();
    QCOMPARE(QString::fromUtf8(feel::name(error.kind).data()), kind);
    QCOMPARE(static_cast<int>(error.span.begin), position);
    QCOMPARE(QString::fromStdString(error.read), read);
    QCOMPARE(QString::fromStdString(error.expected), expected);
    QCOMPARE(QString::fromStdString(error.nearest), nearest);
}

// clang-format off
void TstMessages::aNullKeepsItsCause_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *text, const char *cause) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(cause); };
    row("1 + null",                "null_operand");
    row("1 + \"a\"",               "wrong_kind");
    row("1 / 0",                   "out_of_domain");
    row("1 < \"a\"",               "not_comparable");
    row("{a: 1}.b",                "no_such_member");
    row("(3)(4)",                  "no_such_function");
    row("substring(\"a\")",        "wrong_arguments");
    row("{f: function(a: number) a, r: f(\"x\")}.r", "not_conforming");
    row("{a: 1, a: 2}",            "duplicate_name");
    row("now()",                   "unsupported");
}
// clang-format on

void TstMessages::aNullKeepsItsCause()
{
    QFETCH(QString, text);
    QFETCH(QString, cause);
    const test::FeelResult result = test::evaluateFeel(text.toStdString());
    QVERIFY(!result.error);
    QVERIFY(result.isError());
    QCOMPARE(QString::fromUtf8(feel::name(result.diagnostics.front().cause).data()), cause);
    QVERIFY(!result.diagnostics.front().detail.empty());
    QVERIFY(result.diagnostics.front().span.end > 0);
}

QTEST_APPLESS_MAIN(TstMessages)
#include "tst_messages.moc"
