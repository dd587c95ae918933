// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/callable.h"
#include "core/feel/expression.h"
#include "core/feel/node.h"
#include "core/feel/scope.h"

#include <string>
#include <vector>

namespace tongban::feel {

/// The boxed expressions of DMN 1.5, chapter 10.2, built from parts that are compiled already. Each part
/// must have been compiled in the scope that its description names; all return immutable nodes.

/// A boxed context: every entry is evaluated, converted to its type and written into its slot (declared in
/// the context's block scope before the next entry was compiled).
struct ContextEntry {
    std::string name;
    std::size_t slot = 0;
    Type type;
    NodePtr value;
};
/// `result` may be null: then the context itself is the value.
NodePtr contextNode(std::vector<ContextEntry> entries, NodePtr result, Span span);

/// A boxed list.
NodePtr listNode(std::vector<NodePtr> elements, Span span);

/// A boxed relation: a list of contexts with these columns; `cells` row by row.
NodePtr relationNode(std::vector<std::string> columns, std::vector<NodePtr> cells, Span span);

/// if, then, else.
NodePtr conditionalNode(NodePtr condition, NodePtr then, NodePtr otherwise);

/// A boxed function definition. `scope` is the function scope the body was compiled in; its parameters were
/// declared there first, in order. The node's value is a function that has captured what it uses. `known` is
/// what compiling found out about the result: its type for `instance of` when none is declared.
NodePtr functionNode(std::vector<Parameter> parameters, Type result, NodePtr body, const Scope &scope,
                     Span span, Type known = Type::any());

/// The same where nothing is captured: a business knowledge model.
Ref<const Callable> makeFunction(std::string title, std::vector<Parameter> parameters, Type result,
                                 NodePtr body, const Scope &scope, Span span);

/// A function of the host, named by the context that `body` gives (see HostFunctions); null with a diagnostic
/// when the host has no such function of so many parameters. The body is compiled in the scope around.
NodePtr externalFunctionNode(std::vector<Parameter> parameters, NodePtr body,
                             std::shared_ptr<const HostFunctions> hosts, Span span);

/// A boxed invocation: arguments by name.
struct Binding {
    std::string parameter;
    NodePtr value;
};
NodePtr invocationNode(NodePtr function, std::vector<Binding> bindings, Span span);

/// for, some, every over one list. `slot` is the iterator's, `partialSlot` that of `partial` (declared in
/// the block scope of the body; pass Shape::kNone when not used).
enum class Iteration { For, Some, Every };
NodePtr iterationNode(Iteration form, std::size_t slot, std::size_t partialSlot, NodePtr list, NodePtr body,
                      Span span);

/// in, match. The filter's condition is compiled by compileFilter.
tl::expected<Expression, CompileError> compileFilter(const Expression &list, std::string_view match,
                                                     Scope &scope, const CompileOptions &options = {});

/// Wraps a node: the value converted to the type.
NodePtr convertNode(NodePtr value, Type type, Span span);

} // namespace tongban::feel
