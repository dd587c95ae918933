// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/case_header.h"
#include "core/approval/facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// What becomes of a case by the rules. The machine grants, gives notice, or (only where an item's published
/// rules say so for an objective statutory condition) refuses; everything else goes to a person or waits.
enum class Outcome : std::uint8_t {
    Grant, ///< 准予
    Notice, ///< 补正: one-time notice of everything missing (Licensing Law, article 32).
    Refer, ///< 转人工
    Refuse, ///< 不予, with the applicant's right to a person's review.
    AwaitEvidence, ///< A source has not answered; asked again later.
};

/// "grant", "notice", "refer", "refuse", "await_evidence".
std::string_view name(Outcome outcome);
std::optional<Outcome> parseOutcome(std::string_view name);

/// Why a case was not decided automatically: one reason, the first that applies in this order.
enum class ReasonKind : std::uint8_t {
    None, ///< Decided automatically.
    HumanRequested, ///< The applicant asked for a person.
    Duplicate, ///< An older open case asks for the same.
    NotAutomaticItem,
    OutsidePower, ///< This office does not decide the item here.
    MaterialsIncomplete, ///< Main documents are missing and the item has no automatic notice.
    EvidencePending, ///< A source did not answer and may later.
    EvidenceUnknown, ///< A fact cannot be known without a person.
    Finding, ///< A rule found something; its code follows.
    RefusalNeedsHuman, ///< The rules would refuse; a person does.
    ModelError, ///< The model could not be evaluated to the end.
    Conflict, ///< The model's conclusion does not fit its findings.
    TakenInLate, ///< The stated day of receipt lies so far back that the limit to answer had run out.
};

struct Reason {
    ReasonKind kind = ReasonKind::None;
    std::string finding; ///< Code of the finding, only with Finding.

    /// "human_requested", ..., "finding:WYC-D-03"; empty for None.
    std::string text() const;
    static std::optional<Reason> parse(std::string_view text);

    bool operator==(const Reason &) const = default;
};

/// What a finding asks for.
enum class Handling : std::uint8_t { Notice, Refer, Refuse };

/// "补正", "转人工", "不予": as models write it.
std::string_view modelWord(Handling handling);
/// "notice", "refer", "refuse".
std::string_view name(Handling handling);

/// One condition that is not met, in the words of the rule.
struct Finding {
    std::string code; ///< "WYC-D-03"
    Handling handling = Handling::Refer;
    std::string basis; ///< Law and article.
    std::string zh;
    std::string en;

    bool operator==(const Finding &) const = default;
};

/// Everything a decision is made of beside the rules. Equal inputs and equal rules give equal decisions, on
/// any machine and at any time.
struct DecisionInputs {
    CaseHeader header;
    Circumstances circumstances;
    Facts facts; ///< Built with the rule set that decides.
    std::string calendar; ///< Version of the working-day calendar, kept in the capsule.
    std::string catalogue; ///< Version of the item catalogue, kept in the capsule.
};

/// What became of each rule of one decision table.
struct TableStatus {
    std::size_t table = 0; ///< Number of the table in the model.
    std::string rules; ///< One character a rule: 'y' applies, 'n' does not, '?' cannot be told.
};

struct Decision {
    Outcome outcome = Outcome::Refer;
    Reason reason;
    std::string conclusion; ///< The model's own word: "准予", ...; empty when it has none.
    std::string conclusionCode; ///< The model's own reason.
    std::vector<Finding> findings; ///< All defects, in the order of the model.
    std::vector<std::size_t>
        undetermined; ///< Facts (places in the manifest) that left a rule open, ascending.
    std::vector<TableStatus> tables; ///< In the order in which they were evaluated.
    std::vector<std::string>
        modelErrors; ///< What went wrong inside the model; English, for people who publish rules.

    /// Decided without a person.
    bool isAutomatic() const
    {
        return outcome == Outcome::Grant || outcome == Outcome::Notice || outcome == Outcome::Refuse;
    }
};

} // namespace tongban::approval
