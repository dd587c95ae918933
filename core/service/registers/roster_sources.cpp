// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/registers/roster_sources.h"

#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/service/workspace/workspace_parts.h"

#include <array>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using nlohmann::json;

constexpr std::int64_t kProgressStep = 10'000;

/// What the kind of a licence (resources/registers/dictionary.json, transport.licence) says about the field.
struct LicenceField {
    std::string_view begins;
    std::string_view field;
};
constexpr std::array kLicenceFields = {LicenceField{"freight_", "freight"},
                                       LicenceField{"ride_hailing_", "taxi"}, LicenceField{"quota", "quota"}};

/// The value of a register's row; the row was checked against the dictionary when it was imported.
std::string text(const json &row, const char *field)
{
    const auto found = row.find(field);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool isTrue(const json &row, const char *field)
{
    const auto found = row.find(field);
    return found != row.end() && found->is_boolean() && found->get<bool>();
}

Result<json> parsed(std::string_view body)
{
    json row = json::parse(body, nullptr, false);
    if (!row.is_object())
        return fail(ErrorCode::Corrupted, "a row of a register is no JSON object; import the register again");
    return row;
}

unsigned bit(storage::RosterBasis basis)
{
    return static_cast<unsigned>(basis);
}

/// A USCC names the division it was registered in; only the city's are kept.
int districtOf(std::string_view uscc, const permit::Catalogue &catalogue)
{
    int district = 0;
    const std::string_view division = uscc.substr(2, 6);
    const auto read = std::from_chars(division.data(), division.data() + division.size(), district);
    return read.ec == std::errc() && catalogue.knowsDistrict(district) ? district : 0;
}

} // namespace

std::optional<storage::RosterKind> kindOfCode(std::string_view code, Date today)
{
    // One resident id in some thirty passes the arithmetic of credit codes too; for the other way round the
    // division of a credit code would have to read as a century of birth.
    if (!ResidentId::check(code, today))
        return storage::RosterKind::Person;
    if (!CreditCode::check(code))
        return storage::RosterKind::Enterprise;
    return std::nullopt;
}

RosterSources::RosterSources(Workspace &workspace, storage::RegisterStore &registers,
                             storage::RosterStore &roster, RosterReport &report, const Progress &progress)
    : m_workspace(workspace), m_registers(registers), m_roster(roster), m_report(report),
      m_progress(progress), m_today(officialDate(workspace.clock().now()))
{
}

Result<> RosterSources::addAll()
{
    TRY(addEnterprises());
    TRY(addHolders());
    return addApplicants();
}

Result<> RosterSources::counted()
{
    if (++m_done % kProgressStep != 0)
        return {};
    m_progress.say(m_done, 0);
    if (m_progress.stopRequested())
        return fail(ErrorCode::Unavailable, "stopped; the roster stays as it was");
    return {};
}

Result<> RosterSources::addEnterprises()
{
    const auto add = [&](std::string_view key, std::string_view body) -> Result<> {
        const json row = TRY(parsed(body));
        TRY(counted());
        if (text(row, "status") == "cancelled")
            return {};
        storage::RosterEntry entry;
        entry.code = key;
        entry.name = text(row, "name");
        entry.district = districtOf(key, m_workspace.catalogue());
        entry.basis = bit(storage::RosterBasis::Registered);
        if (isTrue(row, "scope_has_freight"))
            entry.fields.emplace_back("freight");
        if (isTrue(row, "scope_has_ride_hailing"))
            entry.fields.emplace_back("taxi");
        return m_roster.add(entry);
    };
    m_report.unreadable += TRY(m_registers.forEach("market_regulator", "enterprise", add));
    return {};
}

/// Empty when no register knows it.
Result<std::string> RosterSources::nameOf(std::string_view code, storage::RosterKind kind)
{
    const bool person = kind == storage::RosterKind::Person;
    TRY(m_registers.find(person ? "police" : "market_regulator", person ? "person" : "enterprise", code,
                         m_answer));
    if (m_answer.status != storage::RegisterStatus::Found)
        return std::string();
    return text(TRY(parsed(m_answer.body)), "name");
}

Result<> RosterSources::addHolders()
{
    const auto add = [&](std::string_view, std::string_view body) -> Result<> {
        const json row = TRY(parsed(body));
        TRY(counted());
        const std::string status = text(row, "status");
        if (status != "valid" && status != "suspended")
            return {};
        storage::RosterEntry entry;
        entry.code = text(row, "holder_id");
        const auto kind = kindOfCode(entry.code, m_today);
        if (!kind) {
            ++m_report.withoutCode;
            return {};
        }
        entry.kind = *kind;
        entry.name = TRY(nameOf(entry.code, *kind));
        if (entry.name.empty()) {
            ++m_report.withoutName;
            return {};
        }
        const std::string licence = text(row, "kind");
        for (const LicenceField &known : kLicenceFields) {
            if (licence.starts_with(known.begins))
                entry.fields.emplace_back(known.field);
        }
        if (*kind == storage::RosterKind::Enterprise)
            entry.district = districtOf(entry.code, m_workspace.catalogue());
        entry.basis = bit(storage::RosterBasis::Licensed);
        return m_roster.add(entry);
    };
    m_report.unreadable += TRY(m_registers.forEach("transport", "licence", add));
    return {};
}

Result<> RosterSources::addApplicants()
{
    Result<> failed;
    const auto add = [&](const storage::StoredCase &stored) -> Result<> {
        const bool granted = stored.standing.outcome == permit::name(permit::DecisionKind::Granted);
        if (!granted || permit::parseState(stored.standing.state) == permit::State::Revoked)
            return {};
        TRY(counted());
        storage::RosterEntry entry;
        entry.code = stored.record.applicantId;
        const auto kind = kindOfCode(entry.code, m_today);
        if (!kind) {
            ++m_report.withoutCode;
            return {};
        }
        entry.kind = *kind;
        entry.name = stored.record.applicantName;
        entry.district = stored.record.district;
        entry.basis = bit(storage::RosterBasis::Granted);
        if (const auto versions = m_workspace.catalogue().versions(stored.record.item); !versions.empty())
            entry.fields.push_back(versions.back().field);
        return m_roster.add(entry);
    };
    TRY(m_workspace.parts().store->cases().scan(0, std::numeric_limits<std::int64_t>::max(),
                                                [&](const storage::StoredCase &stored) {
                                                    failed = add(stored);
                                                    return failed.has_value();
                                                }));
    return failed;
}

} // namespace tongban::service
