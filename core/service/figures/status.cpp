// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/figures/status.h"

#include "core/service/acts/standing.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <map>

namespace tongban::service {

namespace {

OutcomeCounts countsOf(const storage::CaseCount &row)
{
    using permit::State;
    OutcomeCounts counts;
    counts.cases = row.count;
    const auto state = permit::parseState(row.state);
    if (!row.outcome.empty()) {
        const bool granted = row.outcome == permit::name(permit::DecisionKind::Granted);
        (granted ? counts.granted : counts.refused) = row.count;
        if (!row.touchedByHuman) {
            counts.automatic = row.count;
            counts.automaticRefusals = granted ? 0 : row.count;
        }
    } else if (state == State::SupplementPending) {
        counts.noticed = row.count;
    } else if (state == State::EvidencePending) {
        counts.evidence = row.count;
    } else if (row.queue == queue::kAutomatic) {
        counts.untouched = row.count;
    } else if (row.queue == queue::kPeople) {
        counts.referred = row.count;
    } else {
        counts.other = row.count;
    }
    return counts;
}

} // namespace

int OutcomeCounts::automaticPerMille() const
{
    const std::int64_t seen = cases - untouched;
    return seen == 0 ? 0 : static_cast<int>((automatic * 2000 + seen) / (2 * seen));
}

int NoticeQuality::secondNoticePerMille() const
{
    return noticed == 0 ? 0 : static_cast<int>((noticedAgain * 2000 + noticed) / (2 * noticed));
}

void OutcomeCounts::add(const OutcomeCounts &more)
{
    cases += more.cases;
    automatic += more.automatic;
    granted += more.granted;
    refused += more.refused;
    automaticRefusals += more.automaticRefusals;
    noticed += more.noticed;
    referred += more.referred;
    evidence += more.evidence;
    untouched += more.untouched;
    other += more.other;
}

Result<Status> statusOf(Workspace &workspace)
{
    storage::Store &store = *workspace.parts().store;
    const permit::Catalogue &catalogue = workspace.catalogue();
    const Date today = officialDate(workspace.clock().now());
    Status status;
    std::map<std::string, ItemStatusLine> items;
    std::map<std::string, std::int64_t> reasons;
    std::map<std::string, DeskCount> desks;
    for (const storage::CaseCount &row : TRY(store.cases().counts())) {
        ItemStatusLine &line = items[row.item];
        const OutcomeCounts counts = countsOf(row);
        line.counts.add(counts);
        status.all.add(counts);
        if (!row.reason.empty() && row.outcome.empty())
            reasons[row.reason] += row.count;
    }
    for (auto &[code, line] : items) {
        line.item = code;
        if (const auto versions = catalogue.versions(code); !versions.empty()) {
            if (const ApprovalQueue *desk = workspace.resources().approvalQueues.queueFor(versions.back());
                desk != nullptr && line.counts.referred > 0) {
                DeskCount &count = desks[desk->code];
                count.desk = *desk;
                count.waiting += line.counts.referred;
            }
            line.nameZh = versions.back().nameZh;
            line.nameEn = versions.back().nameEn;
            line.area = versions.back().area;
        }
        if (!line.area.empty())
            status.areas.add(line.counts);
        status.items.push_back(line);
    }
    std::ranges::stable_sort(status.items, std::ranges::greater{},
                             [](const ItemStatusLine &line) { return line.counts.cases; });
    for (const auto &[reason, count] : reasons)
        status.reasons.push_back({reason, count});
    std::ranges::stable_sort(status.reasons, std::ranges::greater{}, &ReasonCount::count);
    for (const auto &[code, count] : desks)
        status.desks.push_back(count);
    std::ranges::stable_sort(status.desks, std::ranges::greater{}, &DeskCount::waiting);
    const auto notices = TRY(store.events().casesWith(permit::name(permit::Act::GiveNotice)));
    status.notices = {notices.once, notices.repeatedly};
    std::map<std::string, std::int64_t> automatic;
    for (const ItemStatusLine &line : status.items)
        automatic.emplace(line.item, line.counts.automatic);
    status.saved = TRY(hoursSaved(workspace, automatic));
    status.catalogue = catalogue.counts(today);
    status.automaticItems = approval::automaticItemCount(catalogue, *workspace.resources().ruleSets, today);
    status.events = TRY(store.events().count());
    status.decisions = TRY(store.decisions().count());
    return status;
}

} // namespace tongban::service
