// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/feel/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// A remark about a rule set that keeps it from being used: which file, where in it, what is wrong.
struct RuleSetProblem {
    std::string file; ///< As the caller named it.
    std::string where; ///< JSON pointer in a manifest, "decision 审查发现, rule 3" in a model; may be empty.
    std::string message; ///< A whole English sentence.

    /// "1.json /facts/3/type: ...": one line.
    std::string text() const;
};

enum class FactType : std::uint8_t { Boolean, Number, String, Date, NumberList, StringList };

/// Where a fact comes from. Application: what the applicant stated. Case: what the office knows of the case
/// itself. Register: what another authority answered. Derived: computed here from the above.
enum class FactOrigin : std::uint8_t { Application, Case, Register, Derived };

std::string_view name(FactType type);
std::string_view name(FactOrigin origin);

/// One thing a model wants to know: an inputData of the same name, and where its value comes from.
struct FactDefinition {
    std::string name; ///< Chinese, as in the model.
    std::string en;
    FactType type = FactType::String;
    FactOrigin origin = FactOrigin::Application;
    std::string field; ///< Form field, field of the record, or what is derived.
    std::string source; ///< Register only, with `record` and `key`.
    std::string record;
    std::string key; ///< "applicant_id" or a form field that holds the key.
    /// The value when the source answered that it holds no record, or when the form leaves the field open.
    /// Without it the fact is unknown then.
    std::optional<feel::Value> absent;
    std::optional<int> maxAgeDays; ///< An answer that speaks of an earlier day than this is stale.
    std::string unit;
};

/// An intermediate result of the model and its English name, for explanations.
struct Term {
    std::string name;
    std::string en;
};

/// A law or regulation the rules come from. `status` says how it was read: C checked against the text, S
/// secondary source, R recalled, P policy of the house.
struct LegalSource {
    std::string id;
    std::string title;
    std::string status;
    std::string checked; ///< ISO day.
    std::string note;
};

enum class PublicationStatus : std::uint8_t { Draft, Published, Withdrawn };

std::string_view name(PublicationStatus status);

/// What a rule set says about itself: resources/models/<rule-set>/<version>.json.
struct Manifest {
    std::string code;
    int version = 0;
    std::string titleZh;
    std::string titleEn;
    std::string area;
    std::string modelFile;
    Date effectiveFrom{};
    std::optional<Date> effectiveTo; ///< The last day; none = until further notice.
    PublicationStatus status = PublicationStatus::Draft;
    std::vector<std::string> signedBy;
    std::string impactAssessment; ///< Personal Information Protection Law, article 55.
    std::vector<LegalSource> legalSources;
    std::string findingsDecision; ///< "审查发现"
    std::string conclusionDecision; ///< "审批结论"
    std::vector<FactDefinition> facts;
    std::vector<Term> terms;

    bool inForce(Date day) const
    {
        return status == PublicationStatus::Published && effectiveFrom <= day
            && (!effectiveTo || day <= *effectiveTo);
    }
};

/// Reads a manifest; appends every problem it finds, not only the first. What is returned is usable only when
/// no problem was added. A published manifest must name its impact assessment and who signed it.
Manifest readManifest(std::string_view json, std::string_view file, std::vector<RuleSetProblem> &problems);

} // namespace tongban::approval
