// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_worker.h"

#include "core/central/device.h"
#include "core/central/pull.h"
#include "core/central/work.h"
#include "core/service/centre/centre_session.h"
#include "core/service/workspace/workspace_parts.h"

#include <chrono>
#include <map>

namespace tongban::service {

using Instant = std::chrono::steady_clock;

namespace {

/// What was held by somebody, or moved while it was being decided, is left alone for a while.
constexpr int kEvictAfterSeconds = 10;

void add(SyncReport &sum, SyncReport &&part)
{
    sum.sent += part.sent;
    sum.applied += part.applied;
    sum.attention += part.attention;
    sum.pulled += part.pulled;
    sum.rewinds += part.rewinds;
    sum.newIdentities += part.newIdentities;
    std::ranges::move(part.changed, std::back_inserter(sum.changed));
    std::ranges::move(part.closed, std::back_inserter(sum.closed));
    sum.unreachable = std::move(part.unreachable);
    sum.stoppedBy = std::move(part.stoppedBy);
}

} // namespace

struct CentreWorker::Parts {
    Workspace &workspace;
    std::unique_ptr<CentreSync> sync;
    std::unique_ptr<Worker> worker;
    Uuid instance;
    std::shared_ptr<const approval::RuleSetLibrary> published; ///< At the centre; never null.
    std::map<Uuid, Instant::time_point> tried; ///< When a case was sent last and is still here.

    Result<> work(const CentreWorkOptions &options, CentreStep &step);
    Result<> onDistrict(central::Connection &connection, const CentreWorkOptions &options, CentreStep &step);
    Result<> keepHouse(central::Connection &connection, CentreStep &step);
    Result<int> takeModels(central::Connection &connection);
    Result<> join(central::Connection &connection, int district);
    Result<> decide(const CentreWorkOptions &options, CentreStep &step);
};

CentreWorker::CentreWorker(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

CentreWorker::~CentreWorker() = default;

Result<std::unique_ptr<CentreWorker>> CentreWorker::open(Workspace &workspace)
{
    auto sync = TRY(CentreSync::open(workspace));
    if (workspace.parts().joined->kind != "worker")
        return fail(ErrorCode::Denied,
                    "the account " + workspace.parts().joined->account + " is not a worker's at the centre");
    auto worker = TRY(Worker::open(workspace));
    SystemRandom random;
    return std::unique_ptr<CentreWorker>(
        new CentreWorker(std::unique_ptr<Parts>(new Parts{workspace,
                                                          std::move(sync),
                                                          std::move(worker),
                                                          Uuid::v7(workspace.clock().now(), random),
                                                          std::make_shared<const approval::RuleSetLibrary>(),
                                                          {}})));
}

/// Rules published since the last look are at work from now on, without a restart.
Result<int> CentreWorker::Parts::takeModels(central::Connection &connection)
{
    const auto models = TRY(central::models(connection));
    std::vector<approval::RuleSetText> texts;
    for (const central::PublishedModel &model : models)
        texts.push_back({model.ruleSet + "/" + std::to_string(model.version), model.manifest, model.model});
    auto loading = approval::RuleSetLibrary::load(texts, workspace.resources().dictionary);
    const auto before = published->all().size();
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    for (const central::PublishedModel &model : models)
        TRY(store.models().put(model.ruleSet, model.version, model.model, model.manifest,
                               workspace.clock().now()));
    TRY(transaction.commit());
    published = std::make_shared<const approval::RuleSetLibrary>(std::move(loading.library));
    const auto now = published->all().size();
    return now > before ? static_cast<int>(now - before) : 0;
}

/// What keeps the centre going and needs nobody's decision.
Result<> CentreWorker::Parts::keepHouse(central::Connection &connection, CentreStep &step)
{
    // Of an account that was closed meanwhile the functions would only answer with nothing.
    TRY(central::hello(connection));
    step.settled = TRY(central::settle(connection));
    step.evicted = TRY(central::evictBlockers(connection, kEvictAfterSeconds));
    step.newModels = TRY(takeModels(connection));
    return {};
}

Result<> CentreWorker::Parts::join(central::Connection &connection, int district)
{
    storage::Store &store = *workspace.parts().store;
    if (TRY(store.replica().of(district)))
        return {};
    storage::ReplicaRow row;
    row.district = district;
    row.device = TRY(Uuid::parse(workspace.parts().joined->device));
    row.nextSequence = TRY(central::nextSequence(connection, district, row.device));
    auto transaction = TRY(store.begin());
    TRY(store.replica().put(row));
    return transaction.commit();
}

Result<> CentreWorker::Parts::decide(const CentreWorkOptions &options, CentreStep &step)
{
    const auto now = Instant::now();
    std::erase_if(tried, [&](const auto &entry) {
        return now - entry.second > std::chrono::seconds(options.askAgainSeconds);
    });
    WorkOptions work;
    work.threads = options.threads;
    work.casesPerCommit = options.casesAtOnce;
    work.limit = options.casesAtOnce;
    work.progress = options.progress;
    work.published = published;
    work.isWanted = [&](int district, const Uuid &caseId) {
        return district == step.district && tried.emplace(caseId, now).second;
    };
    step.work = TRY(worker->run(work));
    return {};
}

Result<> CentreWorker::Parts::work(const CentreWorkOptions &options, CentreStep &step)
{
    central::Connection &connection = *TRY(sync->parts().session());
    TRY(keepHouse(connection, step));
    const auto district =
        TRY(central::leaseDistrict(connection, instance, options.leaseSeconds, options.askAgainSeconds));
    if (!district)
        return {};
    step.district = *district;
    const auto done = onDistrict(connection, options, step);
    // Whatever came of it, others need not wait for the lease to end; where the centre is gone it ends by
    // itself.
    if (sync->parts().connection)
        (void)central::releaseDistrict(*sync->parts().connection, instance, *district);
    return done;
}

Result<> CentreWorker::Parts::onDistrict(central::Connection &connection, const CentreWorkOptions &options,
                                         CentreStep &step)
{
    TRY(join(connection, step.district));
    SyncOptions round;
    round.progress = options.progress;
    add(step.sync, TRY(sync->run(round, {step.district})));
    if (!step.sync.isFinished())
        return {};
    TRY(decide(options, step));
    // A stop is honoured between transactions; what was decided is told all the same.
    round.progress = {};
    add(step.sync, TRY(sync->run(round, {step.district})));
    return {};
}

Result<CentreStep> CentreWorker::step(const CentreWorkOptions &options)
{
    CentreStep step;
    const auto done = m_parts->work(options, step);
    if (done)
        return step;
    if (done.error().code == ErrorCode::Unavailable)
        step.sync.unreachable = done.error().detail;
    else if (done.error().code == ErrorCode::Denied)
        step.sync.stoppedBy = done.error().detail;
    else
        return Failure(done.error());
    m_parts->sync->parts().connection.reset();
    return step;
}

Result<std::vector<CentreBacklog>> CentreWorker::backlog()
{
    std::vector<CentreBacklog> lines;
    for (const central::Backlog &line : TRY(central::backlog(*TRY(m_parts->sync->parts().session()))))
        lines.push_back({line.district, line.waiting, line.evidence, line.people});
    return lines;
}

} // namespace tongban::service
