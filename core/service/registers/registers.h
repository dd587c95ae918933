// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

struct RegisterFinding {
    std::int64_t line = 0;
    std::string field;
    std::string reason;
    std::string detail; ///< No personal data.
};

struct RegisterReport {
    std::string source;
    std::string record;
    Date asOf{};
    std::int64_t read = 0; ///< = rows + rejected
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    std::int64_t contradictoryKeys = 0; ///< Keys with different rows: unknown from now on.
    bool wasCurrent = false;
    std::vector<RegisterFinding> findings; ///< The first thousand.
};

/// Whether a file that is likely to be a part only (no row, an earlier day, far fewer rows than the register
/// in force) is taken all the same.
enum class DoubtfulRegister { Refuse, Accept };

/// Puts a register file in force as a whole: `<source>.<record>.csv` (with `asOf`) or JSON. The version in
/// force stays when the file as a whole is wrong, doubtful (Conflict) or the import is stopped.
Result<RegisterReport> importRegister(Workspace &workspace, const std::filesystem::path &file,
                                      std::optional<Date> asOf, const Progress &progress,
                                      DoubtfulRegister doubtful = DoubtfulRegister::Refuse);

/// The registers in force.
struct RegisterLine {
    std::string source;
    std::string record;
    Date asOf{};
    Timestamp importedAt{};
    std::int64_t rows = 0;
    std::int64_t contradictoryKeys = 0;
};
Result<std::vector<RegisterLine>> registersInForce(Workspace &workspace);

/// What a register holds about a key, as canonical JSON; nothing = no record. For the agency simulator and
/// for looking things up.
Result<std::optional<std::pair<std::string, Date>>>
registerRecord(Workspace &workspace, std::string_view source, std::string_view record, std::string_view key);

} // namespace tongban::service
