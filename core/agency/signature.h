// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tongban::agency {

/// HMAC-SHA-256 (RFC 2104) of a message as 64 hexadecimal characters: the header `X-Tongban-Signature` of a
/// signed answer.
std::string signatureOf(std::string_view message, std::string_view secret);

/// Compares in constant time.
bool signaturesEqual(std::string_view left, std::string_view right);

} // namespace tongban::agency
