// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_model.h"
#include "core/dmn/finding.h"

#include <cstddef>
#include <vector>

namespace tongban::dmn {

/// What the checks of one table may cost. Beyond it the table gets an Unchecked finding that says so.
struct CheckLimits {
    std::size_t regions = 200'000; ///< Combinations of segments looked at.
    std::size_t cellTests = 20'000'000; ///< Cells times segments of a column.
    std::size_t findingsOfAKind = 20; ///< Reported for each table.
};

/// Looks for mistakes in a model's decision tables that show before any case does. Pure; any thread.
///
/// - Gap: inputs for which no rule applies, where the hit policy promises an answer (UNIQUE, ANY, FIRST,
/// PRIORITY without
///   a default output). COLLECT, RULE ORDER and OUTPUT ORDER have no gaps: there "no rule" is an answer.
/// - Overlap: inputs for which two rules apply under UNIQUE, or under ANY with different outputs.
/// - Masked: a rule that never decides under FIRST or PRIORITY because others cover all its cases.
/// - NotAllowed: a cell no allowed value of its column can pass, or an output outside the output values.
/// - TypeMismatch: a cell whose constants are of another kind than its column.
/// - Structure: an input no decision requires.
/// - Unchecked: where cells are more than constants, or a limit was reached.
///
/// Each finding names the rules as people count them and gives an example input. Exact for numbers, dates,
/// durations, booleans and texts as long as the columns are independent of each other, which is certain when
/// each compares a different name; then a gap or an overlap is an error, otherwise a warning. Missing inputs
/// are no gaps: they make rules undetermined.
std::vector<Finding> checkModel(const CompiledModel &model, const CheckLimits &limits = {});

} // namespace tongban::dmn
