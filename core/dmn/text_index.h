// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// Numbers for a fixed set of texts: a hash table without chains over one string that holds them all. Asking
/// costs one pass over the text and, in nearly every case, one comparison. Immutable after construction; any
/// thread.
class TextIndex
{
public:
    TextIndex() = default;
    /// The texts must differ from each other.
    explicit TextIndex(const std::vector<std::string_view> &texts);

    /// The place of a text in the constructor's list plus one; 0 for a text that is not there.
    std::uint32_t find(std::string_view text) const;
    std::size_t size() const { return m_size; }
    std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot) + m_pool.capacity(); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0; ///< 0: nothing here.
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };

    std::string m_pool;
    std::vector<Slot> m_slots; ///< A power of two, at most half full.
    std::size_t m_size = 0;
};

} // namespace tongban::dmn
