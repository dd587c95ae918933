// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tongban {

/// A UUID (RFC 9562) as 16 bytes. There is no "null" value: an optional says that there may be none.
class Uuid
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    /// Version 7: 48 bits of `instant` in milliseconds, then random bits; sorts by time.
    static Uuid v7(Timestamp instant, Random &random);

    /// Version 7 whose random bits are the SHA-256 of `name`: the same instant and name give the same id on
    /// every machine, so that taking in the same application twice is one case.
    static Uuid v7FromName(Timestamp instant, std::string_view name);

    static Uuid fromBytes(const Bytes &bytes) { return Uuid(bytes); }

    /// InvalidInput unless exactly 16 bytes.
    static Result<Uuid> fromBlob(std::string_view blob);

    /// Reads the 36-character form, either case; InvalidInput otherwise.
    static Result<Uuid> parse(std::string_view text);

    const Bytes &bytes() const { return m_bytes; }
    std::string_view blob() const { return {reinterpret_cast<const char *>(m_bytes.data()), m_bytes.size()}; }
    std::string text() const;

    auto operator<=>(const Uuid &) const = default;

private:
    explicit Uuid(const Bytes &bytes) : m_bytes(bytes) { }

    Bytes m_bytes;
};

/// An identity that cannot be mistaken for another kind of identity: `using CaseId = Id<struct CaseTag>`.
template <typename Tag>
class Id
{
public:
    explicit Id(const Uuid &uuid) : m_uuid(uuid) { }

    const Uuid &uuid() const { return m_uuid; }
    std::string text() const { return m_uuid.text(); }
    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid;
};

} // namespace tongban
