// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_search.h"

#include "core/base/identifier.h"
#include "core/base/text.h"
#include "core/permit/serial.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/cases.h"
#include "core/service/cases/name_words.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <charconv>

namespace tongban::service {

namespace {

constexpr std::string_view kThrough = "search_through";
constexpr std::string_view kRelease = "search_release";

/// A search reads this many new names itself: some ten milliseconds.
constexpr int kReadFirst = 1000;

/// Names whose words fit and that are not meant after all; far more than any real name has.
constexpr int kMostLookedAt = 20'000;

/// Serial numbers of so many years are tried where the year was not typed.
constexpr int kYearsBack = 4;

std::int64_t numberOr(const std::optional<std::string> &text, std::int64_t otherwise)
{
    std::int64_t number = otherwise;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

/// How far the words reach; nothing where they were made by another release.
Result<std::int64_t> searchedThrough(storage::Store &store)
{
    if (TRY(store.meta().value(kRelease)).value_or(std::string()) != nameWordsRelease())
        return std::int64_t{0};
    return numberOr(TRY(store.meta().value(kThrough)), 0);
}

/// Digits between hyphens: a number, a district and a number, or a year, a district and a number.
std::vector<std::int64_t> numberGroups(std::string_view words)
{
    std::vector<std::int64_t> groups;
    while (!words.empty()) {
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(words.data(), words.data() + words.size(), number);
        if (fault != std::errc())
            return {};
        groups.push_back(number);
        words.remove_prefix(static_cast<std::size_t>(end - words.data()));
        if (!words.empty() && (words.front() != '-' || words.size() == 1))
            return {};
        if (!words.empty())
            words.remove_prefix(1);
    }
    return groups.size() > 3 ? std::vector<std::int64_t>() : groups;
}

Result<> addSerial(storage::Store &store, int year, int district, std::int64_t number, FoundCases &found)
{
    const auto serial = permit::CaseSerial::create(year, district, number);
    if (!serial)
        return {};
    auto stored = store.cases().bySerial(serial->text());
    if (stored)
        found.cases.push_back(*std::move(stored));
    else if (stored.error().code != ErrorCode::NotFound)
        return Failure(std::move(stored).error());
    return {};
}

/// The middle of a case number, as people read it out: every district and the last years where they say
/// nothing.
Result<> addByNumber(Workspace &workspace, std::string_view words, FoundCases &found)
{
    const std::vector<std::int64_t> groups = numberGroups(words);
    if (groups.empty())
        return {};
    storage::Store &store = *workspace.parts().store;
    const int thisYear =
        static_cast<int>(std::chrono::year_month_day(officialDate(workspace.clock().now())).year());
    const bool hasYear = groups.size() == 3;
    const int last = hasYear ? static_cast<int>(groups.front()) : thisYear;
    for (int year = last; year > last - (hasYear ? 1 : kYearsBack); --year) {
        for (const int district : workspace.catalogue().districts()) {
            if (groups.size() > 1 && groups[groups.size() - 2] != district)
                continue;
            TRY(addSerial(store, year, district, groups.back(), found));
        }
    }
    return {};
}

void addOnce(std::vector<storage::StoredCase> &cases, storage::StoredCase stored)
{
    const auto isSame = [&](const storage::StoredCase &other) {
        return other.record.no == stored.record.no;
    };
    if (std::ranges::none_of(cases, isSame))
        cases.push_back(std::move(stored));
}

Result<> addByName(storage::Store &store, std::string_view words, FoundCases &found)
{
    const std::string query = queryForName(words);
    if (query.empty())
        return {};
    int looked = 0;
    return store.search().byWords(query, [&](storage::StoredCase &stored) {
        if (nameFits(stored.record.applicantName, words))
            addOnce(found.cases, stored);
        found.isCut = found.cases.size() > static_cast<std::size_t>(kMostFound) || ++looked > kMostLookedAt;
        return !found.isCut;
    });
}

/// Names without words are compared one by one, as many as that takes no noticeable time for.
Result<> addUnread(storage::Store &store, std::string_view words, SearchReach reach, FoundCases &found)
{
    found.unsearched = std::max<std::int64_t>(0, reach.total - reach.searched);
    if (found.unsearched == 0)
        return {};
    for (const storage::UnreadName &name : TRY(store.search().unread(reach.searched, kMostLookedAt))) {
        if (nameFits(name.name, words) && found.cases.size() <= static_cast<std::size_t>(kMostFound))
            addOnce(found.cases, TRY(store.cases().byNo(name.no)));
        found.unsearched = std::max<std::int64_t>(0, reach.total - name.no);
    }
    return {};
}

} // namespace

Result<SearchReach> growSearch(Workspace &workspace, int most)
{
    storage::Store &store = *workspace.parts().store;
    SearchReach reach{TRY(searchedThrough(store)), TRY(store.cases().lastNo())};
    if (reach.isWhole() || workspace.parts().mode == OpenMode::Read)
        return reach;
    auto transaction = TRY(store.begin());
    reach.searched = TRY(searchedThrough(store));
    if (reach.searched == 0)
        TRY(store.search().clear());
    for (const storage::UnreadName &name : TRY(store.search().unread(reach.searched, most))) {
        TRY(store.search().add(name.no, wordsOfName(name.name)));
        reach.searched = name.no;
    }
    TRY(store.meta().setValue(kRelease, nameWordsRelease()));
    TRY(store.meta().setValue(kThrough, std::to_string(reach.searched)));
    TRY(transaction.commit());
    return reach;
}

Result<> forgetName(storage::Store &store, std::int64_t no, std::string_view name)
{
    if (TRY(searchedThrough(store)) < no)
        return {};
    TRY(TRY(store.database().prepare("search_remove", {"no", "words"}))->run(no, wordsOfName(name)));
    const std::int64_t last = TRY(store.cases().lastNo());
    return last < no ? store.meta().setValue(kThrough, std::to_string(last)) : Result<>();
}

Result<FoundCases> searchCases(Workspace &workspace, std::string_view words)
{
    storage::Store &store = *workspace.parts().store;
    FoundCases found;
    const auto key = trimmed(words);
    if (permit::CaseSerial::parse(key) || key.starts_with(kProvisionalSerial)) {
        auto stored = findCase(store, key);
        if (!stored && stored.error().code != ErrorCode::NotFound)
            return Failure(std::move(stored).error());
        if (stored)
            found.cases.push_back(*std::move(stored));
        return found;
    }
    // Somebody else may be writing: then what is read already is searched.
    const auto grown = growSearch(workspace, kReadFirst);
    const SearchReach reach =
        grown ? *grown : SearchReach{TRY(searchedThrough(store)), TRY(store.cases().lastNo())};
    const std::string half = halfWidth(trimmed(words));
    const std::string code = normalizedIdentifier(words);
    TRY(addByNumber(workspace, half, found));
    for (storage::StoredCase &stored : TRY(store.search().byCode(half, code, "粤" + code, kMostFound)))
        addOnce(found.cases, std::move(stored));
    TRY(addByName(store, words, found));
    if (!foldedName(words).empty())
        TRY(addUnread(store, words, reach, found));
    std::ranges::stable_sort(found.cases, std::ranges::greater(),
                             [](const storage::StoredCase &stored) { return stored.record.no; });
    if (found.cases.size() > static_cast<std::size_t>(kMostFound))
        found.cases.resize(static_cast<std::size_t>(kMostFound));
    return found;
}

} // namespace tongban::service
