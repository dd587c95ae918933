// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/http_agency.h"

#include "core/agency/answer_reader.h"
#include "core/agency/backoff.h"
#include "core/agency/circuit_breaker.h"
#include "core/agency/signature.h"
#include "core/base/id.h"

#include <fstream>
#include <httplib.h>
#include <iterator>

namespace tongban::agency {

using approval::EvidenceAnswer;
using approval::EvidenceQuery;
using approval::UnknownReason;

namespace {

constexpr std::size_t kMostAnswerBytes = 1 << 20;

struct Address {
    std::string origin;
    std::string path;
};

Address split(const std::string &url)
{
    const std::size_t slash = url.find('/', url.find("://") + 3);
    if (slash == std::string::npos)
        return {url, ""};
    std::string path = url.substr(slash);
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    return {url.substr(0, slash), path};
}

Result<std::string> secretFrom(const std::string &file)
{
    if (file.empty())
        return std::string();
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::InvalidInput, "cannot read the secret file " + file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

/// Whether asking again may help: no connection, a time-out, 429 and the 5xx family.
bool mayRepeat(int status)
{
    return status == 0 || status == 429 || status >= 500;
}

} // namespace

struct HttpAgency::Connection {
    Connection(const AgencyConfig &agency, const AgencyServices &outside)
        : config(agency), services(outside), address(split(agency.url)), client(address.origin),
          breaker({agency.failuresToOpen, agency.openFor})
    {
        client.set_connection_timeout(agency.connectTimeout);
        client.set_read_timeout(agency.timeout);
        client.set_write_timeout(agency.timeout);
        client.set_keep_alive(true);
        client.enable_server_certificate_verification(true);
        if (!agency.caFile.empty())
            client.set_ca_cert_path(agency.caFile);
    }

    struct Attempt {
        int status = 0; ///< 0 = no answer at all.
        bool timedOut = false;
        std::string body;
        std::string signature;
    };

    Attempt attempt(const std::string &question)
    {
        Attempt result;
        const auto deadline = std::chrono::steady_clock::now() + config.timeout;
        httplib::Request request;
        request.method = "POST";
        request.path = address.path + "/v1/query";
        request.set_header("Content-Type", "application/json");
        if (!token.empty())
            request.set_header("Authorization", "Bearer " + token);
        request.body = question;
        // A server that sends one byte a second never runs into the read time-out; the deadline and the size
        // end it.
        request.content_receiver = [&](const char *data, std::size_t length, std::uint64_t, std::uint64_t) {
            result.body.append(data, length);
            return result.body.size() <= kMostAnswerBytes && std::chrono::steady_clock::now() < deadline;
        };
        const httplib::Result response = client.send(request);
        if (!response) {
            result.timedOut =
                std::chrono::steady_clock::now() >= deadline || response.error() == httplib::Error::Read;
            return result;
        }
        result.status = response->status;
        result.signature = response->get_header_value("X-Tongban-Signature");
        return result;
    }

    EvidenceAnswer judge(const Attempt &last, const EvidenceQuery &query, const std::string &requestId)
    {
        const Timestamp now = services.clock.now();
        if (last.status != 200) {
            const bool reached = last.status != 0 && !mayRepeat(last.status);
            const UnknownReason reason = last.timedOut ? UnknownReason::Timeout
                : reached                              ? UnknownReason::NoAnswer
                                                       : UnknownReason::Unavailable;
            return EvidenceAnswer::unknown(query, reason, now);
        }
        if (!secret.empty() && !signaturesEqual(last.signature, signatureOf(last.body, secret)))
            return EvidenceAnswer::unknown(query, UnknownReason::Malformed, now);
        return readAnswer(last.body, query, requestId, now);
    }

    AgencyConfig config;
    AgencyServices services;
    Address address;
    httplib::Client client;
    CircuitBreaker breaker;
    std::string token;
    std::string secret;
};

HttpAgency::HttpAgency(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) { }

HttpAgency::~HttpAgency() = default;

Result<std::unique_ptr<HttpAgency>> HttpAgency::create(const AgencyConfig &config,
                                                       const AgencyServices &services)
{
    auto connection = std::make_unique<Connection>(config, services);
    connection->token = TRY(secretFrom(config.tokenFile));
    connection->secret = TRY(secretFrom(config.secretFile));
    if (!connection->client.is_valid())
        return fail(ErrorCode::InvalidInput, "the address of agency " + config.source + " cannot be used");
    return std::unique_ptr<HttpAgency>(new HttpAgency(std::move(connection)));
}

const AgencyConfig &HttpAgency::config() const
{
    return m_connection->config;
}

EvidenceAnswer HttpAgency::ask(const EvidenceQuery &query)
{
    Connection &c = *m_connection;
    if (!c.breaker.allows(c.services.clock.now()))
        return EvidenceAnswer::unknown(query, UnknownReason::Unavailable, c.services.clock.now());
    const std::string requestId = Uuid::v7(c.services.clock.now(), c.services.random).text();
    const std::string question = questionText(query, requestId);
    const Backoff backoff;
    Connection::Attempt last;
    for (int number = 1; number <= c.config.attempts; ++number) {
        if (number > 1)
            c.services.pause(backoff.before(number, c.services.random));
        last = c.attempt(question);
        if (last.status == 200 || !mayRepeat(last.status))
            break;
    }
    if (mayRepeat(last.status))
        c.breaker.failed(c.services.clock.now());
    else
        c.breaker.succeeded();
    return c.judge(last, query, requestId);
}

} // namespace tongban::agency
