// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/flow/program.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <csignal>

using namespace tests;

/// The window's program from outside: one a workspace, and what it leaves when it dies.
class TstDesktopLife : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void aFaultLeavesAReportWithoutNamesAndTheNextStartSaysSo();
    void aKillIsNoticed();
    void aProgramThatIsAskedToEndLeavesNoMark();
    void aSecondStartBringsTheFirstOneForward();
    void whatAKilledOneLeftKeepsNobodyOut();

private:
    QString inHome(const QString &relative) const
    {
        return QString::fromStdString((m_folder / "home").string()) + QLatin1Char('/') + relative;
    }
    /// Files of this name among the marks.
    QStringList marks(const QString &pattern) const
    {
        QStringList found;
        QDirIterator files(inHome(QStringLiteral("data/tongban/marks")), {pattern}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            found.append(files.next());
        return found;
    }
    std::unique_ptr<QProcess> start() const;
    std::unique_ptr<QProcess> startAndWait() const;
    /// Started on what a dead one left: it runs once it has said so.
    std::unique_ptr<QProcess> startAfter(const QByteArray &says) const;
    static void end(QProcess &process, int signal)
    {
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(20'000));
    }

    TemporaryDirectory m_folder;
};

void TstDesktopLife::initTestCase()
{
    const Program ctl(m_folder / "office", {});
    QCOMPARE(ctl.run({"init", "--kind", "training"}).exitCode, 0);
}

void TstDesktopLife::cleanup()
{
    QDir(inHome(QString())).removeRecursively();
}

std::unique_ptr<QProcess> TstDesktopLife::start() const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), inHome(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), inHome(QStringLiteral("config")));
    environment.insert(QStringLiteral("TMPDIR"), QString::fromStdString(m_folder.path().string()));
    process->setProcessEnvironment(environment);
    process->start(qEnvironmentVariable("TONGBAN_BIN_DIR") + QStringLiteral("/tongban"),
                   {QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--workspace"),
                    QString::fromStdString((m_folder / "office").string())});
    return process;
}

/// Running once its mark is there.
std::unique_ptr<QProcess> TstDesktopLife::startAndWait() const
{
    auto process = start();
    const bool isRunning = QTest::qWaitFor(
        [&] { return !marks(QStringLiteral("running")).isEmpty() && process->state() == QProcess::Running; },
        20'000);
    return isRunning ? std::move(process) : nullptr;
}

std::unique_ptr<QProcess> TstDesktopLife::startAfter(const QByteArray &says) const
{
    auto process = start();
    QByteArray said;
    const bool hasSaid = QTest::qWaitFor(
        [&] {
            said += process->readAllStandardError();
            return said.contains(says);
        },
        20'000);
    return hasSaid ? std::move(process) : nullptr;
}

void TstDesktopLife::aFaultLeavesAReportWithoutNamesAndTheNextStartSaysSo()
{
    auto first = startAndWait();
    QVERIFY(first != nullptr);
    end(*first, SIGSEGV);
    QCOMPARE(first->exitStatus(), QProcess::CrashExit);
    QFile report(marks(QStringLiteral("running")).value(0));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    QVERIFY2(text.startsWith("signal 11\n"), text.constData());
    QVERIFY(text.contains("+0x"));
    // Numbers of places and nothing else: no path, no name, no word of a case.
    for (const QByteArray &line : text.split('\n'))
        QVERIFY2(line.isEmpty() || line.startsWith("+0x") || line.startsWith("signal ")
                     || line.startsWith("time ") || line.startsWith("version "),
                 line.constData());
    auto second = startAfter("crashed the last time. Everything that was done is kept, and so are drafts");
    QVERIFY(second != nullptr);
    QCOMPARE(marks(QStringLiteral("crash-*.txt")).size(), qsizetype(1));
    end(*second, SIGTERM);
}

void TstDesktopLife::aKillIsNoticed()
{
    auto first = startAndWait();
    QVERIFY(first != nullptr);
    end(*first, SIGKILL);
    auto second = startAfter("cut off the last time");
    QVERIFY(second != nullptr);
    end(*second, SIGTERM);
    QVERIFY(marks(QStringLiteral("crash-*.txt")).isEmpty());
}

void TstDesktopLife::aProgramThatIsAskedToEndLeavesNoMark()
{
    auto first = startAndWait();
    QVERIFY(first != nullptr);
    end(*first, SIGTERM);
    QCOMPARE(first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(first->exitCode(), 0);
    QVERIFY(marks(QStringLiteral("running")).isEmpty());
}

void TstDesktopLife::aSecondStartBringsTheFirstOneForward()
{
    auto first = startAndWait();
    QVERIFY(first != nullptr);
    auto second = start();
    QVERIFY(second->waitForFinished(20'000));
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(first->state(), QProcess::Running);
    QCOMPARE(marks(QStringLiteral("running")).size(), qsizetype(1));
    end(*first, SIGTERM);
}

void TstDesktopLife::whatAKilledOneLeftKeepsNobodyOut()
{
    auto first = startAndWait();
    QVERIFY(first != nullptr);
    end(*first, SIGKILL);
    auto second = startAfter("cut off the last time");
    QVERIFY(second != nullptr);
    auto third = start();
    QVERIFY(third->waitForFinished(20'000));
    QCOMPARE(second->state(), QProcess::Running);
    end(*second, SIGTERM);
}

QTEST_GUILESS_MAIN(TstDesktopLife)
#include "tst_desktop_life.moc"
