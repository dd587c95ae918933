// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/page_fetcher.h"
#include "core/service/centre/record_keeper.h"

#include <map>
#include <set>

namespace tongban::service {

/// Writes what a centre tells into the copy: ledger, cases and standings, with the acts of this desktop that
/// the centre has not told of yet on top. Everything inside the caller's open transaction, so that rows and
/// place move together.
class ReplicaWriter
{
public:
    explicit ReplicaWriter(Workspace &workspace);

    /// A page that goes on where the copy ends; the cases it opens are taken out of it. Corrupted when it
    /// does not go on; then nothing is to be kept.
    Result<> write(PreparedPage &page);

    /// Works out anew how a case stands: from the ledger, and what waits in the outbox. A case that neither
    /// knows goes away.
    Result<> refresh(const Uuid &caseId);

private:
    using Waiting = std::vector<storage::OutboxRow>;

    /// What the outbox holds of a case and the copy does not reach.
    Result<Waiting> waitingOf(const Uuid &caseId, std::int64_t through);
    Result<FoldedCase *> caseOf(const central::PulledEvent &pulled, PreparedPage &page);
    Result<FoldedCase> knownCase(const central::PulledEvent &pulled, storage::StoredCase stored,
                                 PreparedPage &page);
    Result<FoldedCase> openedIn(PreparedPage &page, const central::PulledEvent &pulled);
    Result<FoldedCase> opened(const central::PulledEvent &pulled);
    Result<> makeRoom(storage::CaseRecord &record);
    Result<FoldedCase> fromLedger(const storage::StoredCase &stored);
    Result<> showWaiting(const Uuid &caseId, const Waiting &waiting);
    Result<> leaveOut(const storage::StoredCase &stored);
    Result<> store(FoldedCase &folded);
    Result<> keepModels(const PreparedPage &page);
    Result<> keepAnnexes(const PreparedPage &page);
    Result<> keepRecords(const PreparedPage &page);

    Workspace &m_workspace;
    storage::Store &m_store;
    CaseFolder m_folder;
    RecordKeeper m_records;
    std::map<Uuid, FoldedCase> m_cases; ///< Of the page being written.
    std::set<std::pair<std::string, std::string>> m_numbers; ///< Channel and number of those new in it.
};

} // namespace tongban::service
