// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/text_index.h"

#include <bit>
#include <cstring>

namespace tongban::dmn {

namespace {

constexpr std::uint64_t kMultiplier = 0x9E37'79B9'7F4A'7C15U;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    const std::uint64_t product = (hash ^ word) * kMultiplier;
    return product ^ (product >> 32);
}

/// Eight bytes at a time. The texts of a table are chosen by its author and do not grow by its inputs, so
/// nobody gains by finding texts of equal hash.
std::uint32_t hashOf(std::string_view text)
{
    std::uint64_t hash = text.size();
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        hash = mixed(hash, word);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    for (const char c : text)
        rest = rest << 8 | static_cast<unsigned char>(c);
    return static_cast<std::uint32_t>(mixed(hash, rest));
}

} // namespace

TextIndex::TextIndex(const std::vector<std::string_view> &texts) : m_size(texts.size())
{
    if (texts.empty())
        return;
    m_slots.resize(std::bit_ceil(texts.size() * 2));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Slot slot{hashOf(texts[i]), static_cast<std::uint32_t>(i + 1),
                  static_cast<std::uint32_t>(m_pool.size()), static_cast<std::uint32_t>(texts[i].size())};
        m_pool += texts[i];
        std::size_t at = slot.hash & (m_slots.size() - 1);
        while (m_slots[at].number != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
    m_pool.shrink_to_fit();
}

std::uint32_t TextIndex::find(std::string_view text) const
{
    if (m_slots.empty())
        return 0;
    const std::uint32_t hash = hashOf(text);
    for (std::size_t at = hash & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const Slot &slot = m_slots[at];
        if (slot.number == 0)
            return 0;
        if (slot.hash == hash && slot.length == text.size()
            && std::memcmp(m_pool.data() + slot.offset, text.data(), text.size()) == 0)
            return slot.number;
    }
}

} // namespace tongban::dmn
