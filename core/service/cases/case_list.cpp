// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claim_rules.h"
#include "core/service/cases/case_line.h"
#include "core/service/cases/case_search.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace tongban::service {

namespace {

using permit::Item;

/// The days between which the limit lies.
storage::DayRange dueRange(const Workspace &workspace, DueLight light)
{
    const Date today = officialDate(workspace.clock().now());
    const Date soon = workspace.resources().calendar.addWorkdays(today, kSoonWorkdays).date;
    switch (light) {
    case DueLight::Late: return {std::nullopt, fromDayNumber(dayNumber(today) - 1)};
    case DueLight::Soon: return {today, soon};
    case DueLight::Later: return {fromDayNumber(dayNumber(soon) + 1), std::nullopt};
    case DueLight::Any:
    case DueLight::Nothing: break;
    }
    return {};
}

/// A field is the items it ever had; an item outside the field fits nothing.
std::vector<std::string> itemsOf(const Workspace &workspace, const CaseQuery &query)
{
    std::vector<std::string> items;
    if (query.field.empty()) {
        if (!query.item.empty())
            items.push_back(query.item);
        return items;
    }
    for (const Item &item : workspace.catalogue().items())
        if (item.field == query.field && (query.item.empty() || query.item == item.code)
            && std::ranges::find(items, item.code) == items.end())
            items.push_back(item.code);
    if (items.empty())
        items.emplace_back("-");
    return items;
}

storage::CaseFilter filterOf(const Workspace &workspace, const CaseQuery &query)
{
    storage::CaseFilter filter;
    filter.state = query.state;
    filter.items = itemsOf(workspace, query);
    filter.district = query.district;
    filter.outcome = query.outcome;
    if (!query.reason.empty())
        filter.reasons = {query.reason};
    filter.channel = query.channel;
    filter.received = {query.receivedFrom, query.receivedThrough};
    filter.due = dueRange(workspace, query.light);
    filter.nothingDue = query.light == DueLight::Nothing;
    filter.unheld = query.holder == kNobody;
    if (!filter.unheld)
        filter.holder = query.holder;
    return filter;
}

} // namespace

Result<CaseLine> lineOf(Workspace &workspace, const storage::StoredCase &stored)
{
    const storage::CaseRecord &record = stored.record;
    const storage::CaseStanding &standing = stored.standing;
    CaseLine line;
    line.no = record.no;
    line.serial = record.serial;
    line.item = record.item;
    if (const permit::Item *item = workspace.catalogue().version(record.item, record.itemVersion)) {
        line.itemNameZh = item->nameZh;
        line.itemNameEn = item->nameEn;
    }
    line.district = record.district;
    line.channel = record.channel;
    line.applicantName = record.applicantName;
    line.applicantId = record.applicantId;
    line.receivedAt = record.receivedAt;
    line.state = standing.state;
    line.queue = standing.queue;
    line.outcome = standing.outcome;
    line.reason = standing.reason;
    line.touchedByHuman = standing.touchedByHuman;
    line.due = standing.due;
    if (auto held = standing.queue.empty() ? std::nullopt : TRY(holderOf(workspace, record.no))) {
        line.claimedAt = held->since;
        line.holderName = std::move(held->name);
        line.holder = std::move(held->account);
    }
    return line;
}

Result<CaseListPage> caseListPage(Workspace &workspace, const CaseQuery &query,
                                  const std::optional<CasePlace> &after)
{
    storage::Store &store = *workspace.parts().store;
    CaseListPage result;
    if (!query.words.empty()) {
        const FoundCases found = TRY(searchCases(workspace, query.words));
        for (const auto &stored : found.cases)
            result.lines.push_back(TRY(lineOf(workspace, stored)));
        result.isCut = found.isCut;
        result.unsearched = found.unsearched;
        return result;
    }
    if (!query.applicantId.empty()) {
        for (const auto &stored : TRY(store.cases().ofApplicant(query.applicantId, query.limit)))
            result.lines.push_back(TRY(lineOf(workspace, stored)));
        return result;
    }
    const storage::CaseFilter filter = filterOf(workspace, query);
    std::optional<storage::CaseCursor> from;
    if (after)
        from = storage::CaseCursor{after->due, after->no};
    const auto page =
        TRY(query.queue.empty() ? store.lists().list(filter, from, query.limit)
                                : store.lists().queueList(query.queue, filter, from, query.limit));
    for (const auto &stored : page.cases)
        result.lines.push_back(TRY(lineOf(workspace, stored)));
    if (page.next)
        result.next = CasePlace{page.next->due, page.next->no};
    return result;
}

Result<std::int64_t> countCases(Workspace &workspace, const CaseQuery &query)
{
    storage::Store &store = *workspace.parts().store;
    if (!query.words.empty())
        return static_cast<std::int64_t>(TRY(searchCases(workspace, query.words)).cases.size());
    if (!query.applicantId.empty())
        return static_cast<std::int64_t>(
            TRY(store.cases().ofApplicant(query.applicantId, std::numeric_limits<int>::max())).size());
    const storage::CaseFilter filter = filterOf(workspace, query);
    return query.queue.empty() ? store.lists().count(filter) : store.lists().queueCount(query.queue, filter);
}

Result<std::vector<CaseLine>> listCases(Workspace &workspace, const CaseQuery &query)
{
    std::vector<CaseLine> lines;
    CaseQuery page = query;
    std::optional<CasePlace> after;
    do {
        page.limit = query.limit - static_cast<int>(lines.size());
        CaseListPage found = TRY(caseListPage(workspace, page, after));
        after = found.next;
        std::ranges::move(found.lines, std::back_inserter(lines));
    } while (after && static_cast<int>(lines.size()) < query.limit);
    return lines;
}

} // namespace tongban::service
