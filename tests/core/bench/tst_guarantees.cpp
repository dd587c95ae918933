// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/cases.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/copy_contents.h"

#include <QTest>

#include <csignal>
#include <functional>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using tests::OfficeDesk;
using tests::rounds;

/// What was confirmed to a person stands, once, and the copy ends as the centre's: one server, hundreds of
/// deaths of a desktop, wherever it happens to be. TONGBAN_ROUNDS=N does N times as much
/// (QTEST_FUNCTION_TIMEOUT gives it the time).
class TstGuarantees : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatADesktopSavedIsThereOnceHoweverOftenItIsKilled();

private:
    /// Runs `work` in a process of its own, which says through the pipe what it has confirmed, one a line,
    /// and is killed at a random moment after the first line.
    std::vector<std::string>
    confirmedUntilKilled(const std::function<void(const std::function<void(std::string)> &)> &work,
                         int mostMicroseconds);
    void check(const std::set<std::string> &confirmed, const std::string &prefix);

    std::unique_ptr<tests::CentreOffice> m_office;
    SeededRandom m_random{static_cast<std::uint64_t>(getpid())};
    std::vector<std::string> m_cases;
};

void TstGuarantees::initTestCase()
{
    m_office = std::make_unique<tests::CentreOffice>();
    m_cases = m_office->takeIn(20);
    m_office->join("window", m_office->text("bench_clerk"), m_office->desktop(1).device);
    m_office->open("window").drain();
}

std::vector<std::string>
TstGuarantees::confirmedUntilKilled(const std::function<void(const std::function<void(std::string)> &)> &work,
                                    int mostMicroseconds)
{
    int ends[2];
    if (pipe(ends) != 0)
        qFatal("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work([&](std::string line) {
            line += '\n';
            if (write(ends[1], line.data(), line.size()) < 0)
                _exit(1);
        });
        _exit(0);
    }
    close(ends[1]);
    // One in ten dies while it starts.
    std::string said(m_random.below(10) > 0 ? 1 : 0, '\0');
    if (said.empty() || read(ends[0], said.data(), 1) == 1)
        usleep(static_cast<useconds_t>(m_random.below(static_cast<std::uint64_t>(mostMicroseconds))));
    kill(child, SIGKILL);
    char more[4096];
    for (ssize_t count = 0; (count = read(ends[0], more, sizeof more)) > 0;)
        said.append(more, static_cast<std::size_t>(count));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    std::vector<std::string> lines;
    for (std::size_t at = 0, end = 0; (end = said.find('\n', at)) != std::string::npos; at = end + 1)
        lines.push_back(said.substr(at, end - at));
    return lines;
}

/// What was confirmed stands once; what was not confirmed, at most once; and the desktop's copy is the
/// centre's.
void TstGuarantees::check(const std::set<std::string> &confirmed, const std::string &prefix)
{
    QVERIFY(!confirmed.empty());
    const OfficeDesk desk = m_office->open("window");
    desk.drain();
    const auto told = m_office->reasons();
    for (const std::string &reason : confirmed)
        QVERIFY2(told.contains(reason), ("lost: " + reason).c_str());
    for (const auto &[reason, times] : told)
        if (reason.starts_with(prefix))
            QVERIFY2(times == 1, ("twice: " + reason).c_str());
    const auto status = service::syncStatus(*desk.workspace);
    QCOMPARE((*status)->saved, std::int64_t{0});
    QCOMPARE((*status)->attention, std::int64_t{0});
    QVERIFY(tests::contents(desk.store()) == m_office->freshCopy());
}

void TstGuarantees::whatADesktopSavedIsThereOnceHoweverOftenItIsKilled()
{
    std::set<std::string> confirmed;
    for (int round = 0; round < rounds(600); ++round)
        for (std::string &line : confirmedUntilKilled(
                 [&](const auto &confirm) {
                     const OfficeDesk desk = m_office->open("window");
                     confirm("open");
                     for (int i = 0;; ++i) {
                         const std::string reason = "desk " + std::to_string(round) + '-' + std::to_string(i);
                         if (desk.checkIn(m_cases[static_cast<std::size_t>(i) % m_cases.size()], reason))
                             confirm(reason);
                         if (i % 3 == 2)
                             (void)desk.sync->run({});
                     }
                 },
                 25'000))
            if (line != "open")
                confirmed.insert(std::move(line));
    check(confirmed, "desk ");
}

QTEST_GUILESS_MAIN(TstGuarantees)
#include "tst_guarantees.moc"
