// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"
#include "core/feel/limits.h"
#include "core/feel/node.h"
#include "core/feel/scope.h"
#include "core/feel/type.h"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

class HostFunctions;

/// A compiled expression: immutable, shared by threads, cheap to copy. Evaluate it inside a Frame of its
/// scope's frameSize(), with the globals its scope promised.
class Expression
{
public:
    Expression() = default;
    Expression(NodePtr node, Type type) : m_node(std::move(node)), m_type(std::move(type)) { }

    bool isEmpty() const { return m_node == nullptr; }
    Value evaluate(Evaluation &evaluation) const { return m_node->evaluate(evaluation); }
    Truth test(Evaluation &evaluation) const { return m_node->test(evaluation); }

    const NodePtr &node() const { return m_node; }
    /// What is known of the result without evaluating; Any when nothing is.
    const Type &type() const { return m_type; }
    /// The value when the expression does not depend on anything.
    const Value *constant() const { return m_node ? m_node->constant() : nullptr; }

private:
    NodePtr m_node;
    Type m_type;
};

/// The source number goes into every span; `limits` bounds length and nesting.
struct CompileOptions {
    std::uint32_t source = 0;
    Limits limits;
    std::shared_ptr<const HostFunctions> hosts; ///< What `external` may call; may be null.
};

/// Compiles one expression (grammar rule 1 of DMN 1.5, 10.3.1.2). The scope gains slots for the loops
/// and functions inside. Text that is empty or only spaces and comments is a syntax error.
tl::expected<Expression, CompileError> compileExpression(std::string_view text, Scope &scope,
                                                         const CompileOptions &options = {});

} // namespace tongban::feel
