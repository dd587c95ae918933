// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"
#include "core/feel/limits.h"
#include "core/feel/value.h"

#include <QString>

#include <optional>
#include <string_view>

namespace tongban::test {

/// What a FEEL text came to in a scope without names.
struct FeelResult {
    std::optional<feel::CompileError> error; ///< Why it does not compile.
    feel::Value value;
    std::vector<feel::Diagnostic> diagnostics;
    bool wasStopped = false;

    /// Null that arose from an error.
    bool isError() const { return value.isNull() && !diagnostics.empty(); }
};

FeelResult evaluateFeel(std::string_view text, const feel::Limits &limits = {});

/// tests/core/feel/<name> in the source tree.
QString feelTestFile(const QString &name);

} // namespace tongban::test
