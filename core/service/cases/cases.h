// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/permit/act_rules.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// A case as a list shows it.
struct CaseLine {
    std::int64_t no = 0;
    std::string serial;
    std::string item;
    std::string itemNameZh;
    std::string itemNameEn;
    int district = 0;
    std::string channel;
    std::string applicantName;
    std::string applicantId;
    Timestamp receivedAt{};
    std::string state;
    std::string queue;
    std::string outcome; ///< "granted", "refused"; empty until decided.
    std::string reason; ///< Why it is not automatic; empty = it is, or nobody has looked yet.
    bool touchedByHuman = false;
    std::optional<Date> due;
    std::string holder; ///< Account of whoever has claimed it; empty = nobody.
    std::string holderName; ///< As people know the holder.
    std::optional<Timestamp> claimedAt;
};

inline constexpr int kMostFound = 200;

/// Where the nearer of the legal and the promised limit stands today.
enum class DueLight : std::uint8_t {
    Any,
    Late,
    Soon, ///< Within kSoonWorkdays, today included.
    Later,
    Nothing, ///< Nothing is due.
};
inline constexpr int kSoonWorkdays = 3;

/// A holder that stands for nobody.
inline constexpr std::string_view kNobody = "-";

/// Which cases; empty members do not restrict, all others together.
struct CaseQuery {
    std::string state;
    std::string item;
    std::string outcome;
    std::string reason; ///< "finding:" stands for every reason that begins so.
    int district = 0;
    std::string queue; ///< With it the most urgent come first, otherwise the newest.
    std::string applicantId; ///< With it the others are ignored.
    /// As a person types it: a case number or its middle, a part of a name or its pinyin initials, an
    /// identity, a plate, the number of the channel. With it the others are ignored; at most kMostFound
    /// cases, the newest first.
    std::string words;
    int limit = 50;
    std::string field; ///< Of the catalogue: every item of it.
    std::string channel;
    DueLight light = DueLight::Any;
    std::string holder; ///< Who has claimed it: an account, or kNobody.
    std::optional<Date> receivedFrom;
    std::optional<Date> receivedThrough;

    bool operator==(const CaseQuery &) const = default;
};

/// A place in a list, to go on from. Opaque to the caller.
struct CasePlace {
    std::int64_t due = 0;
    std::int64_t no = 0;
};

struct CaseListPage {
    std::vector<CaseLine> lines; ///< At most the query's limit.
    std::optional<CasePlace> next; ///< Nothing: the list ends here.
    bool isCut = false; ///< Of a search: there is more than kMostFound.
    std::int64_t unsearched = 0; ///< Of a search: cases whose names are not read yet; see growSearch().
};

/// One page of a list, found by key: as fast at the end of a million cases as at the beginning. `after` is
/// `next` of the page before; nothing = from the top.
Result<CaseListPage> caseListPage(Workspace &workspace, const CaseQuery &query,
                                  const std::optional<CasePlace> &after);

/// How many cases a query finds in all (its limit aside): what "n of N" is.
Result<std::int64_t> countCases(Workspace &workspace, const CaseQuery &query);

/// The first pages of a list, up to the query's limit.
Result<std::vector<CaseLine>> listCases(Workspace &workspace, const CaseQuery &query);

/// One act in the story of a case: as the ledger keeps it, or as this desktop did it and the centre has not
/// told of yet.
struct StoryEvent {
    int district = 0;
    std::int64_t n = 0; ///< Place in the district's chain; 0 = the centre has not given it one.
    std::string act;
    std::string stateAfter;
    std::string actor;
    std::string role;
    Timestamp at{};
    std::string reason;
    std::string basis;
    std::string body;
    std::string hash; ///< Of zeros before it is in the chain.
};

/// A source that has not given a usable answer.
struct EvidenceGap {
    std::string source;
    std::string record;
    std::string cause; ///< "timeout", "unavailable", "malformed", "contradictory", "stale", ...
    std::string words; ///< The same for people, in the language asked for.
};

/// A line of what a source answered, in words.
struct SourceAnswer {
    std::string source;
    std::string label;
    std::string value;
    std::optional<Date> asOf;
    std::optional<Timestamp> answeredAt;
};

/// Everything that is known of a case.
struct CaseStory {
    CaseLine line;
    std::string id;
    std::string externalNo;
    std::string application; ///< Canonical JSON.
    std::string duplicateOf; ///< Serial of the older case; empty = none.
    const permit::Item *item = nullptr; ///< The pinned version; lives as long as the workspace.
    permit::CaseState state;
    permit::DecisionPower power;
    ApprovalQueue approvalQueue; ///< The desk that decides it when people do (S8).
    std::vector<permit::ClockReading> clocks;
    std::vector<StoryEvent> events;
    std::vector<EvidenceGap> waitingFor; ///< While it waits for evidence: for what, when it began to wait.
    std::string ruleSet; ///< "quota-renewal/1"; empty = people decide.
    std::string capsule; ///< Hash of the latest decision by rules; empty = none.
    std::string explanation; ///< One page in the language asked for; empty without a decision by rules.
    std::vector<SourceAnswer> answers; ///< Of a copy: what the centre told that the sources answered.
    std::string answersNote; ///< Why there are none here, in words.
    std::string recordNote; ///< Why it is not here although rules have looked, in words; empty = it is.
};

/// `key`: a serial number as people type it, or a case id. NotFound when there is none.
Result<CaseStory> caseStory(Workspace &workspace, std::string_view key, approval::Language language);

/// The day-by-day strip of one clock of a case (B7). NotFound when that clock does not run.
Result<DeadlineAccount> caseClock(Workspace &workspace, std::string_view key, permit::ClockKind kind);

/// Who acts.
struct Actor {
    std::string account;
    permit::Role role = permit::Role::Clerk;
    std::string organisation; ///< For whom; empty = for whoever holds the power.
    std::string hall = {}; ///< Where the actor sits; empty = at no window, every item is in reach.
    std::string window = {};
};

/// What is sent along with a supplement.
struct SupplementRequest {
    std::vector<int> materials;
    std::vector<permit::FormField> fields;
};

/// An act done, or every reason why not.
struct ActOutcome {
    std::vector<permit::ActRefusal> refusals; ///< Empty = done.
    std::string state; ///< Where the case stands now.
    std::int64_t n = 0; ///< Place of the event in the district's chain.
    std::string
        warning; ///< The act is done and kept, but no witness of it could be written; empty = all well.
};

/// The role of the program is refused here (its acts come from the worker), and that of applicants unless the
/// account is a channel ("channel:i_shenzhen").
///
/// Does one act: checks it by the published table and writes standing and event in one transaction. The act
/// is durable when this returns. Conflict when somebody else changed the case in between.
Result<ActOutcome> actOnCase(Workspace &workspace, std::string_view key, const Actor &actor,
                             permit::ActRequest request, const SupplementRequest &supplement = {});

} // namespace tongban::service
