// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/feel/feel_text.h"

#include <QTest>

#include <algorithm>

using namespace tongban;

/// Expressions that would run away end with a diagnosed null, soon.
class TstLimits : public QObject
{
    Q_OBJECT

private slots:
    void runawaysEnd_data();
    void runawaysEnd();
    void hardRegularExpressionsAreGivenUp();
    void deepTextIsRefused();
    void longTextIsRefused();
};

void TstLimits::runawaysEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("loop") << QStringLiteral("for i in 1..10**12 return i");
    QTest::newRow("loops in loops") << QStringLiteral("for i in 1..9**9, j in 1..9**9 return i");
    QTest::newRow("search") << QStringLiteral("some i in 1..10**12 satisfies i < 0");
    QTest::newRow("filter") << QStringLiteral(
        "(for i in 1..900000 return i)[some j in 1..900000 satisfies j < 0]");
    QTest::newRow("growing list") << QStringLiteral(
        "for i in 1..100 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])");
    QTest::newRow("growing string") << QStringLiteral(
        "for i in 1..100 return if i = 1 then \"a\" else partial[-1] + partial[-1]");
    QTest::newRow("nested list") << QStringLiteral(
        "for i in 1..10000 return if i = 1 then [1] else [partial[-1]]");
}

void TstLimits::runawaysEnd()
{
    QFETCH(QString, text);
    const test::FeelResult result = test::evaluateFeel(text.toStdString());
    QVERIFY(!result.error);
    QVERIFY(result.wasStopped);
    QVERIFY(result.isError());
    QVERIFY(std::ranges::any_of(result.diagnostics, [](const feel::Diagnostic &diagnostic) {
        return diagnostic.cause == feel::Cause::BudgetExceeded;
    }));
}

void TstLimits::hardRegularExpressionsAreGivenUp()
{
    const test::FeelResult result =
        test::evaluateFeel("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")");
    QVERIFY(result.isError());
    QCOMPARE(result.diagnostics.front().cause, feel::Cause::BudgetExceeded);
}

void TstLimits::deepTextIsRefused()
{
    const test::FeelResult result = test::evaluateFeel(std::string(5000, '(') + "1" + std::string(5000, ')'));
    QVERIFY(result.error.has_value());
    QCOMPARE(result.error->kind, feel::CompileError::Kind::TooDeep);
}

void TstLimits::longTextIsRefused()
{
    const test::FeelResult result = test::evaluateFeel(std::string(300'000, ' ') + "1");
    QVERIFY(result.error.has_value());
    QCOMPARE(result.error->kind, feel::CompileError::Kind::TooLong);
}

QTEST_APPLESS_MAIN(TstLimits)
#include "tst_limits.moc"
