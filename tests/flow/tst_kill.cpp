// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/flow/program.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/types.h>

using namespace tests;
namespace fs = std::filesystem;

/// The program is killed at moments nobody chose; whoever starts the same command again gets the same office.
/// TONGBAN_KILL_ROUNDS and TONGBAN_KILL_APPLICATIONS make longer runs.
class TstKill : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAtAnyMomentItComesToTheSameEnd();
    void stoppedByASignalItEndsBetweenTwoTransactions_data();
    void stoppedByASignalItEndsBetweenTwoTransactions();

private:
    static int number(const char *name, int otherwise);
    void prepare(const fs::path &workspace) const;
    int runKilled(const Program &program, const std::vector<std::string> &arguments,
                  qint64 wholeMilliseconds);

    TemporaryDirectory m_folder;
    std::mt19937 m_random{20190823}; // NOLINT(cert-msc51-cpp): repeatable on purpose
    std::vector<std::string> m_import;
    std::vector<std::string> m_work{"work", "--commit-every", "40", "--threads", "2"};
    qint64 m_importTime = 0;
    qint64 m_workTime = 0;
    std::string m_afterImport;
    std::string m_afterWork;
    int m_kills = 0;
};

int TstKill::number(const char *name, int otherwise)
{
    const char *text = std::getenv(name);
    return text == nullptr ? otherwise : std::atoi(text);
}

void TstKill::initTestCase()
{
    const Program files(m_folder / "demo");
    const std::string count = std::to_string(number("TONGBAN_KILL_APPLICATIONS", 1200));
    QCOMPARE(files.run({"demo", "--applications", count, "--seed", "5", "--files-only"}).exitCode, 0);
    m_import = {"import", (m_folder / "demo/applications.jsonl").string(), "--commit-every", "30", "--json"};

    const Program base(m_folder / "base");
    QCOMPARE(base.run({"init", "--kind", "demo"}).exitCode, 0);
    for (const auto &entry : fs::directory_iterator(m_folder / "demo")) {
        if (entry.path().extension() == ".csv") {
            const RunResult imported =
                base.run({"register", "import", entry.path().string(), "--as-of", "2026-11-22"});
            QVERIFY2(imported.exitCode == 0, imported.errors.c_str());
        }
    }
    const Program whole(m_folder / "whole");
    prepare(whole.workspace());
    QElapsedTimer timer;
    timer.start();
    const RunResult imported = whole.run(m_import);
    QVERIFY2(imported.exitCode == 0 || imported.exitCode == 1, imported.errors.c_str());
    m_importTime = timer.restart();
    m_afterImport = fingerprint(whole.workspace());
    QCOMPARE(whole.run(m_work).exitCode, 0);
    m_workTime = timer.elapsed();
    m_afterWork = fingerprint(whole.workspace());
    QVERIFY(m_afterWork != m_afterImport);
}

void TstKill::prepare(const fs::path &workspace) const
{
    fs::remove_all(workspace);
    fs::copy(m_folder / "base", workspace, fs::copy_options::recursive);
}

/// Starts the command, kills it, and again until it ends by itself. Returns its exit code.
int TstKill::runKilled(const Program &program, const std::vector<std::string> &arguments,
                       qint64 wholeMilliseconds)
{
    for (int attempt = 0; attempt < 6; ++attempt) {
        const auto process = program.start(arguments);
        const auto wait = static_cast<int>(m_random() % static_cast<unsigned>(wholeMilliseconds + 1));
        if (!process->waitForFinished(wait)) {
            ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            ++m_kills;
        }
        const RunResult result = Program::finish(*process);
        if (result.exitCode >= 0)
            return result.exitCode;
    }
    return program.run(arguments).exitCode;
}

void TstKill::killedAtAnyMomentItComesToTheSameEnd()
{
    const int rounds = number("TONGBAN_KILL_ROUNDS", 20);
    const Program program(m_folder / "killed");
    for (int round = 0; round < rounds; ++round) {
        prepare(program.workspace());
        const int imported = runKilled(program, m_import, m_importTime);
        QVERIFY(imported == 0 || imported == 1);
        QCOMPARE(fingerprint(program.workspace()), m_afterImport);
        QCOMPARE(runKilled(program, m_work, m_workTime), 0);
        QCOMPARE(fingerprint(program.workspace()), m_afterWork);
    }
    QVERIFY2(m_kills >= rounds, std::to_string(m_kills).c_str());
    QCOMPARE(program.run({"audit", "verify"}).exitCode, 0);
}

void TstKill::stoppedByASignalItEndsBetweenTwoTransactions_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TstKill::stoppedByASignalItEndsBetweenTwoTransactions()
{
    QFETCH(int, signal);
    const Program program(m_folder / "stopped");
    prepare(program.workspace());
    int stopped = 0;
    for (const auto &arguments : {m_import, m_work}) {
        int exitCode = 130;
        for (int attempt = 0; exitCode == 130 && attempt < 50; ++attempt) {
            const auto process = program.start(arguments);
            // Early enough to hit it at work; later each time, so that it gets on however busy the machine
            // is.
            const qint64 whole = arguments == m_import ? m_importTime : m_workTime;
            if (!process->waitForFinished(static_cast<int>(whole / 2 + attempt * whole / 10)))
                ::kill(static_cast<pid_t>(process->processId()), signal);
            const RunResult result = Program::finish(*process);
            exitCode = result.exitCode;
            QVERIFY2(exitCode == 130 || exitCode == 0 || exitCode == 1,
                     (std::to_string(exitCode) + " " + result.errors).c_str());
            stopped += exitCode == 130 ? 1 : 0;
        }
        QVERIFY(exitCode != 130);
    }
    QVERIFY(stopped >= 1);
    QCOMPARE(fingerprint(program.workspace()), m_afterWork);
    QCOMPARE(program.run({"audit", "verify"}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TstKill)
#include "tst_kill.moc"
