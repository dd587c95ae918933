// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/permit/delivery.h"
#include "core/permit/item.h"
#include "core/permit/notice.h"
#include "core/permit/workflow.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Why the clock stands (Administrative Licensing Law, article 45), or why the case waits on a procedure of
/// its own.
enum class SuspensionKind {
    Hearing,
    Tender,
    Auction,
    Inspection,
    Testing,
    Quarantine,
    Appraisal,
    ExpertReview
};

/// Time that does not count, first and last day included. The applicant was told in writing.
struct Suspension {
    SuspensionKind kind = SuspensionKind::Hearing;
    Date from;
    std::optional<Date> through; ///< Nothing = still standing.
    std::string document; ///< Number of the paper that told the applicant.
    /// The last day of the time that paper told; nothing = it told none. The clock goes on the day after.
    std::optional<Date> plannedEnd = std::nullopt;

    bool operator==(const Suspension &) const = default;
};

/// The one extension with the head's approval (article 42).
struct Extension {
    int workdays = 0;
    Date grantedOn;
    std::string by;

    bool operator==(const Extension &) const = default;
};

/// Documents that may follow (Guangdong Business Environment Regulation, article 32).
struct ConditionalAcceptance {
    std::vector<int> missing; ///< Numbers of minor documents still to come; empty = fulfilled.
    Date dueOn;
    std::string promise; ///< Number of the written promise.

    bool operator==(const ConditionalAcceptance &) const = default;
};

/// A refusal that waits for the second person.
struct RefusalProposal {
    std::string proposer;
    std::string reason;
    std::string basis;
    Timestamp at{};

    bool operator==(const RefusalProposal &) const = default;
};

/// How an applicant found the service, on the five levels of the State Office's circular 2019 no. 51.
enum class RatingLevel { VerySatisfied, Satisfied, BasicallySatisfied, Dissatisfied, VeryDissatisfied };

/// What the applicant said (S36). "Very dissatisfied" asks for something to be put right.
struct Rating {
    RatingLevel level = RatingLevel::Satisfied;
    Timestamp at{};
    std::string hall; ///< Of the window that is meant; empty = none.
    std::string window;
    std::optional<Date> rectifiedOn;

    bool isOpen() const { return level == RatingLevel::VeryDissatisfied && !rectifiedOn; }
    bool operator==(const Rating &) const = default;
};

enum class DecisionKind { Granted, Refused };

/// What was decided, by whom and by what power; never without a basis (S9).
struct DecisionMade {
    DecisionKind kind = DecisionKind::Granted;
    Timestamp at{};
    std::string actor;
    bool automatic = false; ///< By the program, no hand of the staff between acceptance and decision (S22).
    std::string basis;
    std::string powerEntry; ///< Entry of the power list.
    std::string organisation; ///< Who held the power.

    Date on() const { return officialDate(at); }
    bool operator==(const DecisionMade &) const = default;
};

/// How a case stands: everything that acts change, nothing else. Made by apply(), the only way to change it;
/// stored as canonical text beside the events it follows from. What was applied for is in the Application and
/// never changes.
struct CaseState {
    State state = State::Booked;
    /// Where "back" leads, innermost last: not empty in evidence_pending and suspended only.
    std::vector<State> waitingFrom;
    std::int64_t version = 0; ///< Number of acts so far.
    Timestamp changedAt{}; ///< Of the last act.
    int round = 1; ///< 1, and one more with each supplement after a notice.
    std::string item;
    int itemVersion =
        0; ///< Pinned when the application was received; the case is decided under it (S10, C24).
    int district = 0;

    /// Of a case that began as an appointment or a pre-review: the day on which it became an application.
    std::optional<Date> appliedOn;
    std::optional<Date>
        receivedOn; ///< Of the complete papers of this round: where the five days of article 32 start.
    /// The day on which the file was taken in, where the five days of article 32 since the stated receipt
    /// were over by then and nobody vouched for that day: a person looks at it before anything is decided.
    std::optional<Date> takenInLate;
    std::optional<Date> acceptedOn; ///< Deemed acceptance: the day of receipt.
    std::int64_t acceptanceNo = 0; ///< Order of acceptance (article 57); 0 = not accepted.
    bool deemedAccepted = false;
    std::string
        pinnedModel; ///< Digest of the rule set's model in force at acceptance; empty = people decide.

    std::optional<Step> step; ///< The step it is in; nothing before receipt and after delivery.
    Date stepSince;

    std::vector<Notice> notices;
    std::optional<ConditionalAcceptance> conditional;
    bool promised = false; ///< A promise stands in for proof (L7).
    std::string promiseDocument;
    std::vector<Suspension> suspensions;
    std::optional<Extension> extension;

    int visits = 0;
    bool humanRequested = false; ///< No decision by automated means alone (L8).
    bool touchedByHuman = false; ///< Staff acted between acceptance and decision (S22).
    bool rulesAsked = false; ///< The item's rules have looked at the case and left it to a person.
    bool adviceAgainst =
        false; ///< The rules found a condition unmet; granting all the same is an override (S24).
    std::optional<RefusalProposal> proposal;
    std::optional<DecisionMade> decision;
    std::optional<Delivery> delivery;
    std::optional<Rating> rating;

    bool isAccepted() const { return acceptedOn.has_value(); }
    bool operator==(const CaseState &) const = default;
};

/// Canonical JSON; members at their beginning value are left out, so that a plain case takes some 200 bytes.
std::string canonicalText(const CaseState &state);
/// The defects of a notice as a canonical JSON array, in their order.
std::string canonicalText(std::span<const Defect> defects);
/// What an act says about how it left the case, as "standing" in its event: the first half of the SHA-256 of
/// the state's canonical text, in hexadecimal. Whoever changes the state afterwards is found by it.
std::string standingDigest(std::string_view stateText);
/// Corrupted when the text is not one that canonicalText() wrote.
Result<CaseState> parseCaseState(std::string_view text);

std::string_view name(SuspensionKind kind);
std::string_view name(DecisionKind kind);
std::string_view name(RatingLevel level);
std::optional<SuspensionKind> parseSuspensionKind(std::string_view name);
std::optional<DecisionKind> parseDecisionKind(std::string_view name);
std::optional<RatingLevel> parseRatingLevel(std::string_view name);

} // namespace tongban::permit
