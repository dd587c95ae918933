// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace tongban::service {

/// How a long use case talks to its caller: it reports between transactions and looks at `stop` there, so
/// that stopping never loses an act. Called on the thread of the use case.
struct Progress {
    const std::atomic<bool> *stop = nullptr; ///< Nothing = cannot be stopped.
    std::function<void(std::int64_t done, std::int64_t total)> report; ///< total 0 = not known.

    bool stopRequested() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
    void say(std::int64_t done, std::int64_t total) const
    {
        if (report)
            report(done, total);
    }
};

} // namespace tongban::service
