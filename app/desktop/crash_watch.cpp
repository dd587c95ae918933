// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/crash_watch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>

namespace tongban::desktop {

namespace {

constexpr std::array kDeadly{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr std::size_t kStackBytes = 64 * 1024;
constexpr int kMostFrames = 64;

// What the handler uses: prepared before, because nothing may be asked of the system then.
int crashFile = -1;
std::uintptr_t programBase = 0;
std::array<char, 32> version{};
std::array<char, kStackBytes> handlerStack;

void put(const char *text)
{
    if (write(crashFile, text, std::strlen(text)) < 0)
        return;
}

void putNumber(std::uint64_t number, unsigned base)
{
    std::array<char, 24> digits{};
    std::size_t at = digits.size() - 1;
    do {
        digits[--at] = "0123456789abcdef"[number % base];
        number /= base;
    } while (number != 0);
    put(&digits[at]);
}

/// Calls only what may be called in a handler of a signal.
void writeReport(int signal)
{
    put("signal ");
    putNumber(static_cast<std::uint64_t>(signal), 10);
    put("\ntime ");
    putNumber(static_cast<std::uint64_t>(time(nullptr)), 10);
    put("\nversion ");
    put(version.data());
    put("\n");
    std::array<void *, kMostFrames> frames{};
    const int count = backtrace(frames.data(), kMostFrames);
    for (int i = 0; i < count; ++i) {
        put("+0x");
        putNumber(reinterpret_cast<std::uintptr_t>(frames[static_cast<std::size_t>(i)]) - programBase, 16);
        put("\n");
    }
    fsync(crashFile);
}

extern "C" void onDeadlySignal(int number)
{
    writeReport(number);
    raise(number); // the handler is gone by now: the system does what it always does
}

int keepBase(dl_phdr_info *info, std::size_t, void *)
{
    programBase = info->dlpi_addr; // the first one is the program itself
    return 1;
}

void arm()
{
    dl_iterate_phdr(&keepBase, nullptr);
    std::array<void *, 2> warm{};
    backtrace(warm.data(), 2); // loads what it needs now, not in the handler
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    sigaltstack(&stack, nullptr);
    struct sigaction action {
    };
    action.sa_handler = &onDeadlySignal;
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
    for (const int signal : kDeadly)
        sigaction(signal, &action, nullptr);
}

} // namespace

CrashWatch::CrashWatch(const QString &marks) : m_file(marks + QStringLiteral("/running"))
{
    if (QFile before(m_file); before.exists()) {
        m_lastEnd = before.size() > 0 ? LastEnd::Crashed : LastEnd::Cut;
        if (m_lastEnd == LastEnd::Crashed) {
            m_report = marks
                + QStringLiteral("/crash-%1.txt")
                      .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
            before.rename(m_report);
        }
    }
    const QByteArray number = QCoreApplication::applicationVersion().toLatin1().first(
        std::min<qsizetype>(QCoreApplication::applicationVersion().size(), 31));
    std::memcpy(version.data(), number.constData(), static_cast<std::size_t>(number.size()));
    arm(); // first: from when the mark is seen, a fault leaves its report
    crashFile = open(QFile::encodeName(m_file).constData(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
}

CrashWatch::~CrashWatch()
{
    for (const int signal : kDeadly)
        std::signal(signal, SIG_DFL);
    close(crashFile);
    crashFile = -1;
    QFile::remove(m_file);
}

} // namespace tongban::desktop
