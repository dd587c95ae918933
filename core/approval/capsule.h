// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/decision_engine.h"
#include "core/approval/rule_set_library.h"
#include "core/base/digest.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace tongban::approval {

/// A decision capsule: one canonical JSON file (RFC 8785 order and escapes, no floating point) from which
/// anybody who has the rule set's files can decide the case again and compare every byte. Its members:
///
///   calendar, catalogue, engine, format   versions
///   case           which case, whose, when received and decided
///   circumstances  what was known before the rules ran, and what the item allows without a person
///   evidence       each question with source, record, key, status, day, instant and digest of the answer
///   facts          each fact with its value, or its cause of being unknown, and the evidence it came from
///   rule_set       code, version, SHA-256 of model and manifest
///   result         outcome, reason, findings, facts that left rules open
///   rules          table by table one character a rule: y applies, n does not, ? cannot be told
///   trace          the same for people, as core/dmn writes it: the values every table saw; for every rule
///   the law it applied
///                  by, or the cell that was false with its threshold and the value, or the columns that were
///                  open
///   hashes         inputs, result, rules, capsule
///
/// Hashes, all SHA-256: `inputs` is over the canonical object of case, circumstances, evidence and facts;
/// `result` over result; `rules` over rules; `capsule` over the canonical object of calendar, catalogue,
/// engine, format, the three hashes (inputs, result, rules) and rule_set. The readable trace is not hashed
/// itself: it is a function of the inputs and the model, both of which are, and verifying makes it again and
/// compares it. So the hash of every decision of a year can be stored without writing a million traces.
inline constexpr std::string_view kCapsuleFormat = "tongban-capsule/1";

/// Computes capsule hashes. One a thread; keeps its buffer.
class CapsuleHasher
{
public:
    CapsuleHasher();
    ~CapsuleHasher();
    CapsuleHasher(CapsuleHasher &&) noexcept;
    CapsuleHasher &operator=(CapsuleHasher &&) noexcept;

    Digest hash(const RuleSet &ruleSet, const DecisionInputs &inputs, const Decision &decision);

private:
    struct Buffers;

    std::unique_ptr<Buffers> m_buffers;
};

/// Decides and writes the capsule: for a new decision, or from a stored record years later.
std::string makeCapsule(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine);

/// What verifying a capsule found.
struct CapsuleCheck {
    enum class Verdict {
        Genuine, ///< Every byte is what deciding again gives.
        Unreadable, ///< No capsule, or not canonical JSON of one.
        UnknownRules, ///< The model or manifest with these digests is not in the library.
        OtherEngine, ///< Made by another version of the engine; cannot be compared.
        Different, ///< Decided again, it is not the same.
    };
    Verdict verdict = Verdict::Unreadable;
    std::string where; ///< JSON pointer of the first difference, or "byte 17".
    std::string expected; ///< What deciding again gives there; empty = nothing.
    std::string actual; ///< What the file says there.
    std::string message; ///< A whole English sentence.
    Digest capsule; ///< The hash of the decision made again; zeros when it was not made.

    bool isGenuine() const { return verdict == Verdict::Genuine; }
};

/// "genuine", "unreadable", "unknown_rules", "other_engine", "different".
std::string_view name(CapsuleCheck::Verdict verdict);

/// Decides the capsule's case again with the rules it names and compares bytes. A change of one byte anywhere
/// is found. Somebody who re-computes everything can make a genuine capsule of another decision: compare
/// CapsuleCheck::capsule with the hash in the case's chain of events to know that it is the one that was
/// made.
CapsuleCheck verifyCapsule(std::string_view text, const RuleSetLibrary &library, DecisionEngine &engine);

/// A capsule's inputs and the rules it names. InvalidInput for anything that is not a capsule, NotFound when
/// the rules are not in the library. Does not verify.
struct CapsuleContents {
    RuleSetPtr ruleSet;
    DecisionInputs inputs;
};
Result<CapsuleContents> readCapsule(std::string_view text, const RuleSetLibrary &library);

} // namespace tongban::approval
