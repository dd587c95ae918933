// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases.h"
#include "core/service/centre_worker.h"
#include "core/service/status.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/core/bench/failing_disk.h"
#include "tests/core/bench/faulty_proxy.h"

#include <QTest>

#include <csignal>
#include <functional>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using tests::OfficeDesk;
using tests::rounds;

/// What was confirmed to a person stands, once; every copy ends as the centre's. One server, a thousand
/// deaths: of desktops, of workers and of the server itself, wherever they happen to be; every access to disk
/// and network failing in its turn; and many who want the same cases through a network that cuts, delays,
/// repeats and puts in another order. TONGBAN_ROUNDS=N does N times as much.
class TstGuarantees : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatADesktopSavedIsThereOnceHoweverOftenItIsKilled();
    void aWorkerThatIsKilledRepeatsNothing();
    void aServerThatCrashesLosesNothingThatItConfirmed();
    void anyPieceThatTheNetworkLosesCostsNothing();
    void anyAccessToTheDiskMayFail();
    void manyWhoWantTheSameCasesDecideEachOnce();

private:
    /// Runs `work` in a process of its own, which says through the pipe what it has confirmed, one a line,
    /// and is killed at a random moment after the first line.
    std::vector<std::string>
    confirmedUntilKilled(const std::function<void(const std::function<void(std::string)> &)> &work,
                         int mostMicroseconds);
    void check(const std::set<std::string> &confirmed, const std::string &prefix);

    tests::FailingDisk m_disk;
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

void TstGuarantees::aWorkerThatIsKilledRepeatsNothing()
{
    const Uuid device = m_office->admit("killed_robot", central::AccountKind::Worker, "system");
    m_office->join("worker", m_office->text("killed_robot"), device);
    std::set<std::string> cases;
    const auto work = [&](const auto &confirm) {
        OfficeDesk desk = m_office->open("worker");
        desk.sync.reset();
        const auto worker = tests::needed(service::CentreWorker::open(*desk.workspace));
        service::CentreWorkOptions options;
        options.casesAtOnce = 3;
        options.askAgainSeconds = 0;
        confirm("open");
        for (;;)
            (void)worker->step(options);
    };
    const int count = rounds(250);
    for (int round = 0; round < count; ++round) {
        if (round % 10 == 0)
            cases.merge([&] {
                const auto more = m_office->takeIn(10);
                return std::set<std::string>(more.begin(), more.end());
            }());
        // A worker that died leaves a lease that ends after two minutes; the test does not wait for that.
        m_office->administer("UPDATE core.worker_lease SET until = '-infinity'");
        confirmedUntilKilled(work, 20'000);
    }
    m_office->administer("UPDATE core.worker_lease SET until = '-infinity'");
    OfficeDesk desk = m_office->open("worker");
    desk.sync.reset();
    const auto worker = tests::needed(service::CentreWorker::open(*desk.workspace));
    while (tests::needed(worker->step({})).didSomething()) { }
    std::map<std::string, std::map<std::string, int>> acts;
    for (const central::PulledEvent &event : m_office->ledger())
        ++acts[event.event.caseId.text()][event.event.act];
    for (const std::string &id : cases) {
        QCOMPARE(acts[id]["accept"], 1);
        QCOMPARE(acts[id]["refer"], 1);
    }
}

void TstGuarantees::aServerThatCrashesLosesNothingThatItConfirmed()
{
    OfficeDesk desk = m_office->open("window");
    desk.drain();
    std::set<std::string> confirmed;
    for (int round = 0; round < rounds(150); ++round) {
        for (int i = 0; i < 3; ++i) {
            const std::string reason = "crash " + std::to_string(round) + '-' + std::to_string(i);
            if (desk.checkIn(m_cases[static_cast<std::size_t>(i)], reason))
                confirmed.insert(reason);
        }
        std::thread syncing([&] { (void)desk.sync->run({}); });
        usleep(static_cast<useconds_t>(m_random.below(12'000)));
        m_office->crashServer();
        syncing.join();
    }
    desk.drain();
    desk = OfficeDesk();
    check(confirmed, "crash ");
}

void TstGuarantees::anyPieceThatTheNetworkLosesCostsNothing()
{
    tests::FaultyProxy proxy(m_office->serverFolder(), static_cast<std::uint64_t>(getpid()));
    m_office->join("remote", "host=" + proxy.folder() + " dbname=tongban user=bench_clerk",
                   m_office->desktop(2).device);
    const OfficeDesk desk = m_office->open("remote");
    desk.drain();
    std::set<std::string> confirmed;
    int piece = 0;
    for (bool isWhole = false; !isWhole && piece < 200;) {
        const std::string reason = "piece " + std::to_string(++piece);
        if (desk.checkIn(m_cases[3], reason))
            confirmed.insert(reason);
        proxy.cutAt(piece);
        const auto report = desk.sync->run({});
        isWhole = !proxy.hasCut() && report && report->isFinished();
        proxy.cutAt(0);
    }
    QVERIFY(piece > 10 && piece < 200);
    QCOMPARE(proxy.cuts(), piece - 1);
    desk.drain();
    const auto told = m_office->reasons();
    for (const std::string &reason : confirmed)
        QCOMPARE(told.contains(reason) ? told.at(reason) : 0, 1);
    QVERIFY(tests::contents(desk.store()) == m_office->freshCopy());
}

void TstGuarantees::anyAccessToTheDiskMayFail()
{
    m_office->join("disk", m_office->text("bench_clerk"), m_office->desktop(3).device);
    OfficeDesk desk = m_office->open("disk");
    desk.drain();
    std::set<std::string> confirmed;
    int access = 0;
    int failed = 0;
    for (bool isWhole = false; !isWhole && access < 2000;) {
        const std::string reason = "disk " + std::to_string(++access);
        m_disk.failAt(access);
        if (desk.checkIn(m_cases[4], reason))
            confirmed.insert(reason);
        const auto report = desk.sync->run({});
        isWhole = !m_disk.hasFailed();
        failed += isWhole ? 0 : 1;
        m_disk.failAt(0);
        if (access % 10 == 0) {
            // Whoever starts the program again finds everything in order.
            desk = OfficeDesk();
            desk = m_office->open("disk");
        }
    }
    QVERIFY(failed > 10);
    desk.drain();
    const auto told = m_office->reasons();
    for (const std::string &reason : confirmed)
        QCOMPARE(told.contains(reason) ? told.at(reason) : 0, 1);
    for (const auto &[reason, times] : told)
        if (reason.starts_with("disk "))
            QCOMPARE(times, 1);
    QVERIFY(tests::contents(desk.store()) == m_office->freshCopy());
}

void TstGuarantees::manyWhoWantTheSameCasesDecideEachOnce()
{
    constexpr int kClients = 16;
    constexpr int kCases = 500;
    tests::FaultyProxy proxy(m_office->serverFolder(), static_cast<std::uint64_t>(getpid()) + 1);
    const std::vector<std::string> cases = m_office->takeIn(kCases);
    m_office->accept(cases);
    std::vector<OfficeDesk> desks;
    for (int i = 0; i < kClients; ++i) {
        const std::string login = "racer" + std::to_string(i);
        const Uuid device = m_office->admit(login, central::AccountKind::Person, "approver");
        m_office->join(login, "host=" + proxy.folder() + " dbname=tongban user=" + login, device);
        desks.push_back(m_office->open(login));
    }
    proxy.setFaulty(true);
    std::atomic<int> decided = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < kClients; ++i)
        threads.emplace_back([&, i] {
            const OfficeDesk &desk = desks[static_cast<std::size_t>(i)];
            SeededRandom random(static_cast<std::uint64_t>(i));
            for (int turn = 0; turn < rounds(70); ++turn) {
                if (turn % 5 == 0)
                    (void)desk.sync->run({});
                permit::ActRequest request;
                request.act = permit::Act::Grant;
                request.basis = "the law";
                const auto done = service::actOnCase(
                    *desk.workspace, cases[random.below(kCases)],
                    {"racer" + std::to_string(i), permit::Role::Approver, {}, {}, {}}, request, {});
                decided += done && done->refusals.empty() ? 1 : 0;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const OfficeDesk &desk : desks)
        desk.drain();
    proxy.setFaulty(false);
    QVERIFY(proxy.cuts() > 0 && proxy.repeats() > 0);
    std::map<std::string, int> grants;
    for (const central::PulledEvent &event : m_office->ledger())
        if (event.event.act == "grant")
            ++grants[event.event.caseId.text()];
    QVERIFY(decided > kCases / 2 && grants.size() > kCases / 2);
    for (const auto &[id, times] : grants)
        QCOMPARE(times, 1);
    std::int64_t applied = 0;
    for (const OfficeDesk &desk : desks) {
        desk.drain();
        applied += (*service::syncStatus(*desk.workspace))->attention;
    }
    // Every decision that somebody made was carried out or is shown to him as one that came too late.
    QCOMPARE(applied + static_cast<std::int64_t>(grants.size()), static_cast<std::int64_t>(decided));
    const QByteArray fresh = m_office->freshCopy();
    for (const OfficeDesk &desk : {std::cref(desks.front()), std::cref(desks.back())})
        QVERIFY(tests::contents(desk.store()) == fresh);
}

QTEST_GUILESS_MAIN(TstGuarantees)
#include "tst_guarantees.moc"
