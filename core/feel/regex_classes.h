// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

/// A set of characters as the inside of a PCRE2 character class.
struct CharacterSet {
    std::string members;
    /// Has to stay as it is under the flag for caseless matching.
    bool isExact = false;
};

/// `\s`, `\D`, `\i`, ...: the set of a multi-character escape by its letter; nothing for other letters.
std::optional<CharacterSet> escapedSet(char letter);

/// `\p{name}` and `\P{name}`: a general category or a block (`IsBasicLatin`); nothing when there is none.
std::optional<CharacterSet> propertySet(std::string_view name, bool isNegated);

} // namespace tongban::feel
