// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/worker_health.h"

#include <atomic>
#include <chrono>
#include <httplib.h>
#include <mutex>
#include <thread>

namespace tongban::ctl {

namespace {

using Instant = std::chrono::steady_clock;

/// Without a step that reached the centre for so long, the worker does not work.
constexpr std::chrono::seconds kLongestSilence{60};

void line(std::string &out, const char *name, const char *kind, std::int64_t value)
{
    out += std::string("# TYPE ") + name + ' ' + kind + '\n' + name + ' ' + std::to_string(value) + '\n';
}

} // namespace

struct WorkerHealth::Server {
    httplib::Server http;
    int port = 0;
    std::thread thread;
    std::atomic<bool> ended = false;
    std::mutex mutex; ///< Guards what follows.
    service::WorkReport work;
    service::SyncReport sync;
    std::int64_t steps = 0;
    std::int64_t districts = 0;
    std::int64_t failures = 0;
    std::int64_t evicted = 0;
    std::int64_t newModels = 0;
    std::vector<service::CentreBacklog> backlog;
    std::string trouble;
    Instant::time_point reached = Instant::now();

    bool isWell() { return trouble.empty() && Instant::now() - reached < kLongestSilence; }
    std::string metrics();
};

std::string WorkerHealth::Server::metrics()
{
    std::string out;
    line(out, "tongban_worker_up", "gauge", isWell() ? 1 : 0);
    line(out, "tongban_worker_steps_total", "counter", steps);
    line(out, "tongban_worker_districts_total", "counter", districts);
    line(out, "tongban_worker_failures_total", "counter", failures);
    line(out, "tongban_worker_cases_taken_total", "counter", work.taken);
    line(out, "tongban_worker_granted_total", "counter", work.granted);
    line(out, "tongban_worker_noticed_total", "counter", work.noticed);
    line(out, "tongban_worker_refused_total", "counter", work.refused);
    line(out, "tongban_worker_referred_total", "counter", work.referred);
    line(out, "tongban_worker_waiting_total", "counter", work.waiting);
    line(out, "tongban_worker_commands_sent_total", "counter", sync.sent);
    line(out, "tongban_worker_commands_applied_total", "counter", sync.applied);
    line(out, "tongban_worker_commands_refused_total", "counter", sync.attention);
    line(out, "tongban_worker_acts_pulled_total", "counter", sync.pulled);
    line(out, "tongban_worker_rewinds_total", "counter", sync.rewinds);
    line(out, "tongban_worker_evicted_sessions_total", "counter", evicted);
    line(out, "tongban_worker_models_taken_total", "counter", newModels);
    line(out, "tongban_worker_seconds_since_centre", "gauge",
         std::chrono::duration_cast<std::chrono::seconds>(Instant::now() - reached).count());
    out += "# TYPE tongban_centre_waiting gauge\n";
    for (const auto &district : backlog) {
        const std::string label =
            "tongban_centre_waiting{district=\"" + std::to_string(district.district) + "\",for=\"";
        out += label + "program\"} " + std::to_string(district.waiting) + '\n';
        out += label + "source\"} " + std::to_string(district.evidence) + '\n';
        out += label + "people\"} " + std::to_string(district.people) + '\n';
    }
    return out;
}

WorkerHealth::WorkerHealth(std::unique_ptr<Server> server) : m_server(std::move(server)) { }

WorkerHealth::~WorkerHealth()
{
    m_server->http.stop();
    m_server->thread.join();
}

Result<std::unique_ptr<WorkerHealth>> WorkerHealth::start(int port)
{
    auto server = std::make_unique<Server>();
    Server &s = *server;
    s.http.Get("/health", [&s](const httplib::Request &, httplib::Response &response) {
        const std::lock_guard lock(s.mutex);
        response.status = s.isWell() ? 200 : 503;
        response.set_content(s.isWell() ? "ok\n" : (s.trouble.empty() ? "silent\n" : s.trouble + '\n'),
                             "text/plain");
    });
    s.http.Get("/metrics", [&s](const httplib::Request &, httplib::Response &response) {
        const std::lock_guard lock(s.mutex);
        response.set_content(s.metrics(), "text/plain; version=0.0.4");
    });
    // The library's default lets a second worker share the port, and each would answer every other question.
    s.http.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    s.port = port == 0 ? s.http.bind_to_any_port("127.0.0.1")
                       : (s.http.bind_to_port("127.0.0.1", port) ? port : -1);
    if (s.port <= 0)
        return fail(ErrorCode::Unavailable, "port " + std::to_string(port) + " of 127.0.0.1 is taken");
    s.thread = std::thread([&s] {
        s.http.listen_after_bind();
        s.ended = true;
    });
    // stop() does nothing before the loop runs.
    while (!s.http.is_running() && !s.ended)
        std::this_thread::yield();
    return std::unique_ptr<WorkerHealth>(new WorkerHealth(std::move(server)));
}

int WorkerHealth::port() const
{
    return m_server->port;
}

void WorkerHealth::take(const service::CentreStep &step, const std::vector<service::CentreBacklog> &backlog)
{
    const std::lock_guard lock(m_server->mutex);
    Server &s = *m_server;
    ++s.steps;
    s.districts += step.district != 0 ? 1 : 0;
    s.work.taken += step.work.taken;
    s.work.granted += step.work.granted;
    s.work.noticed += step.work.noticed;
    s.work.refused += step.work.refused;
    s.work.referred += step.work.referred;
    s.work.waiting += step.work.waiting;
    s.sync.sent += step.sync.sent;
    s.sync.applied += step.sync.applied;
    s.sync.attention += step.sync.attention;
    s.sync.pulled += step.sync.pulled;
    s.sync.rewinds += step.sync.rewinds;
    s.evicted += step.evicted;
    s.newModels += step.newModels;
    s.trouble = step.sync.stoppedBy;
    if (step.sync.isFinished()) {
        s.reached = Instant::now();
        s.backlog = backlog;
    } else {
        ++s.failures;
    }
}

} // namespace tongban::ctl
