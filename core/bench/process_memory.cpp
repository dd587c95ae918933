// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/process_memory.h"

#include <fstream>
#include <string>

namespace tongban::bench {

void resetPeakMemory()
{
    // proc(5), clear_refs: 5 resets the peak resident set size.
    std::ofstream("/proc/self/clear_refs") << '5';
}

std::int64_t peakMemory()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word != "VmHWM:")
            continue;
        std::int64_t kibibytes = 0;
        status >> kibibytes;
        return kibibytes * 1024;
    }
    return 0;
}

} // namespace tongban::bench
