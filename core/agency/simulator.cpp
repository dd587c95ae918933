// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/simulator.h"

#include "core/agency/signature.h"
#include "core/base/canonical_json.h"
#include "core/base/random.h"

#include <atomic>
#include <httplib.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::agency {

namespace {

using nlohmann::json;

enum class Misbehaviour { None, Failing, Slow, Malformed, Contradictory };

Misbehaviour choose(const SimulatorFaults &faults, std::uint64_t dice)
{
    const auto die = static_cast<int>(dice % 1000);
    int bound = faults.errorPerMille;
    if (die < bound)
        return Misbehaviour::Failing;
    if (die < (bound += faults.slowPerMille))
        return Misbehaviour::Slow;
    if (die < (bound += faults.malformedPerMille))
        return Misbehaviour::Malformed;
    if (die < (bound += faults.contradictoryPerMille))
        return Misbehaviour::Contradictory;
    return Misbehaviour::None;
}

std::string answerText(const json &question, const std::optional<SimulatedRecord> &record, Misbehaviour fault)
{
    std::string out;
    CanonicalWriter w(out);
    w.beginObject();
    if (record) {
        w.key("as_of");
        w.string(isoDate(record->asOf));
        w.key("fields");
        w.raw(record->fields);
    }
    const auto key = question["key"].get<std::string>();
    w.key("key");
    w.string(fault == Misbehaviour::Contradictory ? key + "?" : key);
    w.key("record");
    w.string(question["record"].get<std::string>());
    w.key("request_id");
    w.string(question["request_id"].get<std::string>());
    w.key("source");
    w.string(question["source"].get<std::string>());
    w.key("status");
    w.string(record ? "answered" : "no_record");
    w.endObject();
    return out;
}

bool isQuestion(const json &question)
{
    for (const char *name : {"source", "record", "key", "request_id"})
        if (!question.contains(name) || !question[name].is_string())
            return false;
    return true;
}

int perMille(const json &document, const char *name)
{
    return document.contains(name) && document[name].is_number_integer() ? document[name].get<int>() : 0;
}

} // namespace

struct AgencySimulator::Server {
    Server(const Options &options, Lookup source)
        : faults(options.faults), random(options.seed), secret(options.secret), lookup(std::move(source))
    {
    }

    void answer(const httplib::Request &request, httplib::Response &response)
    {
        ++questions;
        const auto question = parseJson(request.body);
        if (!question || !isQuestion(*question)) {
            response.status = 400;
            return;
        }
        Misbehaviour fault = Misbehaviour::None;
        std::chrono::milliseconds pause{};
        Result<std::optional<SimulatedRecord>> record{std::nullopt};
        {
            const std::lock_guard lock(mutex);
            fault = choose(faults, random.next());
            pause =
                faults.delay + (fault == Misbehaviour::Slow ? faults.slowBy : std::chrono::milliseconds(0));
            record = lookup((*question)["source"].get<std::string>(),
                            (*question)["record"].get<std::string>(), (*question)["key"].get<std::string>());
        }
        if (pause.count() > 0)
            std::this_thread::sleep_for(pause);
        if (fault == Misbehaviour::Failing || !record) {
            response.status = 503;
            return;
        }
        std::string body = answerText(*question, *record, fault);
        if (!secret.empty())
            response.set_header("X-Tongban-Signature", signatureOf(body, secret));
        if (fault == Misbehaviour::Malformed)
            body.resize(body.size() / 2);
        response.set_content(body, "application/json");
    }

    void changeFaults(const httplib::Request &request, httplib::Response &response)
    {
        const auto document = parseJson(request.body);
        if (!document || !document->is_object()) {
            response.status = 400;
            return;
        }
        const std::lock_guard lock(mutex);
        faults.errorPerMille = perMille(*document, "error_per_mille");
        faults.slowPerMille = perMille(*document, "slow_per_mille");
        faults.malformedPerMille = perMille(*document, "malformed_per_mille");
        faults.contradictoryPerMille = perMille(*document, "contradictory_per_mille");
        if (const int slow = perMille(*document, "slow_by_ms"); slow > 0)
            faults.slowBy = std::chrono::milliseconds(slow);
        faults.delay = std::chrono::milliseconds(perMille(*document, "delay_ms"));
        response.status = 204;
    }

    std::mutex mutex; ///< Over faults, random and lookup.
    SimulatorFaults faults;
    SeededRandom random;
    std::string secret;
    Lookup lookup;
    std::atomic<std::int64_t> questions{0};
    std::atomic<bool> ended{false};
    httplib::Server http;
    int port = 0;
    std::thread thread;
};

AgencySimulator::AgencySimulator(std::unique_ptr<Server> server) : m_server(std::move(server)) { }

AgencySimulator::~AgencySimulator()
{
    m_server->http.stop();
    m_server->thread.join();
}

Result<std::unique_ptr<AgencySimulator>> AgencySimulator::start(const Options &options, Lookup lookup)
{
    auto server = std::make_unique<Server>(options, std::move(lookup));
    Server &s = *server;
    s.http.Post("/v1/query", [&s](const httplib::Request &request, httplib::Response &response) {
        s.answer(request, response);
    });
    s.http.Put("/faults", [&s](const httplib::Request &request, httplib::Response &response) {
        s.changeFaults(request, response);
    });
    // The library's default lets a second server share the port, and each would answer every other question.
    s.http.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    s.port = options.port;
    const bool bound = options.port == 0 ? (s.port = s.http.bind_to_any_port("127.0.0.1")) > 0
                                         : s.http.bind_to_port("127.0.0.1", options.port);
    if (!bound)
        return fail(ErrorCode::Unavailable,
                    "port " + std::to_string(options.port) + " of 127.0.0.1 is taken; name another one");
    s.thread = std::thread([&s] {
        s.http.listen_after_bind();
        s.ended = true;
    });
    // stop() does nothing before the loop runs, so that a simulator which ends at once would never end.
    while (!s.http.is_running() && !s.ended)
        std::this_thread::yield();
    return std::unique_ptr<AgencySimulator>(new AgencySimulator(std::move(server)));
}

int AgencySimulator::port() const
{
    return m_server->port;
}

void AgencySimulator::setFaults(const SimulatorFaults &faults)
{
    const std::lock_guard lock(m_server->mutex);
    m_server->faults = faults;
}

std::int64_t AgencySimulator::questions() const
{
    return m_server->questions;
}

} // namespace tongban::agency
