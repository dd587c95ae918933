// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/cases/cases.h"
#include "core/storage/case_store.h"

namespace tongban::service {

/// What a claim means for acts; private to core/service. All inside the act's open transaction.

struct DoneAct {
    const Actor &actor;
    permit::Act act = permit::Act::Accept;
    Timestamp at{};
};

/// Why this person may not act: somebody else works on the case. Acts that only write down what the applicant
/// did (a visit, a supplement, a withdrawal) and printing are free.
Result<std::optional<permit::ActRefusal>> heldByOther(Workspace &workspace, const storage::StoredCase &stored,
                                                      const Actor &actor, permit::Act act);

/// Before the case changes to `after`: ends its claim when it goes elsewhere, or to somebody else for a
/// second signature. A case that a person takes up without having claimed it is remembered too, and whom that
/// passed over (B19).
Result<> followClaim(Workspace &workspace, const storage::StoredCase &before,
                     const storage::CaseStanding &after, const DoneAct &done);

/// In which of the roles that claim an account does it: the one that most acts of people need.
permit::Role claimRole(const Account &account);
/// The same for the name of an account; an approver where the office has no such account.
Result<permit::Role> claimRoleOf(Workspace &workspace, std::string_view account);

/// Who works on a case right now, at this desktop or at another of the centre's.
struct Holder {
    std::string account;
    std::string name;
    std::optional<Timestamp> since; ///< At this desktop.
    std::optional<Timestamp> until; ///< At another one, by the centre's clock.
};
Result<std::optional<Holder>> holderOf(Workspace &workspace, std::int64_t caseNo);

/// The name by which people know an account; the account itself where there is none.
Result<std::string> displayName(Workspace &workspace, const std::string &account);

} // namespace tongban::service
