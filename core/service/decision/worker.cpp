// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/worker.h"

#include "core/base/file.h"
#include "core/service/acts/act_sink.h"
#include "core/service/acts/deemed_acceptance.h"
#include "core/service/acts/standing.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/decision/case_decider.h"
#include "core/service/decision/decision_text.h"
#include "core/service/workspace/ordered_pipeline.h"
#include "core/service/workspace/worker_lock.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

using approval::Outcome;

namespace {

/// A new version of rules that are at work here begins in the future, never in the past: cases that came in
/// meanwhile were taken in under the earlier one.
Result<> checkPublication(const approval::RuleSet &ruleSet, const std::vector<storage::RuleSetText> &kept,
                          Date today)
{
    bool isAtWork = false;
    for (const storage::RuleSetText &text : kept) {
        if (text.code != ruleSet.code())
            continue;
        if (text.version == ruleSet.version())
            return {};
        isAtWork = true;
    }
    if (!isAtWork || ruleSet.manifest().effectiveFrom >= today)
        return {};
    return fail(
        ErrorCode::InvalidInput,
        "version " + std::to_string(ruleSet.version()) + " of rule set " + ruleSet.code()
            + " says it is in force since " + isoDate(ruleSet.manifest().effectiveFrom)
            + ", but it is new here; nothing was decided; publish it with a day that is still to come");
}

/// How many commits lie between two witnesses of the chains.
constexpr int kCommitsPerWitness = 25;

constexpr std::size_t kMostNamedCases = 100;

/// How often in a row a chunk is decided again because people were faster.
constexpr int kMostAttempts = 20;

void count(WorkReport &report, const DecidedCase &decided)
{
    ++report.taken;
    if (!decided.unreadable.empty() && report.unreadable.size() < kMostNamedCases)
        report.unreadable.push_back(decided.unreadable);
    if (!decided.outcome) {
        ++report.left;
        return;
    }
    if (!decided.reason.empty())
        ++report.reasons[decided.reason];
    switch (*decided.outcome) {
    case Outcome::Grant: ++report.granted; break;
    case Outcome::Notice: ++report.noticed; break;
    case Outcome::Refuse: ++report.refused; break;
    case Outcome::Refer: ++report.referred; break;
    case Outcome::AwaitEvidence: ++report.waiting; break;
    }
}

/// One pass over one queue: reads pages, hands them to the deciding threads, writes what comes back.
class QueuePass
{
public:
    QueuePass(Workspace &workspace, const WorkOptions &options, WorkReport &report, std::string_view queue)
        : m_workspace(workspace), m_store(*workspace.parts().store), m_options(options), m_report(report),
          m_queue(queue)
    {
    }

    Result<> run()
    {
        m_total = TRY(m_store.cases().waiting(m_queue));
        if (m_total == 0)
            return {};
        // When a person acted on a case, or accepted one, while its chunk was being decided, the person comes
        // first: nothing of the chunk was written, and it is decided again from what is stored now.
        for (int attempt = 1;; ++attempt) {
            const std::int64_t before = m_written;
            const Result<> done = runPipeline();
            if (m_written > before)
                attempt = 1;
            if (done || done.error().code != ErrorCode::Conflict || attempt == kMostAttempts)
                return done;
        }
    }

private:
    Result<> runPipeline()
    {
        m_after = m_writtenThrough;
        m_taken = m_written;
        m_ended = false;
        m_acceptanceNo = TRY(m_workspace.parts().nextAcceptanceNo()) - 1;
        m_rules = std::make_shared<const approval::RuleSetLibrary>(TRY(everyRuleSet(m_workspace)));
        OrderedPipeline<WorkChunk, DecidedChunk> pipeline(m_options.threads, [this] {
            auto decider = CaseDecider::create(m_workspace, m_rules, m_options.published);
            if (!decider)
                return OrderedPipeline<WorkChunk, DecidedChunk>::Worker(
                    [error = decider.error()](const WorkChunk &) {
                        DecidedChunk failed;
                        failed.error = error;
                        return failed;
                    });
            return OrderedPipeline<WorkChunk, DecidedChunk>::Worker(
                [shared = std::shared_ptr<CaseDecider>(std::move(*decider))](WorkChunk chunk) {
                    return shared->decide(std::move(chunk));
                });
        });
        return pipeline.run([this] { return produce(); },
                            [this](DecidedChunk chunk) { return consume(std::move(chunk)); });
    }

    Result<std::optional<WorkChunk>> produce()
    {
        const std::int64_t room = m_options.limit > 0 ? m_options.limit - m_taken : m_options.casesPerCommit;
        if (m_ended || room <= 0 || m_options.progress.stopRequested())
            return std::optional<WorkChunk>();
        const int size = static_cast<int>(std::min<std::int64_t>(room, m_options.casesPerCommit));
        auto page = TRY(m_store.cases().queuePage(m_queue, m_after, size));
        m_ended = !page.next;
        m_after = page.next;
        if (page.cases.empty())
            return std::optional<WorkChunk>();
        WorkChunk chunk;
        chunk.at = TRY(m_workspace.stamp());
        chunk.end = m_after;
        chunk.firstAcceptanceNo = m_acceptanceNo + 1;
        for (storage::StoredCase &stored : page.cases) {
            if (m_options.isWanted && !m_options.isWanted(stored.record.district, stored.record.id))
                continue;
            Supplement supplement = TRY(supplementOf(stored));
            const bool isAccepted = stored.standing.details.find("\"accepted_on\":") != std::string::npos;
            chunk.cases.push_back(
                {std::move(stored), isAccepted ? 0 : ++m_acceptanceNo, std::move(supplement)});
        }
        chunk.lastAcceptanceNo = m_acceptanceNo;
        m_taken += static_cast<std::int64_t>(chunk.cases.size());
        return std::optional(std::move(chunk));
    }

    /// What came since the first round; read only where there was more than one, which the text of the state
    /// tells.
    Result<Supplement> supplementOf(const storage::StoredCase &stored)
    {
        if (stored.standing.details.find("\"round\":") == std::string::npos)
            return Supplement{};
        return supplementsIn(TRY(m_store.events().ofCase(stored.record.id)));
    }

    Result<> consume(DecidedChunk chunk)
    {
        if (chunk.error)
            return Failure(*chunk.error);
        auto transaction = TRY(m_store.begin());
        if (TRY(m_workspace.parts().nextAcceptanceNo()) != chunk.firstAcceptanceNo)
            return fail(ErrorCode::Conflict, "somebody else accepted cases at the same moment");
        ActSink sink(m_workspace);
        for (const DecidedCase &decided : chunk.cases) {
            if (decided.events.isEmpty())
                continue;
            TRY(m_store.cases().update(decided.no, decided.expectedVersion, decided.standing));
            if (decided.decision)
                TRY(keepDecision(*decided.decision));
            const bool travels = m_workspace.parts().joined && decided.decision;
            const std::string record = travels ? decisionText(*decided.decision) : std::string();
            TRY(sink.add({decided.expectedVersion, {}, {}, 0, record, {}, decided.answers},
                         decided.events.prepared()));
        }
        TRY(sink.finish());
        // A case that is taken up for the first time keeps its place in the order, whatever becomes of it.
        // What is only asked for again uses a number up when it gets one, so that asking once more changes
        // nothing.
        const std::int64_t last =
            m_queue == queue::kAutomatic ? chunk.lastAcceptanceNo : chunk.usedAcceptanceNo;
        if (last >= chunk.firstAcceptanceNo)
            TRY(m_workspace.parts().keepAcceptanceNo(last));
        TRY(m_workspace.parts().keepStamp(chunk.at));
        TRY(transaction.commit());
        m_written += static_cast<std::int64_t>(chunk.cases.size());
        m_writtenThrough = chunk.end;
        for (const DecidedCase &decided : chunk.cases)
            count(m_report, decided);
        m_options.progress.say(m_report.taken, m_total);
        if (++m_commits % kCommitsPerWitness == 0)
            return m_workspace.parts().witness(chunk.at);
        return {};
    }

    /// A decision that a centre did not take is made again: what was found the first time stays.
    Result<> keepDecision(const storage::DecisionRow &decision)
    {
        const auto kept = m_store.decisions().insert(decision);
        const bool isAgain = !kept && kept.error().code == ErrorCode::Conflict && m_workspace.parts().joined;
        return kept || isAgain ? Result<>() : Result<>(Failure(kept.error()));
    }

    Workspace &m_workspace;
    storage::Store &m_store;
    const WorkOptions &m_options;
    WorkReport &m_report;
    std::string_view m_queue;
    std::shared_ptr<const approval::RuleSetLibrary> m_rules;
    std::optional<storage::CaseCursor> m_after;
    bool m_ended = false;
    std::int64_t m_total = 0;
    std::int64_t m_taken = 0;
    std::int64_t m_written = 0;
    std::optional<storage::CaseCursor> m_writtenThrough;
    std::int64_t m_acceptanceNo = 0;
    int m_commits = 0;
};

} // namespace

Worker::Worker(Workspace &workspace, std::unique_ptr<WorkspaceLock> lock)
    : m_workspace(workspace), m_lock(std::move(lock))
{
}

Worker::~Worker() = default;

Result<std::unique_ptr<Worker>> Worker::open(Workspace &workspace)
{
    auto lock = std::make_unique<WorkspaceLock>(TRY(lockForWorker(workspace.folder())));
    return std::unique_ptr<Worker>(new Worker(workspace, std::move(lock)));
}

/// What decisions refer to is kept in the store for ever, before the first of them refers to it.
Result<> Worker::keepRuleSets()
{
    storage::Store &store = *m_workspace.parts().store;
    const std::filesystem::path folder = m_workspace.resources().folder / "models";
    const std::vector<storage::RuleSetText> kept = TRY(store.models().list());
    const Date today = officialDate(m_workspace.clock().now());
    auto transaction = TRY(store.begin());
    for (const approval::RuleSetPtr &ruleSet : m_workspace.resources().ruleSets->all()) {
        TRY(checkPublication(*ruleSet, kept, today));
        constexpr std::size_t kMostBytes = std::size_t{16} << 20U;
        const auto base = folder / ruleSet->code();
        const std::string manifest =
            TRY(readFile(base / (std::to_string(ruleSet->version()) + ".json"), kMostBytes));
        const std::string model = TRY(readFile(base / ruleSet->manifest().modelFile, kMostBytes));
        TRY(store.models().put(ruleSet->code(), ruleSet->version(), model, manifest,
                               m_workspace.clock().now()));
    }
    return transaction.commit();
}

Result<WorkReport> Worker::run(const WorkOptions &options)
{
    TRY(keepRuleSets());
    WorkReport report;
    // Sources are asked again first: those cases have waited longest.
    TRY(QueuePass(m_workspace, options, report, queue::kEvidence).run());
    TRY(QueuePass(m_workspace, options, report, queue::kAutomatic).run());
    const Date today = officialDate(TRY(m_workspace.stamp()));
    if (report.taken > 0 || m_deemedOn != today) {
        report.resumed = TRY(resumeEndedSuspensions(m_workspace, options.progress));
        report.deemed = TRY(deemLateAcceptances(m_workspace, options.progress));
        m_deemedOn = today;
    }
    TRY(m_workspace.parts().witness(TRY(m_workspace.stamp())));
    report.finished = !options.progress.stopRequested()
        && (options.limit == 0 || TRY(m_workspace.parts().store->cases().waiting(queue::kAutomatic)) == 0);
    return report;
}

} // namespace tongban::service
