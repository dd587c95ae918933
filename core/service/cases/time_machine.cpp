// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/time_machine.h"

#include "core/service/cases/case_line.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/past_standing.h"
#include "core/service/centre/replica_case.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <string>

namespace tongban::service {

namespace {

/// How many of the acts had been done.
Result<std::size_t> countOf(const std::vector<storage::StoredEvent> &events, const PastPoint &point)
{
    if (point.acts) {
        if (*point.acts < 1 || *point.acts > static_cast<std::int64_t>(events.size()))
            return fail(ErrorCode::InvalidInput, "the case has " + std::to_string(events.size()) + " acts");
        return static_cast<std::size_t>(*point.acts);
    }
    if (!point.at)
        return events.size();
    const auto later =
        std::ranges::find_if(events, [&](const storage::StoredEvent &event) { return event.at > *point.at; });
    return static_cast<std::size_t>(later - events.begin());
}

/// An appointment becomes an application under the item of that day; before that it had the one of its own.
int firstVersion(const Workspace &workspace, const storage::CaseRecord &record,
                 const storage::StoredEvent &opening)
{
    if (opening.act == permit::name(permit::Act::Apply))
        return record.itemVersion;
    const permit::Item *item = workspace.catalogue().item(record.item, officialDate(record.receivedAt));
    return item == nullptr ? record.itemVersion : item->version;
}

} // namespace

Result<PastCase> caseAsOf(Workspace &workspace, std::string_view key, const PastPoint &point,
                          approval::Language language)
{
    storage::Store &store = *workspace.parts().store;
    PastStanding past{TRY(findCase(store, key)), {}, {}};
    past.events = TRY(store.events().ofCase(past.stored.record.id));
    PastCase found;
    found.allActs = static_cast<std::int64_t>(past.events.size());
    past.events.resize(TRY(countOf(past.events, point)));
    if (past.events.empty())
        return fail(ErrorCode::NotFound, "there was no such case then");
    found.acts = static_cast<std::int64_t>(past.events.size());
    found.at = past.at = point.acts || !point.at ? past.events.back().at : *point.at;

    CaseFolder folder(workspace);
    FoldedCase folded;
    folded.record = past.stored.record;
    folded.record.itemVersion = firstVersion(workspace, past.stored.record, past.events.front());
    for (const storage::StoredEvent &event : past.events)
        TRY(folder.follow(folded, event));
    found.state = *folded.state;
    past.stored.record = std::move(folded.record);
    past.stored.standing = folder.standing(folded);
    const permit::Item &item = *TRY(itemOf(workspace, past.stored.record));
    found.clocks =
        permit::readClocks(found.state, item, workspace.resources().clockRules(), officialDate(found.at));
    for (const permit::ClockReading &clock : found.clocks)
        found.accounts.emplace_back(
            clock.kind,
            TRY(permit::clockAccount(found.state, item, workspace.resources().clockRules(), clock.kind,
                                     officialDate(found.at))));
    for (const storage::StoredEvent &event : past.events)
        found.events.push_back(storyEvent(event));
    found.view = TRY(pastView(workspace, std::move(past), language));
    return found;
}

Result<Timestamp> parseMoment(std::string_view text)
{
    constexpr std::chrono::milliseconds kLast{1};
    if (const auto day = parseIsoDate(text)) {
        const auto next = parseIsoTimestamp(isoDate(*day + std::chrono::days(1)) + "T00:00:00+08:00");
        return TRY(next) - kLast;
    }
    std::string moment(text);
    if (moment.size() == 16 && (moment[10] == ' ' || moment[10] == 'T')) {
        moment[10] = 'T';
        return TRY(parseIsoTimestamp(moment + ":00+08:00")) + std::chrono::minutes(1) - kLast;
    }
    return parseIsoTimestamp(moment);
}

} // namespace tongban::service
