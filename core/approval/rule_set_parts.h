// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/model_outline.h"
#include "core/approval/rule_listing.h"
#include "core/approval/rule_set.h"
#include "core/dmn/compiled_model.h"

#include <memory>
#include <string>
#include <vector>

namespace tongban::approval {

/// Names that rule sets and this program agree on.
inline constexpr std::string_view kCodeColumn = "代码";
inline constexpr std::string_view kHandlingColumn = "处理";
inline constexpr std::string_view kBasisColumn = "依据";
inline constexpr std::string_view kTextColumn = "说明";
inline constexpr std::string_view kEnglishColumn = "英文";
inline constexpr std::string_view kConclusionColumn = "结论";
inline constexpr std::string_view kReasonColumn = "理由代码";
inline constexpr std::string_view kArticleAnnotation = "条款";
inline constexpr std::string_view kMarkAnnotation = "来源标记";

/// One decision table as the decision engine and the explanation need it.
struct TableOutline {
    bool holdsFindings = false; ///< Its rows are defects: outputs 代码 and 处理.
    int articleAnnotation = -1; ///< Column of the annotation that names the article.
    std::vector<FactSet> columnFacts;
    std::vector<FactSet> columnNames; ///< Facts that the column's expression names itself.
};

/// A decision without tables behind it, and the facts it is computed from.
struct ComputedDecision {
    std::size_t slot = 0;
    FactSet facts;
};

/// Everything a RuleSet owns, prepared once for all cases.
struct RuleSet::Parts {
    Manifest manifest;
    Digest modelDigest;
    Digest manifestDigest;
    std::shared_ptr<const dmn::CompiledModel> model;
    std::vector<EvidenceNeed> needs;
    std::vector<std::size_t> needOfFact;
    std::vector<std::size_t> slotOfFact;
    std::vector<bool> mayBeOpen; ///< By fact: whether the record it comes from may leave its field open.
    std::size_t findingsSlot = 0;
    std::size_t conclusionSlot = 0;
    std::vector<TableOutline> tables; ///< By number of the table in the model.
    std::vector<ComputedDecision> computed;
    EvidenceDictionary dictionary;

    // Canonical JSON that is the same for every case.
    std::string ruleSetJson; ///< {"code":...,"manifest":...,"model":...,"version":...}
    std::vector<std::string> factNameJson; ///< "\"年龄\""
};

/// The same as for a RuleSet, before there is one.
std::vector<RuleLine> listRules(const RuleSet::Parts &parts);

/// Whether manifest, model and dictionary fit together; appends what does not.
void checkRuleSet(const RuleSet::Parts &parts, const std::string &file,
                  std::vector<RuleSetProblem> &problems);

} // namespace tongban::approval
