// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_sync.h"
#include "core/service/decision/worker.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tongban::service {

struct CentreWorkOptions {
    unsigned threads = 1;
    int casesAtOnce = 500; ///< Of one district, before another one's turn.
    int leaseSeconds = 120; ///< After so long another worker may take the district of one that died.
    int askAgainSeconds = 60; ///< Sources that did not answer, and cases that somebody else held.
    Progress progress;
};

/// Of one step: one district, or nothing to do.
struct CentreStep {
    int district = 0; ///< 0 = no district had work.
    WorkReport work;
    SyncReport sync; ///< Both rounds together.
    int newModels = 0; ///< Published since the last step.
    int evicted = 0; ///< Sessions that held a district and were ended.
    int settled = 0; ///< Districts whose ledger became safe further on.

    bool didSomething() const { return sync.sent > 0 || newModels > 0; }
};

/// What waits at the centre, by district.
struct CentreBacklog {
    int district = 0;
    std::int64_t waiting = 0;
    std::int64_t evidence = 0;
    std::int64_t people = 0;
};

/// Decides what waits at a centre, as one of several workers: takes a district that nobody has, copies what
/// is new, decides by the models the centre has published, tells the centre, lets the district go. A worker
/// that dies leaves a lease that ends and commands that are sent again; nothing is decided twice.
class CentreWorker
{
public:
    /// Conflict when the workspace belongs to no centre or another process works on it; Denied when its
    /// account there is not a worker's.
    static Result<std::unique_ptr<CentreWorker>> open(Workspace &workspace);
    ~CentreWorker();

    /// A centre that cannot be reached is told in the report, not as a failure.
    Result<CentreStep> step(const CentreWorkOptions &options);

    Result<std::vector<CentreBacklog>> backlog();

private:
    struct Parts;
    explicit CentreWorker(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::service
