// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/pinyin.h"

#include "core/base/pinyin_lines.h"
#include "core/base/text.h"

#include <array>
#include <cstdint>
#include <unordered_map>

namespace tongban {

namespace {

constexpr std::string_view kAsciiLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kAsciiDigits = "0123456789";

/// The lines turned round: from a character to its letters. Nearly all characters that occur stand in two
/// blocks of the basic plane, which are an array; the rest is looked up.
class Readings
{
public:
    Readings()
    {
        bool first = true;
        for (std::string_view line : kPinyinLines) {
            if (first) {
                first = false; // the release
                continue;
            }
            const auto space = line.find(' ');
            const std::string_view letters = line.substr(0, space);
            if (m_letters.empty() || m_letters.back() != letters)
                m_letters.push_back(letters);
            add(line.substr(space + 1), static_cast<std::uint16_t>(m_letters.size()));
        }
    }

    std::string_view of(char32_t character) const
    {
        std::uint16_t group = 0;
        if (character >= kFirst && character <= kLast) {
            group = m_common[character - kFirst];
        } else if (const auto found = m_rare.find(character); found != m_rare.end()) {
            group = found->second;
        }
        return group == 0 ? std::string_view() : m_letters[group - 1U];
    }

private:
    void add(std::string_view characters, std::uint16_t group)
    {
        while (!characters.empty()) {
            const char32_t character = takeCodePoint(characters);
            if (character >= kFirst && character <= kLast)
                m_common[character - kFirst] = group;
            else
                m_rare.emplace(character, group);
        }
    }

    static constexpr char32_t kFirst = 0x3400;
    static constexpr char32_t kLast = 0x9FFF;
    std::vector<std::string_view> m_letters;
    std::array<std::uint16_t, kLast - kFirst + 1> m_common{};
    std::unordered_map<char32_t, std::uint16_t> m_rare;
};

char32_t halfWidthOf(char32_t character)
{
    return character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character;
}

/// The letters of every character of a name that has any.
std::vector<std::string_view> lettersOf(std::string_view name)
{
    std::vector<std::string_view> all;
    while (!name.empty()) {
        const std::string_view letters = initialLetters(takeCodePoint(name));
        if (!letters.empty())
            all.push_back(letters);
    }
    return all;
}

bool spells(const std::vector<std::string_view> &name, std::size_t from, const std::string &typed)
{
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (name[from + i].find(typed[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

} // namespace

std::string_view initialLetters(char32_t character)
{
    static const Readings readings;
    character = halfWidthOf(character);
    if (character >= U'a' && character <= U'z')
        return kAsciiLetters.substr(character - U'a', 1);
    if (character >= U'A' && character <= U'Z')
        return kAsciiLetters.substr(character - U'A', 1);
    if (character >= U'0' && character <= U'9')
        return kAsciiDigits.substr(character - U'0', 1);
    return readings.of(character);
}

std::vector<std::string> pinyinInitials(std::string_view name, std::size_t most)
{
    std::vector<std::string> spellings;
    for (const std::string_view letters : lettersOf(name)) {
        if (spellings.empty())
            spellings.emplace_back();
        const std::size_t before = spellings.size();
        const bool usualOnly = before * letters.size() > most;
        for (std::size_t other = 1; !usualOnly && other < letters.size(); ++other) {
            for (std::size_t i = 0; i < before; ++i) {
                spellings.push_back(spellings[i]);
                spellings.back() += letters[other];
            }
        }
        for (std::size_t i = 0; i < before; ++i)
            spellings[i] += letters.front();
    }
    return spellings;
}

bool matchesInitials(std::string_view name, std::string_view typed, InitialsPlace place)
{
    std::string wanted;
    while (!typed.empty()) {
        const char32_t character = halfWidthOf(takeCodePoint(typed));
        if (character > 0x7F || initialLetters(character).empty())
            return false;
        wanted += initialLetters(character);
    }
    const std::vector<std::string_view> letters = lettersOf(name);
    if (wanted.empty() || letters.size() < wanted.size())
        return false;
    if (place == InitialsPlace::Whole)
        return letters.size() == wanted.size() && spells(letters, 0, wanted);
    const std::size_t last = place == InitialsPlace::Beginning ? 0 : letters.size() - wanted.size();
    for (std::size_t from = 0; from <= last; ++from) {
        if (spells(letters, from, wanted))
            return true;
    }
    return false;
}

std::string_view pinyinRelease()
{
    return kPinyinLines[0];
}

} // namespace tongban
