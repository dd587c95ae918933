// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/base/digest.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// What the rules would say of a case at this moment.
struct RehearsedDecision {
    std::optional<approval::Outcome> outcome; ///< Nothing: no act would follow, the case would stay as it is.
    std::string reason; ///< Why not automatic; empty = it would be.
    std::optional<Digest> capsule; ///< Of the decision by rules; nothing when people decide the item.
};

/// Decides as the worker does, sources asked and registers read, and writes nothing. Belongs to the thread
/// that opened it; the workspace outlives it.
class Rehearsal
{
public:
    static Result<std::unique_ptr<Rehearsal>> open(Workspace &workspace);
    ~Rehearsal();

    /// NotFound when there is no such case; Conflict when the clock was set back.
    Result<RehearsedDecision> decide(std::int64_t caseNo);

    /// The first cases that wait for the worker, at most `limit`.
    Result<std::vector<std::int64_t>> waiting(int limit);

private:
    struct Parts;

    explicit Rehearsal(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::service
