// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"
#include "core/feel/expression.h"
#include "core/feel/scope.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::fuzz {

/// Budgets so small that nothing can last.
feel::Limits smallFeelLimits();

/// The names an expression may use, of every kind a model has: spaced, Chinese, like a keyword, empty.
class FeelNames
{
public:
    FeelNames();

    void declare(feel::Scope &scope) const;
    const std::vector<feel::Value> &values() const { return m_values; }

private:
    std::vector<std::string> m_names;
    std::vector<feel::Value> m_values;
};

/// Binds the names and a fixed present, with a full budget.
void prepareFeel(feel::Evaluation &evaluation, const FeelNames &names);

/// What an error says is text and points into what was read.
void checkFeelError(const feel::CompileError &error, std::string_view text);

/// What became of an expression.
struct FeelAnswer {
    bool isKnown = false; ///< It compiled and came to an end within its budget.
    std::string json; ///< The value then.
};

/// Compiles and evaluates twice: the value is within the limits and the same both times, and a constant is
/// what evaluating gives.
FeelAnswer evaluateFeel(std::string_view text, const FeelNames &names, feel::Evaluation &evaluation);

} // namespace tongban::fuzz
