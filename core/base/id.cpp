// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/id.h"

#include "core/base/digest.h"
#include "core/base/hex.h"

#include <algorithm>
#include <cstring>

namespace tongban {

namespace {

/// Puts the time, version and variant of RFC 9562 section 5.7 over sixteen random bytes.
void stampV7(Uuid::Bytes &bytes, Timestamp instant)
{
    const auto milliseconds =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, unixMilliseconds(instant)));
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
}

} // namespace

Uuid Uuid::v7(Timestamp instant, Random &random)
{
    Bytes bytes{};
    random.fill(std::span(bytes).subspan(6));
    stampV7(bytes, instant);
    return Uuid(bytes);
}

Uuid Uuid::v7FromName(Timestamp instant, std::string_view name)
{
    const Digest digest = sha256(name);
    Bytes bytes{};
    std::copy_n(digest.bytes.begin(), 10, bytes.begin() + 6);
    stampV7(bytes, instant);
    return Uuid(bytes);
}

Result<Uuid> Uuid::fromBlob(std::string_view blob)
{
    Bytes bytes{};
    if (blob.size() != bytes.size())
        return fail(ErrorCode::InvalidInput,
                    "an identity is 16 bytes long, not " + std::to_string(blob.size()));
    std::memcpy(bytes.data(), blob.data(), blob.size());
    return Uuid(bytes);
}

Result<Uuid> Uuid::parse(std::string_view text)
{
    static constexpr std::array<std::size_t, 5> kGroups{4, 2, 2, 2, 6};
    Bytes bytes{};
    bool valid = text.size() == 36;
    std::size_t at = 0;
    std::size_t filled = 0;
    for (const std::size_t group : kGroups) {
        if (!valid)
            break;
        valid = (at == 0 || text[at - 1] == '-')
            && readHex(text.substr(at, group * 2), std::span(bytes).subspan(filled, group));
        at += group * 2 + 1;
        filled += group;
    }
    if (!valid)
        return fail(ErrorCode::InvalidInput, "an identity is written as 8-4-4-4-12 hexadecimal characters");
    return Uuid(bytes);
}

std::string Uuid::text() const
{
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text.push_back('-');
        appendHex(text, std::span(m_bytes).subspan(i, 1));
    }
    return text;
}

} // namespace tongban
