// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "tests/support/printers.h"

#include <QTest>

#include <string>

namespace tests {

/// "invalid_input: expected a day (date.cpp:93)".
inline std::string describe(const tongban::Error &error)
{
    return std::string(tongban::codeName(error.code)) + ": " + error.detail + " (" + error.file + ":"
        + std::to_string(error.line) + ")";
}

} // namespace tests

/// Fails the test, with code, sentence and place, when `result` is an error. `result` is evaluated once.
#define QVERIFY_OK(result)                                                                                   \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        QVERIFY2(checkedResult.has_value(),                                                                  \
                 checkedResult ? "" : ::tests::describe(checkedResult.error()).c_str());                     \
    } while (false)

/// Fails the test unless `result` is an error with this code.
#define QVERIFY_FAILS(result, expectedCode)                                                                  \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        QVERIFY2(!checkedResult.has_value(), "expected a failure, but there is a value");                    \
        QCOMPARE(checkedResult.error().code, expectedCode);                                                  \
    } while (false)
