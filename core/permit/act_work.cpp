// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/act_work.h"

#include "core/base/canonical_json.h"

#include <algorithm>

namespace tongban::permit {

void ActWork::tell(std::string_view key, std::string_view text)
{
    std::string json;
    CanonicalWriter(json).string(text);
    tellRaw(key, std::move(json));
}

void ActWork::tell(std::string_view key, const std::vector<int> &numbers)
{
    std::string json;
    CanonicalWriter writer(json);
    writer.beginArray();
    for (const int number : numbers)
        writer.number(number);
    writer.endArray();
    tellRaw(key, std::move(json));
}

std::string ActWork::bodyText()
{
    std::ranges::sort(body, {}, [](const auto &member) { return member.first; });
    std::string json;
    CanonicalWriter writer(json);
    writer.beginObject();
    for (const auto &[key, value] : body) {
        writer.key(key);
        writer.raw(value);
    }
    writer.endObject();
    return json;
}

void ActWork::needSigner(Role wanted, Role orElse)
{
    const std::optional<Signature> &signer = request.signer;
    if (!signer || signer->actor.empty())
        refuse(ActProblem::SignerMissing, std::string(name(wanted)));
    else if (signer->actor == context.actor)
        refuse(ActProblem::SignerIsActor);
    else if (signer->role != wanted && signer->role != orElse)
        refuse(ActProblem::SignerMayNot, std::string(name(wanted)));
}

std::string joined(const std::vector<int> &numbers)
{
    std::string out;
    for (const int number : numbers)
        out += (out.empty() ? "" : ";") + std::to_string(number);
    return out;
}

std::optional<Step> stepOf(const CaseState &state)
{
    switch (state.state) {
    case State::Booked:
    case State::PreReview:
    case State::Closed:
    case State::Declined:
    case State::Withdrawn:
    case State::Revoked: return std::nullopt;
    case State::Applied:
    case State::SupplementPending: return Step::Accept;
    case State::Accepted:
    case State::EvidencePending:
    case State::Referred:
    case State::Suspended: return state.isAccepted() ? Step::Review : Step::Accept;
    case State::SecondSignature: return Step::Decide;
    case State::Granted:
    case State::Refused:
    case State::Delivering:
    case State::DeliveryReturned: return Step::Deliver;
    }
    return std::nullopt;
}

} // namespace tongban::permit
