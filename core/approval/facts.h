// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"
#include "core/approval/rule_set.h"
#include "core/feel/value.h"
#include "core/permit/application.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// Why a fact is unknown.
enum class FactCause : std::uint8_t {
    None, ///< It is known.
    NoAnswer, ///< These seven: see UnknownReason.
    Timeout,
    Unavailable,
    Malformed,
    Contradictory,
    Stale,
    NotConfigured,
    NoRecord, ///< The source holds no record and the rule set does not say what that means.
    FieldEmpty, ///< The record or the form leaves the field open.
    KeyMissing, ///< The form lacks the number under which to ask.
    NotDerivable, ///< The applicant's number does not tell (an enterprise has no age).
};

/// "none", "no_answer", ..., "not_derivable".
std::string_view name(FactCause cause);
std::optional<FactCause> parseFactCause(std::string_view name);
FactCause causeOf(UnknownReason reason);

/// Whether asking the source again may make the fact known.
bool mayBecomeKnown(FactCause cause);

/// Whether nobody has said anything about the fact: no usable answer, or nothing could be asked. A record
/// that leaves a field open, or a source that holds no record, has answered; rules may say what that means
/// (no day of a bar = not barred).
bool isUnanswered(FactCause cause);

/// One fact of a case: a value, or unknown with its cause. Never a guess.
struct Fact {
    feel::Value value; ///< Null exactly when unknown.
    FactCause cause = FactCause::None;

    bool isKnown() const { return cause == FactCause::None; }
};

/// What was asked and what came back, without the contents: the provenance of the facts made from it.
struct EvidenceUse {
    EvidenceStatus status = EvidenceStatus::Unknown;
    UnknownReason reason = UnknownReason::NoAnswer; ///< Counts only when Unknown.
    std::string key; ///< Empty when the form lacks it; nothing was asked then.
    Date asOf{}; ///< The day the answer speaks of.
    Timestamp answeredAt{};
    Digest digest; ///< Of the answer's body; zeros unless Answered.
};

/// The facts of one case in the order of the rule set's manifest, and one EvidenceUse for each of its needs.
/// Reused from case to case by one thread.
struct Facts {
    std::vector<Fact> values;
    std::vector<EvidenceUse> evidence;
};

/// What to ask for a case, in the order of RuleSet::needs(); needs whose key the form lacks are left out.
std::vector<EvidenceQuery> queriesFor(const RuleSet &ruleSet, const permit::Application &application);

/// Turns an application and answers into facts. `answers` may hold more than is needed and in any order; a
/// need without an answer is unknown (NoAnswer). Against the day of `decidedAt` counts how old an answer is.
/// Whole years of age count on the day of receipt; somebody born on 29 February is a year older from 1 March
/// on in years without that day. Keeps scratch memory, so one object a thread.
class FactBuilder
{
public:
    FactBuilder();
    ~FactBuilder();
    FactBuilder(FactBuilder &&) noexcept;
    FactBuilder &operator=(FactBuilder &&) noexcept;

    void build(const RuleSet &ruleSet, const permit::Application &application,
               std::span<const EvidenceAnswer> answers, Timestamp decidedAt, Facts &facts);

private:
    struct Scratch;

    std::unique_ptr<Scratch> m_scratch;
};

} // namespace tongban::approval
