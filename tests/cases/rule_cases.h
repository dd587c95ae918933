// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tongban::test {

/// The facts of one application by their Chinese names; null is "not known".
using FactValues = std::map<std::string, nlohmann::json>;

/// One case as the lawyers wrote it, with the base case already filled in.
struct RuleCase {
    std::string file; ///< "rules.json"
    std::string title;
    FactValues facts;
    std::string conclusion; ///< Empty when the case is about something unknown.
    std::vector<std::string> codes; ///< All findings, in the order of the tables.
    std::vector<std::string> unknown; ///< Facts for whose want no automatic decision may follow.
};

/// One folder of tests/cases with the rule set it speaks about.
struct RuleSetCases {
    std::string ruleSet;
    nlohmann::json manifest;
    std::string model; ///< The bytes of the DMN file.
    std::map<std::string, FactValues> bases;
    std::vector<RuleCase> cases;
};

/// Reads everything about the rule set of that name below the source tree. InvalidInput says which case of
/// which file is not written as tests/cases/README.md asks: an unknown base, a fact that the manifest does
/// not have, no title, no law.
Result<RuleSetCases> readRuleSetCases(const std::filesystem::path &sourceDir, const std::string &ruleSet);

/// The rule sets that have a manifest, sorted.
std::vector<std::string> ruleSetNames(const std::filesystem::path &sourceDir);

} // namespace tongban::test
