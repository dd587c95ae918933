// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/key_wrap.h"

#include "core/vault/siv.h"

#include <array>
#include <sodium.h>

namespace tongban::vault {
namespace {

// A file that asks for more was not written by us; it would only hold up the machine.
constexpr std::uint64_t kMostPasses = 32;
constexpr std::uint64_t kMostMemoryBytes = std::uint64_t{2} << 30U;

Result<Siv> wrapperOf(const SecretKey &with, std::string_view purpose)
{
    std::string key(with.derived("tongban wrap mac").bytes());
    key += with.derived("tongban wrap stream").bytes();
    auto siv = Siv::create(key, purpose);
    wipe(key);
    return siv;
}

} // namespace

Result<std::string> wrapKey(const SecretKey &with, std::string_view purpose, const SecretKey &key)
{
    Siv siv = TRY(wrapperOf(with, purpose));
    std::string wrapped;
    TRY(siv.seal(key.bytes(), wrapped));
    return wrapped;
}

Result<SecretKey> unwrapKey(const SecretKey &with, std::string_view purpose, std::string_view wrapped)
{
    Siv siv = TRY(wrapperOf(with, purpose));
    std::string bytes;
    const Result<> opened = siv.open(wrapped, bytes);
    if (!opened && opened.error().code == ErrorCode::Corrupted)
        return fail(ErrorCode::Denied, "this is not what the vault was closed with");
    if (!opened)
        return Failure(opened.error());
    auto key = SecretKey::fromBytes(bytes);
    wipe(bytes);
    return key;
}

std::string randomSalt()
{
    std::string salt(kSaltBytes, '\0');
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Result<SecretKey> passphraseKey(std::string_view passphrase, std::string_view salt,
                                const PassphraseCost &cost)
{
    static_assert(kSaltBytes == crypto_pwhash_SALTBYTES);
    if (salt.size() != kSaltBytes || cost.passes < 1 || cost.passes > kMostPasses
        || cost.memoryBytes < crypto_pwhash_MEMLIMIT_MIN || cost.memoryBytes > kMostMemoryBytes)
        return fail(ErrorCode::InvalidInput, "salt or cost of the passphrase are out of range");
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, "the library of ciphers cannot be used");
    std::array<unsigned char, SecretKey::kBytes> bytes{};
    if (crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(),
                      reinterpret_cast<const unsigned char *>(salt.data()), cost.passes,
                      static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(ErrorCode::Unavailable, "there is not enough memory for the passphrase just now");
    auto key = SecretKey::fromBytes({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

} // namespace tongban::vault
