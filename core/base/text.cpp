// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"

#include <algorithm>
#include <cstdint>

namespace tongban {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

bool isContinuation(std::uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/// One step through bytes that may be anything.
struct Step {
    std::size_t size = 1; ///< Bytes of the character, or of the maximal faulty part.
    std::optional<Utf8Fault> fault;
};

/// Table 3-7 of the Unicode standard: what the second byte may be depends on the first.
std::optional<Utf8Fault> secondByteFault(std::uint8_t lead, std::uint8_t second)
{
    if (!isContinuation(second))
        return Utf8Fault::Truncated;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90))
        return Utf8Fault::Overlong;
    if (lead == 0xED && second > 0x9F)
        return Utf8Fault::Surrogate;
    if (lead == 0xF4 && second > 0x8F)
        return Utf8Fault::TooLarge;
    return std::nullopt;
}

Step stepAt(std::string_view bytes, std::size_t at)
{
    const std::uint8_t lead = byteAt(bytes, at);
    if (lead < 0x80)
        return {};
    if (lead < 0xC0)
        return {.size = 1, .fault = Utf8Fault::StrayContinuation};
    if (lead < 0xC2 || lead > 0xF4)
        return {.size = 1, .fault = Utf8Fault::ImpossibleByte};
    const std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + 1 == bytes.size())
        return {.size = 1, .fault = Utf8Fault::Truncated};
    if (const auto fault = secondByteFault(lead, byteAt(bytes, at + 1)))
        return {.size = 1, .fault = fault};
    for (std::size_t i = 2; i < wanted; ++i) {
        if (at + i == bytes.size() || !isContinuation(byteAt(bytes, at + i)))
            return {.size = i, .fault = Utf8Fault::Truncated};
    }
    return {.size = wanted, .fault = std::nullopt};
}

/// Bytes of white space at the beginning; 0 when there is none.
std::size_t leadingSpace(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    const char c = utf8.front();
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (utf8.starts_with("\xC2\xA0"))
        return 2;
    return utf8.starts_with("\xE3\x80\x80") || utf8.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t trailingSpace(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    const char c = utf8.back();
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (utf8.ends_with("\xC2\xA0"))
        return 2;
    return utf8.ends_with("\xE3\x80\x80") || utf8.ends_with("\xEF\xBB\xBF") ? 3 : 0;
}

} // namespace

std::optional<Utf8Problem> findInvalidUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (byteAt(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        const Step step = stepAt(bytes, at);
        if (step.fault)
            return Utf8Problem{.position = at, .fault = *step.fault};
        at += step.size;
    }
    return std::nullopt;
}

RepairedText repairedUtf8(std::string_view bytes)
{
    RepairedText repaired;
    repaired.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step step = stepAt(bytes, at);
        if (step.fault) {
            if (!repaired.first)
                repaired.first = Utf8Problem{.position = at, .fault = *step.fault};
            ++repaired.replacements;
            repaired.text += kReplacement;
        } else {
            repaired.text.append(bytes, at, step.size);
        }
        at += step.size;
    }
    return repaired;
}

char32_t takeCodePoint(std::string_view &utf8)
{
    const std::uint8_t lead = byteAt(utf8, 0);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t codePoint = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size && i < utf8.size(); ++i)
        codePoint = (codePoint << 6) | (byteAt(utf8, i) & 0x3FU);
    utf8.remove_prefix(size < utf8.size() ? size : utf8.size());
    return codePoint;
}

void appendCodePoint(std::string &out, char32_t codePoint)
{
    const auto put = [&out](char32_t bits) {
        out.push_back(static_cast<char>(bits));
    };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

std::size_t codePointCount(std::string_view utf8)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at)
        count += !isContinuation(byteAt(utf8, at));
    return count;
}

std::string_view firstCodePoints(std::string_view utf8, std::size_t most)
{
    std::size_t at = 0;
    while (at < utf8.size()) {
        if (!isContinuation(byteAt(utf8, at)) && most-- == 0)
            break;
        ++at;
    }
    return utf8.substr(0, at);
}

Bom detectBom(std::string_view bytes)
{
    using namespace std::string_view_literals;
    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    if (bytes.starts_with("\xFF\xFE\0\0"sv))
        return Bom::Utf32LittleEndian;
    if (bytes.starts_with("\0\0\xFE\xFF"sv))
        return Bom::Utf32BigEndian;
    if (bytes.starts_with("\xEF\xBB\xBF"sv))
        return Bom::Utf8;
    if (bytes.starts_with("\xFF\xFE"sv))
        return Bom::Utf16LittleEndian;
    if (bytes.starts_with("\xFE\xFF"sv))
        return Bom::Utf16BigEndian;
    return Bom::None;
}

std::size_t bomSize(Bom bom)
{
    switch (bom) {
    case Bom::None: return 0;
    case Bom::Utf8: return 3;
    case Bom::Utf16LittleEndian:
    case Bom::Utf16BigEndian: return 2;
    case Bom::Utf32LittleEndian:
    case Bom::Utf32BigEndian: return 4;
    }
    return 0;
}

bool looksLikeGb18030(std::string_view bytes)
{
    const auto within = [&bytes](std::size_t at, int low, int high) {
        return at < bytes.size() && byteAt(bytes, at) >= low && byteAt(bytes, at) <= high;
    };
    if (!findInvalidUtf8(bytes))
        return false;
    bool wide = false;
    for (std::size_t at = 0; at < bytes.size();) {
        if (byteAt(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        if (!within(at, 0x81, 0xFE))
            return false;
        if (within(at + 1, 0x40, 0x7E) || within(at + 1, 0x80, 0xFE))
            at += 2;
        else if (within(at + 1, 0x30, 0x39) && within(at + 2, 0x81, 0xFE) && within(at + 3, 0x30, 0x39))
            at += 4;
        else
            return false;
        wide = true;
    }
    return wide;
}

std::string_view trimmed(std::string_view utf8)
{
    while (const std::size_t size = leadingSpace(utf8))
        utf8.remove_prefix(size);
    while (const std::size_t size = trailingSpace(utf8))
        utf8.remove_suffix(size);
    return utf8;
}

std::string halfWidth(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::string_view rest = utf8.substr(at);
        if (rest.starts_with("\xE3\x80\x80")) {
            out.push_back(' ');
            at += 3;
            continue;
        }
        // U+FF01 to U+FF3F are EF BC 81 to BF, U+FF40 to U+FF5E are EF BD 80 to 9E.
        const bool wide = rest.size() >= 3 && byteAt(rest, 0) == 0xEF;
        if (wide && byteAt(rest, 1) == 0xBC && byteAt(rest, 2) >= 0x81 && byteAt(rest, 2) <= 0xBF) {
            out.push_back(static_cast<char>(byteAt(rest, 2) - 0x60));
            at += 3;
        } else if (wide && byteAt(rest, 1) == 0xBD && byteAt(rest, 2) >= 0x80 && byteAt(rest, 2) <= 0x9E) {
            out.push_back(static_cast<char>(byteAt(rest, 2) - 0x20));
            at += 3;
        } else {
            out.push_back(utf8[at++]);
        }
    }
    return out;
}

bool isSpreadsheetNumber(std::string_view cell)
{
    const auto isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const std::size_t exponent = cell.find_first_of("Ee");
    if (exponent == std::string_view::npos || exponent == 0)
        return false;
    const std::string_view number = cell.substr(0, exponent);
    const std::string_view power = cell.substr(exponent + 1);
    return isDigit(number.front()) && std::ranges::count(number, '.') <= 1
        && std::ranges::all_of(number, [&](char c) { return c == '.' || isDigit(c); }) && power.size() >= 2
        && power.front() == '+' && std::ranges::all_of(power.substr(1), isDigit);
}

bool hasControlCharacters(std::string_view line)
{
    for (const char c : line) {
        if ((static_cast<std::uint8_t>(c) < 0x20 && c != '\t') || c == '\x7F')
            return true;
    }
    return false;
}

} // namespace tongban
