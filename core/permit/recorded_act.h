// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act_rules.h"

#include <string_view>
#include <vector>

namespace tongban::permit {

/// An act as a ledger tells it; the texts belong to the caller.
struct RecordedAct {
    std::string_view act;
    std::string_view stateAfter;
    std::string_view actor;
    std::string_view role;
    Timestamp at{};
    std::string_view reason;
    std::string_view basis;
    std::string_view body; ///< Canonical JSON.
};

/// What the act asked for, read back from its event. Corrupted when the act or the body cannot be read.
Result<ActRequest> requestOf(std::string_view act, std::string_view reason, std::string_view basis,
                             std::string_view body);

/// A case as a recorded act left it.
struct ReplayedAct {
    CaseState state;
    /// What this program would have said against the act: it was judged elsewhere, by other texts or another
    /// calendar. The record stands all the same.
    std::vector<ActRefusal> doubts;
};

/// By what it is followed.
struct ReplayContext {
    const Procedure &procedure;
    const Item &item;
    DecisionPower power;
    int district = 0; ///< For an act that opens the case, ...
    Timestamp receivedAt{}; ///< ... as this.
};

/// Where a recorded act leads: the same case, record and rules, the same result on every machine. `before` =
/// null: the act opens the case. Corrupted when the record cannot be read.
Result<ReplayedAct> replay(const CaseState *before, const RecordedAct &record, const ReplayContext &context);

} // namespace tongban::permit
