// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/evidence_dictionary.h"
#include "core/approval/rule_set_library.h"
#include "core/permit/application.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// One row of a decision table as its texts.
struct Row {
    std::vector<std::string> cells;
    std::vector<std::string> outputs;
    std::string article = "TEST 第一条";
};

/// A decision table as its texts; columns are input expressions.
struct Table {
    std::string hitPolicy = "COLLECT";
    std::vector<std::string> columns;
    std::vector<std::string> outputs;
    std::vector<Row> rows;
};

/// A small rule set that shows everything a real one has: a permit for drivers with seven conditions, two
/// computed values and all four conclusions. Tests change a part and see what becomes of it.
struct SmallRules {
    std::string code = "small-permit";
    int version = 1;
    std::string effectiveFrom = "2026-01-01";
    std::string effectiveTo; ///< Empty = open.
    std::string status = "published";
    Table findings;
    Table conclusion;
    std::string findingsExpression = "if 驾驶审查 = null then [] else 驾驶审查";
    std::string monthsExpression =
        "years and months duration(初次领证日期, 收件日期).years * 12 + years and months "
        "duration(初次领证日期, 收件日期).months";
    std::string extraFacts; ///< JSON of more facts, each followed by a comma.
    std::string extraInputs; ///< The input data that belong to them.
    std::string extraRequirements; ///< Of the findings table.
    std::string conclusionRequirements; ///< Of the table of conclusions, beside the findings.

    SmallRules();

    /// A row of the findings table: cells by column name, everything else "-".
    void addFinding(std::string_view column, std::string_view cell, std::string_view findingCode,
                    std::string_view handling);
    /// A last row of the table of conclusions.
    void addConclusion(std::vector<std::string> cells, std::string_view word, std::string_view reason);

    tongban::approval::RuleSetText text() const;
    /// Ends the test program when there is a problem.
    tongban::approval::RuleSetPtr compile(const tongban::approval::EvidenceDictionary &dictionary = {}) const;
};

/// A case of the small permit that meets every condition; tests change what they are about.
struct SmallCase {
    tongban::permit::Application application;
    std::string person = R"({"household_shenzhen":true,"residence_permit_valid_to":null})";
    std::string driver =
        R"({"first_issue":"2015-03-10","licence_class":"C1","points_last_3_cycles":[3,0,6]})";
    tongban::Date asOf;
    tongban::Timestamp decidedAt;

    SmallCase();

    tongban::approval::EvidenceAnswer answerTo(const tongban::approval::EvidenceQuery &query) const;
    std::vector<tongban::approval::EvidenceAnswer> answers(const tongban::approval::RuleSet &ruleSet) const;
    /// Everything allowed automatically.
    tongban::approval::DecisionInputs inputs(const tongban::approval::RuleSet &ruleSet) const;
    tongban::approval::DecisionInputs
    inputs(const tongban::approval::RuleSet &ruleSet,
           const std::vector<tongban::approval::EvidenceAnswer> &answers) const;
};

/// All three outcomes the machine may have.
tongban::permit::AutomaticOutcomes everyOutcome();

/// The place of a fact in the small rule set's manifest.
std::size_t placeOf(const tongban::approval::RuleSet &ruleSet, std::string_view fact);

} // namespace tests
