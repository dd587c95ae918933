// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_work_centre.h"

#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "app/ctl/worker_health.h"
#include "core/service/centre/centre_sync.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::ctl {

namespace {

void rest(const Session &session, std::chrono::milliseconds span)
{
    const auto until = std::chrono::steady_clock::now() + span;
    while (!session.stop() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

void print(const Session &session, const service::CentreStep &step)
{
    if (session.json) {
        session.printJson({{"district", step.district},
                           {"taken", step.work.taken},
                           {"granted", step.work.granted},
                           {"noticed", step.work.noticed},
                           {"refused", step.work.refused},
                           {"referred", step.work.referred},
                           {"waiting", step.work.waiting},
                           {"sent", step.sync.sent},
                           {"applied", step.sync.applied},
                           {"attention", step.sync.attention},
                           {"pulled", step.sync.pulled},
                           {"rewinds", step.sync.rewinds},
                           {"new_models", step.newModels},
                           {"unreachable", step.sync.unreachable},
                           {"stopped_by", step.sync.stoppedBy}});
        return;
    }
    const auto text = [&](std::string_view zh, std::string_view en) {
        return std::string(session.text(zh, en));
    };
    if (step.newModels > 0)
        session.printLine(text("新发布的规则已启用:", "Newly published rules at work: ")
                          + std::to_string(step.newModels));
    if (!step.sync.isFinished())
        session.printLine(text("中心暂不可达:", "The centre cannot be worked with now: ")
                          + step.sync.unreachable + step.sync.stoppedBy);
    else if (step.district != 0)
        session.printLine(std::to_string(step.district) + text(":处理 ", ": taken ")
                          + grouped(step.work.taken) + text(",准予 ", ", granted ")
                          + grouped(step.work.granted) + text(",转人工 ", ", to people ")
                          + grouped(step.work.referred) + text(",中心已确认 ", ", confirmed ")
                          + grouped(step.sync.applied));
}

Result<> once(Session &session, service::CentreWorker &worker, const CentreWorkPlan &plan,
              WorkerHealth *health, service::CentreStep &step)
{
    service::CentreWorkOptions options;
    options.threads = plan.threads;
    options.leaseSeconds = plan.leaseSeconds;
    options.askAgainSeconds = plan.askAgainSeconds;
    options.progress.stop = &session.stop();
    step = TRY(worker.step(options));
    if (health != nullptr) {
        std::vector<service::CentreBacklog> backlog;
        if (step.sync.isFinished())
            if (auto lines = worker.backlog())
                backlog = *std::move(lines);
        health->take(step, backlog);
    }
    const bool isWorthTelling =
        step.work.taken + step.sync.sent > 0 || step.newModels > 0 || !step.sync.isFinished();
    if (isWorthTelling)
        print(session, step);
    return {};
}

} // namespace

Result<> workAtCentre(Session &session, const CentreWorkPlan &plan)
{
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    if (!plan.connect.empty())
        TRY(service::joinCentre(*workspace, {plan.connect, {}, TRY(Uuid::parse(plan.device))}));
    const auto worker = TRY(service::CentreWorker::open(*workspace));
    std::unique_ptr<WorkerHealth> health;
    if (plan.healthPort >= 0) {
        health = TRY(WorkerHealth::start(plan.healthPort));
        session.note("http://127.0.0.1:" + std::to_string(health->port()) + "/metrics");
    }
    // Without --service: until no district has anything that could be done now.
    constexpr int kIdleRounds = 2;
    int idle = 0;
    int failures = 0;
    while (!session.stop() && (plan.service || idle < kIdleRounds)) {
        service::CentreStep step;
        TRY(once(session, *worker, plan, health.get(), step));
        idle = step.didSomething() ? 0 : idle + 1;
        failures = step.sync.isFinished() ? 0 : std::min(failures + 1, 6);
        if (!plan.service && !step.sync.isFinished()) {
            session.setExitCode(step.sync.stoppedBy.empty() ? ExitCode::Unavailable : ExitCode::Denied);
            return {};
        }
        if (!step.didSomething() && plan.service)
            rest(session, std::chrono::milliseconds(plan.intervalMs << failures));
    }
    if (session.stop() && !plan.service)
        session.setExitCode(ExitCode::Interrupted);
    return {};
}

} // namespace tongban::ctl
