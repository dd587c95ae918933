// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_worker.h"
#include "tests/core/bench/centre_office.h"

#include <QTest>

#include <array>
#include <atomic>
#include <csignal>
#include <functional>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tongban;
using tests::Confirmed;
using tests::OfficeDesk;
using tests::rounds;

/// What was confirmed to a person stands, once, and every copy ends as the centre's: one server, about a
/// thousand deaths by SIGKILL of desktops, of workers and of the server itself, wherever they happen to be.
/// TONGBAN_ROUNDS=N makes N times as many (QTEST_FUNCTION_TIMEOUT, in milliseconds, gives them the time).
class TstGuarantees : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatADesktopSavedIsThereOnceHoweverOftenItIsKilled();
    void aWorkerThatIsKilledRepeatsNothing();
    void aServerThatIsKilledLosesNothingThatItConfirmed();

private:
    /// Runs `work` in a process of its own, which says through the pipe what it has confirmed, one a line,
    /// and is killed at a random moment after the first line.
    std::vector<std::string>
    confirmedUntilKilled(const std::function<void(const std::function<void(std::string)> &)> &work,
                         int mostMicroseconds);

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

void TstGuarantees::whatADesktopSavedIsThereOnceHoweverOftenItIsKilled()
{
    Confirmed confirmed;
    for (int round = 0; round < rounds(880); ++round)
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
                confirmed.reasons.insert(std::move(line));
    qInfo("%zu acts confirmed", confirmed.reasons.size());
    QVERIFY(!confirmed.reasons.empty());
    const OfficeDesk desk = m_office->open("window");
    desk.drain();
    const auto status = service::syncStatus(*desk.workspace);
    QCOMPARE((*status)->attention, std::int64_t{0});
    QCOMPARE(m_office->faultOf(desk, confirmed, "desk "), std::string());
}

/// A worker that died leaves a lease that ends after two minutes; the test does not wait for that.
void TstGuarantees::aWorkerThatIsKilledRepeatsNothing()
{
    const Uuid device = m_office->admit("killed_robot", central::AccountKind::Worker, {"system"});
    m_office->join("worker", m_office->text("killed_robot"), device);
    const auto endLeases = [&] {
        m_office->administer("UPDATE core.worker_lease SET until = '-infinity'");
    };
    std::set<std::string> cases;
    for (int round = 0; round < rounds(100); ++round) {
        if (round % 10 == 0)
            cases.merge([&] {
                const auto more = m_office->takeIn(10);
                return std::set<std::string>(more.begin(), more.end());
            }());
        endLeases();
        confirmedUntilKilled(
            [&](const auto &confirm) {
                OfficeDesk desk = m_office->open("worker");
                desk.sync.reset();
                const auto worker = tests::needed(service::CentreWorker::open(*desk.workspace));
                service::CentreWorkOptions options;
                options.casesAtOnce = 3;
                options.askAgainSeconds = 0;
                confirm("open");
                for (;;)
                    (void)worker->step(options);
            },
            40'000);
    }
    OfficeDesk desk = m_office->open("worker");
    desk.sync.reset();
    {
        const auto worker = tests::needed(service::CentreWorker::open(*desk.workspace));
        for (bool isBusy = true; isBusy;) {
            endLeases();
            const auto step = tests::needed(worker->step({}));
            QVERIFY2(step.sync.isFinished(), (step.sync.unreachable + step.sync.stoppedBy).c_str());
            isBusy = step.didSomething();
        }
    }
    std::map<std::string, std::map<std::string, int>> acts;
    for (const central::PulledEvent &event : m_office->ledger())
        ++acts[event.event.caseId.text()][event.event.act];
    for (const std::string &id : cases) {
        QVERIFY2(acts[id].size() > 1, ("nobody worked on " + id).c_str());
        for (const auto &[act, times] : acts[id])
            QVERIFY2(times == 1, (act + " twice on " + id).c_str());
    }
    QCOMPARE(m_office->faultOf(desk, {}, "none"), std::string());
}

/// Three desktops are at work the whole time, each on cases of its own.
void TstGuarantees::aServerThatIsKilledLosesNothingThatItConfirmed()
{
    constexpr std::size_t kDesks = 3;
    std::array<Confirmed, kDesks> confirmed;
    std::atomic<bool> isOver = false;
    std::atomic<int> unreachable = 0;
    std::array<std::atomic<int>, kDesks> heard{};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kDesks; ++i) {
        m_office->join("crash-" + std::to_string(i), m_office->text("bench_clerk"),
                       m_office->desktop(static_cast<int>(i) + 2).device);
        m_office->open("crash-" + std::to_string(i)).drain();
    }
    for (std::size_t i = 0; i < kDesks; ++i)
        threads.emplace_back([&, i] {
            const std::string name = "crash-" + std::to_string(i);
            const OfficeDesk desk = m_office->open(name);
            // Whoever cannot be heard goes on for a while, not for ever.
            int unheard = 0;
            for (int turn = 0; !isOver; ++turn) {
                const std::string reason = name + ' ' + std::to_string(turn);
                const std::size_t ofDesk = i + kDesks * (static_cast<std::size_t>(turn) % 6);
                if (unheard < 5 && desk.checkIn(m_cases[ofDesk], reason))
                    confirmed[i].reasons.insert(reason);
                const auto report = desk.sync->run({});
                const bool isHeard = report && report->isFinished();
                heard[i] += isHeard ? 1 : 0;
                unheard = isHeard ? 0 : unheard + 1;
                if (unheard == 1)
                    ++unreachable;
                if (!isHeard)
                    usleep(5'000);
            }
        });
    const int count = rounds(20);
    for (int round = 0; round < count; ++round) {
        // Not before everybody has come back from the last time.
        for (std::atomic<int> &ofDesk : heard) {
            const int before = ofDesk;
            while (ofDesk == before)
                usleep(1000);
        }
        usleep(static_cast<useconds_t>(m_random.below(30'000)));
        m_office->crashServer(m_random);
    }
    isOver = true;
    for (std::thread &thread : threads)
        thread.join();
    qInfo("%d deaths, noticed %d times by three desktops", count, unreachable.load());
    QVERIFY(unreachable >= count / 2);
    for (std::size_t i = 0; i < kDesks; ++i) {
        const OfficeDesk desk = m_office->open("crash-" + std::to_string(i));
        desk.drain();
        QVERIFY(!confirmed[i].reasons.empty());
        QCOMPARE(m_office->faultOf(desk, confirmed[i], "crash-" + std::to_string(i)), std::string());
    }
}

QTEST_GUILESS_MAIN(TstGuarantees)
#include "tst_guarantees.moc"
