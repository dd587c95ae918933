// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/legal_limits.h"

#include "core/permit/enum_names.h"
#include "core/permit/table_reader.h"

#include <algorithm>
#include <tuple>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<LegalLimit::RectificationDays> kNames{
    "acceptance_days", "extension_days",   "joint_extension_days", "delivery_days",
    "supplement_days", "conditional_days", "rectification_days"};
constexpr std::string_view kColumns[] = {"limit", "days", "basis", "effective_from", "effective_to"};
constexpr std::string_view kFile = "limits.csv";
constexpr int kMostDays = 250;

static_assert(kNames.size() == kLegalLimitCount);

struct LinedEntry {
    LimitEntry entry;
    int line = 0;
};

std::vector<LinedEntry> readEntries(std::string_view csv, std::vector<TableProblem> &problems)
{
    std::vector<LinedEntry> entries;
    TableReader table(kFile, csv, kColumns, problems);
    while (table.next()) {
        LimitEntry entry;
        entry.limit = table.choice(0, parseLegalLimit, LegalLimit::AcceptanceDays);
        entry.days = table.number(1, 1, kMostDays);
        entry.basis = table.text(2);
        entry.from = table.date(3);
        entry.to = table.optionalDate(4);
        if (table.isSound() && entry.to && *entry.to < entry.from)
            table.complain(4, "is before effective_from");
        entries.push_back({std::move(entry), table.line()});
    }
    std::ranges::stable_sort(entries, {},
                             [](const LinedEntry &row) { return std::tie(row.entry.limit, row.entry.from); });
    return entries;
}

/// One entry has to follow the other to the day, and the last one has no end.
void checkSuccession(const std::vector<LinedEntry> &entries, std::vector<TableProblem> &problems)
{
    const auto bad = [&](int line, std::string reason) {
        problems.push_back({std::string(kFile), line, "effective_to", std::move(reason)});
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const LimitEntry &entry = entries[i].entry;
        const bool last = i + 1 == entries.size() || entries[i + 1].entry.limit != entry.limit;
        if (last && entry.to)
            bad(entries[i].line, "the last entry of a limit has no end");
        if (!last && (!entry.to || *entry.to + std::chrono::days(1) != entries[i + 1].entry.from))
            bad(entries[i].line, "has to be the day before the next entry of the same limit");
    }
    for (int i = 0; i < kLegalLimitCount; ++i) {
        const auto limit = static_cast<LegalLimit>(i);
        const bool there =
            std::ranges::any_of(entries, [&](const LinedEntry &row) { return row.entry.limit == limit; });
        if (!there)
            problems.push_back({std::string(kFile), 0, "limit", "leaves out " + std::string(name(limit))});
    }
}

} // namespace

LegalLimitsLoad LegalLimits::load(std::string_view csv)
{
    LegalLimitsLoad load;
    const std::vector<LinedEntry> entries = readEntries(csv, load.problems);
    if (load.problems.empty())
        checkSuccession(entries, load.problems);
    if (!load.problems.empty())
        return load;
    std::shared_ptr<LegalLimits> limits(new LegalLimits);
    for (const LinedEntry &row : entries)
        limits->m_entries.push_back(row.entry);
    load.limits = std::move(limits);
    return load;
}

const LimitEntry &LegalLimits::on(LegalLimit limit, Date day) const
{
    const auto first = std::ranges::find(m_entries, limit, &LimitEntry::limit);
    auto found = first;
    for (auto entry = first; entry != m_entries.end() && entry->limit == limit && entry->from <= day; ++entry)
        found = entry;
    return *found;
}

std::string_view name(LegalLimit limit)
{
    return nameIn(kNames, limit);
}

std::optional<LegalLimit> parseLegalLimit(std::string_view name)
{
    return valueIn<LegalLimit>(kNames, name);
}

} // namespace tongban::permit
