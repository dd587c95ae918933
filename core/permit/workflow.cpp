// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/workflow.h"

#include "core/permit/enum_names.h"

namespace tongban::permit {

namespace {

constexpr NamesUpTo<State::Revoked> kStates{"booked",
                                            "pre_review",
                                            "applied",
                                            "supplement_pending",
                                            "accepted",
                                            "evidence_pending",
                                            "referred",
                                            "second_signature",
                                            "suspended",
                                            "granted",
                                            "refused",
                                            "delivering",
                                            "delivery_returned",
                                            "closed",
                                            "declined",
                                            "withdrawn",
                                            "revoked"};
constexpr NamesUpTo<Act::Rectify> kActs{"book",
                                        "pre_review",
                                        "apply",
                                        "accept",
                                        "decline",
                                        "give_notice",
                                        "deem_accepted",
                                        "supplement",
                                        "accept_conditionally",
                                        "promise",
                                        "withdraw_promise",
                                        "record_evidence",
                                        "await_evidence",
                                        "grant",
                                        "refuse",
                                        "refer",
                                        "propose_refusal",
                                        "countersign",
                                        "reject_proposal",
                                        "extend",
                                        "suspend",
                                        "resume",
                                        "request_human",
                                        "check_in",
                                        "deliver_in_person",
                                        "send_by_courier",
                                        "return_parcel",
                                        "close",
                                        "withdraw",
                                        "revoke",
                                        "issue_paper",
                                        "rate",
                                        "rectify"};
constexpr NamesUpTo<Role::Administrator> kRoles{"applicant", "system",     "clerk",
                                                "approver",  "supervisor", "administrator"};
constexpr NamesUpTo<Transition::Answer::RoleMayNot> kAnswers{"allowed", "undefined_here", "role_may_not"};
constexpr Need kNeeds[] = {Need::Reason, Need::Basis, Need::Document, Need::SecondPerson, Need::Signer};

static_assert(kStates.size() == kStateCount && kActs.size() == kActCount && kRoles.size() == kRoleCount);

} // namespace

/// "No case yet" is the place after the last state.
std::size_t Workflow::place(std::optional<State> from, Act act, Role role)
{
    const auto state = from ? static_cast<std::size_t>(*from) : std::size_t{kStateCount};
    return (state * kActCount + static_cast<std::size_t>(act)) * kRoleCount + static_cast<std::size_t>(role);
}

Transition Workflow::transition(std::optional<State> from, Act act, Role role) const
{
    return m_transitions[place(from, act, role)];
}

std::vector<Role> Workflow::rolesFor(std::optional<State> from, Act act) const
{
    std::vector<Role> roles;
    for (int i = 0; i < kRoleCount; ++i) {
        if (transition(from, act, static_cast<Role>(i)).answer == Transition::Answer::Allowed)
            roles.push_back(static_cast<Role>(i));
    }
    return roles;
}

std::vector<Act> Workflow::actsFor(std::optional<State> from, Role role) const
{
    std::vector<Act> acts;
    for (int i = 0; i < kActCount; ++i) {
        if (transition(from, static_cast<Act>(i), role).answer == Transition::Answer::Allowed)
            acts.push_back(static_cast<Act>(i));
    }
    return acts;
}

std::string_view name(State state)
{
    return nameIn(kStates, state);
}

std::string_view name(Act act)
{
    return nameIn(kActs, act);
}

std::string_view name(Role role)
{
    return nameIn(kRoles, role);
}

std::string_view name(Need need)
{
    switch (need) {
    case Need::Reason: return "reason";
    case Need::Basis: return "basis";
    case Need::Document: return "document";
    case Need::SecondPerson: return "second_person";
    case Need::Signer: return "signer";
    }
    return {};
}

std::string_view name(Transition::Answer answer)
{
    return nameIn(kAnswers, answer);
}

std::optional<State> parseState(std::string_view name)
{
    return valueIn<State>(kStates, name);
}

std::optional<Act> parseAct(std::string_view name)
{
    return valueIn<Act>(kActs, name);
}

std::optional<Role> parseRole(std::string_view name)
{
    return valueIn<Role>(kRoles, name);
}

std::optional<Need> parseNeed(std::string_view text)
{
    for (const Need need : kNeeds) {
        if (name(need) == text)
            return need;
    }
    return std::nullopt;
}

} // namespace tongban::permit
