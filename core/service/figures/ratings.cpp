// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/figures/ratings.h"

#include "core/service/workspace/workspace_parts.h"

#include <algorithm>

namespace tongban::service {

namespace {

std::optional<permit::ClockReading> clockOf(const Workspace &workspace, const storage::CaseRecord &record,
                                            const permit::CaseState &state)
{
    const permit::Item *item = workspace.catalogue().version(record.item, record.itemVersion);
    if (item == nullptr)
        return std::nullopt;
    const auto clocks = permit::readClocks(state, *item, workspace.resources().clockRules(),
                                           officialDate(workspace.clock().now()));
    const auto found =
        std::ranges::find(clocks, permit::ClockKind::Rectification, &permit::ClockReading::kind);
    return found == clocks.end() ? std::nullopt : std::optional(*found);
}

} // namespace

std::int64_t Ratings::open() const
{
    return std::ranges::count_if(cases, [](const RatedCase &rated) { return rated.rating.isOpen(); });
}

Result<Ratings> ratings(Workspace &workspace, RatingsWanted wanted)
{
    storage::Store &store = *workspace.parts().store;
    Ratings found;
    for (const Uuid &id : TRY(store.events().casesOfAct(permit::name(permit::Act::Rate)))) {
        const storage::StoredCase stored = TRY(store.cases().byId(id));
        const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
        if (!state.rating)
            continue;
        ++found.byLevel[static_cast<std::size_t>(state.rating->level)];
        if (wanted == RatingsWanted::All || state.rating->isOpen())
            found.cases.push_back({stored.record.serial, stored.record.item, *state.rating,
                                   clockOf(workspace, stored.record, state)});
    }
    return found;
}

Result<ActOutcome> rateCase(Workspace &workspace, std::string_view key, std::string_view channel,
                            permit::RatingLevel level, const std::string &hall, const std::string &window,
                            const std::string &remark)
{
    if ((!hall.empty() || !window.empty()) && workspace.catalogue().window(hall, window) == nullptr)
        return fail(ErrorCode::InvalidInput, "the catalogue has no window " + window + " in hall " + hall);
    permit::ActRequest request;
    request.act = permit::Act::Rate;
    request.rating = level;
    request.hall = hall;
    request.window = window;
    request.reason = remark;
    return actOnCase(workspace, key, {std::string(channel), permit::Role::Applicant, {}}, std::move(request));
}

} // namespace tongban::service
