// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace tongban::ctl {

class Session;

/// One line of the standard input, unseen while it is typed on a terminal. Never an option of a command:
/// those stand in the list of processes and in the history. InvalidInput when there is none.
Result<std::string> readPassword(const Session &session);

} // namespace tongban::ctl
