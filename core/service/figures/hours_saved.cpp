// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/figures/hours_saved.h"

#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <array>

namespace tongban::service {

namespace {

constexpr std::array kStaff = {permit::Role::Clerk, permit::Role::Approver, permit::Role::Supervisor};

/// When somebody took up a case or put it back. What is done to a claimed case ends the claim and is an act
/// anyway.
struct Moment {
    std::string account;
    Timestamp at{};
};

Result<std::vector<Moment>> claimMoments(storage::Store &store)
{
    std::vector<Moment> moments;
    TRY(store.claims().scanSteps([&](const storage::ClaimStepRow &step) {
        if (step.kind == "claimed" || step.kind == "taken_over" || step.kind == "released")
            moments.push_back({step.account, step.at});
    }));
    return moments;
}

} // namespace

std::chrono::milliseconds HoursSaved::total() const
{
    std::chrono::milliseconds sum{};
    for (const SavedLine &line : items)
        sum += line.saved().value_or(std::chrono::milliseconds(0));
    return sum;
}

std::int64_t HoursSaved::measuredCases() const
{
    std::int64_t sum = 0;
    for (const SavedLine &line : items)
        sum += line.saved() ? line.automatic : 0;
    return sum;
}

std::int64_t HoursSaved::unmeasuredCases() const
{
    std::int64_t sum = 0;
    for (const SavedLine &line : items)
        sum += line.saved() ? 0 : line.automatic;
    return sum;
}

Result<HoursSaved> hoursSaved(Workspace &workspace, const std::map<std::string, std::int64_t> &automatic)
{
    permit::ManualTimeLedger ledger;
    std::vector<std::string_view> roles;
    for (const permit::Role role : kStaff)
        roles.push_back(permit::name(role));
    const auto moments = TRY(claimMoments(*workspace.parts().store));
    auto moment = moments.begin();
    TRY(workspace.parts().store->events().scanRoles(roles, [&](const storage::RoleEvent &event) {
        for (; moment != moments.end() && moment->at <= event.at; ++moment)
            ledger.seen(moment->account, moment->at);
        if (const auto act = permit::parseAct(event.act))
            ledger.add({event.actor, *act, event.caseId, event.item, event.at});
    }));
    HoursSaved saved;
    for (const auto &[item, cases] : automatic) {
        if (cases > 0)
            saved.items.push_back({item, cases, ledger.of(item)});
    }
    std::ranges::stable_sort(saved.items, std::ranges::greater{}, &SavedLine::automatic);
    return saved;
}

} // namespace tongban::service
