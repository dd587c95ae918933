// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/rule_set_library.h"
#include "core/base/id.h"
#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

class WorkspaceLock;

struct WorkOptions {
    unsigned threads = 1; ///< That decide; the calling thread reads and writes.
    int casesPerCommit = 2000;
    std::int64_t limit = 0; ///< Most cases to take; 0 = all that wait.
    Progress progress; ///< In cases.
    /// At a centre: whether this case is to be looked at now. Empty = all.
    std::function<bool(int district, const Uuid &caseId)> isWanted;
    /// At a centre: what it has published. Null = the shipped rules.
    std::shared_ptr<const approval::RuleSetLibrary> published;
};

/// What one run of the worker did.
struct WorkReport {
    std::int64_t taken = 0;
    std::int64_t granted = 0;
    std::int64_t noticed = 0; ///< One-time notices given.
    std::int64_t refused = 0; ///< Only where an item's published rules allow it.
    std::int64_t referred = 0;
    std::int64_t waiting = 0; ///< For a source's answer.
    std::int64_t deemed = 0; ///< Cases of people that count as accepted because nobody answered in time.
    std::int64_t resumed = 0; ///< Suspended cases whose planned end has passed.
    std::int64_t left = 0; ///< Stay where they were: the table allowed no act, or `unreadable`.
    std::vector<std::string> unreadable; ///< Serial numbers of cases that are damaged in the store, the first
                                         ///< hundred; `audit verify` tells more.
    std::map<std::string, std::int64_t> reasons; ///< Why not automatic, by code.
    bool finished = false; ///< False: stopped or limited; what waits is taken by the next run.
};

/// Decides what waits: cases that came in, and cases whose source had not answered; and takes as accepted
/// what nobody answered in time. When a person acts on a case at the same moment the person comes first. Each
/// chunk of cases is one transaction with its acts, decisions and standings; killing it at any moment loses
/// nothing and repeats nothing, and the result does not depend on the number of threads. One worker a
/// workspace: Conflict when another one holds it.
class Worker
{
public:
    static Result<std::unique_ptr<Worker>> open(Workspace &workspace);
    ~Worker();

    Result<WorkReport> run(const WorkOptions &options);

private:
    Worker(Workspace &workspace, std::unique_ptr<WorkspaceLock> lock);

    Result<> keepRuleSets();

    Workspace &m_workspace;
    std::unique_ptr<WorkspaceLock> m_lock;
    std::optional<Date> m_deemedOn; ///< The day up to which late acceptances were looked for.
};

} // namespace tongban::service
