// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/join_job.h"

#include "ui/base/when_done.h"

#include <QPromise>

namespace tongban::ui {

JoinJob::JoinJob(QObject *parent) : QObject(parent) { }

JoinJob::~JoinJob()
{
    stop();
    if (m_checker.joinable())
        m_checker.join(); // some seconds at most; it tells this of its steps
    m_thread.reset();
}

void JoinJob::stop()
{
    m_stop = true;
}

void JoinJob::finish()
{
    m_isRunning = false;
    m_thread.reset();
}

void JoinJob::check(const Question &question)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    if (m_checker.joinable())
        m_checker.join();
    auto promise = std::make_shared<QPromise<Result<service::CentreCheck>>>();
    promise->start();
    const auto future = promise->future();
    m_checker = std::thread([this, question, promise] {
        const SystemClock clock;
        const auto tell = [this](const service::CentreStepLine &line) {
            QMetaObject::invokeMethod(
                this, [this, line] { Q_EMIT stepped(line); }, Qt::QueuedConnection);
        };
        promise->addResult(service::checkCentre(question.address, question.password, question.device,
                                                question.districts, clock, tell));
        promise->finish();
    });
    whenDone(this, future, [this](const Result<service::CentreCheck> &check) {
        m_isRunning = false;
        Q_EMIT checked(check);
    });
}

void JoinJob::join(const service::WorkspaceThread::Opener &open, const service::JoinRequest &request)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_stop = false;
    m_thread = std::make_unique<service::WorkspaceThread>(open);
    const auto joinIt = [request](service::Workspace &workspace) {
        return service::joinCentre(workspace, request);
    };
    const auto copy =
        [this, password = request.password](service::Workspace &workspace) -> Result<service::SyncReport> {
        const auto sync = TRY(service::CentreSync::open(workspace, password));
        service::SyncOptions options;
        options.progress.stop = &m_stop;
        options.progress.report = [this](std::int64_t done, std::int64_t) {
            QMetaObject::invokeMethod(
                this, [this, done] { Q_EMIT copied(done); }, Qt::QueuedConnection);
        };
        return sync->run(options);
    };
    whenDone(this, m_thread->run(joinIt), [this, copy](const Result<> &result) {
        if (!result) {
            finish();
            return Q_EMIT ended(Failure(result.error()));
        }
        Q_EMIT joined();
        whenDone(this, m_thread->run(copy), [this](const Result<service::SyncReport> &report) {
            finish();
            Q_EMIT ended(report);
        });
    });
}

} // namespace tongban::ui
