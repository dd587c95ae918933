// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::demo {

/// The made-up names: a person's name follows from the resident id, an enterprise's from its USCC, so that
/// the same number has the same name wherever it turns up and no list of names is kept.
class NameBook
{
public:
    std::vector<std::string> surnames;
    std::vector<std::string> firstSyllables;
    std::vector<std::string> secondSyllables;
    std::vector<std::string> brands;
    std::vector<std::string> trades;

    bool complete() const
    {
        return !surnames.empty() && !firstSyllables.empty() && !secondSyllables.empty() && !brands.empty()
            && !trades.empty();
    }

    /// Appends the name that belongs to a resident id or a USCC (one that begins with 9).
    void append(std::string &out, std::string_view id) const
    {
        std::uint64_t hash = 0xCBF29CE484222325ULL;
        for (const char c : id)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
        hash ^= hash >> 29;
        const auto pick = [&](const std::vector<std::string> &list) -> const std::string & {
            const std::string &chosen = list[hash % list.size()];
            hash /= list.size();
            return chosen;
        };
        if (id.starts_with('9')) {
            out += "深圳市样例";
            out += pick(brands);
            out += pick(secondSyllables);
            out += pick(trades);
            out += "有限公司";
            return;
        }
        out += pick(surnames);
        out += pick(firstSyllables);
        out += pick(secondSyllables);
    }
};

} // namespace tongban::demo
