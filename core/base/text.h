// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tongban {

/// What is wrong with a sequence of bytes that should be UTF-8 (RFC 3629).
enum class Utf8Fault {
    StrayContinuation, ///< A continuation byte that continues nothing.
    ImpossibleByte, ///< C0, C1 or F5 to FF: never part of UTF-8.
    Truncated, ///< A sequence that ends too early.
    Overlong, ///< More bytes than the character needs.
    Surrogate, ///< Half of a UTF-16 pair (U+D800 to U+DFFF).
    TooLarge, ///< Beyond U+10FFFF.
};

struct Utf8Problem {
    std::size_t position = 0; ///< Bytes before the sequence at fault.
    Utf8Fault fault = Utf8Fault::Truncated;

    bool operator==(const Utf8Problem &) const = default;
};

/// The first fault, or nothing when `bytes` are UTF-8 throughout.
std::optional<Utf8Problem> findInvalidUtf8(std::string_view bytes);

struct RepairedText {
    std::string text; ///< Valid UTF-8.
    std::size_t replacements = 0; ///< How many times U+FFFD was put in.
    std::optional<Utf8Problem> first; ///< Where it began.
};

/// Puts U+FFFD in the place of every maximal faulty part (Unicode, section 3.9), so that text for a log or a
/// list can be shown. Never for data that is stored: an import refuses instead.
RepairedText repairedUtf8(std::string_view bytes);

/// Takes the first character off `utf8`, which is valid and not empty.
char32_t takeCodePoint(std::string_view &utf8);
void appendCodePoint(std::string &out, char32_t codePoint);

/// Characters (code points), not bytes, of valid UTF-8.
std::size_t codePointCount(std::string_view utf8);

/// The first `most` code points of valid UTF-8.
std::string_view firstCodePoints(std::string_view utf8, std::size_t most);

enum class Bom { None, Utf8, Utf16LittleEndian, Utf16BigEndian, Utf32LittleEndian, Utf32BigEndian };

/// The byte-order mark at the beginning of a file, and its size in bytes.
Bom detectBom(std::string_view bytes);
std::size_t bomSize(Bom bom);

/// Whether bytes that are not UTF-8 read as GB 18030 (of which GBK and GB 2312 are parts) with at least one
/// two- or four-byte character: for the message "save the file as UTF-8". A guess, never a ground to convert.
bool looksLikeGb18030(std::string_view bytes);

/// Without white space at both ends: ASCII white space, U+00A0, U+3000 and U+FEFF.
std::string_view trimmed(std::string_view utf8);

/// Full-width forms U+FF01 to U+FF5E as ASCII and U+3000 as a space; what NFKC does to the characters that
/// codes are written with. Everything else, also invalid bytes, stays.
std::string halfWidth(std::string_view utf8);

/// Whether a cell reads as a number that a spreadsheet made of a long code: "1.14403E+17". The code itself is
/// lost; it has to be typed again in a column kept as text.
bool isSpreadsheetNumber(std::string_view cell);

/// Whether there is a control character (U+0000 to U+001F, U+007F) other than a tab: text files have none.
bool hasControlCharacters(std::string_view line);

} // namespace tongban
