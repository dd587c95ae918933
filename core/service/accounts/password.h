// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tongban::service {

/// A password as it is stored: Argon2id with a random salt, the cost in the text itself, so that a later
/// program can ask for more. Takes about a tenth of a second and 64 MiB on purpose.
Result<std::string> passwordHash(std::string_view password);

/// Whether this is the password. An empty hash fits none and takes as long as any other, so that the time
/// does not tell which accounts exist.
Result<bool> passwordFits(std::string_view password, const std::string &hash);

} // namespace tongban::service
