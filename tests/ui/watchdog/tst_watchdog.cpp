// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/watchdog.h"

#include <QTimer>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using tests::ThreadTime;
using tests::WatchedApplication;

/// The watchdog bites for what the window's own thread does, and for nothing else.
class TstWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WatchedApplication::begin(); }
    void aShortEventIsCalm();
    void anEventThatComputesIsFound();
    void anEventThatWaitsForAnotherThreadIsFound();
    void whatOthersComputeDoesNotCount();
    void aThreadThatGetsNoTurnIsNoStallOfTheWindow();
    void aProcessorThatStoodStillIsNoStallOfTheWindow();

private:
    static WatchedApplication &app() { return *static_cast<WatchedApplication *>(qApp); }
    /// Does it in an event of its own, and says what was found.
    static qsizetype foundIn(const std::function<void()> &work);
    static void compute(std::chrono::milliseconds cpu);
};

namespace {

/// Far more threads than places to run on.
class CrowdedMachine
{
public:
    CrowdedMachine()
    {
        for (unsigned i = 0; i < 8 * std::max(1U, std::thread::hardware_concurrency()); ++i)
            m_others.emplace_back([this] {
                while (!m_isOver) { }
            });
    }
    ~CrowdedMachine()
    {
        m_isOver = true;
        for (std::thread &other : m_others)
            other.join();
    }
    CrowdedMachine(const CrowdedMachine &) = delete;
    CrowdedMachine &operator=(const CrowdedMachine &) = delete;

private:
    std::atomic<bool> m_isOver = false;
    std::vector<std::thread> m_others;
};

} // namespace

qsizetype TstWatchdog::foundIn(const std::function<void()> &work)
{
    const qsizetype before = app().stalls().size();
    bool isDone = false;
    QTimer::singleShot(0, qApp, [&] {
        work();
        isDone = true;
    });
    if (!QTest::qWaitFor([&] { return isDone; }, 20'000))
        qFatal("the event does not come");
    return app().stalls().size() - before;
}

void TstWatchdog::compute(std::chrono::milliseconds cpu)
{
    const ThreadTime begin = ThreadTime::now();
    while (ThreadTime::now().cpu - begin.cpu < cpu) { }
}

void TstWatchdog::aShortEventIsCalm()
{
    QCOMPARE(foundIn([] { compute(20ms); }), 0);
}

void TstWatchdog::anEventThatComputesIsFound()
{
    QCOMPARE(foundIn([] { compute(150ms); }), 1);
}

void TstWatchdog::anEventThatWaitsForAnotherThreadIsFound()
{
    if (ThreadTime::now().queued == 0ns)
        QSKIP("this kernel does not tell how long a thread waited for its turn");
    const auto wait = [] {
        auto other = std::async(std::launch::async, [] { compute(150ms); });
        other.wait();
    };
    QCOMPARE(foundIn(wait), 1);
}

void TstWatchdog::whatOthersComputeDoesNotCount()
{
    if (ThreadTime::now().queued == 0ns)
        QSKIP("this kernel does not tell how long a thread waited for its turn");
    // The event's own 30 ms take much longer by the clock.
    const CrowdedMachine crowd;
    QCOMPARE(foundIn([] { compute(30ms); }), 0);
}

void TstWatchdog::aThreadThatGetsNoTurnIsNoStallOfTheWindow()
{
    if (ThreadTime::now().queued == 0ns)
        QSKIP("this kernel does not tell how long a thread waited for its turn");
    const CrowdedMachine crowd;
    const auto wait = [] {
        auto other = std::async(std::launch::async, [] { compute(30ms); });
        other.wait();
    };
    QCOMPARE(foundIn(wait), 0);
}

/// Nobody can make a host take the processors away; what the kernel tells of it is known.
void TstWatchdog::aProcessorThatStoodStillIsNoStallOfTheWindow()
{
    const ThreadTime before{.wall = 0ns, .cpu = 0ns, .queued = 1ns, .waits = 7, .reads = 0, .others = {}};
    ThreadTime now{.wall = 131ms, .cpu = 2ms, .queued = 1ns, .waits = 7, .reads = 0, .others = {}};
    QCOMPARE(now.busySince(before), std::chrono::nanoseconds(2ms));
    now.waits = 8;
    QCOMPARE(now.busySince(before), std::chrono::nanoseconds(131ms));
}

int main(int argc, char **argv)
{
    // The stalls made here on purpose are what it is about.
    WatchedApplication app(argc, argv);
    TstWatchdog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_watchdog.moc"
