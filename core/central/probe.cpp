// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/probe.h"

#include "core/central/connection.h"
#include "core/central/parameter_lists.h"

#include <chrono>
#include <clocale>
#include <libpq-fe.h>
#include <locale.h>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

namespace tongban::central {

namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

constexpr int kConnectMilliseconds = 8000;

/// What the library says is looked into below, so that it has to speak English meanwhile.
class PlainLocale
{
public:
    PlainLocale() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)), m_before(uselocale(m_plain)) { }
    ~PlainLocale()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    PlainLocale(const PlainLocale &) = delete;
    PlainLocale &operator=(const PlainLocale &) = delete;

private:
    locale_t m_plain;
    locale_t m_before;
};

std::string valueOf(const Options &options, std::string_view key)
{
    for (const auto &[name, value] : options)
        if (name == key)
            return value;
    return {};
}

ProbeLine nameLine(const std::string &host, const std::string &port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int answer = getaddrinfo(host.c_str(), port.empty() ? "5432" : port.c_str(), &hints, &found);
    if (answer == 0)
        freeaddrinfo(found);
    return {ProbeStep::Name, answer == 0, answer == 0 ? "" : "unknown_name",
            answer == 0 ? "" : gai_strerror(answer)};
}

/// Waits for the socket; false when the time is over.
bool waitFor(PGconn *connection, PostgresPollingStatusType wanted, int milliseconds)
{
    pollfd socket{PQsocket(connection),
                  static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    return ::poll(&socket, 1, milliseconds) > 0;
}

/// The step at which the library works in this state.
ProbeStep stepOf(ConnStatusType status)
{
    switch (status) {
    case CONNECTION_STARTED: return ProbeStep::Port;
    case CONNECTION_MADE:
    case CONNECTION_SSL_STARTUP: return ProbeStep::Tls;
    default: return ProbeStep::SignIn;
    }
}

std::string codeOf(ProbeStep step, PGconn *connection, std::string_view message)
{
    struct Sign {
        ProbeStep step;
        std::string_view words;
        const char *code;
    };
    static constexpr Sign kSigns[] = {
        {ProbeStep::Port, "refused", "refused"},
        {ProbeStep::Port, "No such file", "refused"},
        {ProbeStep::Tls, "does not support SSL", "no_tls"},
        {ProbeStep::Tls, "root certificate file", "no_ca_file"},
        {ProbeStep::Tls, "does not match host name", "other_name"},
        {ProbeStep::Tls, "expired", "expired"},
        {ProbeStep::Tls, "certificate verify failed", "unknown_ca"},
        {ProbeStep::SignIn, "password authentication failed", "password_refused"},
        {ProbeStep::SignIn, "GSSAPI", "no_ticket"},
        {ProbeStep::SignIn, "pg_hba.conf", "not_admitted"},
        {ProbeStep::SignIn, "not permitted to log in", "not_admitted"},
        {ProbeStep::SignIn, "channel binding", "no_binding"},
        {ProbeStep::SignIn, "role \"", "not_admitted"},
        {ProbeStep::SignIn, "database \"", "no_database"},
    };
    if (step == ProbeStep::SignIn && PQconnectionNeedsPassword(connection) != 0)
        return "password_wanted";
    for (const Sign &sign : kSigns)
        if (sign.step == step && message.find(sign.words) != std::string_view::npos)
            return sign.code;
    return step == ProbeStep::Port ? "no_answer" : "other";
}

/// The furthest step that was under way, and whether it ended well.
ProbeLine connectLine(PGconn *connection)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(kConnectMilliseconds);
    ProbeStep furthest = ProbeStep::Port;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0 || !waitFor(connection, status, static_cast<int>(left)))
            return {furthest, false, furthest == ProbeStep::Port ? "no_answer" : "other",
                    "no answer in time"};
        status = PQconnectPoll(connection);
        if (status == PGRES_POLLING_OK)
            return {ProbeStep::SignIn, true, "", ""};
        if (status == PGRES_POLLING_FAILED)
            break;
        furthest = std::max(furthest, stepOf(PQstatus(connection)));
    }
    const std::string message = PQerrorMessage(connection);
    // A certificate that is not accepted is told in the same step in which it came.
    const bool isTls =
        message.find("SSL") != std::string::npos || message.find("certificate") != std::string::npos;
    if (furthest == ProbeStep::SignIn && isTls && message.find("FATAL") == std::string::npos)
        furthest = ProbeStep::Tls;
    return {furthest, false, codeOf(furthest, connection, message), message.substr(0, message.find('\n'))};
}

} // namespace

Result<std::vector<ProbeLine>> probe(std::string_view text, std::string_view password)
{
    const PlainLocale plain;
    Options options = TRY(connectionOptions(text));
    const bool isOverNetwork = valueOf(options, "sslmode") == "verify-full";
    std::vector<ProbeLine> lines;
    if (isOverNetwork) {
        lines.push_back(nameLine(valueOf(options, "host"), valueOf(options, "port")));
        if (!lines.back().passed)
            return lines;
    }
    if (!password.empty())
        options.emplace_back("password", password);
    const ParameterLists lists(options);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectStartParams(lists.keys.data(), lists.values.data(), 0), &PQfinish);
    ProbeLine last{ProbeStep::Port, false, "", PQerrorMessage(connection.get())};
    if (PQstatus(connection.get()) == CONNECTION_BAD)
        last.code = codeOf(ProbeStep::Port, connection.get(), last.detail);
    else
        last = connectLine(connection.get());
    for (const ProbeStep step : {ProbeStep::Port, ProbeStep::Tls, ProbeStep::SignIn})
        if (step < last.step && (step != ProbeStep::Tls || isOverNetwork))
            lines.push_back({step, true, "", ""});
    lines.push_back(std::move(last));
    return lines;
}

} // namespace tongban::central
