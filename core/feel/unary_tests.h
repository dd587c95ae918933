// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/expression.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::feel {

/// What a cell means, as far as it can be told without evaluating: for column indexes and for static
/// checks of gaps and overlaps.
struct CellShape {
    enum class Form : std::uint8_t {
        Any, ///< `-`: every value and null.
        Parts, ///< Holds when one of `parts` holds (or none of them when negated).
        Residual, ///< Has to be evaluated.
    };
    /// One alternative: equal to a constant, or between constant ends.
    struct Part {
        bool isRange = false;
        Value equal; ///< When !isRange; may be null.
        // When isRange; an end that is null is open to infinity. Both ends are of the same ordered kind.
        Value low;
        Value high;
        bool lowIncluded = false;
        bool highIncluded = false;
    };
    Form form = Form::Residual;
    bool negated = false; ///< `not(...)`
    std::vector<Part> parts;

    /// The Kind of all parts' values, when they agree (null parts left out).
    std::optional<Kind> kind() const;
};

/// The compiled text of one cell of a decision table, of allowed values, or of the right side of `in`
/// (grammar rules 12 to 17). Immutable, shared by threads, cheap to copy.
class UnaryTests
{
public:
    class Test;

    UnaryTests() = default;
    UnaryTests(std::shared_ptr<const Test> test, std::uint32_t source)
        : m_test(std::move(test)), m_source(source)
    {
    }
    /// `-`
    static UnaryTests any();
    /// The same cell in another place: diagnostics of its own comparisons name that source. Tables repeat
    /// their cells a lot, and equal ones share everything but this. Only for cells of constants.
    UnaryTests at(std::uint32_t source) const { return {m_test, source}; }

    /// Whether the input passes, by the standard: Null when that cannot be told (`< 5` of null or of a
    /// string). The expression's frame must be open.
    Truth test(const Value &input, Evaluation &evaluation) const;
    const CellShape &shape() const;
    const std::string &text() const;

private:
    std::shared_ptr<const Test> m_test;
    std::uint32_t m_source = 0;
};

/// Compiles a cell. `inputType` decides what a boolean result means: with a boolean input a cell `false` is
/// compared with it, otherwise a true result is a match. Inside, `?` is the input; the scope gains a slot
/// for it when used. Empty text is a syntax error: whether an empty cell means `-` is the caller's business.
tl::expected<UnaryTests, CompileError> compileUnaryTests(std::string_view text, Scope &scope,
                                                         const Type &inputType,
                                                         const CompileOptions &options = {});

} // namespace tongban::feel
