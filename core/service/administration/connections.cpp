// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/connections.h"

#include "core/agency/agency_source.h"
#include "core/base/file.h"
#include "core/service/registers/registers.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/audit_search.h"

#include <map>

namespace tongban::service {

namespace {

using Answers = std::map<std::pair<std::string, std::string>, storage::AnswersOfSource>;

void setTitles(const Workspace &workspace, Connection &connection)
{
    connection.sourceTitle = {connection.source, connection.source};
    connection.recordTitle = {connection.record, connection.record};
    if (const auto *record = workspace.resources().dictionary.record(connection.source, connection.record)) {
        connection.sourceTitle = {record->sourceZh, record->sourceEn};
        connection.recordTitle = {record->zh, record->en};
    }
}

Connection::State stateOf(const Workspace &workspace, const Connection &connection)
{
    if (!connection.last)
        return Connection::State::Silent;
    const Date told = connection.asOf.value_or(officialDate(*connection.last));
    const Date today = officialDate(workspace.clock().now());
    return today - told > std::chrono::days(connection.freshDays) ? Connection::State::Old
                                                                  : Connection::State::Fresh;
}

Result<std::vector<Connection>> agencyConnections(const Workspace &workspace, const Answers &answers)
{
    std::vector<Connection> all;
    const auto file = workspace.folder() / "agencies.json";
    if (!std::filesystem::exists(file))
        return all;
    for (const agency::AgencyConfig &config : TRY(agency::readAgencies(TRY(readFile(file, 1 << 20))))) {
        std::map<std::string, int> records = config.freshnessDays;
        for (const auto &[key, kept] : answers)
            if (key.first == config.source)
                records.emplace(key.second, 1);
        if (records.empty())
            records.emplace("", 1);
        for (const auto &[record, days] : records) {
            Connection connection;
            connection.kind = Connection::Kind::Agency;
            connection.source = config.source;
            connection.record = record;
            connection.address = config.url;
            connection.freshDays = days;
            if (const auto kept = answers.find({config.source, record}); kept != answers.end()) {
                connection.last = kept->second.last;
                connection.count = kept->second.answers;
            }
            all.push_back(std::move(connection));
        }
    }
    return all;
}

} // namespace

Result<std::vector<Connection>> connections(Workspace &workspace)
{
    Answers answers;
    storage::AuditSearch search(workspace.parts().store->database());
    for (storage::AnswersOfSource &kept : TRY(search.answersBySource())) {
        const std::pair key(kept.source, kept.record);
        answers.emplace(key, std::move(kept));
    }
    std::vector<Connection> all = TRY(agencyConnections(workspace, answers));
    for (const RegisterLine &line : TRY(registersInForce(workspace))) {
        Connection connection;
        connection.source = line.source;
        connection.record = line.record;
        connection.last = line.importedAt;
        connection.asOf = line.asOf;
        connection.count = line.rows;
        connection.contradictory = line.contradictoryKeys;
        connection.freshDays = kRegisterFreshDays;
        all.push_back(std::move(connection));
    }
    for (Connection &connection : all) {
        setTitles(workspace, connection);
        connection.state = stateOf(workspace, connection);
    }
    return all;
}

} // namespace tongban::service
