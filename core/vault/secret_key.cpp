// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/secret_key.h"

#include <algorithm>
#include <cstdlib>
#include <sodium.h>

namespace tongban::vault {

void SecretKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes);
}

SecretKey::SecretKey()
{
    // Without the library there is no key to protect and nothing to go on with.
    if (sodium_init() < 0)
        std::abort();
    auto *bytes = static_cast<unsigned char *>(sodium_malloc(kBytes));
    if (bytes == nullptr)
        std::abort();
    m_bytes = std::shared_ptr<unsigned char>(bytes, Free());
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes.get(), kBytes);
    return key;
}

Result<SecretKey> SecretKey::fromBytes(std::string_view bytes)
{
    if (bytes.size() != kBytes)
        return fail(ErrorCode::InvalidInput, "a key has 32 bytes");
    SecretKey key;
    std::ranges::copy(bytes, key.m_bytes.get());
    return key;
}

std::string_view SecretKey::bytes() const
{
    return {reinterpret_cast<const char *>(m_bytes.get()), kBytes};
}

SecretKey SecretKey::derived(std::string_view purpose) const
{
    static_assert(crypto_auth_hmacsha256_BYTES == kBytes && crypto_auth_hmacsha256_KEYBYTES == kBytes);
    std::string message(purpose);
    message += '\x01'; // The number of the block; there is only one.
    SecretKey key;
    crypto_auth_hmacsha256(key.m_bytes.get(), reinterpret_cast<const unsigned char *>(message.data()),
                           message.size(), m_bytes.get());
    return key;
}

bool SecretKey::operator==(const SecretKey &other) const
{
    return sodium_memcmp(m_bytes.get(), other.m_bytes.get(), kBytes) == 0;
}

void wipe(std::string &text)
{
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace tongban::vault
