// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/kit_runner.h"

#include <QDir>
#include <QTest>

using namespace tongban::test;

/// The DMN compatibility kit (dmn-tck): every case of conformance level 2 has to pass; level 3 is measured
/// and printed. TONGBAN_KIT_VERBOSE=1 lists the cases of level 3 that fail.
class TstCompatibilityKit : public QObject
{
    Q_OBJECT

private slots:
    void level2_data();
    void level2();
    void level3IsMeasured();
};

namespace {

QStringList foldersOf(const QString &level)
{
    QStringList paths;
    const QDir folder(kitFolder() + QLatin1Char('/') + level);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        paths.push_back(folder.filePath(name));
    return paths;
}

} // namespace

void TstCompatibilityKit::level2_data()
{
    QTest::addColumn<QString>("folder");
    if (kitFolder().isEmpty())
        QSKIP("the compatibility kit is not beside the source tree; set TONGBAN_DMN_TCK to its folder");
    for (const QString &path : foldersOf(QStringLiteral("compliance-level-2")))
        QTest::newRow(qPrintable(QDir(path).dirName())) << path;
}

void TstCompatibilityKit::level2()
{
    QFETCH(QString, folder);
    const KitScore score = runKitFolder(folder);
    QVERIFY(score.total > 0);
    QVERIFY2(score.failures.empty(), score.failures.empty() ? "" : score.failures.front().c_str());
    QCOMPARE(score.passed, score.total);
}

void TstCompatibilityKit::level3IsMeasured()
{
    if (kitFolder().isEmpty())
        QSKIP("the compatibility kit is not beside the source tree; set TONGBAN_DMN_TCK to its folder");
    KitScore sum;
    double folderSum = 0;
    const QStringList folders = foldersOf(QStringLiteral("compliance-level-3"));
    for (const QString &path : folders) {
        const KitScore score = runKitFolder(path);
        folderSum += score.total > 0 ? double(score.passed) / score.total : 0;
        if (score.passed < score.total)
            qInfo("%s: %d of %d", qPrintable(QDir(path).dirName()), score.passed, score.total);
        sum.add(score);
    }
    if (qEnvironmentVariableIsSet("TONGBAN_KIT_VERBOSE")) {
        for (const std::string &failure : sum.failures)
            qInfo("%s", failure.c_str());
    }
    qInfo("level 3: %d of %d cases, %d of %d non-null cases, mean over %d folders %.1f %%, %d of %d errors "
          "flagged",
          sum.passed, sum.total, sum.nonNullPassed, sum.nonNullTotal, int(folders.size()),
          100 * folderSum / double(std::max<qsizetype>(folders.size(), 1)), sum.errorsFlagged,
          sum.errorsExpected);
    QVERIFY(sum.total > 0);
}

QTEST_APPLESS_MAIN(TstCompatibilityKit)
#include "tst_compatibility_kit.moc"
