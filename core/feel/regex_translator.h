// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

/// The flags of a regular expression (XPath and XQuery Functions and Operators 3.1, 5.6.2).
struct RegexFlags {
    bool dotMatchesAll = false; ///< s
    bool isMultiline = false; ///< m
    bool isCaseless = false; ///< i
    bool ignoresSpace = false; ///< x
    bool isLiteral = false; ///< q

    /// Nothing for letters that are no flags. A flag may be repeated.
    static std::optional<RegexFlags> parse(std::string_view letters);
};

/// A pattern in PCRE2's syntax, or why it is none.
struct TranslatedRegex {
    std::string pattern;
    std::string error; ///< An English sentence; empty when the pattern is good.
    bool isOk() const { return error.empty(); }
};

/// Puts a pattern of XPath's syntax (XML Schema 1.1 part 2, appendix G, as extended by Functions and
/// Operators 3.1, 5.6.1) into PCRE2's. What that syntax does not know (look-ahead, `\b`, possessive
/// quantifiers, references inside classes, ...) is an error, never passed on.
TranslatedRegex translateRegex(std::string_view pattern, const RegexFlags &flags);

} // namespace tongban::feel
