// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tongban {

/// SHA-256 (FIPS 180-4) is what every chain and capsule uses; SM3 (GB/T 32905-2016) is offered beside it
/// where an authority demands a national algorithm.
enum class DigestAlgorithm { Sha256, Sm3 };

/// 32 bytes: the size of both algorithms.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    std::string_view blob() const { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

    /// 64 lower-case hexadecimal characters.
    std::string hex() const;

    /// Reads 64 hexadecimal characters, either case.
    static Result<Digest> parse(std::string_view hex);
    static Result<Digest> fromBlob(std::string_view blob);

    auto operator<=>(const Digest &) const = default;
};

/// The digest of one piece of bytes.
Digest sha256(std::string_view bytes);
Digest sm3(std::string_view bytes);

/// A digest built piece by piece; reusable after finish(). One thread at a time.
class Digester
{
public:
    explicit Digester(DigestAlgorithm algorithm = DigestAlgorithm::Sha256);
    ~Digester();
    Digester(Digester &&) noexcept;
    Digester &operator=(Digester &&) noexcept;

    void add(std::string_view bytes);
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tongban
