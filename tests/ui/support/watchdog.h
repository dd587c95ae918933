// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QString>
#include <QTest>

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

namespace tests {

/// What one thread has had of the machine so far.
struct ThreadTime {
    std::chrono::nanoseconds wall{};
    std::chrono::nanoseconds cpu{};
    std::chrono::nanoseconds queued{}; ///< Ready to run, but the machine was busy with others.
    long waits = 0; ///< How often it gave up its turn by itself, to wait for something.
    long reads = 0; ///< How many of these waits were for a page of a mapped file from the disk.
    /// The same of every other thread of this program, by its number.
    std::vector<std::pair<int, std::chrono::nanoseconds>> others;

    /// At the beginning of what is measured, and at its end: where the thread loses its turn while its
    /// accounts are read, that falls outside.
    static ThreadTime beginning();
    static ThreadTime now();
    /// How long the thread was really at it since then: computing, or waiting for a lock, a file or another
    /// thread. The time in which a loaded machine let others run does not count, and neither does waiting for
    /// a thread of this program that got no turn meanwhile: it may hold the lock of an answer it has just
    /// given. A thread that did not wait even once and computed for two milliseconds of a hundred was stood
    /// still together with its processor, by whoever gives this machine its processors. Where the kernel does
    /// not tell all this, only computing counts.
    std::chrono::nanoseconds busySince(const ThreadTime &before) const;
    /// The longest time that another thread got no turn since then.
    std::chrono::nanoseconds othersQueuedSince(const ThreadTime &before) const;
};

/// An application that notices when a window would stand still: no single event may keep the thread of the
/// window for longer than kLongest once a test has called begin(). Before that windows are made, fonts are
/// read, and a person waits for a program to start.
///
/// How calm it has to be: a machine that is shared with others can be late by any time, therefore only what
/// the thread itself took is measured, see ThreadTime. The program's own files and fonts are in memory when
/// watching begins, as they are where it was used before; no further tolerance is given.
class WatchedApplication : public QApplication
{
public:
    static constexpr std::chrono::milliseconds kLongest{100};

    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// From now on every event counts. Reads what the program maps first, once in a process.
    static void begin();
    /// What stood still, a sentence each; empty when nothing did.
    QStringList stalls() const { return m_stalls; }
    std::chrono::nanoseconds longest() const { return m_longest; }

private:
    void judge(const QString &what, const ThreadTime &before);

    bool m_isWatching = false;
    int m_depth = 0; ///< An event inside another one is part of that one.
    std::chrono::nanoseconds m_longest{};
    QStringList m_stalls;
};

/// Runs a test class like QTEST_MAIN, and fails the run when its window stood still.
template <typename Test>
int runWatched(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    Test test;
    const int failures = QTest::qExec(&test, argc, argv);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(app.longest());
    qInfo("longest event: %lld ms of %lld", static_cast<long long>(milliseconds.count()),
          static_cast<long long>(WatchedApplication::kLongest.count()));
    for (const QString &stall : app.stalls())
        qWarning("the window stood still: %s", qPrintable(stall));
    return failures != 0 ? failures : static_cast<int>(!app.stalls().isEmpty());
}

} // namespace tests
