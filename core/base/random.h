// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tongban {

/// Where randomness comes from. Like the clock it is passed in, never reached for.
class Random
{
public:
    virtual ~Random() = default;

    /// Fills `bytes`; never fails (the system source ends the program when the kernel has none to give).
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator, for identities and keys.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// A repeatable sequence (SplitMix64) for tests and made-up demo data. Never for identities that must not be
/// guessed and never for a draw.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) { }

    void fill(std::span<std::uint8_t> bytes) override;
    std::uint64_t next();

    /// Uniform in [0, bound); bound > 0; without modulo bias.
    std::uint64_t below(std::uint64_t bound);

private:
    std::uint64_t m_state;
};

} // namespace tongban
