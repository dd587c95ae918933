// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/column_index.h"
#include "core/dmn/model.h"
#include "core/feel/expression.h"
#include "core/feel/node.h"
#include "core/feel/unary_tests.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tongban::dmn {

/// One input column, compiled.
struct CompiledInput {
    std::string label;
    std::string text; ///< The input expression as written.
    feel::NodePtr expression;
    std::optional<std::size_t> globalSlot; ///< Where the value stands when the expression is only a name.
    feel::Type type;
    bool isConverted = false; ///< The value still has to be converted to `type`.
    feel::Span span;
    std::optional<feel::UnaryTests> allowed;
    std::vector<feel::UnaryTests> cells; ///< One a rule; an empty cell has the shape Any.
    ColumnIndex index;
};

/// One output column, compiled.
struct CompiledOutput {
    std::string name;
    std::string label;
    feel::Type type;
    std::optional<feel::UnaryTests> allowed;
    std::vector<feel::Value> order; ///< Constants of the output values, best first.
    feel::NodePtr defaultEntry; ///< Null when there is none.
    feel::Span defaultSpan;
};

/// One rule, compiled. `constant` is its whole output when nothing in it depends on the case.
struct CompiledRule {
    std::optional<feel::Value> constant;
    std::vector<feel::NodePtr> outputs; ///< Empty when constant.
    std::uint32_t source = 0; ///< Source number of the first output entry; the others follow.
};

/// A decision table ready to run; immutable, shared by threads. `source` points to the table as it was read,
/// for annotations and texts; it belongs to the model that owns this table.
struct CompiledTable {
    std::size_t number = 0;
    std::string element; ///< The decision or knowledge model it stands in.
    const DecisionTable *source = nullptr;
    HitPolicy hitPolicy = HitPolicy::Unique;
    Aggregation aggregation = Aggregation::None;
    std::vector<CompiledInput> inputs;
    std::vector<CompiledOutput> outputs;
    std::vector<CompiledRule> rules;
    feel::Ref<const feel::Shape> shape; ///< Of the result context; null pointer with a single output.
    feel::Type resultType;
    feel::Span span;
    bool hasResidual = false; ///< Some cells cannot be told from the indexes.
    std::size_t frameSize = 0; ///< Slots its texts use, for tests outside a decision.

    bool hasDefault() const;
    /// Memory of the indexes.
    std::size_t indexBytes() const;
};

} // namespace tongban::dmn
