// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"
#include "core/feel/regex.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

using Groups = std::vector<Regex::Group>;

/// The compiled pattern in one argument with the flags in another; null pointer after a report.
const Regex *regex(const Call &call, std::size_t patternAt, std::size_t flagsAt, RegexFlags &flags)
{
    const auto pattern = call.string(patternAt);
    std::string_view letters;
    if (call.has(flagsAt) && !call[flagsAt].isNull()) {
        const auto given = call.string(flagsAt);
        if (!given)
            return nullptr;
        letters = *given;
    }
    if (!pattern || !call.spend(pattern->size() / 16))
        return nullptr;
    const auto parsed = RegexFlags::parse(letters);
    if (!parsed) {
        call.outOfDomain("a regular expression has the flags s, m, i, x and q only");
        return nullptr;
    }
    flags = *parsed;
    const Regex::Compiled &compiled = call.evaluation().regexes().find(*pattern, letters, flags);
    if (!compiled.regex)
        call.outOfDomain("the pattern is no regular expression: " + compiled.error);
    return compiled.regex.get();
}

// A pattern may look at the whole rest of the text from each place in it, and the library below does not
// count that.
constexpr std::size_t kLongestText = 32 * 1024;
constexpr std::size_t kScansForAStep = 256;
// Tried one after the other; few patterns need more than the first.
constexpr std::uint64_t kFewBacktracks = 64;
constexpr std::uint64_t kMostBacktracks = 1'000'000; ///< From one place of the text.
constexpr std::uint64_t kMostBacktracksInAll = 50'000'000;
constexpr std::uint64_t kBacktracksForAStep = 20;

/// Pays for looking at the text; false after a report.
bool payForText(const Call &call, std::string_view text)
{
    if (text.size() > kLongestText) {
        call.evaluation().exhaust(call.span(), "the text is too long for a regular expression");
        return false;
    }
    return call.spend(text.size() / 16 + text.size() * text.size() / kScansForAStep);
}

/// Searches with few backtracks first and pays for those that may have been used; TooHard after a report.
Regex::Found searchPaid(const Call &call, const Regex &regex, std::string_view text, std::size_t offset,
                        Groups &groups)
{
    const std::uint64_t places = text.size() - offset + 1;
    const std::uint64_t most =
        std::clamp<std::uint64_t>(kMostBacktracksInAll / places, 5'000, kMostBacktracks);
    for (std::uint64_t allowed = kFewBacktracks;; allowed = std::min(allowed * 16, most)) {
        const Regex::Found found = regex.search(text, offset, groups, static_cast<std::uint32_t>(allowed));
        const std::uint64_t tried = found == Regex::Found::Yes ? groups[0].begin - offset + 1 : places;
        if (!call.spend(1 + tried * allowed / kBacktracksForAStep))
            return Regex::Found::TooHard;
        if (found != Regex::Found::TooHard)
            return found;
        if (allowed == most) {
            call.null(Cause::BudgetExceeded, "the regular expression takes too long");
            return found;
        }
    }
}

/// Calls `visit` with the groups of every match from left to right; false after a report.
template <typename Visit>
bool forEachMatch(const Call &call, const Regex &regex, std::string_view text, const Visit &visit)
{
    if (regex.matchesEmpty()) {
        call.outOfDomain("the pattern matches the empty string");
        return false;
    }
    Groups groups;
    for (std::size_t offset = 0; offset <= text.size();) {
        const Regex::Found found = searchPaid(call, regex, text, offset, groups);
        if (found == Regex::Found::No)
            return true;
        if (found == Regex::Found::TooHard)
            return false;
        visit(groups);
        // A match of nothing in the middle of a text: go on behind the next character.
        offset = groups[0].end;
        if (groups[0].begin == groups[0].end) {
            do
                ++offset;
            while (offset < text.size() && (text[offset] & 0xC0) == 0x80);
        }
    }
    return true;
}

Value matches(const Call &call)
{
    const auto text = call.string(0);
    RegexFlags flags;
    const Regex *pattern = text ? regex(call, 1, 2, flags) : nullptr;
    if (pattern == nullptr || !payForText(call, *text))
        return Value();
    Groups groups;
    const Regex::Found found = searchPaid(call, *pattern, *text, 0, groups);
    if (found == Regex::Found::TooHard)
        return Value();
    return Value(found == Regex::Found::Yes);
}

/// A piece of a replacement: text as it is, or the number of a group.
struct Piece {
    std::string text;
    std::optional<std::size_t> group;
};

/// `$1`, `\$` and `\\` are special; nothing for any other use of `$` and `\`.
std::optional<std::vector<Piece>> pieces(std::string_view replacement, std::size_t groupCount)
{
    std::vector<Piece> list(1);
    const auto isDigit = [&](std::size_t i) {
        return i < replacement.size() && replacement[i] >= '0' && replacement[i] <= '9';
    };
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        const char c = replacement[i];
        if (c == '\\') {
            const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
            if (next != '\\' && next != '$')
                return std::nullopt;
            list.back().text += replacement[++i];
        } else if (c != '$') {
            list.back().text += c;
        } else if (!isDigit(i + 1)) {
            return std::nullopt;
        } else {
            // As many digits as give a group that exists; the first one always counts.
            auto number = static_cast<std::size_t>(replacement[++i] - '0');
            while (isDigit(i + 1)) {
                const std::size_t longer = number * 10 + static_cast<std::size_t>(replacement[i + 1] - '0');
                if (longer > groupCount)
                    break;
                number = longer;
                ++i;
            }
            list.push_back({{}, number});
            list.emplace_back();
        }
    }
    return list;
}

Value replace(const Call &call)
{
    const auto text = call.string(0);
    const auto replacement = call.string(2);
    RegexFlags flags;
    const Regex *pattern = text && replacement ? regex(call, 1, 3, flags) : nullptr;
    if (pattern == nullptr || !payForText(call, *text))
        return Value();
    const auto parts = flags.isLiteral ? std::optional(std::vector<Piece>{{std::string(*replacement), {}}})
                                       : pieces(*replacement, pattern->groupCount());
    if (!parts)
        return call.outOfDomain("a '$' or '\\' in the replacement is not followed by what it needs");
    std::string result;
    std::size_t done = 0;
    const std::size_t most = call.evaluation().limits().stringLength;
    const bool isDone = forEachMatch(call, *pattern, *text, [&](const Groups &groups) {
        if (result.size() > most)
            return;
        result += text->substr(done, groups[0].begin - done);
        for (const Piece &piece : *parts) {
            result += piece.text;
            const bool isGroup = piece.group && *piece.group < groups.size()
                && groups[*piece.group].begin != Regex::Group::kUnset;
            if (isGroup && result.size() <= most)
                result += text->substr(groups[*piece.group].begin,
                                       groups[*piece.group].end - groups[*piece.group].begin);
        }
        done = groups[0].end;
    });
    if (!isDone)
        return Value();
    result += text->substr(done);
    return call.evaluation().string(result, call.span());
}

Value split(const Call &call)
{
    const auto text = call.string(0);
    RegexFlags flags;
    const Regex *pattern = text ? regex(call, 1, 2, flags) : nullptr;
    if (pattern == nullptr || !payForText(call, *text))
        return Value();
    std::vector<Value> parts;
    std::size_t done = 0;
    const bool isDone = forEachMatch(call, *pattern, *text, [&](const Groups &groups) {
        parts.emplace_back(text->substr(done, groups[0].begin - done));
        done = groups[0].end;
    });
    if (!isDone)
        return Value();
    parts.emplace_back(text->substr(done));
    return call.evaluation().list(std::move(parts), call.span());
}

constexpr std::array<Builtin, 3> kTable{{
    {"matches", "input,pattern,flags", 2, false, matches, Type::Form::Boolean},
    {"replace", "input,pattern,replacement,flags", 3, false, replace, Type::Form::String},
    {"split", "string,delimiter", 2, false, split, Type::Form::List},
}};

} // namespace

std::span<const Builtin> regexBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
