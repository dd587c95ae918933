// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/schema.h"

#include "core/central/sql_files.h"

namespace tongban::central {

std::string_view name(SchemaState state)
{
    switch (state) {
    case SchemaState::Empty: return "empty";
    case SchemaState::Behind: return "behind";
    case SchemaState::Current: return "current";
    case SchemaState::Newer: return "newer";
    }
    return {};
}

Result<SchemaStatus> schemaStatus(Connection &administrator)
{
    SchemaStatus status;
    const auto files = migrationFiles();
    status.newest = static_cast<int>(files.size());
    const Rows there = TRY(administrator.run("schema_exists"));
    if (!there.boolean(0, 0))
        return status;
    const Rows applied = TRY(administrator.run("schema_versions"));
    for (int row = 0; row < applied.count(); ++row) {
        status.version = static_cast<int>(applied.integer(row, 0));
        const auto place = static_cast<std::size_t>(status.version - 1);
        if (place < files.size() && TRY(applied.digest(row, 1)) != sha256(files[place].text))
            return fail(ErrorCode::Corrupted,
                        "migration " + std::string(files[place].name) + " was applied with another text");
    }
    status.state = status.version > status.newest ? SchemaState::Newer
        : status.version < status.newest          ? SchemaState::Behind
                                                  : SchemaState::Current;
    return status;
}

Result<int> migrate(Connection &administrator)
{
    TRY(administrator.run("migration_lock"));
    const SchemaStatus status = TRY(schemaStatus(administrator));
    if (status.state == SchemaState::Newer)
        return fail(ErrorCode::Conflict, "the centre's schema is newer than this program");
    const auto files = migrationFiles();
    for (auto next = static_cast<std::size_t>(status.version); next < files.size(); ++next) {
        // One text, hence one transaction: a file is applied with its record or not at all.
        const std::string record = "\nINSERT INTO core.schema_version (version, name, digest) VALUES ("
            + std::to_string(next + 1) + ", '" + std::string(files[next].name) + "', '"
            + bytesText(sha256(files[next].text).blob()) + "');";
        TRY(administrator.script(files[next].text + record));
    }
    TRY(openYears(administrator));
    TRY(administrator.run("migration_unlock"));
    return static_cast<int>(files.size()) - status.version;
}

Result<> publishRules(Connection &administrator, const Rules &rules)
{
    TRY(administrator.run("publish_rules",
                          {workflowJson(rules.workflow), statesJson(rules.workflow),
                           itemsJson(rules.catalogue), rules.workflowDigest.hex()}));
    std::vector<std::string> districts;
    for (const int district : rules.catalogue.districts())
        districts.push_back(std::to_string(district));
    TRY(administrator.run("open_districts", {arrayText(districts)}));
    return {};
}

Result<int> openYears(Connection &administrator)
{
    return static_cast<int>(TRY(administrator.run("open_years")).integer(0, 0));
}

Result<std::vector<std::string>> dropLogs(Connection &administrator, int beforeYear)
{
    const Rows rows = TRY(administrator.run("drop_logs", {std::to_string(beforeYear)}));
    std::vector<std::string> dropped;
    for (int row = 0; row < rows.count(); ++row)
        dropped.emplace_back(rows.text(row, 0));
    return dropped;
}

Result<std::int64_t> sealUp(Connection &administrator, const std::string &keyFile)
{
    const std::int64_t rows = TRY(administrator.run("seal_up", {keyFile})).integer(0, 0);
    if (rows > 0)
        for (const char *table : {"application", "ledger_body", "evidence", "op_body", "inbox", "account"})
            TRY(administrator.script(std::string("VACUUM FULL core.") + table));
    return rows;
}

Result<int> declareRestored(Connection &administrator)
{
    return static_cast<int>(TRY(administrator.run("declare_restored")).integer(0, 0));
}

Result<CentreStatus> centreStatus(Connection &administrator)
{
    CentreStatus status;
    status.schema = TRY(schemaStatus(administrator));
    if (status.schema.state != SchemaState::Current)
        return status;
    const Rows rows = TRY(administrator.run("status"));
    status.workflowDigest = rows.text(0, 0);
    status.districts = rows.integer(0, 1);
    status.events = rows.integer(0, 2);
    status.cases = rows.integer(0, 3);
    status.openClaims = rows.integer(0, 4);
    status.accounts = rows.integer(0, 5);
    status.devices = rows.integer(0, 6);
    status.refusalsLastDay = rows.integer(0, 7);
    status.quarantined = rows.integer(0, 8);
    status.bytes = rows.integer(0, 9);
    const Rows years = TRY(administrator.run("years"));
    for (int row = 0; row < years.count(); ++row)
        status.years.push_back({std::string(years.text(row, 0)), years.integer(row, 1)});
    const Rows warnings = TRY(administrator.run("server_warnings"));
    for (int row = 0; row < warnings.count(); ++row)
        status.warnings.emplace_back(warnings.text(row, 0));
    return status;
}

} // namespace tongban::central
