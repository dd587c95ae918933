// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/store.h"

#include <chrono>
#include <optional>
#include <string>

namespace tongban::service {

/// The centre that a workspace belongs to: its acts are told there and become true there; what is stored here
/// is a copy, with this desktop's own acts on top until the centre has answered.
struct JoinedCentre {
    std::string connect; ///< Without a password.
    std::string account; ///< As the centre knows this login.
    std::string kind; ///< "person", "channel", "worker".
    std::string device; ///< As the administrator has enrolled it; a district's own may be newer.
    /// By how much the centre's clock was ahead of this machine's when they last met. Nothing rests on it but
    /// what a person is shown.
    std::chrono::milliseconds clockOffset{0};

    bool isPerson() const { return kind == "person"; }
};

/// Nothing = the workspace is the whole system.
Result<std::optional<JoinedCentre>> readJoinedCentre(storage::Store &store);
/// Inside the open transaction.
Result<> keepJoinedCentre(storage::Store &store, const JoinedCentre &centre);

} // namespace tongban::service
