// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/cases/case_view.h"
#include "core/service/cases/cases.h"
#include "core/service/papers/papers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// A field of the form of an act.
enum class ActInput : std::uint8_t {
    Defects, ///< Of a notice: which, from CaseDesk::defects or in words of one's own.
    Materials, ///< Which documents came, or may follow.
    Reason,
    Basis,
    Document,
    DueDay,
    Workdays,
    Suspension,
    Waybill,
    Receiver,
    Signer, ///< The second person: account and password.
};

/// The field in which a person can do something about the problem; nothing = nobody can, here and now.
std::optional<ActInput> inputFor(permit::ActProblem problem);

/// One act that staff can do to cases, and how it stands with this case and this person.
struct ActOffer {
    permit::Act act = permit::Act::Accept;
    permit::Role role = permit::Role::Clerk; ///< In which it would be done.
    std::vector<permit::ActRefusal>
        obstacles; ///< Why not now, whatever is filled in; empty = it can be done.
    std::vector<ActInput> inputs; ///< What the form asks, in its order.
    std::string basis; ///< What most cases of this kind rest on; may be changed.
    std::string reason; ///< Empty where the person has to say it: whenever the rules found something.

    bool isPossible() const { return obstacles.empty(); }
};

/// A document of the item, for the lists of a form.
struct MaterialChoice {
    int no = 0;
    std::string nameZh;
    std::string nameEn;
    bool isProvided = false; ///< The application says so.
    bool isDelivered = false; ///< Shared data or the licence store has it; asking needs a reason (S1).
    bool mayFollow = false; ///< A minor one.
};

/// A person who could sign second.
struct SignerChoice {
    std::string account;
    std::string displayName;
};

/// What a person at a desk can do with a case now, and what the forms offer to choose from.
struct CaseDesk {
    std::int64_t version = 0; ///< Of the case as it was looked at.
    permit::State state = permit::State::Booked;
    std::vector<ActOffer> offers; ///< Every act of staff, in the order of the table.
    std::vector<permit::Defect> defects; ///< For a notice: what the rules found first, then every document.
    std::vector<std::string> reasons; ///< In the words of the rules.
    std::vector<std::string> bases; ///< Articles, the nearest first.
    std::vector<MaterialChoice> materials;
    std::vector<SignerChoice> signers;
    bool isFlagged = false; ///< The rules found something, or would refuse.
    Date usualDueDay; ///< Of a notice.

    const ActOffer *offer(permit::Act act) const;
};

Result<CaseDesk> caseDesk(Workspace &workspace, std::string_view key, const SignedIn &person);

/// An act as a form sends it.
struct DeskAct {
    std::int64_t seenVersion = 0; ///< What the person looked at.
    permit::ActRequest request; ///< Without a signer: that comes from the credentials.
    SupplementRequest supplement;
    std::optional<Credentials> signer;
    std::optional<CaseView> seen; ///< What was on the screen; kept with the act (B14).
};

struct DeskOutcome {
    ActOutcome act;
    SignInAnswer::Problem signature = SignInAnswer::Problem::None; ///< Otherwise nothing was done.
};

/// Does one act for the person who is signed in, in the role that the table wants. The second person's
/// password is checked here: a name alone signs nothing. Conflict when the case is not as it was looked at.
Result<DeskOutcome> actAtDesk(Workspace &workspace, std::string_view key, const SignedIn &person,
                              DeskAct act);

/// The paper of the act as it is filled in, before it is done; see previewAct(). A second person who has not
/// signed yet is taken for granted: the page does not name him.
Result<MadePaper> previewAtDesk(Workspace &workspace, std::string_view key, const SignedIn &person,
                                const DeskAct &act, document::PaperLanguage language);

} // namespace tongban::service
