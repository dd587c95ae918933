// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/watchdog.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace tests {

namespace {

std::chrono::nanoseconds clockTime(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// The kernel's own account of the thread that asks; kept open, because it is read before every event.
class Account
{
public:
    Account() : m_file(open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) { }
    ~Account()
    {
        if (m_file >= 0)
            close(m_file);
    }
    Account(const Account &) = delete;
    Account &operator=(const Account &) = delete;

    bool read(char *text, std::size_t size) const { return m_file >= 0 && pread(m_file, text, size, 0) > 0; }

private:
    int m_file;
};

/// The second figure of that account; nothing = the kernel keeps none.
std::chrono::nanoseconds queuedTime()
{
    thread_local const Account account;
    char text[96] = {};
    if (!account.read(text, sizeof text - 1))
        return {};
    unsigned long long cpu = 0;
    unsigned long long queued = 0;
    if (std::sscanf(text, "%llu %llu", &cpu, &queued) != 2)
        return {};
    return std::chrono::nanoseconds(queued);
}

} // namespace

ThreadTime ThreadTime::now()
{
    return {clockTime(CLOCK_MONOTONIC), clockTime(CLOCK_THREAD_CPUTIME_ID), queuedTime()};
}

std::chrono::nanoseconds ThreadTime::busySince(const ThreadTime &before) const
{
    const auto used = cpu - before.cpu;
    if (queued == std::chrono::nanoseconds::zero())
        return used;
    return std::max(used, (wall - before.wall) - (queued - before.queued));
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (!m_isWatching || m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Whoever receives the event may be gone afterwards.
    const QString what =
        QStringLiteral("%1 %2: %3")
            .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName(),
                 QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())));
    const ThreadTime before = ThreadTime::now();
    ++m_depth;
    const bool isTaken = QApplication::notify(receiver, event);
    --m_depth;
    judge(what, ThreadTime::now().busySince(before));
    return isTaken;
}

void WatchedApplication::judge(const QString &what, std::chrono::nanoseconds busy)
{
    m_longest = std::max(m_longest, busy);
    if (busy > kLongest)
        m_stalls += QStringLiteral("%1 ms for %2")
                        .arg(std::chrono::duration_cast<std::chrono::milliseconds>(busy).count())
                        .arg(what);
}

void WatchedApplication::begin()
{
    static_cast<WatchedApplication *>(QCoreApplication::instance())->m_isWatching = true;
}

} // namespace tests
