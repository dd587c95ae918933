// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set.h"
#include "core/feel/limits.h"

#include <memory>

namespace tongban::dmn {
class Evaluator;
}

namespace tongban::approval {

/// Decides cases. One object a thread; it keeps an evaluator for each rule set it has met and reuses all
/// memory, so a decision costs some microseconds.
///
/// Safety: unknown is never "no" and never "yes". The outcome is Grant, Notice or Refuse only when no rule of
/// any table that was evaluated was left open by an unknown fact, the model ran to its end within its budget,
/// every finding is complete and the conclusion fits the findings. Whatever else happens, a person decides or
/// the case waits; there are no errors to handle.
///
/// A rule may say what an open field of an answered record means (no day of a bar = not barred), by comparing
/// with null. It cannot do so for what nobody answered: a computed value that such a fact went into counts as
/// open.
///
/// Reasons apply in the order of ReasonKind. Missing main documents become part of an automatic notice,
/// together with all findings, so that the applicant hears of everything at once.
class DecisionEngine
{
public:
    /// The default budget is far above what any published rule set needs and ends a runaway model within
    /// milliseconds.
    static feel::Limits defaultLimits();

    explicit DecisionEngine(const feel::Limits &limits = defaultLimits());
    ~DecisionEngine();
    DecisionEngine(DecisionEngine &&) noexcept;
    DecisionEngine &operator=(DecisionEngine &&) noexcept;

    /// The facts must have been built with this rule set. The answer is valid until the next call.
    const Decision &decide(const RuleSet &ruleSet, const DecisionInputs &inputs);

    /// Of the last decide(): for the capsule's readable trace and the explanation.
    const dmn::Evaluator &lastRun() const;

private:
    struct State;

    std::unique_ptr<State> m_state;
};

} // namespace tongban::approval
