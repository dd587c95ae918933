// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/stop_signal.h"

#include <csignal>

namespace tongban::ctl {

namespace {

// A signal handler can reach nothing but an object of static storage; it is written here alone.
std::atomic<bool> stopRequested{false}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);

void onSignal(int number)
{
    stopRequested.store(true);
    std::signal(number, SIG_DFL);
}

} // namespace

const std::atomic<bool> &installStopSignal()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    return stopRequested;
}

} // namespace tongban::ctl
