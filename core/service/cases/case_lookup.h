// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set_library.h"
#include "core/permit/application_reader.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/store.h"

#include <string>
#include <string_view>

namespace tongban::service {

/// What the name of a case begins with until the centre has counted it.
inline constexpr std::string_view kProvisionalSerial = "待编号-";

/// A case by its serial number as people type it, by the provisional one that it had at this desktop, whether
/// the centre has counted it since or not, or by its id. NotFound names what was looked for.
Result<storage::StoredCase> findCase(storage::Store &store, std::string_view key);

/// What a case is called here; its id where it is another district's that is not copied here.
Result<std::string> serialOf(storage::Store &store, const Uuid &caseId);

/// The item as it stood for the case; Corrupted when the catalogue no longer has that version. Lasts as long
/// as the workspace.
Result<const permit::Item *> itemOf(const Workspace &workspace, const storage::CaseRecord &record);

/// A text in what the caller of an act added to its event ("detail" in the body); empty = it is not there.
std::string detailOf(const storage::StoredEvent &event, const char *member);

/// The shipped rule sets and those that the store keeps: every version a decision may refer to.
Result<approval::RuleSetLibrary> everyRuleSet(Workspace &workspace);

/// What a stored decision was made from, as it was then; with it the decision can be made again.
struct RemadeInputs {
    approval::RuleSetPtr ruleSet;
    approval::DecisionInputs inputs;
};

/// NotFound when the rules are not kept, Corrupted when the record cannot be read.
Result<RemadeInputs> remakeInputs(const approval::RuleSetLibrary &library, const storage::CaseRecord &record,
                                  const storage::DecisionRow &row, permit::ApplicationReader &reader);

} // namespace tongban::service
