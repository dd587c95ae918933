// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/workflow.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// A place that evidence comes from, one record of one authority.
struct Connection {
    enum class Kind { File, Agency };
    enum class State {
        Fresh,
        Old, ///< The file, or what was last heard, is older than it should be.
        Silent, ///< Nothing was ever heard from it.
    };
    Kind kind = Kind::File;
    State state = State::Silent;
    std::string source;
    std::string record;
    permit::Title sourceTitle;
    permit::Title recordTitle;
    std::string address; ///< Of an agency, without secrets.
    std::optional<Timestamp> last; ///< Import of the file, or the last answer kept.
    std::optional<Date> asOf; ///< Day for which a file speaks.
    std::int64_t count = 0; ///< Rows of a file, answers kept of an agency.
    std::int64_t contradictory = 0; ///< Keys of a file with different rows: unknown.
    int freshDays = 0;
};

/// After so many days a register file counts as old here. Whether a fact is fresh enough for a decision is
/// the rule set's to say.
inline constexpr int kRegisterFreshDays = 7;

/// All of them, agencies first. Asks nobody: it says what is known here.
Result<std::vector<Connection>> connections(Workspace &workspace);

} // namespace tongban::service
