// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model_parts.h"
#include "core/dmn/type_resolver.h"
#include "core/feel/boxed.h"
#include "core/feel/scope.h"

#include <string>
#include <string_view>

namespace tongban::dmn {

/// A compiled piece and what is known of its value.
struct CompiledPiece {
    feel::NodePtr node;
    feel::Type type;
};

/// Compiles the boxed expressions of one element of the graph. A text that does not compile becomes a finding
/// and a piece that answers null with a diagnostic.
class BoxedCompiler
{
public:
    BoxedCompiler(ModelParts &parts, TypeResolver &types, int model, std::string element,
                  std::string elementId);

    CompiledPiece compile(const BoxedExpression &boxed, feel::Scope &scope);
    /// The function inside a knowledge model.
    feel::Ref<const feel::Callable> compileFunction(const BoxedExpression &boxed,
                                                    const std::string &resultType, feel::Scope &root);
    std::vector<feel::Parameter> parametersOf(const BoxedExpression &function);

    // For the table compiler.
    CompiledPiece compileText(const SourceText &text, feel::Scope &scope, SourceInfo info);
    std::optional<feel::UnaryTests> compileTests(const SourceText &text, feel::Scope &scope,
                                                 const feel::Type &type, SourceInfo info);
    CompiledPiece nothing(std::string why, const SourceInfo &info);
    feel::Type typeOf(const std::string &typeRef, Place place);
    std::uint32_t addSource(const SourceInfo &info);
    void report(Finding finding, const SourceInfo &info);
    CompiledPiece converted(CompiledPiece piece, const feel::Type &type, feel::Span span) const;
    ModelParts &parts() { return m_parts; }
    const std::string &element() const { return m_element; }

private:
    CompiledPiece compileForm(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileContext(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileInvocation(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileHostFunction(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece callHostFunction(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileFunctionValue(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileList(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileRelation(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileConditional(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileFilter(const BoxedExpression &boxed, feel::Scope &scope);
    CompiledPiece compileIteration(const BoxedExpression &boxed, feel::Scope &scope);
    SourceInfo placeOf(const BoxedExpression &boxed, std::string what) const;
    feel::Span spanOf(const BoxedExpression &boxed, std::string what);

    ModelParts &m_parts;
    TypeResolver &m_types;
    int m_model;
    std::string m_element;
    std::string m_elementId;
};

} // namespace tongban::dmn
