// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/secret_key.h"
#include "core/vault/siv.h"

#include <map>
#include <string>
#include <string_view>

namespace tongban::vault {

/// Seals single fields with the key of a workspace. A domain names where a value belongs
/// ("permit_case.applicant_id"): what was sealed for one domain does not open in another. Equal values of one
/// domain give equal bytes, so that an index finds them and a unique one holds; that two rows hold the same
/// value is all that can be seen. One thread at a time.
class FieldCipher
{
public:
    explicit FieldCipher(const SecretKey &key);

    /// Fails with Internal only, or with InvalidInput for an empty text.
    Result<> seal(std::string_view domain, std::string_view text, std::string &out);

    /// Corrupted when the bytes were changed, are of another domain or another key.
    Result<> open(std::string_view domain, std::string_view sealed, std::string &out);

    /// Eight bytes by which a value is found where it need not be read back; nobody makes them without the
    /// key.
    std::string mark(std::string_view domain, std::string_view text) const;

    /// Tells keys apart without telling anything of them.
    const std::string &keyId() const { return m_keyId; }

private:
    Result<Siv *> sivOf(std::string_view domain);

    SecretKey m_mac;
    SecretKey m_stream;
    SecretKey m_mark;
    std::string m_keyId;
    std::map<std::string, Siv, std::less<>> m_domains;
};

/// The identifier of a key, as FieldCipher::keyId().
std::string keyIdOf(const SecretKey &key);

} // namespace tongban::vault
