// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/watchdog.h"

#include "ui/base/font_files.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tests {

namespace {

std::chrono::nanoseconds clockTime(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// How long a thread has waited for its turn, by the kernel's own account of it.
std::chrono::nanoseconds queuedTime(int account)
{
    char text[96] = {};
    unsigned long long cpu = 0;
    unsigned long long queued = 0;
    if (pread(account, text, sizeof text - 1, 0) <= 0 || std::sscanf(text, "%llu %llu", &cpu, &queued) != 2)
        return {};
    return std::chrono::nanoseconds(queued);
}

/// The accounts of all threads of this program; kept open, because they are read before every event.
class Accounts
{
public:
    Accounts() : m_folder(open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) { }
    ~Accounts()
    {
        closeAll();
        if (m_folder >= 0)
            close(m_folder);
    }
    Accounts(const Accounts &) = delete;
    Accounts &operator=(const Accounts &) = delete;

    void read(ThreadTime &time)
    {
        struct stat folder {
        };
        if (m_folder < 0 || fstat(m_folder, &folder) != 0)
            return;
        // As many links as threads, and two.
        if (std::exchange(m_links, folder.st_nlink) != folder.st_nlink)
            openAll();
        for (const auto &[thread, account] : m_open) {
            if (thread == gettid())
                time.queued = queuedTime(account);
            else
                time.others.emplace_back(thread, queuedTime(account));
        }
    }

private:
    void openAll()
    {
        closeAll();
        std::error_code gone;
        for (const auto &task : std::filesystem::directory_iterator("/proc/self/task", gone)) {
            const int account = open((task.path() / "schedstat").c_str(), O_RDONLY | O_CLOEXEC);
            if (account >= 0)
                m_open.emplace_back(std::stoi(task.path().filename().string()), account);
        }
    }
    void closeAll()
    {
        for (const auto &[thread, account] : m_open)
            close(account);
        m_open.clear();
    }

    int m_folder;
    nlink_t m_links = 0;
    std::vector<std::pair<int, int>> m_open;
};

Accounts &accounts()
{
    static thread_local Accounts ofThisThread;
    return ofThisThread;
}

/// What the kernel counts of this thread's waits.
void readWaits(ThreadTime &time)
{
    rusage used{};
    getrusage(RUSAGE_THREAD, &used);
    time.waits = used.ru_nvcsw;
    time.reads = used.ru_majflt;
}

/// The files of which this program has mapped a part: itself, its libraries, its fonts' index.
std::set<std::filesystem::path> mappedFiles()
{
    std::set<std::filesystem::path> files;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (const auto at = line.find('/'); at != std::string::npos)
            files.emplace(line.substr(at));
    return files;
}

/// Brings into memory what a window would otherwise read from the disk in the middle of an event.
void readProgramAhead()
{
    for (const auto &file : tongban::ui::fontFiles(tongban::ui::fontFamilies()))
        tongban::ui::readAhead(file);
    for (const auto &file : mappedFiles())
        if (std::filesystem::is_regular_file(file))
            tongban::ui::readAhead(file);
}

qint64 wholeMilliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

QString nameOf(const QObject *object)
{
    if (object == nullptr)
        return QStringLiteral("nobody");
    return QString(QLatin1String(object->metaObject()->className()) + QLatin1Char(' ') + object->objectName())
        .trimmed();
}

} // namespace

ThreadTime ThreadTime::now()
{
    ThreadTime time;
    time.wall = clockTime(CLOCK_MONOTONIC);
    time.cpu = clockTime(CLOCK_THREAD_CPUTIME_ID);
    readWaits(time);
    accounts().read(time);
    return time;
}

ThreadTime ThreadTime::beginning()
{
    ThreadTime time;
    accounts().read(time);
    readWaits(time);
    time.cpu = clockTime(CLOCK_THREAD_CPUTIME_ID);
    time.wall = clockTime(CLOCK_MONOTONIC);
    return time;
}

std::chrono::nanoseconds ThreadTime::othersQueuedSince(const ThreadTime &before) const
{
    std::chrono::nanoseconds longest{};
    for (const auto &[thread, time] : others) {
        const auto earlier =
            std::ranges::find(before.others, thread, &std::pair<int, std::chrono::nanoseconds>::first);
        // One that was not there has begun since.
        longest = std::max(longest, earlier == before.others.end() ? time : time - earlier->second);
    }
    return longest;
}

std::chrono::nanoseconds ThreadTime::busySince(const ThreadTime &before) const
{
    const auto used = cpu - before.cpu;
    if (queued == std::chrono::nanoseconds::zero() || waits == before.waits)
        return used;
    const auto turns = (wall - before.wall) - (queued - before.queued);
    const auto waited = std::max(turns - used, std::chrono::nanoseconds::zero());
    return used + waited - std::min(waited, othersQueuedSince(before));
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (!m_isWatching || m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Whoever receives the event may be gone afterwards.
    const QString what =
        QStringLiteral("%1 of %2: %3")
            .arg(nameOf(receiver), nameOf(receiver->parent()),
                 QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())));
    const ThreadTime before = ThreadTime::beginning();
    ++m_depth;
    const bool isTaken = QApplication::notify(receiver, event);
    --m_depth;
    judge(what, before);
    return isTaken;
}

void WatchedApplication::judge(const QString &what, const ThreadTime &before)
{
    const ThreadTime now = ThreadTime::now();
    const auto busy = now.busySince(before);
    m_longest = std::max(m_longest, busy);
    if (busy > kLongest)
        m_stalls +=
            QStringLiteral(
                "%1 ms for %2 (computed %3, got no turn for %4, another thread for %5; by the clock %6; "
                "waited %7 times, %8 of them for a mapped file)")
                .arg(wholeMilliseconds(busy))
                .arg(what)
                .arg(wholeMilliseconds(now.cpu - before.cpu))
                .arg(wholeMilliseconds(now.queued - before.queued))
                .arg(wholeMilliseconds(now.othersQueuedSince(before)))
                .arg(wholeMilliseconds(now.wall - before.wall))
                .arg(now.waits - before.waits)
                .arg(now.reads - before.reads);
}

void WatchedApplication::begin()
{
    // How long a disk takes that other tests keep busy is not what is watched here.
    static const bool isRead = [] {
        readProgramAhead();
        return true;
    }();
    static_cast<void>(isRead);
    static_cast<WatchedApplication *>(QCoreApplication::instance())->m_isWatching = true;
}

} // namespace tests
