// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/pull.h"
#include "core/service/centre/centre_sync.h"
#include "core/service/workspace/worker_lock.h"

#include <optional>

namespace tongban::service {

/// What a CentreSync holds; private to core/service.
struct CentreSync::Parts {
    Workspace &workspace;
    std::unique_ptr<WorkspaceLock> lock;
    std::optional<central::Connection> connection;
    std::string password;
    int schemaVersion = 0; ///< Of the centre, as the session was greeted.

    central::PullForm pullForm() const
    {
        return schemaVersion >= central::kSchemaWithRecords ? central::PullForm::WithRecords
                                                            : central::PullForm::Acts;
    }

    /// The session that is there, or a new one whose greeting was looked at. Unavailable, Denied.
    Result<central::Connection *> session();

    /// One round for these districts.
    Result<SyncReport> round(const SyncOptions &options, const std::vector<int> &districts);
};

} // namespace tongban::service
