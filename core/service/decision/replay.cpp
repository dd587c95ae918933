// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/replay.h"

#include "core/base/file.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/ordered_pipeline.h"
#include "core/service/workspace/workspace_parts.h"

#include <map>

namespace tongban::service {

namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

Result<approval::RuleSetPtr> readRules(const Workspace &workspace, const ChangedRules &change)
{
    const Resources &resources = workspace.resources();
    const Date today = officialDate(workspace.clock().now());
    const auto inForce = resources.ruleSets->inForce(change.ruleSet, today);
    if (!inForce && change.manifest.empty())
        return fail(ErrorCode::NotFound, "no version of rule set '" + change.ruleSet + "' is in force");
    const std::filesystem::path manifest = change.manifest.empty()
        ? resources.folder / "models" / inForce->code() / (std::to_string(inForce->version()) + ".json")
        : change.manifest;
    const approval::RuleSetText text{manifest.string(), TRY(readFile(manifest, kMostBytes)),
                                     TRY(readFile(change.model, kMostBytes))};
    std::vector<approval::RuleSetProblem> problems;
    auto changed = approval::RuleSet::create(text, resources.dictionary, problems);
    if (!changed)
        return fail(ErrorCode::InvalidInput, "the changed rules: " + problems.front().text());
    if (changed->code() != change.ruleSet)
        return fail(ErrorCode::InvalidInput,
                    "the changed rules are of '" + changed->code() + "', not of '" + change.ruleSet + "'");
    return changed;
}

struct ReplayPart {
    Result<approval::ReplaySummary> summary;
    std::int64_t decisions = 0;
};

/// Reads and judges ranges of decisions on one thread, with a connection of its own.
class ReplayReader
{
public:
    ReplayReader(std::filesystem::path store, vault::DataKey key, const approval::RuleSetLibrary &library,
                 const std::vector<approval::RuleSetPtr> &changed)
        : m_file(std::move(store)), m_key(std::move(key)), m_library(library)
    {
        for (const approval::RuleSetPtr &rules : changed)
            m_replays.try_emplace(rules->code(), rules);
    }

    ReplayPart judge(const storage::DecisionRange &range)
    {
        ReplayPart part{approval::ReplaySummary{}, range.through - range.after};
        if (const auto judged = judgeRange(range); !judged)
            part.summary = Failure(judged.error());
        else
            for (auto &[code, replay] : m_replays)
                part.summary->add(replay.take());
        return part;
    }

private:
    Result<> open()
    {
        if (m_store)
            return {};
        storage::OpenOptions options;
        options.access = storage::Access::ReadOnly;
        options.key = m_key;
        auto opened = TRY(storage::Store::open(m_file, options));
        if (!opened.store)
            return fail(ErrorCode::Unavailable, opened.message);
        m_store = std::move(opened.store);
        return {};
    }

    Result<> judgeRange(const storage::DecisionRange &range)
    {
        TRY(open());
        m_rows.clear();
        TRY(m_store->decisions().scan(range, [&](const storage::DecisionRow &row) {
            m_rows.push_back(row);
            return true;
        }));
        for (const storage::DecisionRow &row : m_rows) {
            const auto ruleSet = m_library.byDigests(row.model, row.manifest);
            if (!ruleSet)
                return fail(ErrorCode::NotFound, "the rules of a stored decision are not kept here");
            const auto replay = m_replays.find(ruleSet->code());
            if (replay == m_replays.end())
                continue;
            TRY(m_store->cases().nameOf(row.caseNo, m_name));
            const auto outcome = approval::parseOutcome(row.outcome);
            if (!outcome)
                return fail(ErrorCode::Corrupted, "a stored decision has no outcome");
            TRY(replay->second.add(
                {m_name.serial, ruleSet.get(), row.record, *outcome, row.reason, m_name.applicantId}));
        }
        return {};
    }

    std::filesystem::path m_file;
    vault::DataKey m_key;
    const approval::RuleSetLibrary &m_library;
    std::map<std::string, approval::Replay, std::less<>> m_replays; ///< By code of the rule set.
    storage::CaseName m_name;
    std::unique_ptr<storage::Store> m_store;
    std::vector<storage::DecisionRow> m_rows;
};

} // namespace

Result<approval::ReplaySummary> replayDecisions(Workspace &workspace, const ReplayOptions &options)
{
    constexpr std::int64_t kPage = 2000;
    std::vector<approval::RuleSetPtr> changed;
    for (const ChangedRules &change : options.changes)
        changed.push_back(TRY(readRules(workspace, change)));
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    storage::Store &store = *workspace.parts().store;
    const std::int64_t total = TRY(store.decisions().count());
    std::vector<storage::DecisionRange> pages;
    for (const auto &range : TRY(store.decisions().ranges(1)))
        for (std::int64_t after = range.after; after < range.through; after += kPage)
            pages.push_back({after, std::min(after + kPage, range.through)});
    approval::ReplaySummary all;
    std::int64_t done = 0;
    std::size_t next = 0;
    OrderedPipeline<storage::DecisionRange, ReplayPart> pipeline(options.threads, [&] {
        auto reader =
            std::make_shared<ReplayReader>(store.database().file(), store.database().key(), library, changed);
        return [reader](const storage::DecisionRange &range) {
            return reader->judge(range);
        };
    });
    TRY(pipeline.run(
        [&]() -> Result<std::optional<storage::DecisionRange>> {
            if (next == pages.size() || options.progress.stopRequested())
                return std::optional<storage::DecisionRange>();
            return std::optional(pages[next++]);
        },
        [&](ReplayPart part) -> Result<> {
            all.add(TRY(std::move(part.summary)));
            done += part.decisions;
            options.progress.say(done, total);
            return {};
        }));
    return all;
}

} // namespace tongban::service
