// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/remark.h"
#include "core/feel/diagnostics.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// A place in the model's file. Lines and columns count from 1; 0 means that the place is not known.
struct Place {
    int line = 0;
    int column = 0;

    auto operator<=>(const Place &) const = default;
};

/// A model with an error must not be published: what the error names answers null or cannot be told apart. A
/// warning is a remark about a model that works.
enum class Severity { Error, Warning };

/// What a finding is about. The names are stable and appear in machine-readable output.
enum class FindingKind {
    Syntax, ///< FEEL text that cannot be read.
    UnknownName, ///< A name that nothing in scope declares.
    UnknownType, ///< A typeRef without an item definition.
    UnknownElement, ///< An href that leads nowhere, an import that was not supplied.
    Duplicate, ///< Two elements with one name, or one identifier.
    Cycle, ///< A decision that needs its own answer.
    Structure, ///< Too few cells in a rule, a table without outputs and the like.
    TypeMismatch, ///< A cell that can never apply to the declared type.
    Gap, ///< Inputs for which no rule of a table applies.
    Overlap, ///< Inputs for which more rules apply than the hit policy allows.
    Masked, ///< A rule that can never decide because others always come first.
    NotAllowed, ///< A constant outside the allowed values of its column.
    Unchecked, ///< Where a static check could not tell, and why.
};

/// "syntax", "unknown_name", ...
std::string_view name(FindingKind kind);

/// One remark about a model: about which element, which cell of which table, where in the file, what was read
/// and what was expected there. All texts are English for the log and for machine-readable output; screens
/// build their own sentence from the parts.
struct Finding {
    Severity severity = Severity::Error;
    FindingKind kind = FindingKind::Structure;
    std::string element; ///< Name of the decision, knowledge model, service or item definition.
    std::string elementId; ///< Its identifier in the file.
    std::vector<int> rules; ///< Rule numbers from 1, as people count them; empty when no rule is meant.
    std::string column; ///< Label of the table's column; empty when no cell is meant.
    Place place;
    Remark remark = Remark::NoLogic;
    std::vector<std::string> parts; ///< What the remark's sentence has places for.
    std::string message; ///< The remark's English sentence.
    std::string text; ///< The whole text of the cell or expression, for syntax and name errors.
    std::string read; ///< The text that was read.
    std::string expected; ///< What could have stood there; for unknown names the nearest known one.
    feel::Expectation expectation = feel::Expectation::Sign; ///< What `expected` says, for other languages.
    int position = 0; ///< Code point inside `text` at which reading stopped, from 0.
    std::string example; ///< Inputs that show it, as FEEL text: `年龄 = 17, 驾龄 = 2`.

    /// Sets remark, parts and message.
    void say(Remark what, std::vector<std::string> with = {});
    bool isError() const { return severity == Severity::Error; }
};

/// "line 12, column 7: decision 网约车, rule 3, column 年龄: ...": one line for a log or a terminal.
std::string describe(const Finding &finding);

/// The first error of a list, or nullptr.
const Finding *firstError(const std::vector<Finding> &findings);

} // namespace tongban::dmn
