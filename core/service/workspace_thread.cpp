// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace_thread.h"

#include <optional>
#include <utility>

namespace tongban::service {

WorkspaceThread::WorkspaceThread(Opener open) : m_thread([this, open = std::move(open)] { serve(open); }) { }

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

void WorkspaceThread::serve(const Opener &open)
{
    // Opened and closed here: a connection belongs to its thread.
    const Result<std::unique_ptr<Workspace>> opened = open();
    const Result<Workspace *> workspace =
        opened ? Result<Workspace *>(opened->get()) : Result<Workspace *>(Failure(opened.error()));
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
