// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/feel/feel_text.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tongban;

/// The cases of cases/*.feel, one a line: an expression, `=>`, and what it must give: an expression of
/// exactly the same value, `error` (null with a diagnostic), `syntax` or `unknown` (it does not compile).
/// Lines that begin with # are headings.
class TstCases : public QObject
{
    Q_OBJECT

private slots:
    void gives_data();
    void gives();
};

void TstCases::gives_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
    const QDir folder(test::feelTestFile(QStringLiteral("cases")));
    for (const QString &name : folder.entryList({QStringLiteral("*.feel")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (int line = 1; !file.atEnd(); ++line) {
            const QString text = QString::fromUtf8(file.readLine()).trimmed();
            const auto arrow = text.lastIndexOf(QStringLiteral("=>"));
            if (arrow < 0)
                continue;
            QTest::addRow("%s:%d", qPrintable(name), line)
                << text.left(arrow).trimmed() << text.mid(arrow + 2).trimmed();
        }
    }
}

void TstCases::gives()
{
    QFETCH(QString, expression);
    QFETCH(QString, expected);
    const test::FeelResult actual = test::evaluateFeel(expression.toStdString());
    if (expected == QStringLiteral("syntax") || expected == QStringLiteral("unknown")) {
        QVERIFY2(actual.error.has_value(), "the expression compiles");
        QCOMPARE(actual.error->kind == feel::CompileError::Kind::Syntax,
                 expected == QStringLiteral("syntax"));
        return;
    }
    QVERIFY2(!actual.error, actual.error ? actual.error->message().c_str() : "");
    const std::string shown = feel::textOf(actual.value)
        + (actual.diagnostics.empty() ? std::string() : " (" + actual.diagnostics.front().detail + ")");
    if (expected == QStringLiteral("error")) {
        QVERIFY2(actual.isError(), shown.c_str());
        return;
    }
    const test::FeelResult wanted = test::evaluateFeel(expected.toStdString());
    QVERIFY(!wanted.error && !wanted.isError());
    QVERIFY2(feel::same(wanted.value, actual.value), shown.c_str());
    QVERIFY2(!actual.isError(), shown.c_str());
}

QTEST_APPLESS_MAIN(TstCases)
#include "tst_cases.moc"
