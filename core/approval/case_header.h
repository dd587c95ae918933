// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/permit/item.h"

#include <string>
#include <vector>

namespace tongban::approval {

/// Which case a decision is about: what a capsule says of it beside the facts.
struct CaseHeader {
    std::string id; ///< UUID as text.
    std::string serial; ///< The number people see.
    std::string item; ///< "CZ-001"
    int itemVersion = 1; ///< The version pinned when the case came in.
    int round = 1; ///< 1 for the first decision; a supplemented case is decided again.
    int district = 0; ///< Division code; 440300 = city level.
    std::string channel; ///< "unified_platform", ...
    std::string applicantKind; ///< "person", "enterprise"
    std::string applicantId; ///< Resident id or credit code.
    Timestamp receivedAt{};
    Timestamp decidedAt{}; ///< The instant the decision is made for; ages of answers count against its day.

    bool operator==(const CaseHeader &) const = default;
};

/// What surrounds a decision and is known before the rules run.
struct Circumstances {
    bool humanRequested =
        false; ///< The applicant asked for a person (Personal Information Protection Law, 24).
    bool duplicate = false; ///< An older open case asks for the same.
    bool automaticItem = true; ///< The item is decided by rules at all.
    bool insidePower = true; ///< This office may decide the item in this district on this day.
    permit::AutomaticOutcomes automatic; ///< What the item lets be decided without a person.
    std::vector<int> missingMaterials; ///< Numbers of main documents that were not provided, ascending.

    bool operator==(const Circumstances &) const = default;
};

} // namespace tongban::approval
