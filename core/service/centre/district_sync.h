// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/central/pull.h"
#include "core/service/centre/centre_sync.h"
#include "core/service/centre/replica_writer.h"
#include "core/storage/store.h"
#include "core/sync/outbox.h"

#include <set>

namespace tongban::service {

/// One district of one workspace in one round: push, pull, repair. Private to core/service.
class DistrictSync
{
public:
    DistrictSync(Workspace &workspace, central::Connection &connection, const SyncOptions &options,
                 SyncReport &report, central::PullForm form);

    /// `head` = null: the login may no longer read the district; what waits is sent all the same.
    Result<> run(int district, const central::CentralHead *head);

private:
    /// A district's outbox as it is stored, and what it was before something was done to it.
    struct Loaded {
        storage::ReplicaRow replica;
        std::vector<storage::OutboxRow> rows;
        sync::Outbox outbox;
    };
    Result<Loaded> load(std::vector<storage::OutboxRow> rows);
    Result<> keep(Loaded &loaded);

    Result<bool> sendRound();
    Result<bool> takeAnswers(const std::vector<sync::Reply> &replies);
    Result<> closeConflicts(const Loaded &loaded);
    Result<> endLostClaims(const Loaded &loaded);
    Result<bool> goOn(sync::Next next);
    Result<> takeNewIdentity();

    Result<> push();
    Result<> pull();
    Result<bool> isFirstCopy(std::int64_t mine);
    Result<> copyPages();
    Result<std::set<std::string>> modelsHere();
    Result<> checkHead();
    Result<bool> isUpToDate(const central::CentralHead &head);
    Result<> apply(PreparedPage &page);

    bool mustRepair(const storage::ReplicaRow &replica, const central::CentralHead &head,
                    const storage::EventPosition &mine) const;
    Result<> repair();
    Result<std::int64_t> commonPlace(std::int64_t mine);
    Result<> resendLost();

    Result<storage::EventPosition> place();
    Result<storage::ReplicaRow> replica();
    bool isUnreachable(const Error &error);

    Workspace &m_workspace;
    storage::Store &m_store;
    central::Connection &m_connection;
    const SyncOptions &m_options;
    SyncReport &m_report;
    central::PullForm m_form;
    ReplicaWriter m_writer;
    SeededRandom m_random;
    int m_district = 0;
    storage::EventPosition m_head; ///< Of the centre, as this round began.
    int m_epoch = 0;
    std::int64_t m_settledN = 0;
    int m_repairs = 0;
};

} // namespace tongban::service
