// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tongban::service {

/// What this program asks of the centre's schema.
inline constexpr int kLeastCentreSchema = 11;

/// What a workspace joins.
struct JoinRequest {
    std::string connect; ///< libpq's text, without a password.
    std::vector<int> districts; ///< Whose ledgers are copied here.
    Uuid device = Uuid::fromBytes({}); ///< As the administrator has enrolled this desktop.
    std::string password = {}; ///< Kept nowhere; empty = a ticket, a certificate or the password file.
};

/// Makes the workspace one of the centre's: from now on acts go there. Conflict when it has acts of its own
/// or belongs to a centre already (then more districts may be joined), Denied when the centre does not know
/// the login or the device, NotFound when the login may not read a district.
Result<> joinCentre(Workspace &workspace, const JoinRequest &request);

/// Another door of the same workspace has joined a centre: from now on this one is the centre's too.
Result<> noticeCentre(Workspace &workspace);

struct SyncOptions {
    int eventsPerPage = 2000; ///< Of the copy, one transaction each.
    int commandsPerRound = 400; ///< Sent before their answers are written down.
    bool aheadOfIndexes = true; ///< A first copy makes the indexes for reading once the rows are there.
    Progress progress; ///< In acts pulled.
};

/// An act that the centre carried out, lost, and decided otherwise the second time.
struct ChangedAct {
    std::string id;
    std::string before;
    std::string after;
};

struct SyncReport {
    std::int64_t sent = 0;
    std::int64_t applied = 0;
    std::int64_t attention = 0; ///< Answered, not carried out: wait for a person.
    std::int64_t pulled = 0; ///< Acts.
    std::int64_t rewinds = 0; ///< The centre had been set back.
    std::int64_t newIdentities = 0; ///< Another machine had this desktop's.
    std::int64_t claimChanges = 0; ///< Districts in which somebody else works on something now, or no more.
    std::vector<ChangedAct> changed;
    std::vector<int> closed; ///< Districts that this login may no longer read; their copies stay.
    std::string unreachable; ///< Why it did not finish; try again later. Empty = it did.
    bool hasNoRoom = false; ///< ... the centre's disk is full.
    bool wantsPassword = false; ///< ... somebody has to type it.
    std::string stoppedBy; ///< Nothing more is sent until somebody sees to this: login, right or device.

    bool isFinished() const { return unreachable.empty() && stoppedBy.empty(); }
};

/// Brings a workspace and its centre together: sends what waits, copies what the centre tells, repairs what a
/// restored centre or a second desktop with the same identity has put out of step. May be killed at any
/// moment and run again; every step is written down before the next. One at a time for a workspace, on the
/// workspace's thread.
class CentreSync
{
public:
    /// Conflict when the workspace belongs to no centre, or somebody else is at it. `password`: for as long
    /// as this lives, in memory alone.
    static Result<std::unique_ptr<CentreSync>> open(Workspace &workspace, std::string password = {});
    ~CentreSync();

    /// One round for every district, by the catalogue and the calendar that the workspace holds by now. A
    /// centre that cannot be reached is no failure but `unreachable`.
    Result<SyncReport> run(const SyncOptions &options);

    /// Only these, for a worker that shares the districts with others.
    Result<SyncReport> run(const SyncOptions &options, const std::vector<int> &districts);

    struct Parts; ///< Visible inside core/service only.
    Parts &parts() { return *m_parts; }

private:
    explicit CentreSync(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// How the workspace stands to its centre, without asking it.
struct SyncStatus {
    struct District {
        int district = 0;
        std::int64_t n = 0; ///< Acts copied.
        std::int64_t centralN = 0; ///< Acts the centre had when it was last seen.
        std::int64_t settledN = 0;
        std::string hash; ///< Of act n.
        std::optional<Timestamp> pulledAt;
    };
    std::string account;
    std::vector<District> districts;
    std::int64_t saved = 0; ///< Acts the centre has not answered.
    std::int64_t told = 0; ///< Carried out, not copied back yet.
    std::int64_t attention = 0;
    std::optional<Timestamp> oldest; ///< Of what is not answered.
    std::int64_t doubts = 0; ///< Acts of the centre that this program's rules would not have allowed.
    std::int64_t rewinds = 0;
};

/// Nothing = the workspace belongs to no centre.
Result<std::optional<SyncStatus>> syncStatus(Workspace &workspace);

} // namespace tongban::service
