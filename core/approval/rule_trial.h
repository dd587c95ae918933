// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision_engine.h"
#include "core/approval/explanation.h"
#include "core/approval/rule_set.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// What a row of a table came to in a trial.
struct TriedRow {
    enum class Standing { Fired, Missed, Open };
    Standing standing = Standing::Missed;
    std::optional<std::size_t> missedBy; ///< The first column whose condition is false.
    std::vector<std::size_t> openColumns; ///< Columns that an unknown value left open.
};

/// One table that was evaluated.
struct TriedTable {
    std::size_t number = 0; ///< As in RuleTable.
    std::vector<std::string> seen; ///< The value each column was compared with, in words.
    std::vector<TriedRow> rows;
};

/// What the rules say to values that somebody made up, or that a case had. Nothing is kept of it.
struct Trial {
    Outcome outcome = Outcome::Refer;
    Reason reason;
    std::string conclusion; ///< The model's own word; empty when it has none.
    std::vector<Finding> findings;
    std::vector<std::string> unknown; ///< Facts that left a row open, by their names.
    std::vector<TriedTable> tables;
};

/// Reads what a person typed for a fact: true or false, a number, a day (2026-03-17), words; lists are
/// separated by commas or 、. Empty = nobody knows it; "null" = whoever was asked says that there is nothing.
/// InvalidInput when it is something else.
Result<Fact> readFact(const FactDefinition &definition, std::string_view text);

/// The other way round.
std::string factText(const Fact &fact);

/// Decides once by these rules, as if the item let the program grant and give notice. `values` in the order
/// of the manifest.
Trial tryRules(const RuleSet &ruleSet, const std::vector<Fact> &values, Date day, Language language);

} // namespace tongban::approval
