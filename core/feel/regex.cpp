// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <pcre2.h>

namespace tongban::feel {

namespace {

constexpr std::uint32_t kDepthLimit = 20'000;
constexpr std::uint32_t kHeapLimit = 16'384; // KiB
constexpr std::size_t kCached = 256;
constexpr std::uint32_t kEmptyBacktracks = 100'000;

struct MatchContext {
    explicit MatchContext(std::uint32_t backtracks) : context(pcre2_match_context_create(nullptr))
    {
        pcre2_set_match_limit(context, backtracks);
        pcre2_set_depth_limit(context, kDepthLimit);
        pcre2_set_heap_limit(context, kHeapLimit);
    }
    MatchContext(const MatchContext &) = delete;
    MatchContext &operator=(const MatchContext &) = delete;
    ~MatchContext() { pcre2_match_context_free(context); }
    pcre2_match_context *context;
};

const pcre2_code *codeOf(const void *code)
{
    return static_cast<const pcre2_code *>(code);
}

PCRE2_SPTR bytes(std::string_view text)
{
    // PCRE2 does not read behind the length, but wants a pointer.
    return reinterpret_cast<PCRE2_SPTR>(text.data() != nullptr ? text.data() : "");
}

} // namespace

Regex::Compiled Regex::compile(std::string_view pattern, const RegexFlags &flags)
{
    TranslatedRegex translated = translateRegex(pattern, flags);
    if (!translated.isOk())
        return {nullptr, std::move(translated.error)};
    std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    if (flags.isCaseless)
        options |= PCRE2_CASELESS;
    int code = 0;
    PCRE2_SIZE offset = 0;
    std::shared_ptr<Regex> regex(new Regex);
    regex->m_code =
        pcre2_compile(bytes(translated.pattern), translated.pattern.size(), options, &code, &offset, nullptr);
    if (regex->m_code == nullptr)
        return {nullptr, "the pattern is too complex"};
    std::uint32_t count = 0;
    pcre2_pattern_info(codeOf(regex->m_code), PCRE2_INFO_CAPTURECOUNT, &count);
    regex->m_groupCount = count;
    std::vector<Group> groups;
    regex->m_matchesEmpty = regex->search({}, 0, groups, kEmptyBacktracks) == Found::Yes;
    return {std::move(regex), {}};
}

Regex::~Regex()
{
    pcre2_code_free(static_cast<pcre2_code *>(m_code));
}

Regex::Found Regex::search(std::string_view text, std::size_t offset, std::vector<Group> &groups,
                           std::uint32_t backtracks) const
{
    const MatchContext limits(backtracks);
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data *)> data(
        pcre2_match_data_create_from_pattern(codeOf(m_code), nullptr), pcre2_match_data_free);
    // Checking the rest of the text again for each match would cost the square of its length.
    const std::uint32_t options = offset == 0 ? 0 : PCRE2_NO_UTF_CHECK;
    const int result =
        pcre2_match(codeOf(m_code), bytes(text), text.size(), offset, options, data.get(), limits.context);
    if (result == PCRE2_ERROR_NOMATCH)
        return Found::No;
    if (result < 0)
        return Found::TooHard;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(data.get());
    groups.assign(m_groupCount + 1, {});
    for (std::size_t i = 0; i < std::min(groups.size(), static_cast<std::size_t>(result)); ++i) {
        if (places[2 * i] != PCRE2_UNSET)
            groups[i] = {places[2 * i], places[2 * i + 1]};
    }
    return Found::Yes;
}

const Regex::Compiled &RegexCache::find(std::string_view pattern, std::string_view flagLetters,
                                        const RegexFlags &flags)
{
    std::string key(flagLetters);
    key += '/';
    key += pattern;
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    if (m_known.size() >= kCached)
        m_known.clear();
    return m_known.emplace(std::move(key), Regex::compile(pattern, flags)).first->second;
}

} // namespace tongban::feel
