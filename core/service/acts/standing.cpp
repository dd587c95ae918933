// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/standing.h"

namespace tongban::service {

Date openedOn(const permit::CaseState &state, const storage::CaseRecord &record)
{
    return state.appliedOn ? *state.appliedOn : officialDate(record.receivedAt);
}

std::string_view queueOf(const permit::CaseState &state)
{
    using permit::State;
    switch (state.state) {
    case State::Applied:
    case State::Accepted: return state.touchedByHuman ? queue::kPeople : queue::kAutomatic;
    case State::EvidencePending: return queue::kEvidence;
    case State::SupplementPending: return queue::kApplicant;
    case State::Booked:
    case State::PreReview:
    case State::Referred:
    case State::SecondSignature:
    case State::Suspended: return queue::kPeople;
    case State::Granted:
    case State::Refused:
    case State::Delivering:
    case State::DeliveryReturned: return queue::kDelivery;
    case State::Closed:
    case State::Declined:
    case State::Withdrawn:
    case State::Revoked: return {};
    }
    return {};
}

storage::CaseStanding standingOf(const permit::CaseState &state, const permit::Item &item,
                                 const Resources &resources, std::string_view reason)
{
    storage::CaseStanding standing;
    standing.version = state.version;
    standing.state = permit::name(state.state);
    standing.queue = queueOf(state);
    if (const auto due = permit::dueDay(state, item, resources.calendar, *resources.limits))
        standing.due = due->date;
    if (state.decision)
        standing.outcome = permit::name(state.decision->kind);
    standing.reason = reason;
    standing.open = !resources.workflow->isFinal(state.state) && !state.decision;
    standing.touchedByHuman = state.touchedByHuman;
    standing.changedAt = state.changedAt;
    standing.details = permit::canonicalText(state);
    return standing;
}

} // namespace tongban::service
