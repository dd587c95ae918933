// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/permit/catalogue.h"
#include "core/permit/workflow.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tongban::central {

/// What the centre's database is compared with this program.
enum class SchemaState {
    Empty, ///< Nothing of the centre is there.
    Behind, ///< migrate() brings it up.
    Current,
    Newer, ///< Made by a later program: this one must not administer it.
};
std::string_view name(SchemaState state);

struct SchemaStatus {
    SchemaState state = SchemaState::Empty;
    int version = 0;
    int newest = 0; ///< What this program would make of it.
};

/// Corrupted when a migration that was applied is not the one this program carries under that number.
Result<SchemaStatus> schemaStatus(Connection &administrator);

/// Applies what is missing, each file in a transaction of its own; returns how many. Conflict when the schema
/// is newer than this program. Two at a time: the second waits for the first and finds nothing to do.
Result<int> migrate(Connection &administrator);

/// What acts are judged by, from the same objects the desktop judges with.
struct Rules {
    const permit::Workflow &workflow;
    const permit::Catalogue &catalogue;
    Digest workflowDigest; ///< Of workflow.csv: clients compare it with theirs.
};

/// Writes workflow, states and items, and opens the districts of the catalogue that are not there yet.
Result<> publishRules(Connection &administrator, const Rules &rules);

/// Makes the places of this year and the next in the tables that are kept by year; returns how many were
/// missing. migrate() does it too. Conflict, Unavailable: somebody holds a table; try again.
Result<int> openYears(Connection &administrator);

/// Drops the logs of queries and refusals of the years before one; their names. InvalidInput when they are to
/// be kept longer.
Result<std::vector<std::string>> dropLogs(Connection &administrator, int beforeYear);

/// Says which file of the server's machine holds the keys, and seals with the newest what is not sealed with
/// it; how many rows. What stood there unsealed is rewritten, so that no page holds it any more. Unavailable
/// when the server cannot read the file, InvalidInput when it lacks a key that is in use.
Result<std::int64_t> sealUp(Connection &administrator, const std::string &keyFile);

/// Says that the database came from a backup: every desktop then compares its copy from the beginning. The
/// new epoch.
Result<int> declareRestored(Connection &administrator);

/// The tables as JSON, one object a transition (state, item version).
std::string workflowJson(const permit::Workflow &workflow);
std::string statesJson(const permit::Workflow &workflow);
std::string itemsJson(const permit::Catalogue &catalogue);

/// What the tables that are kept by year take of one.
struct YearSize {
    std::string year;
    std::int64_t bytes = 0;
};

/// What an administrator wants to see at a glance.
struct CentreStatus {
    SchemaStatus schema;
    std::string workflowDigest;
    std::int64_t districts = 0;
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::int64_t openClaims = 0;
    std::int64_t accounts = 0;
    std::int64_t devices = 0;
    std::int64_t refusalsLastDay = 0;
    std::int64_t quarantined = 0;
    std::int64_t bytes = 0;
    std::vector<YearSize> years; ///< "2026", "2027", "other".
    std::vector<std::string>
        warnings; ///< Settings of the server that leave attacks unlogged or acts undurable.
};
Result<CentreStatus> centreStatus(Connection &administrator);

} // namespace tongban::central
