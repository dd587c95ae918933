// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace tongban::service {

/// Spreads chunks of work over threads and hands the answers back in the order in which the chunks were made.
///
/// `produce` and `consume` run on the calling thread (they own the store's connection), `work` runs on the
/// pipeline's threads; each thread calls `makeWorker` once, so that a worker may keep buffers. At most
/// threads + 2 chunks are alive at a time, so memory does not grow with the input. The order of the answers,
/// and with it the chain of acts, does not depend on the number of threads.
template <typename In, typename Out>
class OrderedPipeline
{
public:
    using Worker = std::function<Out(In)>;

    OrderedPipeline(unsigned threads, std::function<Worker()> makeWorker)
    {
        m_limit = threads + 2U;
        for (unsigned i = 0; i < threads; ++i)
            m_threads.emplace_back([this, makeWorker](std::stop_token stop) { serve(stop, makeWorker()); });
    }

    ~OrderedPipeline()
    {
        for (auto &thread : m_threads)
            thread.request_stop();
        m_wake.notify_all();
    }

    OrderedPipeline(const OrderedPipeline &) = delete;
    OrderedPipeline &operator=(const OrderedPipeline &) = delete;

    /// Runs until `produce` has nothing more, or until one of the two fails; answers already computed but not
    /// consumed are dropped in that case.
    Result<> run(const std::function<Result<std::optional<In>>()> &produce,
                 const std::function<Result<>(Out)> &consume)
    {
        std::deque<std::future<Out>> waiting;
        bool more = true;
        while (more || !waiting.empty()) {
            while (more && waiting.size() < m_limit) {
                auto chunk = TRY(produce());
                more = chunk.has_value();
                if (more)
                    waiting.push_back(submit(std::move(*chunk)));
            }
            if (waiting.empty())
                break;
            Out answer = waiting.front().get();
            waiting.pop_front();
            TRY(consume(std::move(answer)));
        }
        return {};
    }

private:
    struct Job {
        In input;
        std::promise<Out> answer;
    };

    std::future<Out> submit(In input)
    {
        Job job{std::move(input), {}};
        auto future = job.answer.get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
        return future;
    }

    void serve(const std::stop_token &stop, const Worker &work)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return stop.stop_requested() || !m_jobs.empty(); });
            if (stop.stop_requested())
                return;
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job.answer.set_value(work(std::move(job.input)));
        }
    }

    std::size_t m_limit = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::vector<std::jthread>
        m_threads; // declared last, so that they are joined before the queue they read is gone
};

} // namespace tongban::service
