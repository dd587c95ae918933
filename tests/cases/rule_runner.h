// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/evaluator.h"
#include "tests/cases/rule_cases.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tongban::test {

/// What the rules said about one application.
struct RuleAnswer {
    std::string problem; ///< The evaluation itself went wrong; empty when it did not.
    std::string conclusion;
    std::vector<std::string> codes;
    std::vector<std::string> undetermined; ///< "信用审查, rule 1: 未修复严重失信", one a rule left open.

    bool operator==(const RuleAnswer &) const = default;
};

/// Runs cases through one model, the way decisions are made: with trace.
class RuleRunner
{
public:
    explicit RuleRunner(std::shared_ptr<const dmn::CompiledModel> model);

    RuleAnswer answer(const FactValues &facts);
    /// The conclusion when the table of this name answers null, as it does after an error.
    std::string conclusionWithout(const FactValues &facts, const std::string &decision);

private:
    void begin(const FactValues &facts, RuleAnswer &answer);
    void conclude(RuleAnswer &answer);
    void collectUndetermined(RuleAnswer &answer) const;

    dmn::Evaluator m_evaluator;
};

/// One row of a findings table, as a reader of the model sees it.
struct RuleRow {
    std::string table;
    int number = 0;
    std::string code;
    std::string handling;
    std::string basis;
    std::string zh;
    std::string en;
    std::string article; ///< Annotation 条款.
    std::string mark; ///< Annotation 来源标记.
};

/// The rows of all COLLECT tables in the order of the file. Texts without their quotes.
std::vector<RuleRow> findingRows(const dmn::CompiledModel &model);

} // namespace tongban::test
