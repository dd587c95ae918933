// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/password.h"

#include <array>
#include <sodium.h>

namespace tongban::service {

namespace {

Result<> prepare()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, "the library of ciphers cannot be used");
    return {};
}

} // namespace

Result<std::string> passwordHash(std::string_view password)
{
    TRY(prepare());
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return fail(ErrorCode::Unavailable, "there is not enough memory for the password just now");
    return std::string(text.data());
}

Result<bool> passwordFits(std::string_view password, const std::string &hash)
{
    TRY(prepare());
    if (hash.empty()) {
        TRY(passwordHash(password));
        return false;
    }
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace tongban::service
