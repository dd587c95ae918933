// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/capsule.h"
#include "core/approval/decision_engine.h"
#include "core/permit/act_rules.h"
#include "core/permit/application_reader.h"
#include "core/service/acts/event_drafts.h"
#include "core/service/acts/supplements.h"
#include "core/service/decision/evidence_desk.h"
#include "core/storage/store.h"

#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// A case on its way to a deciding thread, with the number it gets if it is accepted (Licensing Law, article
/// 57: the order of acceptance is the order in which cases were taken up, whichever thread decides them).
struct WaitingCase {
    storage::StoredCase stored;
    std::int64_t acceptanceNo = 0; ///< 0 = it was accepted before.
    Supplement supplement; ///< What came after earlier rounds.
};

struct WorkChunk {
    Timestamp at{};
    std::int64_t firstAcceptanceNo = 0; ///< Of the numbers that its cases may be given, ...
    std::int64_t lastAcceptanceNo = 0; ///< ... one each.
    std::vector<WaitingCase> cases;
    std::optional<storage::CaseCursor> end; ///< Its last place in the queue.
};

/// What is to be written for one case.
struct DecidedCase {
    std::int64_t no = 0;
    std::int64_t expectedVersion = 0;
    bool isNewlyAccepted = false;
    std::optional<approval::Outcome> outcome; ///< Nothing: the case is left as it is.
    std::string reason;
    storage::CaseStanding standing;
    EventDrafts events;
    std::optional<storage::DecisionRow> decision;
    std::string answers; ///< For a centre: what the sources said, as answersText() writes it.
    std::string unreadable; ///< The serial number when the stored case is damaged; it is left as it is.
};

struct DecidedChunk {
    Timestamp at{};
    std::int64_t firstAcceptanceNo = 0;
    std::int64_t lastAcceptanceNo = 0;
    std::int64_t usedAcceptanceNo = 0; ///< The last one that a case was given; 0 = none was.
    std::optional<storage::CaseCursor> end;
    std::vector<DecidedCase> cases;
    std::optional<Error> error; ///< The thread could not work at all; nothing of the chunk is written.
};

/// Decides cases on one thread: evidence, facts, rules, and the acts that follow. Never writes.
class CaseDecider
{
public:
    /// `rules` are all versions a case may be pinned to. `published` = what a centre has published, from
    /// which new cases are decided there; null = the shipped rules.
    static Result<std::unique_ptr<CaseDecider>>
    create(const Workspace &workspace, std::shared_ptr<const approval::RuleSetLibrary> rules,
           std::shared_ptr<const approval::RuleSetLibrary> published = nullptr);

    DecidedChunk decide(WorkChunk chunk);

private:
    struct Run;

    CaseDecider(const Workspace &workspace, std::shared_ptr<const approval::RuleSetLibrary> rules,
                std::unique_ptr<EvidenceDesk> desk);

    approval::RuleSetPtr rulesFor(const permit::Item &item, const permit::CaseState &state, Date openedOn,
                                  Date today) const;

    Result<DecidedCase> decideCase(const WaitingCase &waiting, Timestamp at);
    void deemIfLate(Run &run);
    void prepareInputs(const Run &run);
    void applyRules(Run &run);
    void keepDecision(Run &run);
    /// What the event tells of the rules; names the capsule of a decision that is kept.
    std::string ruleDetail(const Run &run, bool isKept) const;
    bool isLimitNear(const Run &run) const;
    void handOver(Run &run, std::vector<permit::ActRequest> &requests);
    void addAcceptance(const Run &run, std::vector<permit::ActRequest> &requests) const;
    void askAboutReceipt(Run &run, std::vector<permit::ActRequest> &requests);
    void requestsByRules(Run &run, std::vector<permit::ActRequest> &requests);
    void requestsForPerson(Run &run, std::vector<permit::ActRequest> &requests);
    void act(Run &run, permit::ActRequest request);
    void referInstead(Run &run, permit::CaseState before, std::size_t eventsBefore);
    void actOn(Run &run);

    const Workspace &m_workspace;
    const Resources &m_resources;
    std::shared_ptr<const approval::RuleSetLibrary> m_rules;
    std::shared_ptr<const approval::RuleSetLibrary> m_published;
    std::unique_ptr<EvidenceDesk> m_desk;
    permit::ApplicationReader m_reader;
    approval::DecisionEngine m_engine;
    approval::CapsuleHasher m_hasher;
    approval::FactBuilder m_facts;
    approval::DecisionInputs m_inputs;
    storage::EventDigester m_digester;
};

} // namespace tongban::service
