// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/boxed.h"
#include "core/feel/node.h"
#include "core/feel/operations.h"
#include "core/feel/scope.h"
#include "core/feel/type.h"

#include <string>
#include <vector>

namespace tongban::feel {

/// The nodes a parser makes of the grammar, besides those of boxed.h. Nodes without side effects whose parts
/// are constant are evaluated at once, unless that gives an error (which must be reported at run time).

NodePtr constantNode(Value value);
NodePtr variableNode(const Scope::Name &name);
NodePtr arithmeticNode(Arithmetic operation, NodePtr left, NodePtr right, Span span);
NodePtr negativeNode(NodePtr value, Span span);
NodePtr comparisonNode(Comparison operation, NodePtr left, NodePtr right, Span span);
NodePtr conjunctionNode(std::vector<NodePtr> parts);
NodePtr disjunctionNode(std::vector<NodePtr> parts);
NodePtr betweenNode(NodePtr value, NodePtr low, NodePtr high, Span span);
NodePtr instanceNode(NodePtr value, Type type);

/// `source.name`; `shape` may be null, otherwise it is what the source is expected to have.
NodePtr pathNode(NodePtr source, std::string name, Ref<const Shape> shape, Span span);
/// A name inside a filter.
NodePtr memberNode(std::vector<NodePtr> items, NodePtr otherwise, std::string name, Span span);
/// `list[condition]`; the element is written into `itemSlot` before the condition is evaluated.
NodePtr filterNode(NodePtr list, NodePtr condition, std::size_t itemSlot, Span span);

struct RangeEnds {
    NodePtr low;
    NodePtr high;
    bool lowIncluded = false;
    bool highIncluded = false;
};
NodePtr rangeNode(RangeEnds ends, Span span);
/// `(< 5)`: a range without a value to compare.
NodePtr openRangeNode(Comparison operation, NodePtr end, Span span);

/// One `x in ...` of for, some and every. With `last` it runs from `list` to `last` one by one.
struct Domain {
    std::size_t slot = 0;
    NodePtr list;
    NodePtr last;
};
NodePtr iterationNode(Iteration form, std::vector<Domain> domains, std::size_t partialSlot, NodePtr body,
                      Span span);

/// A call of whatever the function node gives. Without names the arguments are in order.
NodePtr callNode(NodePtr function, std::vector<NodePtr> arguments, std::vector<std::string> names, Span span);

/// The node itself, or a constant when all parts are constant and evaluating gives no error.
NodePtr folded(NodePtr node, const std::vector<NodePtr> &parts);

} // namespace tongban::feel
