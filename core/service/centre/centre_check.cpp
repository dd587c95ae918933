// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_check.h"

#include "core/base/random.h"
#include "core/central/device.h"
#include "core/central/probe.h"
#include "core/central/pull.h"
#include "core/service/centre/centre_sync.h"

#include <algorithm>

namespace tongban::service {

namespace {

/// A wall clock further off than that misleads whoever looks at limits.
constexpr std::chrono::minutes kClockOff{2};

std::string quoted(const std::string &value)
{
    std::string out = "'";
    for (const char character : value) {
        if (character == '\'' || character == '\\')
            out += '\\';
        out += character;
    }
    return out + '\'';
}

CentreStep stepOf(central::ProbeStep step)
{
    switch (step) {
    case central::ProbeStep::Name: return CentreStep::Name;
    case central::ProbeStep::Port: return CentreStep::Port;
    case central::ProbeStep::Tls: return CentreStep::Tls;
    case central::ProbeStep::SignIn: return CentreStep::SignIn;
    }
    return CentreStep::SignIn;
}

/// One way to the centre, step by step.
class Check
{
public:
    Check(const std::function<void(const CentreStepLine &)> &tell) : m_tell(tell) { }

    bool add(CentreStep step, bool passed, std::string code = {}, std::string detail = {})
    {
        m_check.lines.push_back({step, passed, passed ? std::string() : std::move(code), std::move(detail)});
        if (m_tell)
            m_tell(m_check.lines.back());
        return passed;
    }
    CentreCheck &check() { return m_check; }

private:
    CentreCheck m_check;
    const std::function<void(const CentreStepLine &)> &m_tell;
};

bool greet(Check &check, central::Connection &connection, const Clock &clock)
{
    const Timestamp before = clock.now();
    const auto greeting = central::hello(connection);
    if (!greeting) {
        if (greeting.error().code != ErrorCode::Denied)
            return check.add(CentreStep::Schema, false, "not_a_centre", greeting.error().detail);
        check.add(CentreStep::Schema, true);
        return check.add(CentreStep::Right, false, "no_account", greeting.error().detail);
    }
    check.check().account = greeting->account;
    const auto travel = (clock.now() - before) / 2;
    check.check().clockOffset =
        std::chrono::duration_cast<std::chrono::milliseconds>(greeting->now - (before + travel));
    return check.add(CentreStep::Schema, greeting->schemaVersion >= kLeastCentreSchema, "schema_too_old",
                     std::to_string(greeting->schemaVersion));
}

bool lookAtRights(Check &check, central::Connection &connection, const std::vector<int> &wanted)
{
    const auto heads = central::heads(connection);
    if (!heads)
        return check.add(CentreStep::Right, false, "other", heads.error().detail);
    bool hasAll = true;
    for (const central::CentralHead &head : *heads) {
        check.check().districts.push_back(head.position.district);
        if (wanted.empty() || std::ranges::count(wanted, head.position.district) > 0)
            check.check().acts += head.position.n;
    }
    for (const int district : wanted)
        hasAll = hasAll && std::ranges::count(check.check().districts, district) > 0;
    return check.add(CentreStep::Right, !heads->empty() && hasAll,
                     heads->empty() ? "no_district" : "other_districts");
}

} // namespace

bool CentreCheck::isReady() const
{
    return !lines.empty() && lines.back().step == CentreStep::Clock
        && std::ranges::all_of(lines, [](const CentreStepLine &line) {
               return line.passed || line.step == CentreStep::Clock; // limits go by the centre's clock
           });
}

std::string connectText(const CentreAddress &address)
{
    std::string text = "host=" + quoted(address.host) + " dbname=" + quoted(address.database);
    if (!address.login.empty())
        text += " user=" + quoted(address.login);
    if (address.port > 0)
        text += " port=" + std::to_string(address.port);
    if (!address.authorityFile.empty())
        text += " sslrootcert=" + quoted(address.authorityFile);
    // A ticket is not bound to the channel; the certificate is looked at all the same.
    if (address.byTicket)
        text += " channel_binding=prefer";
    return text;
}

Result<CentreCheck> checkCentre(const CentreAddress &address, const std::string &password, const Uuid &device,
                                const std::vector<int> &districts, const Clock &clock,
                                const std::function<void(const CentreStepLine &)> &tell)
{
    Check check(tell);
    const std::string text = connectText(address);
    for (const central::ProbeLine &line : TRY(central::probe(text, password)))
        if (!check.add(stepOf(line.step), line.passed, line.code, line.detail))
            return std::move(check.check());
    auto connection = central::Connection::open(text, password);
    if (!connection) {
        check.add(CentreStep::SignIn, false, "other", connection.error().detail);
        return std::move(check.check());
    }
    if (!greet(check, *connection, clock) || !lookAtRights(check, *connection, districts))
        return std::move(check.check());
    const int district = districts.empty() ? check.check().districts.front() : districts.front();
    const auto enrolled = central::nextSequence(*connection, district, device);
    if (check.add(CentreStep::Device, enrolled.has_value(), "not_enrolled",
                  enrolled ? std::string() : enrolled.error().detail))
        check.add(CentreStep::Clock, std::chrono::abs(check.check().clockOffset) <= kClockOff, "clock_off");
    return std::move(check.check());
}

Uuid newDevice(const Clock &clock)
{
    SystemRandom random;
    return Uuid::v7(clock.now(), random);
}

} // namespace tongban::service
