// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace tongban::desktop {

struct BenchOptions {
    QString what; ///< "queue"; "sql-model" is the reference, run by "queue" as a process of its own.
    QString workspace; ///< Measure this one; empty = make one of `cases` in a scratch folder.
    std::int64_t cases = 3'000'000;
    bool json = false;
};

/// Measures the window on a store of millions: the time from the start of the program to a list that can be
/// worked with, first rows, filters, searches, jumps, frames, durable saves, memory and stalls of the event
/// loop, beside Qt's own table model on the same store. Prints one line a figure. 0 = within every budget,
/// 1 = not, 2 = it could not be measured.
int benchQueue(const BenchOptions &options);

} // namespace tongban::desktop
