// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/brief.h"
#include "core/service/cases/cases.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// How a field of the form came to its value (S2).
enum class FieldOrigin : std::uint8_t {
    Stated, ///< By the applicant, through the channel.
    Clerk, ///< Typed at the counter.
    Register, ///< Taken over from a register, unchanged.
    Changed, ///< Taken over from a register and then changed by a hand; `was` is what the register says.
    Supplement, ///< Corrected after a notice; `was` is what the application says.
};

struct ViewField {
    std::string name; ///< "vin", "applicant.name".
    std::string label;
    std::string value; ///< In words; empty = left open.
    FieldOrigin origin = FieldOrigin::Stated;
    std::string source; ///< The register in words; empty = none.
    std::optional<Date> asOf; ///< Of which day the register spoke.
    std::string was;
    std::string by; ///< Account or channel.
    Timestamp at{};

    bool operator==(const ViewField &) const = default;
};

enum class MaterialState : std::uint8_t { Provided, Delivered, Missing, Follows, Exempt };

struct ViewMaterial {
    int no = 0;
    std::string name;
    bool isMain = true;
    MaterialState state = MaterialState::Missing;
    std::string source; ///< The record that stands for it, in words; empty = paper or a file.

    bool operator==(const ViewMaterial &) const = default;
};

/// A file of the case; open it with attachmentContent().
struct ViewAttachment {
    std::int64_t no = 0;
    int material = 0; ///< 0 = of the case as a whole.
    std::string name;
    std::int64_t bytes = 0;
    std::string digest; ///< SHA-256, hexadecimal.
    std::string by;
    Timestamp at{};

    bool operator==(const ViewAttachment &) const = default;
};

enum class EvidenceState : std::uint8_t { Current, Stale, NoRecord, Missing, Computed };

/// What another authority says about the case. Never blank: what is not known says why.
struct ViewEvidence {
    std::string label;
    std::string value;
    std::string source;
    EvidenceState state = EvidenceState::Current;
    std::optional<Date> asOf;
    std::optional<Timestamp> answeredAt;
    std::string digest; ///< Of the answer.

    bool operator==(const ViewEvidence &) const = default;
};

/// Another case of the same applicant.
struct ViewRelated {
    std::string serial;
    std::string itemName;
    std::string state; ///< In words.
    Timestamp receivedAt{};
    bool isSameItem = false;

    bool operator==(const ViewRelated &) const = default;
};

struct ViewDecision {
    std::string title; ///< "Granted" in words; empty = not decided.
    bool byProgram = false;
    std::string by;
    Timestamp at{};
    std::string basis;
    std::string reason; ///< A code or a sentence.

    bool isMade() const { return !title.empty(); }
    bool operator==(const ViewDecision &) const = default;
};

/// Everything a person sees of a case before he acts, in the language of his screen: the screen is made from
/// this alone, so that what was kept of it shows the same again (B14).
struct CaseView {
    approval::Language language = approval::Language::Chinese;
    Timestamp shownAt{};
    std::string serial;
    std::int64_t version = 0; ///< Of the case.
    std::string itemName;
    std::string stateName;
    std::string applicantName;
    std::string applicantId;
    std::string channel; ///< "i_shenzhen"
    std::string externalNo;
    Timestamp receivedAt{};
    std::string duplicateOf; ///< Serial of the older case; empty = none.
    std::string reason; ///< Why people have the case, as a code; empty = they have not, or nobody has looked.
    std::vector<ViewField> fields;
    std::vector<ViewMaterial> materials;
    std::vector<ViewAttachment> attachments;
    std::vector<ViewEvidence> evidence;
    bool isAutomaticItem = false; ///< The item has rules, whether or not they have looked.
    bool isRisky = false; ///< The rules found something, or it is a matter of safety: own view first.
    bool hasProposal = false; ///< The rules have looked.
    std::string result;
    std::string why;
    std::vector<approval::ConditionTable> tables;
    std::vector<std::string> changes;
    std::string ruleSet;
    std::string modelDigest;
    std::vector<ViewRelated> related;
    bool humanRequested = false;
    int visits = 0; ///< To the hall, so far.
    int visitsAllowed = 0; ///< Of the item: 0 or 1 (S3).
    ViewDecision decision;
    std::string evidenceNote; ///< Why what the sources answered is not here; empty = it is, or there is none.
    std::string recordNote; ///< Why the rules' view is not here although they have looked; empty = it is.
    /// What the person did on the screen: part of what was seen.
    bool evidenceOpened = false;
    bool proposalOpened = false;
    std::string ownView; ///< Noted before the proposal was opened.
};

/// `key`: as in caseStory().
Result<CaseView> caseView(Workspace &workspace, std::string_view key, approval::Language language);

/// Canonical JSON, and back. Corrupted when the text is something else.
Result<std::string> canonicalText(const CaseView &view);
Result<CaseView> parseCaseView(std::string_view text);

/// A finding in the words of the rules; empty when no rule set knows the code.
std::string findingWords(const Workspace &workspace, std::string_view code, approval::Language language);

/// What somebody had on the screen when he did the act at this place of the case's story. NotFound when the
/// act does not say, or the page was not kept.
Result<CaseView> seenBefore(Workspace &workspace, const StoryEvent &event);
/// Whether the act says what its doer saw.
bool namesWhatWasSeen(const StoryEvent &event);

} // namespace tongban::service
