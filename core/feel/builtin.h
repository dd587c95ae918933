// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"
#include "core/feel/node.h"
#include "core/feel/type.h"
#include "core/feel/value.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

/// The elements of a list, or the arguments of a call taken for one, where they are.
class Elements
{
public:
    explicit Elements(std::span<const Value> items) : m_items(items) { }
    explicit Elements(std::span<const Value *const> arguments) : m_arguments(arguments) { }

    std::size_t size() const { return m_items.size() + m_arguments.size(); }
    bool empty() const { return size() == 0; }
    const Value &operator[](std::size_t index) const
    {
        return m_arguments.empty() ? m_items[index] : *m_arguments[index];
    }

private:
    std::span<const Value> m_items;
    std::span<const Value *const> m_arguments;
};

/// The arguments of one call of a built-in function, and the usual ways to ask for them. What is asked for
/// and is not there is reported; the function then returns null.
class Call
{
public:
    Call(std::span<const Value *const> arguments, Evaluation &evaluation, Span span)
        : m_arguments(arguments), m_evaluation(evaluation), m_span(span)
    {
    }

    std::size_t size() const { return m_arguments.size(); }
    /// Whether an optional argument was given (it may still be null).
    bool has(std::size_t index) const { return index < m_arguments.size() && m_arguments[index] != nullptr; }
    /// The argument as it is.
    const Value &operator[](std::size_t index) const { return *m_arguments[index]; }
    /// The argument, or the only element of the list it is (DMN 1.5, 10.3.2.9.4).
    const Value &single(std::size_t index) const;

    std::optional<Decimal> number(std::size_t index) const;
    /// A whole number of 64 bits.
    std::optional<std::int64_t> integer(std::size_t index) const;
    /// A position or length: what is behind the point is cut off, as the compatibility kit has it.
    std::optional<std::int64_t> position(std::size_t index) const;
    std::optional<std::string_view> string(std::size_t index) const;
    std::optional<bool> boolean(std::size_t index) const;
    /// The elements; a value that is no list counts as a list of itself.
    std::optional<std::span<const Value>> list(std::size_t index) const;
    const Context *context(std::size_t index) const;
    const Callable *function(std::size_t index) const;
    /// The elements of the only argument when it is a list, otherwise the arguments themselves.
    Elements elements() const;

    Evaluation &evaluation() const { return m_evaluation; }
    Span span() const { return m_span; }
    bool spend(std::uint64_t steps) const { return m_evaluation.spend(steps, m_span); }

    Value null(Cause cause, std::string_view detail) const
    {
        return m_evaluation.null(cause, m_span, detail);
    }
    Value outOfDomain(std::string_view detail) const { return null(Cause::OutOfDomain, detail); }
    /// Null because the argument is of the wrong kind or null.
    Value wrongKind(std::size_t index, std::string_view wanted) const;
    template <typename T>
    Value orOutOfDomain(const std::optional<T> &result, std::string_view detail) const
    {
        return result ? Value(*result) : outOfDomain(detail);
    }

private:
    std::span<const Value *const> m_arguments;
    Evaluation &m_evaluation;
    Span m_span;
};

/// One row of the table of built-in functions.
struct Builtin {
    std::string_view name;
    std::string_view parameters; ///< Separated by commas.
    std::size_t required = 0;
    bool isVariadic = false; ///< The last parameter takes any number of arguments.
    Value (*run)(const Call &call) = nullptr;
    Type::Form result = Type::Form::Any;
    bool isConstant = true; ///< The result depends on the arguments alone.
    bool mayOmitNamed = false; ///< Arguments given by name need not be complete; what is left out is null.
};

std::span<const Builtin> numericBuiltins();
std::span<const Builtin> aggregateBuiltins();
std::span<const Builtin> booleanBuiltins();
std::span<const Builtin> stringBuiltins();
std::span<const Builtin> regexBuiltins();
std::span<const Builtin> listBuiltins();
std::span<const Builtin> contextBuiltins();
std::span<const Builtin> temporalBuiltins();
std::span<const Builtin> rangeBuiltins();
std::span<const Builtin> conversionBuiltins();

std::vector<std::string_view> parameterNames(const Builtin &builtin);

/// The row of that name that takes these arguments; null pointer when there is none. `places` receives the
/// parameter's place of each argument.
const Builtin *bindBuiltin(std::string_view name, std::size_t count, const std::vector<std::string> &names,
                           std::vector<std::size_t> &places);

/// A call bound when compiling. Missing optional arguments are null pointers in `arguments`.
NodePtr builtinNode(const Builtin &builtin, std::vector<NodePtr> arguments, Span span);
/// Null and a diagnostic, each time.
NodePtr failingNode(Cause cause, std::string detail, Span span);
/// The built-in function as a value.
Value builtinValue(std::string_view name);

} // namespace tongban::feel
