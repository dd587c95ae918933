// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/secret_key.h"

#include <string>
#include <string_view>

namespace tongban::vault {

/// What is printed once and put into a safe: 140 random bits as seven groups of five characters,
/// "7K2MQ-...". The last character of each group is its check; there is no I, L, O or U, so that nothing is
/// read wrong.
std::string makeRecoveryCode();

/// The key that wraps with a code as a person types it: small letters, spaces and full-width characters do no
/// harm, I and L count as 1 and O as 0. InvalidInput names the group that is mistyped.
Result<SecretKey> recoveryKey(std::string_view typed);

} // namespace tongban::vault
