// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/field_cipher.h"

#include <array>
#include <sodium.h>

namespace tongban::vault {
namespace {

constexpr std::size_t kShortBytes = 8;

} // namespace

std::string keyIdOf(const SecretKey &key)
{
    return std::string(key.derived("tongban key id").bytes().substr(0, kShortBytes));
}

FieldCipher::FieldCipher(const SecretKey &key)
    : m_mac(key.derived("tongban field mac")), m_stream(key.derived("tongban field stream")),
      m_mark(key.derived("tongban field mark")), m_keyId(keyIdOf(key))
{
}

Result<Siv *> FieldCipher::sivOf(std::string_view domain)
{
    auto found = m_domains.find(domain);
    if (found == m_domains.end()) {
        std::string key(m_mac.bytes());
        key += m_stream.bytes();
        Result<Siv> made = Siv::create(key, domain);
        wipe(key);
        if (!made)
            return Failure(std::move(made).error());
        found = m_domains.emplace(domain, std::move(*made)).first;
    }
    return &found->second;
}

Result<> FieldCipher::seal(std::string_view domain, std::string_view text, std::string &out)
{
    Siv *siv = TRY(sivOf(domain));
    return siv->seal(text, out);
}

Result<> FieldCipher::open(std::string_view domain, std::string_view sealed, std::string &out)
{
    Siv *siv = TRY(sivOf(domain));
    return siv->open(sealed, out);
}

std::string FieldCipher::mark(std::string_view domain, std::string_view text) const
{
    std::string message(domain);
    message += '\0';
    message += text;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> whole{};
    crypto_auth_hmacsha256(whole.data(), reinterpret_cast<const unsigned char *>(message.data()),
                           message.size(), reinterpret_cast<const unsigned char *>(m_mark.bytes().data()));
    return {reinterpret_cast<const char *>(whole.data()), kShortBytes};
}

} // namespace tongban::vault
