// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_model.h"
#include "tests/core/dmn/kit_reader.h"

#include <string>
#include <vector>

namespace tongban::test {

/// What one folder of the kit gave.
struct KitScore {
    int total = 0;
    int passed = 0;
    int nonNullTotal = 0;
    int nonNullPassed = 0;
    int errorsExpected = 0;
    int errorsFlagged = 0;
    std::vector<std::string> failures; ///< "case: expected ..., got ...".

    void add(const KitScore &other);
};

/// Runs every test file of one folder. Types are compared exactly, decimals exactly but for the folders whose
/// results come from exp, log, roots and powers, where a relative difference of 1e-8 passes, as in the kit's
/// own runners.
KitScore runKitFolder(const QString &folder);

} // namespace tongban::test
