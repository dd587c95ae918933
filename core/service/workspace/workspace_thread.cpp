// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/workspace_thread.h"

#include <utility>

namespace tongban::service {

WorkspaceThread::WorkspaceThread(Opener open) : m_open(std::move(open)), m_thread([this] { serve(); }) { }

WorkspaceThread::~WorkspaceThread()
{
    std::deque<Job> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        dropped.swap(m_jobs);
    }
    m_wake.notify_one();
    m_thread.join();
}

void WorkspaceThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

QFuture<Result<>> WorkspaceThread::reopen()
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    auto future = promise->future();
    post([this, promise](Opened &workspace) {
        Opened fresh = m_open();
        promise->addResult(fresh ? Result<>() : Result<>(Failure(fresh.error())));
        if (fresh)
            workspace = std::move(fresh);
        promise->finish();
    });
    return future;
}

void WorkspaceThread::serve()
{
    // Opened and closed here: a connection belongs to its thread.
    Opened workspace = m_open();
    while (true) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_ending)
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(workspace);
    }
}

} // namespace tongban::service
