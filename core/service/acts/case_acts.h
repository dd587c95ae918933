// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/cases/cases.h"
#include "core/storage/case_store.h"

#include <functional>

namespace tongban::service {

/// Written in the transaction of the act and only with it: files, pages that were seen.
using WithAct = std::function<Result<>(const storage::StoredCase &stored, Timestamp now)>;

/// A person as actor: in the role that the table wants; in the first one held where the table wants none of
/// them, so that it is the table that says so.
Actor actorFor(const Workspace &workspace, const SignedIn &person, permit::State state, permit::Act act);

/// actOnCase(), and what has to be durable together with the act.
Result<ActOutcome> actOnCaseWith(Workspace &workspace, std::string_view key, const Actor &actor,
                                 permit::ActRequest request, const SupplementRequest &supplement,
                                 const WithAct &withAct);

/// What the act would come to at this moment; writes nothing. For papers that show themselves before the act.
Result<permit::ActResult> tryAct(Workspace &workspace, std::string_view key, const Actor &actor,
                                 permit::ActRequest request, const SupplementRequest &supplement = {});

} // namespace tongban::service
