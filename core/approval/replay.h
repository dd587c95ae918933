// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/decision_engine.h"
#include "core/approval/rule_set_library.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::approval {

/// One stored decision to be judged by changed rules.
struct ReplaySubject {
    std::string_view caseName; ///< Serial or id; what flips are listed under.
    const RuleSet *ruleSet = nullptr; ///< The rules it was decided with.
    std::string_view record; ///< As appendRecord() wrote it.
    Outcome outcome = Outcome::Refer; ///< As it was decided then.
    std::string_view reason; ///< Reason::text() of then.
    std::string_view applicantId;
};

/// A case whose outcome the changed rules would turn.
struct Flip {
    std::string caseName;
    Outcome before = Outcome::Refer;
    Outcome after = Outcome::Refer;
    std::string reasonBefore;
    std::string reasonAfter;

    bool operator==(const Flip &) const = default;
};

/// What a replay over many cases came to. The parts of several threads are put together with add().
struct ReplaySummary {
    std::uint64_t cases = 0;
    std::uint64_t same = 0; ///< Same outcome, whatever the reason.
    std::uint64_t flipped = 0;
    /// The changed rules need a fact that was not asked for then and that matters for this case. Never
    /// counted as a flip.
    std::uint64_t cannotTell = 0;
    std::map<std::pair<Outcome, Outcome>, std::uint64_t> transitions; ///< Flips by before and after.
    std::map<std::string, std::uint64_t> missingFacts; ///< Why it cannot be told, by name of the fact.
    std::vector<Flip> flips; ///< In the order of the cases.

    void add(ReplaySummary &&other);
};

/// Judges stored decisions by changed rules. One object a thread; the caller shares the cases out and adds
/// the summaries up in the order of the cases.
class Replay
{
public:
    explicit Replay(RuleSetPtr changed, const feel::Limits &limits = DecisionEngine::defaultLimits());
    ~Replay();

    /// Corrupted when the record cannot be read; nothing is counted then.
    Result<> add(const ReplaySubject &subject);

    /// What was counted since the last take().
    ReplaySummary take();

private:
    struct State;

    std::unique_ptr<State> m_state;
};

} // namespace tongban::approval
