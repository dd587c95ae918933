// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act_rules.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::permit {

/// One act being judged and done: the case before and after it, what speaks against it, and what the event
/// will tell. The rules below look only at this.
struct ActWork {
    ActWork(const CaseState &state, const ActRequest &what, const ActContext &with)
        : before(state), after(state), request(what), context(with), today(officialDate(with.now)),
          reason(what.reason), basis(what.basis)
    {
    }

    void refuse(ActProblem problem, std::string text = {}, std::optional<Date> day = {},
                std::int64_t number = 0)
    {
        refusals.push_back({problem, std::move(text), day, number});
    }

    /// A member of the event's body, already canonical JSON. In any order; each name once.
    void tellRaw(std::string_view key, std::string json) { body.emplace_back(key, std::move(json)); }
    void tell(std::string_view key, std::string_view text);
    void tell(std::string_view key, std::int64_t number) { tellRaw(key, std::to_string(number)); }
    void tell(std::string_view key, const std::vector<int> &numbers);
    std::string bodyText();

    bool byProgram() const { return context.role == Role::System; }
    /// Refuses unless another person signed, in one of the two roles (the second may equal the first).
    void needSigner(Role wanted, Role orElse);

    const CaseState &before;
    CaseState after;
    const ActRequest &request;
    const ActContext &context;
    Date today;
    std::string reason; ///< Of the event: the request's, unless a rule fills it in.
    std::string basis;
    std::vector<ActRefusal> refusals;
    std::vector<std::pair<std::string_view, std::string>> body;
};

/// Numbers separated by ";": the form of lists in a refusal.
std::string joined(const std::vector<int> &numbers);

/// Each either refuses or changes `after`; what the table and its needs say was looked at before.
void receiveApplication(ActWork &work);
void accept(ActWork &work);
void acceptConditionally(ActWork &work);
void deemAccepted(ActWork &work);
void decline(ActWork &work);
void giveNotice(ActWork &work);
void supplement(ActWork &work);

void promise(ActWork &work);
void withdrawPromise(ActWork &work);
void refer(ActWork &work);
void requestHuman(ActWork &work);
void grant(ActWork &work);
void refuseAutomatically(ActWork &work);
void proposeRefusal(ActWork &work);
void countersign(ActWork &work);
void rejectProposal(ActWork &work);
void revoke(ActWork &work);

void extend(ActWork &work);
void suspend(ActWork &work);
void resume(ActWork &work);
void withdraw(ActWork &work);

void checkIn(ActWork &work);
void deliverInPerson(ActWork &work);
void sendByCourier(ActWork &work);
void returnParcel(ActWork &work);
void close(ActWork &work);

void rate(ActWork &work);
void rectify(ActWork &work);

/// The step a case in this state is in (S18); nothing before receipt and when it is finished.
std::optional<Step> stepOf(const CaseState &state);

} // namespace tongban::permit
