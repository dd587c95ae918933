// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/rule_book.h"
#include "core/approval/rule_trial.h"
#include "core/service/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// One version of a rule set, for a list to choose from.
struct RuleVersion {
    int version = 0;
    Date from{};
    std::optional<Date> to;
    approval::PublicationStatus status = approval::PublicationStatus::Draft;
};

/// One value a trial asks for.
struct TrialField {
    std::string label;
    approval::FactType type = approval::FactType::String;
    std::string unit;
    std::string source; ///< Where a real case has it from, in words.
    std::vector<approval::CodeWord> words; ///< The values it may have, where they are codes.
};

/// A rule set as a person reads it: what it is, since when, who signed it, on which laws, and its tables.
struct RuleSheet {
    std::string code;
    std::string title;
    RuleVersion version;
    std::vector<RuleVersion> versions; ///< All that are here, by number.
    std::string modelDigest; ///< SHA-256, hexadecimal.
    std::string manifestDigest;
    std::vector<std::string> signedBy;
    std::string impactAssessment;
    std::vector<approval::LegalSource> laws;
    std::vector<approval::RuleTable> tables;
    std::vector<TrialField> fields; ///< In the order a trial takes its values in.
};

/// The version in force on this day. NotFound when none is.
Result<RuleSheet> ruleSheet(Workspace &workspace, std::string_view code, Date day,
                            approval::Language language);
/// One version, whatever the day.
Result<RuleSheet> ruleSheet(Workspace &workspace, std::string_view code, int version,
                            approval::Language language);

/// What the rules said, or which values cannot be read.
struct TrialAnswer {
    std::vector<std::size_t> unreadable; ///< Places of fields; not empty = nothing was decided.
    approval::Trial trial;
};

/// Decides made-up values, one text a field, empty = nobody knows it. Writes nothing: no case, no act.
Result<TrialAnswer> tryValues(Workspace &workspace, std::string_view code, int version,
                              const std::vector<std::string> &values, approval::Language language);

/// The values that a case's last decision by rules was made from, and by which rules. NotFound when there is
/// no such case or people alone decided it.
struct CaseValues {
    std::string serial;
    std::string code;
    int version = 0;
    std::vector<std::string> values;
};
Result<CaseValues> valuesOfCase(Workspace &workspace, std::string_view key);

} // namespace tongban::service
