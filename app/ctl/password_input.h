// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tongban::ctl {

class Session;

/// One line of the standard input, unseen while it is typed on a terminal. Never an option of a command:
/// those stand in the list of processes and in the history. `prompt` is shown on a terminal. InvalidInput
/// when there is none.
Result<std::string> readPassword(const Session &session, std::string_view prompt = {});

} // namespace tongban::ctl
