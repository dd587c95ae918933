// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace tongban::desktop {

struct BenchOptions {
    QString what; ///< "queue"; it runs "queue-window" and the reference "sql-model" as programs of their own.
    QString workspace; ///< Measure this one, or make it here and keep it; empty = in a scratch folder.
    std::int64_t cases = 3'000'000;
    bool json = false;
};

/// Measures the window on a store of millions: the time from the start of the program to a list that can be
/// worked with, first rows, filters, searches, jumps, frames, durable saves, memory and stalls of the event
/// loop, beside Qt's own table model on the same store. Prints one line a figure. 0 = within every budget,
/// 1 = not, 2 = it could not be measured.
int benchQueue(const BenchOptions &options);

} // namespace tongban::desktop
