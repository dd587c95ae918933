// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/node.h"
#include "core/feel/operations.h"
#include "core/feel/type.h"

#include <cstddef>
#include <vector>

namespace tongban::feel {

/// One of the tests between commas.
struct TestAlternative {
    bool isComparison = false; ///< `< 5`; otherwise a value, a range, a list or a condition.
    Comparison operation = Comparison::Equal;
    NodePtr node;
    bool usesInput = false; ///< `?` occurs, so a boolean is a verdict and not a value to compare.
    Span span;
    bool isRange = false; ///< Known to be a range, so a null is a range that could not be made.
};

/// The tests of a cell.
struct TestList {
    bool isAny = false; ///< `-`
    bool isNegated = false; ///< `not(...)`
    std::vector<TestAlternative> alternatives;
    std::size_t inputSlot = 0;
    bool usesInput = false;
    bool isBooleanInput = false; ///< The input is declared a boolean.
    bool isOtherInput = false; ///< The input is declared something else.
};

/// Whether the input passes one of them. `?` is in its slot already.
Truth passes(const TestAlternative &alternative, Span span, const Value &input, Evaluation &evaluation);

/// `value in (alternatives)`.
NodePtr membershipNode(NodePtr value, std::vector<TestAlternative> alternatives, Span span);

} // namespace tongban::feel
