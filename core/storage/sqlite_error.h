// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string_view>

struct sqlite3;

namespace tongban::storage {

/// The failure of a library call as a sentence that says what was kept and what to do. `what` names the
/// statement or the step. Never contains bound values.
Failure sqliteFailure(sqlite3 *handle, int code, std::string_view what);

} // namespace tongban::storage
