// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/secret_key.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tongban::vault {

/// A key sealed with another one; `purpose` is bound to it, so that a wrap does not open in another place.
Result<std::string> wrapKey(const SecretKey &with, std::string_view purpose, const SecretKey &key);

/// Denied when it was wrapped with another key, for another purpose, or was changed.
Result<SecretKey> unwrapKey(const SecretKey &with, std::string_view purpose, std::string_view wrapped);

/// What one guess of a passphrase costs with Argon2id; kept beside the salt, so that a later program can ask
/// for more.
struct PassphraseCost {
    std::uint64_t passes = 3;
    std::uint64_t memoryBytes = std::uint64_t{256} << 20U;
};

inline constexpr std::size_t kSaltBytes = 16;

std::string randomSalt();

/// Takes most of a second on purpose. InvalidInput when salt or cost are none that this program makes;
/// Unavailable when there is not enough memory.
Result<SecretKey> passphraseKey(std::string_view passphrase, std::string_view salt,
                                const PassphraseCost &cost);

} // namespace tongban::vault
