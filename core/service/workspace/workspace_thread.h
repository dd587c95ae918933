// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace tongban::service {

/// The door for a program with a window: one thread owns the workspace and does what it is given, in order;
/// answers come back as futures of values. The window never waits for the store.
///
/// run() may be called from any thread. Destroying it finishes the work that runs, drops what has not begun
/// (its futures end cancelled), and closes the workspace.
class WorkspaceThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Workspace>>()>;

    /// Opens on the new thread; when that fails, every run() is answered with the error.
    explicit WorkspaceThread(Opener open);
    ~WorkspaceThread();

    WorkspaceThread(const WorkspaceThread &) = delete;
    WorkspaceThread &operator=(const WorkspaceThread &) = delete;

    /// Queues `function`, which takes a Workspace & and returns a Result of a value that can be copied.
    /// The workspace must not be kept beyond the call: reopen() replaces it.
    template <typename Function>
    auto run(Function function) -> QFuture<std::invoke_result_t<Function, Workspace &>>
    {
        using Answer = std::invoke_result_t<Function, Workspace &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        auto future = promise->future();
        post([promise, function = std::move(function)](const Opened &workspace) mutable {
            promise->addResult(workspace ? function(**workspace) : Answer(Failure(workspace.error())));
            promise->finish();
        });
        return future;
    }

    /// Queues opening it anew: a catalogue, calendar or rule set that was put into the workspace counts from
    /// then on. When that fails the one at hand goes on serving, and the answer says why.
    QFuture<Result<>> reopen();

private:
    using Opened = Result<std::unique_ptr<Workspace>>;
    using Job = std::function<void(Opened &)>;

    void post(Job job);
    void serve();

    const Opener m_open;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace tongban::service
