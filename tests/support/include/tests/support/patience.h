// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>

namespace tests {

/// Milliseconds that a test waits for what has to come; far above what it takes, even where a busy disk keeps
/// everybody waiting, so that only a defect runs into it. How fast a thing comes is for benches and for the
/// watchdog.
inline constexpr int kPatience = 30'000;

} // namespace tests

/// It becomes true; the events of the window go on meanwhile.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, tests::kPatience)
/// The same; tells what was there instead.
#define EVENTUALLY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, tests::kPatience)
/// As EVENTUALLY; says `why` where it does not.
#define EVENTUALLY_OR(condition, why) QTRY_VERIFY2_WITH_TIMEOUT(condition, why, tests::kPatience)
