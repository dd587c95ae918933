// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/condition.h"
#include "core/approval/decision.h"
#include "core/approval/fact_story.h"
#include "core/dmn/trace.h"

namespace tongban::approval {

ConditionTable tellTable(const RuleSet &ruleSet, const FactStory &story, const TableStatus &status,
                         const dmn::TableTrace &trace);

} // namespace tongban::approval
