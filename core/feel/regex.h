// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/regex_translator.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tongban::feel {

/// A compiled regular expression. Immutable; any thread.
class Regex
{
public:
    struct Compiled {
        std::shared_ptr<const Regex> regex; ///< Null pointer when the pattern is wrong.
        std::string error; ///< Why, as an English sentence.
    };
    static Compiled compile(std::string_view pattern, const RegexFlags &flags);
    ~Regex();
    Regex(const Regex &) = delete;
    Regex &operator=(const Regex &) = delete;

    enum class Found : std::uint8_t { Yes, No, TooHard };
    struct Group {
        static constexpr std::size_t kUnset = static_cast<std::size_t>(-1);
        std::size_t begin = kUnset;
        std::size_t end = kUnset;
    };
    /// The first match at or behind `offset`, in bytes. `groups` receives the whole match and then the
    /// captured groups. TooHard when the pattern backtracks more often than `backtracks` from one place of
    /// the text. A text is looked at from offset 0 first: that is when its bytes are checked.
    Found search(std::string_view text, std::size_t offset, std::vector<Group> &groups,
                 std::uint32_t backtracks) const;

    std::size_t groupCount() const { return m_groupCount; }
    /// Whether it matches the empty string; replacing and splitting by it is an error (F&O 3.1, 5.6.4).
    bool matchesEmpty() const { return m_matchesEmpty; }

private:
    Regex() = default;

    void *m_code = nullptr;
    std::size_t m_groupCount = 0;
    bool m_matchesEmpty = false;
};

/// The expressions that one evaluation used lately. One thread.
class RegexCache
{
public:
    const Regex::Compiled &find(std::string_view pattern, std::string_view flagLetters,
                                const RegexFlags &flags);

private:
    std::unordered_map<std::string, Regex::Compiled> m_known;
};

} // namespace tongban::feel
