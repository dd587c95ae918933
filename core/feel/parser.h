// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/builtin.h"
#include "core/feel/expression.h"
#include "core/feel/lexer.h"
#include "core/feel/nodes.h"
#include "core/feel/scope.h"
#include "core/feel/test_alternative.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

/// A piece that was parsed: its node, what is known of its type, and where it stands. Without a node the
/// parser has failed.
struct Operand {
    NodePtr node;
    Type type;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    explicit operator bool() const { return node != nullptr; }
};

/// Reads an expression by recursive descent, one function a level of precedence, and makes its nodes on the
/// way. The scope decides where names end, so both happen together. The first error stays in m_error and
/// every function then returns an empty operand.
class Parser
{
public:
    Parser(std::string_view text, Scope &scope, const CompileOptions &options);

    /// The whole text as one expression.
    Operand wholeExpression();
    /// The whole text as unary tests; nothing after an error.
    std::optional<TestList> wholeTests(const Type &inputType);
    /// The whole text as the condition of a filter over elements of a type.
    Operand wholeFilter(const Operand &list);

    const CompileError &error() const { return *m_error; }

private:
    class Nested;

    // parser.cpp: tokens, errors, operators
    const Token &token(std::size_t ahead = 0) const;
    bool at(TokenKind kind) const { return token().kind == kind; }
    bool atWord(std::string_view word) const;
    bool take(TokenKind kind);
    bool takeWord(std::string_view word);
    bool expect(TokenKind kind);
    bool expectWord(std::string_view word);
    std::uint32_t position() const { return token().begin; }
    std::uint32_t lastEnd() const;
    Span spanFrom(std::uint32_t begin) const { return {m_options.source, begin, lastEnd()}; }
    /// `sign` is what Expectation::Sign quotes.
    Operand fail(Expectation expectation, std::string sign = {});
    Operand failAt(CompileError error);
    Operand made(NodePtr node, Type type, std::uint32_t begin);
    bool isOk() const { return !m_error.has_value(); }

    Operand expression();
    Operand disjunction();
    Operand conjunction();
    Operand comparison();
    Operand additive();
    Operand multiplicative();
    Operand power();
    Operand unary();
    Operand betweenRest(Operand left);
    Operand membershipRest(Operand left);
    std::optional<Comparison> comparisonSign() const;

    // parser_primary.cpp: literals, lists, contexts, ranges, functions
    Operand primary();
    Operand keyword();
    Operand number();
    Operand atLiteral();
    Operand parenthesized();
    Operand listOrRange();
    Operand openRange();
    Operand rangeRest(Operand low, bool lowIncluded, std::uint32_t begin);
    Operand context();
    std::optional<std::string> contextKey();
    Operand function();
    Operand externalFunction(std::vector<Parameter> parameters, std::uint32_t begin);

    // parser_names.cpp: names, paths, filters, calls
    enum class Found { Nothing, Visible, Member, Builtin };
    struct Match {
        Found found = Found::Nothing;
        std::size_t tokens = 0;
        std::string name;
    };
    Match longestName() const;
    Operand name();
    Operand unknownName();
    Operand variable(const std::string &name, std::uint32_t begin);
    Operand postfix();
    Operand path(Operand source);
    Operand filter(Operand source);
    Operand filterBody(const Operand &source, Scope &block, std::size_t &itemSlot);
    struct Arguments {
        std::vector<Operand> values;
        std::vector<std::string> names;
    };
    std::optional<Arguments> arguments();
    bool atArgumentName() const;
    std::string readUntil(TokenKind end, std::string_view word);
    Operand builtinCall(const std::string &name, std::uint32_t begin);
    Operand call(Operand function);

    // parser_control.cpp: if, for, some, every, instance of and types
    Operand conditional();
    Operand iteration(Iteration form);
    std::optional<Domain> domain(Scope &block);
    Operand instanceOf(Operand value);
    std::optional<Type> type();
    std::optional<Type> namedType();
    std::optional<Type> contextType();
    std::optional<Type> functionType();

    // parser_tests.cpp: unary tests
    std::optional<TestAlternative> alternative();
    bool alternatives(std::vector<TestAlternative> &list);
    bool isNegation() const;

    CompileOptions m_options;
    Scope *m_scope;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    std::uint32_t m_depth = 0;
    std::uint32_t m_filters = 0; ///< Filters around the current place.
    bool m_inRangeEnd = false; ///< A bracket may close a range here.
    bool m_usesPartial = false;
    bool m_usesInput = false; ///< `?` was read.
    std::optional<CompileError> m_error;
};

} // namespace tongban::feel
