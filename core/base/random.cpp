// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <openssl/rand.h>

namespace tongban {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    // OpenSSL's generator is seeded and reseeded from the operating system, also after a fork, and unlike a
    // bare system call it is the same on every platform.
    while (!bytes.empty()) {
        const std::size_t piece = std::min<std::size_t>(bytes.size(), INT_MAX);
        if (RAND_bytes(bytes.data(), static_cast<int>(piece)) != 1) {
            std::fputs("tongban: the operating system gives no randomness\n", stderr);
            std::abort();
        }
        bytes = bytes.subspan(piece);
    }
}

std::uint64_t SeededRandom::next()
{
    // SplitMix64 (Steele, Lea, Flood 2014): the increment is 2^64 divided by the golden ratio.
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0)
            word = next();
        bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
    }
}

std::uint64_t SeededRandom::below(std::uint64_t bound)
{
    // The first (2^64 mod bound) values would come up once more often than the others: throw again.
    const std::uint64_t skipped = (0 - bound) % bound;
    for (;;) {
        const std::uint64_t value = next();
        if (value >= skipped)
            return value % bound;
    }
}

} // namespace tongban
