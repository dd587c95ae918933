// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set.h"
#include "core/base/digest.h"

#include <string>

namespace tongban::approval {

/// The hashed members of a capsule as canonical JSON. Reused from case to case.
struct CapsuleSections {
    std::string header; ///< "case"
    std::string circumstances;
    std::string evidence;
    std::string facts;
    std::string result;
    std::string rules;

    void write(const RuleSet &ruleSet, const DecisionInputs &inputs, const Decision &decision);
};

struct CapsuleHashes {
    Digest inputs;
    Digest result;
    Digest rules;
    Digest capsule;
};

/// `digester` and `scratch` only save allocations.
CapsuleHashes hashSections(const CapsuleSections &sections, const RuleSet &ruleSet,
                           const DecisionInputs &inputs, Digester &digester, std::string &scratch);

} // namespace tongban::approval
