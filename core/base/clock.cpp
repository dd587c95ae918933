// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

#include <ctime>
#include <fstream>

namespace tongban {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::optional<BootTime> SystemClock::sinceBoot() const
{
    static const std::string boot = [] {
        std::ifstream file("/proc/sys/kernel/random/boot_id");
        std::string id;
        std::getline(file, id);
        return id;
    }();
    timespec time{};
    if (boot.empty() || ::clock_gettime(CLOCK_BOOTTIME, &time) != 0)
        return std::nullopt;
    return BootTime{boot,
                    std::chrono::floor<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec)
                                                                  + std::chrono::nanoseconds(time.tv_nsec))};
}

} // namespace tongban
