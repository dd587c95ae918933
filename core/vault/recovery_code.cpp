// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/recovery_code.h"

#include "core/base/text.h"

#include <array>
#include <sodium.h>

namespace tongban::vault {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's
constexpr std::size_t kGroups = 7;
constexpr std::size_t kRandomCharacters = 4; // of a group
constexpr std::size_t kGroupLength = kRandomCharacters + 1;

/// Of 32 characters, with odd weights two apart: every wrong character changes it, and so do nearly all
/// exchanged neighbours and groups in another's place.
std::size_t checkOf(std::string_view group, std::size_t place)
{
    constexpr std::array<std::size_t, kRandomCharacters> kWeights{1, 3, 5, 7};
    std::size_t sum = 5 * place;
    for (std::size_t i = 0; i < kRandomCharacters; ++i)
        sum += kWeights[i] * kAlphabet.find(group[i]);
    return sum % kAlphabet.size();
}

char readAs(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'I' || c == 'L')
        return '1';
    return c == 'O' ? '0' : c;
}

std::string characters(std::string_view typed)
{
    std::string kept;
    for (const char c : halfWidth(typed))
        if (c != '-' && c != ' ' && c != '\t' && c != '\n' && c != '\r')
            kept += readAs(c);
    return kept;
}

Result<> checkGroups(std::string_view code)
{
    for (std::size_t place = 0; place < kGroups; ++place) {
        const std::string_view group = code.substr(place * kGroupLength, kGroupLength);
        const bool known = group.find_first_not_of(kAlphabet) == std::string_view::npos;
        if (!known || kAlphabet[checkOf(group, place)] != group.back())
            return fail(ErrorCode::InvalidInput,
                        "group " + std::to_string(place + 1)
                            + " of the recovery code is mistyped; compare it with the paper");
    }
    return {};
}

} // namespace

std::string makeRecoveryCode()
{
    std::string code;
    for (std::size_t place = 0; place < kGroups; ++place) {
        std::string group;
        for (std::size_t i = 0; i < kRandomCharacters; ++i)
            group += kAlphabet[randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))];
        group += kAlphabet[checkOf(group, place)];
        if (place > 0)
            code += '-';
        code += group;
        wipe(group);
    }
    return code;
}

Result<SecretKey> recoveryKey(std::string_view typed)
{
    std::string code = characters(typed);
    if (code.size() != kGroups * kGroupLength) {
        wipe(code);
        return fail(ErrorCode::InvalidInput,
                    "a recovery code has seven groups of five characters; compare it with the paper");
    }
    const Result<> checked = checkGroups(code);
    if (!checked) {
        wipe(code);
        return Failure(checked.error());
    }
    std::array<unsigned char, SecretKey::kBytes> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(code.data()), code.size());
    wipe(code);
    auto key = SecretKey::fromBytes({reinterpret_cast<const char *>(hash.data()), hash.size()});
    sodium_memzero(hash.data(), hash.size());
    return key;
}

} // namespace tongban::vault
