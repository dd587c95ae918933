// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/signature.h"

#include "core/base/digest.h"

namespace tongban::agency {

std::string signatureOf(std::string_view message, std::string_view secret)
{
    constexpr std::size_t kBlock = 64;
    std::string key(secret);
    if (key.size() > kBlock)
        key = std::string(sha256(key).blob());
    key.resize(kBlock, '\0');
    std::string inner;
    std::string outer;
    for (const char c : key) {
        inner += static_cast<char>(static_cast<unsigned char>(c) ^ 0x36U);
        outer += static_cast<char>(static_cast<unsigned char>(c) ^ 0x5CU);
    }
    inner += message;
    outer += sha256(inner).blob();
    return sha256(outer).hex();
}

bool signaturesEqual(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        difference |=
            static_cast<unsigned char>(left[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(right[i]));
    return difference == 0;
}

} // namespace tongban::agency
