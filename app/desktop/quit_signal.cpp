// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/quit_signal.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tongban::desktop {

namespace {

constexpr std::array kAsked{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> ends{-1, -1}; // of a pipe: a handler may write to it

extern "C" void onQuitSignal(int)
{
    const char byte = 0;
    if (write(ends[1], &byte, 1) < 0)
        return; // it was asked often enough
}

} // namespace

QuitSignal::QuitSignal()
{
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier.setSocket(ends[0]);
    m_notifier.setEnabled(true);
    QObject::connect(&m_notifier, &QSocketNotifier::activated, [] { QCoreApplication::quit(); });
    for (const int signal : kAsked)
        std::signal(signal, &onQuitSignal);
}

QuitSignal::~QuitSignal()
{
    for (const int signal : kAsked)
        std::signal(signal, SIG_DFL);
    for (const int end : ends)
        close(end);
}

} // namespace tongban::desktop
